import type { Lang } from '../../../core/index.ts';
import type { LineItem } from '../../../typeset/types.ts';
import type { ItemRole, PlacedItem, PlacedLine, PlacedPage } from '../../placed.ts';
import type { FontTable } from '../font/glyph-codes.ts';
import type { Element } from '../structure/element.ts';
import type { InlineOwners } from '../structure/inline-owners.ts';
import { artifactMark, elementMark } from '../structure/marks.ts';
import type { Tagger } from '../structure/tagger.ts';
import type { AssetPainter } from './asset-painter.ts';
import { type Bounds, inlineBounds, pictureBounds, runBounds, union } from './bounds.ts';
import type { ContentStream } from './content-stream.ts';
import { boxesOf, decorationOf, paintBox } from './decoration.ts';
import { dividedDrawing, speck, withDrawing } from './divided-picture.ts';
import { languageMark } from './drawing.ts';
import type { Frame } from './frame.ts';
import { lineTexts, type RunText } from './line-text.ts';
import type { Pictures } from './pictures.ts';

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
  box: Bounds;
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
  let last: PlacedItem | undefined;
  for (const item of items) {
    const group = groups[groups.length - 1];
    if (group !== undefined && last !== undefined && isAlike(item, last)) group.push(item);
    else groups.push([item]);
    last = item;
  }
  return groups;
}

function isAlike(a: PlacedItem, b: PlacedItem): boolean {
  if ('artifact' in a.role) {
    return 'artifact' in b.role && a.role.artifact === b.role.artifact && a.role.subtype === b.role.subtype;
  }
  return 'node' in b.role && a.role.node === b.role.node && (a.kind === 'line') === (b.kind === 'line');
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
    decorationOf([item])?.(content, frame);
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
      paintFigure(content, item, node, marks, group);
      continue;
    }
    const texts = lineTexts(item.line.items, tools.fonts);
    let shown = 0;
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
        const second = owners.secondFigure(node, part);
        if (second === undefined) continue;
        marks.open(second, undefined);
        const bounds = inlineBounds(part, item, frame);
        tagger.bound(second, index, bounds);
        content.saveAndClip(speck(bounds));
        paintInlineDrawing(content, part, item, second.lang, frame, tools);
        content.restore();
        continue;
      }
      const text = texts[shown];
      if (part.kind !== 'glyphs' || text?.run !== part) continue;
      shown += 1;
      const owner = owners.of(node, part, index);
      marks.open(owner.element, part.lang === owner.lang ? undefined : part.lang, 'text');
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
  const paintDecoration = decorationOf(lines);
  if (paintDecoration === undefined) return;
  content.openMark(artifactMark({ artifact: 'Layout' }));
  paintDecoration(content, frame);
  content.closeMark();
}

/**
 * A picture that is told in two languages stands in two figures, one after the other: each has its language, and content of
 * its own, since an element without content is passed over by readers.
 */
function paintFigure(
  content: ContentStream,
  item: Exclude<PlacedItem, PlacedLine>,
  node: number,
  marks: ReturnType<typeof createMarks>,
  { index, frame, tools, tagging: { tagger } }: TaggedGroup,
): void {
  const open = (element: Element): void => {
    marks.open(element, undefined);
    if (element.type === 'Figure') tagger.bound(element, index, pictureBounds(item, frame));
  };
  // Opened first, it stands before the other in the tree.
  open(tagger.node(node));
  const second = tagger.second(node);
  const parts = second === undefined || item.kind === 'image' ? undefined : dividedDrawing(item.drawing);
  paintPicture(content, withDrawing(item, parts?.[0]), tagger.langOf(node), frame, tools);
  if (second === undefined) return;
  open(second);
  if (parts === undefined) content.saveAndClip(speck(pictureBounds(item, frame)));
  paintPicture(content, withDrawing(item, parts?.[1]), second.lang, frame, tools);
  if (parts === undefined) content.restore();
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
    open(element: Element, lang: Lang | undefined, holds?: 'text'): void {
      if (current?.element === element && current.lang === lang) return;
      if (current?.element === element) {
        if (current.lang !== undefined) content.closeMark();
      } else {
        close();
        content.openMark(elementMark(element, tagger.mark(element, page)), holds);
      }
      if (lang !== undefined) content.openMark(languageMark(lang), holds);
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
