import type { MarkupElement } from '../bind/index.ts';
import { circle, type Drawing, type DrawingOp, straight } from '../core/index.ts';
import { drawMotif, MOTIF_KINDS, type MotifKind } from '../motif/index.ts';
import { tokenNumber } from '../theme/index.ts';
import type { Block, DrawingBlock, StructureTag } from './block.ts';
import { boxed, innerScope } from './box.ts';
import type { ImageFacts } from './input.ts';
import { enter, isHidden, lengthIn, report, round, type Scope, type Session } from './scope.ts';
import { secondAlt } from './second-alt.ts';
import { numberOf, type Style, strokeOf, wordOf } from './style.ts';

/** Height of a mini chart whose style states none, pt. */
const TREND_HEIGHT = 82;

/** A drawing of the chart stage, a registered image, the theme figure or a rule, at the width of its place. */
export function pictureBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const inner = innerScope(session, style, scope);
  const block =
    element.tag === 'img' ? imageBlock(session, element, inner, style) : drawingBlock(session, element, inner, style);
  if (block === undefined) return undefined;
  return boxed(session, block, {
    style: outside(element, style),
    scope,
    origin: element.origin,
    id: element.attributes['id'],
  });
}

/** What a style says of the drawing itself is used up in drawing it, and must not make a box around it. */
function outside(element: MarkupElement, style: Style): Style {
  const used = element.tag === 'rule' ? ['height', 'align', 'bottom'] : ['height', 'align'];
  return new Map([...style].filter(([property]) => !used.includes(property)));
}

function drawingBlock(session: Session, element: MarkupElement, scope: Scope, style: Style): Block | undefined {
  const drawing = drawingOf(session, element, scope, style);
  if (drawing === undefined) return undefined;
  const alt = element.attributes['alt'] ?? '';
  const decoration = element.tag === 'rule' || (element.tag === 'motif' && alt === '');
  const align = wordOf(style, 'align') as DrawingBlock['align'] | undefined;
  return {
    kind: 'drawing',
    drawing,
    origin: element.origin,
    tag:
      decoration || scope.artifact
        ? 'artifact'
        : {
            ...figureTag(session, element),
            ...(element.tag === 'chart' || element.tag === 'trend' ? { drawsData: true } : {}),
          },
    ...(align === undefined ? {} : { align }),
  };
}

/** What a picture says instead of being seen, in the languages of the edition. */
function figureTag(session: Session, element: MarkupElement): StructureTag {
  return { type: 'Figure', alt: element.attributes['alt'] ?? '', ...secondAlt(session, element) };
}

function drawingOf(session: Session, element: MarkupElement, scope: Scope, style: Style): Drawing | undefined {
  const { charts } = session.input;
  const { attributes } = element;
  const { edition } = session;
  switch (element.tag) {
    case 'chart':
      return charts.chart(attributes['block'] ?? '', edition, scope.width).drawing;
    case 'trend': {
      const height = numberOf(style, 'height') ?? TREND_HEIGHT;
      const size = { width: scope.width, height };
      return charts.trend(attributes['metric'] ?? '', attributes['period'] ?? '', edition, size).drawing;
    }
    case 'materiality':
      return charts.materiality(edition, scope.width).drawing;
    case 'sdg-map':
      return charts.sdgMap(edition, scope.width).drawing;
    case 'motif':
      return motif(session, element, scope);
    default:
      return rule(session, scope, style);
  }
}

function motif(session: Session, element: MarkupElement, scope: Scope): Drawing | undefined {
  const kind = element.attributes['kind'] ?? '';
  if (!isMotif(kind)) {
    report(session, 'B006', element.origin, `there is no motif \`${kind}\``, [`one of ${MOTIF_KINDS.join(', ')}`]);
    return undefined;
  }
  return drawMotif(
    kind,
    {
      count: session.input.accents,
      accent: scope.accent,
      width: scope.width,
      ...(scope.side === undefined ? {} : { side: scope.side }),
    },
    session.theme,
  );
}

function isMotif(kind: string): kind is MotifKind {
  return (MOTIF_KINDS as readonly string[]).includes(kind);
}

/** Radius of the dot at the end of a pointer, pt. */
const DOT = 1.5;

/**
 * A line as wide as its place: `bottom` says how it is drawn, `height` the room it takes, with the line at its foot; a
 * pointer has a `dot` at one end, and its line in the middle of the room.
 */
function rule(session: Session, scope: Scope, style: Style): Drawing | undefined {
  const stroke = strokeOf(style, 'bottom', session.theme, scope.accent);
  if (stroke === undefined) return undefined;
  const dot = wordOf(style, 'dot');
  const height = numberOf(style, 'height') ?? stroke.width;
  const y = dot === undefined ? height - stroke.width / 2 : height / 2;
  const line: DrawingOp = { op: 'path', segments: straight(0, y, scope.width, y), stroke };
  if (dot === undefined) return { width: scope.width, height, ops: [line] };
  const end = circle(dot === 'start' ? 0 : scope.width, y, DOT);
  return { width: scope.width, height, ops: [line, { op: 'path', segments: end, fill: stroke.paint }] };
}

function imageBlock(session: Session, element: MarkupElement, scope: Scope, style: Style): Block | undefined {
  const asset = element.attributes['asset'] ?? '';
  const size = session.input.images.get(asset);
  if (size === undefined) {
    report(session, 'B006', element.origin, `there is no asset \`${asset}\` to set as a picture`);
    return undefined;
  }
  const ratio = size.height / size.width;
  const limit = numberOf(style, 'height');
  const wanted = lengthIn(session, style.get('width'), scope) ?? scope.width;
  const width = fineEnough(session, element, limit === undefined ? wanted : Math.min(wanted, limit / ratio), size);
  const decorative = element.attributes['decorative'] === 'true' || scope.artifact;
  return {
    kind: 'image',
    asset,
    width,
    height: width * ratio,
    origin: element.origin,
    tag: decorative ? 'artifact' : figureTag(session, element),
  };
}

/** A picture may be set this much narrower than its place without a word. */
const LEAST_SHARE = 0.9;
const POINTS_PER_INCH = 72;

/**
 * The width at which a raster picture still has the resolution that the theme asks for in print. One that would have to be
 * much narrower keeps its place and is told: K006.
 */
function fineEnough(session: Session, element: MarkupElement, width: number, size: ImageFacts): number {
  const dpi = tokenNumber(session.theme, 'limits.picture_dpi');
  if (dpi === 0 || size.raster !== true) return width;
  // Widths are written to a thousandth of a point, so the last pixel is left out of the count.
  const widest = round(((size.width - 1) * POINTS_PER_INCH) / dpi);
  if (width <= widest) return width;
  if (widest >= width * LEAST_SHARE) return widest;
  const found = Math.floor((size.width * POINTS_PER_INCH) / width);
  report(
    session,
    'K006',
    element.origin,
    `the picture \`${element.attributes['asset'] ?? ''}\` has ${found} dpi at its size`,
    [`a picture ${Math.ceil((width * dpi) / POINTS_PER_INCH)} pixels wide would do`],
    { expected: `at least ${dpi} dpi`, found: `${found} dpi` },
  );
  return width;
}
