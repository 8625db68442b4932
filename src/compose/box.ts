import type { OriginId } from '../core/index.ts';
import type { Block, BoxStyle, Keep, PlacedBlock, StackBlock, StructureTag } from './block.ts';
import { lengthIn, lengthOnPage, round, type Scope, type Session } from './scope.ts';
import { trimEnds, withSpace } from './spacing.ts';
import { edgesOf, numberOf, paintOf, type Style, strokeOf, wordOf } from './style.ts';

/** Edges, ground and height of an element's box; undefined when the style states none. */
export function boxOf(session: Session, style: Style, scope: Scope): BoxStyle | undefined {
  const { theme } = session;
  const pad = edgesOf(style, 'pad');
  const ground = paintOf(style, 'ground', theme, scope.accent);
  const sides = (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const stroke = strokeOf(style, side, theme, scope.accent);
    return stroke === undefined ? [] : [[side, stroke] as const];
  });
  const height = numberOf(style, 'height');
  const minHeight = numberOf(style, 'min-height');
  const box: BoxStyle = {
    ...(pad === undefined ? {} : { pad }),
    ...(ground === undefined ? {} : { ground }),
    ...Object.fromEntries(sides),
    ...(height === undefined ? {} : { height }),
    ...(minHeight === undefined ? {} : { minHeight }),
  };
  return Object.keys(box).length === 0 ? undefined : box;
}

/** The place of an element's box: its x relative to the place around it, and its width. Undefined where the whole place is taken. */
export function placeOf(
  session: Session,
  style: Style,
  scope: Scope,
): { readonly x: number; readonly width: number } | undefined {
  const written = { x: style.get('x'), width: style.get('width') };
  if (written.x === undefined && written.width === undefined) return undefined;
  const onPage = style.has('y');
  const x = onPage ? (lengthOnPage(session, written.x) ?? 0) - scope.x : (lengthIn(session, written.x, scope) ?? 0);
  const width = lengthIn(session, written.width, scope) ?? scope.width - x;
  return { x: round(x), width: round(width) };
}

/** The scope inside an element's box. */
export function innerScope(session: Session, style: Style, scope: Scope): Scope {
  const place = placeOf(session, style, scope);
  const [, right, , left] = edgesOf(style, 'pad') ?? [0, 0, 0, 0];
  const x = scope.x + (place?.x ?? 0) + left;
  return { ...scope, flow: false, x: round(x), width: round((place?.width ?? scope.width) - left - right) };
}

/** How a style asks a block to keep. */
function keepOf(style: Style, fallback?: Keep): Keep | undefined {
  switch (wordOf(style, 'keep')) {
    case 'together':
      return { together: true };
    case 'next':
      return { withNext: true };
    case 'both':
      return { together: true, withNext: true };
    case 'previous':
      return { withPrevious: true };
    case 'free':
      return undefined;
    default:
      return fallback;
  }
}

/** What an element's blocks are put into. */
export interface Wrapping {
  readonly style: Style;
  /** Around the element. */
  readonly scope: Scope;
  readonly origin: OriginId;
  readonly id?: string | undefined;
  readonly tag?: StructureTag | 'artifact' | undefined;
  readonly keep?: Keep | undefined;
}

/** Puts an element's blocks into its box: a stack, with the space around it; placed on the page when the style states a `y`. */
export function stackOf(session: Session, blocks: readonly Block[], wrapping: Wrapping): Block {
  const { style, scope, origin, id, tag } = wrapping;
  const box = boxOf(session, style, scope);
  const place = placeOf(session, style, scope);
  const inside = trimEnds(blocks);
  const keep = keepOf(style, wrapping.keep);
  // Space at the ends of an open box goes through it, as the space between two paragraphs does.
  const before = numberOf(style, 'before') ?? (box === undefined ? inside.before : 0);
  const after = numberOf(style, 'after') ?? (box === undefined ? inside.after : 0);
  const stack: StackBlock = {
    kind: 'stack',
    origin,
    children: inside.blocks,
    ...(id === undefined ? {} : { id }),
    ...(tag === undefined ? {} : { tag }),
    ...(box === undefined ? {} : { box }),
    ...(place === undefined || style.has('y') ? {} : place),
    ...(keep === undefined ? {} : { keep }),
  };
  return style.has('y') ? placedOf(session, stack, wrapping) : withSpace(stack, before, after);
}

/** One block with its element's box around it, where there is one; the id goes to the outer. */
export function boxed(session: Session, block: Block, wrapping: Wrapping): Block {
  const { style, scope, id } = wrapping;
  const box = boxOf(session, style, scope);
  const place = placeOf(session, style, scope);
  const keep = keepOf(style, wrapping.keep);
  const before = numberOf(style, 'before') ?? block.before ?? 0;
  const after = numberOf(style, 'after') ?? block.after ?? 0;
  if (box === undefined && place === undefined && !style.has('y')) {
    const own = { ...block, ...(id === undefined ? {} : { id }), ...(keep === undefined ? {} : { keep }) } as Block;
    return withSpace(own, before, after);
  }
  const stack: StackBlock = {
    kind: 'stack',
    origin: wrapping.origin,
    children: [withSpace(block, 0, 0)],
    ...(id === undefined ? {} : { id }),
    ...(box === undefined ? {} : { box }),
    ...(place === undefined || style.has('y') ? {} : place),
    ...(keep === undefined ? {} : { keep }),
  };
  return style.has('y') ? placedOf(session, stack, wrapping) : withSpace(stack, before, after);
}

/** Puts a block at its place on the page. */
function placedOf(session: Session, block: Block, wrapping: Wrapping): PlacedBlock {
  const { style, scope } = wrapping;
  const written = lengthOnPage(session, style.get('x')) ?? scope.x;
  const width = lengthIn(session, style.get('width'), scope) ?? scope.width;
  const x =
    style.get('mirror') === true && scope.side === 'verso' ? session.theme.page.width - written - width : written;
  return {
    kind: 'placed',
    origin: wrapping.origin,
    x: round(x),
    y: numberOf(style, 'y') ?? 0,
    width: round(width),
    block,
  };
}
