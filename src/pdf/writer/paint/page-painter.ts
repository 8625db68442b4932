import type { Lang, Stroke } from '../../../core/index.ts';
import type { LineItem, PlacedBox, PlacedRun } from '../../../typeset/types.ts';
import type { ItemRole, PlacedItem, PlacedLine, PlacedPage } from '../../placed.ts';
import type { FontTable } from '../font/glyph-codes.ts';
import type { Element } from '../structure/element.ts';
import type { InlineOwners } from '../structure/inline-owners.ts';
import { artifactMark, elementMark } from '../structure/marks.ts';
import type { Tagger } from '../structure/tagger.ts';
import type { AssetPainter } from './asset-painter.ts';
import type { ContentStream } from './content-stream.ts';
import { languageMark } from './drawing.ts';
import { lineTexts, type RunText, runWidth } from './line-text.ts';
import type { Pictures } from './pictures.ts';

/** Where the trim's top left corner stands in default user space, pt. */
export interface Frame {
  readonly left: number;
  readonly top: number;
}

/** The tagged side of painting; an untagged file has none. */
export interface Tagging {
  readonly tagger: Tagger;
  readonly owners: InlineOwners;
}

export interface PainterTools {
  readonly fonts: FontTable;
  readonly pictures: Pictures;
  readonly assets: AssetPainter;
  readonly tagging: Tagging | undefined;
}

/** The place that a link takes on one line, in default user space. */
export interface LinkArea {
  readonly element: Element;
  box: [number, number, number, number];
}

/** Paints the items of one page in their order; gives the places of links. */
export function paintPage(
  content: ContentStream,
  page: PlacedPage,
  index: number,
  frame: Frame,
  tools: PainterTools,
): readonly LinkArea[] {
  const areas: LinkArea[] = [];
  for (const group of groupsOf(page.items)) {
    const role = group[0]?.role;
    if (role === undefined) continue;
    if (tools.tagging === undefined || 'artifact' in role) {
      paintPlain(content, group, role, frame, tools);
    } else {
      paintTagged(content, group, role.node, { index, frame, tools, tagging: tools.tagging, areas });
    }
  }
  return areas;
}

/** Consecutive items of one role and, in the structure, of one kind. */
function groupsOf(items: readonly PlacedItem[]): readonly (readonly PlacedItem[])[] {
  const groups: PlacedItem[][] = [];
  let last = '';
  for (const item of items) {
    const key = groupKey(item);
    if (key === last) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = key;
  }
  return groups;
}

function groupKey({ kind, role }: PlacedItem): string {
  if ('artifact' in role) return `${role.artifact} ${role.subtype ?? ''}`;
  return `${role.node} ${kind === 'line' ? 'line' : 'picture'}`;
}

function paintPlain(
  content: ContentStream,
  items: readonly PlacedItem[],
  role: ItemRole,
  frame: Frame,
  tools: PainterTools,
): void {
  const tagged = tools.tagging !== undefined && 'artifact' in role;
  if (tagged) content.openMark(artifactMark(role, items, frame));
  for (const item of items) {
    if (item.kind !== 'line') {
      paintPicture(content, item, undefined, frame, tools);
      continue;
    }
    for (const box of boxesOf(item)) paintBox(content, box, item, frame);
    for (const text of lineTexts(item.line.items, tools.fonts)) showRun(content, text, item, frame);
    for (const part of item.line.items) {
      if (part.kind === 'drawing') paintInlineDrawing(content, part, item, undefined, frame, tools);
    }
    for (const rule of decorationsOf(item)) paintRule(content, rule, frame);
  }
  if (tagged) content.closeMark();
}

interface TaggedGroup {
  readonly index: number;
  readonly frame: Frame;
  readonly tools: PainterTools;
  readonly tagging: Tagging;
  readonly areas: LinkArea[];
}

function paintTagged(content: ContentStream, items: readonly PlacedItem[], node: number, group: TaggedGroup): void {
  const { index, frame, tools, tagging } = group;
  const { tagger, owners } = tagging;
  const lines = items.filter((item) => item.kind === 'line');
  const boxes = lines.flatMap((line) => boxesOf(line).map((box) => ({ box, line })));
  if (boxes.length > 0) {
    content.openMark(artifactMark({ artifact: 'Layout' }));
    for (const { box, line } of boxes) paintBox(content, box, line, frame);
    content.closeMark();
  }
  const marks = createMarks(content, tagger, index);
  for (const item of items) {
    if (item.kind !== 'line') {
      const element = tagger.node(node);
      marks.open(element, undefined);
      if (element.type === 'Figure') tagger.bound(element, index, pictureBounds(item, frame));
      paintPicture(content, item, tagger.langOf(node), frame, tools);
      continue;
    }
    const texts = new Map(lineTexts(item.line.items, tools.fonts).map((text) => [text.run, text]));
    let area: LinkArea | undefined;
    for (const part of item.line.items) {
      if (part.kind === 'drawing') {
        const figure = owners.figure(node, part);
        if (figure === undefined) marks.artifact();
        else {
          marks.open(figure, undefined);
          tagger.bound(figure, index, inlineBounds(part, item, frame));
        }
        paintInlineDrawing(content, part, item, tagger.langOf(node), frame, tools);
        continue;
      }
      const text = part.kind === 'glyphs' ? texts.get(part) : undefined;
      if (part.kind !== 'glyphs' || text === undefined) continue;
      const owner = owners.of(node, part);
      marks.open(owner.element, part.lang === owner.lang ? undefined : part.lang);
      showRun(content, text, item, frame);
      if (owner.link === undefined) continue;
      const box = runBounds(part, item, frame);
      if (area?.element === owner.link) area.box = union(area.box, box);
      else {
        area = { element: owner.link, box };
        group.areas.push(area);
      }
    }
  }
  marks.close();
  const rules = lines.flatMap(decorationsOf);
  if (rules.length === 0) return;
  content.openMark(artifactMark({ artifact: 'Layout' }));
  for (const rule of rules) paintRule(content, rule, frame);
  content.closeMark();
}

/** Marked-content sequences, each kept open as long as the element and the language stay the same. */
function createMarks(content: ContentStream, tagger: Tagger, page: number) {
  let current: { readonly element: Element | undefined; readonly lang: Lang | undefined } | undefined;
  const close = (): void => {
    if (current?.lang !== undefined) content.closeMark();
    if (current !== undefined) content.closeMark();
    current = undefined;
  };
  return {
    close,
    open(element: Element, lang: Lang | undefined): void {
      if (current?.element === element && current.lang === lang) return;
      if (current?.element === element) {
        if (current.lang !== undefined) content.closeMark();
      } else {
        close();
        content.openMark(elementMark(element, tagger.mark(element, page)));
      }
      if (lang !== undefined) content.openMark(languageMark(lang));
      current = { element, lang };
    },
    artifact(): void {
      if (current !== undefined && current.element === undefined) return;
      close();
      content.openMark(artifactMark({ artifact: 'Layout' }));
      current = { element: undefined, lang: undefined };
    },
  };
}

function showRun(content: ContentStream, { run, origin, shown }: RunText, line: PlacedLine, frame: Frame): void {
  content.showText(shown, [frame.left + line.x + origin, frame.top - line.y + run.rise]);
}

function paintPicture(
  content: ContentStream,
  item: Exclude<PlacedItem, PlacedLine>,
  lang: Lang | undefined,
  frame: Frame,
  tools: PainterTools,
): void {
  if (item.kind === 'drawing') {
    tools.pictures.paintDrawing(content, item.drawing, lang, frame.left + item.x, frame.top - item.y);
  } else {
    tools.assets.paint(content, item, lang, frame);
  }
}

function paintInlineDrawing(
  content: ContentStream,
  part: Extract<LineItem, { readonly kind: 'drawing' }>,
  line: PlacedLine,
  lang: Lang | undefined,
  frame: Frame,
  tools: PainterTools,
): void {
  const x = frame.left + line.x + part.x;
  tools.pictures.paintDrawing(content, part.drawing, lang, x, frame.top - line.y + part.ascent);
}

function boxesOf(line: PlacedLine): readonly PlacedBox[] {
  return line.line.items.filter((item) => item.kind === 'box');
}

/** The border runs inside the box's edges. */
function paintBox(content: ContentStream, part: PlacedBox, line: PlacedLine, frame: Frame): void {
  const inset = part.box.stroke.width / 2;
  const left = frame.left + line.x + part.x + inset;
  const right = frame.left + line.x + part.x + part.width - inset;
  const top = frame.top - line.y + part.ascent - inset;
  const bottom = frame.top - line.y - part.descent + inset;
  content.save();
  content.drawPath({
    segments: [['M', left, bottom], ['L', right, bottom], ['L', right, top], ['L', left, top], ['Z']],
    stroke: part.box.stroke,
    ...(part.box.fill === undefined ? {} : { fill: part.box.fill }),
  });
  content.restore();
}

/** A straight line along text, pt from the trim's top left, y down. */
interface Rule {
  readonly stroke: Stroke;
  readonly from: number;
  to: number;
  readonly y: number;
}

/** Below the baseline, in the size of the text; and above it, where it crosses figures and capitals in their middle. */
const UNDERLINE = 0.13;
const STRIKE = 0.33;

function decorationsOf(line: PlacedLine): readonly Rule[] {
  const rules: Rule[] = [];
  const add = (run: PlacedRun, stroke: Stroke, lift: number): void => {
    const from = line.x + run.x;
    const to = from + runWidth(run);
    const y = line.y - run.rise - lift * run.size;
    const last = rules.at(-1);
    const goesOn = last !== undefined && last.y === y && Math.abs(last.to - from) < 0.01;
    if (goesOn && last.stroke.paint === stroke.paint && last.stroke.width === stroke.width) last.to = to;
    else rules.push({ stroke, from, to, y });
  };
  for (const item of line.line.items) {
    if (item.kind !== 'glyphs') continue;
    if (item.underline !== undefined) add(item, item.underline, -UNDERLINE);
    if (item.strike !== undefined) add(item, item.strike, STRIKE);
  }
  return rules;
}

function paintRule(content: ContentStream, { stroke, from, to, y }: Rule, frame: Frame): void {
  content.save();
  content.drawPath({
    segments: [
      ['M', frame.left + from, frame.top - y],
      ['L', frame.left + to, frame.top - y],
    ],
    stroke,
  });
  content.restore();
}

type Box = [number, number, number, number];

function pictureBounds(item: Exclude<PlacedItem, PlacedLine>, frame: Frame): Box {
  const { width, height } = item.kind === 'drawing' ? item.drawing : item;
  const left = frame.left + item.x;
  const top = frame.top - item.y;
  return [left, top - height, left + width, top];
}

function inlineBounds(part: Extract<LineItem, { readonly kind: 'drawing' }>, line: PlacedLine, frame: Frame): Box {
  const left = frame.left + line.x + part.x;
  const top = frame.top - line.y + part.ascent;
  return [left, top - part.drawing.height, left + part.drawing.width, top];
}

/** As high as a line of the run's text stands, whatever the face claims. */
function runBounds(run: PlacedRun, line: PlacedLine, frame: Frame): Box {
  const left = frame.left + line.x + run.x;
  const baseline = frame.top - line.y + run.rise;
  return [left, baseline - run.size * 0.25, left + runWidth(run), baseline + run.size * 0.9];
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
