import type { InlineBox, InlineItem, InlineTag, Paragraph, RunStyle, SecondAlt } from '../compose/paragraph.ts';
import type { Drawing, Lang, OriginId } from '../core/index.ts';
import {
  appendCells,
  type CharacterKind,
  type GlyphCell,
  KIND,
  type ShapedText,
  setFormulas,
  shapeText,
} from '../fonts/index.ts';
import type { Face } from '../fonts/types.ts';
import { setDashes } from './dashes.ts';
import type { TypesetContext } from './types.ts';

/** What stands on the line in place of a character. Lengths in pt. */
export type LineObject =
  | {
      readonly kind: 'boxed';
      readonly content: ShapedText;
      readonly parts?: readonly { readonly text: string; readonly lang: Lang }[];
      readonly box: InlineBox;
      readonly width: number;
    }
  | {
      readonly kind: 'drawing';
      readonly drawing: Drawing;
      readonly ascent: number;
      readonly alt?: string;
      readonly altSecond?: SecondAlt;
      readonly width: number;
    }
  | { readonly kind: 'space'; readonly width: number }
  | {
      readonly kind: 'fill';
      readonly leader?: { readonly paint: string; readonly size: number };
      readonly width: number;
    };

/** A stretch of cells of one item: its style, and what it means. */
export interface CellRun {
  readonly lang: Lang;
  readonly size: number;
  readonly style?: RunStyle;
  readonly tag?: InlineTag;
  readonly note?: string;
  readonly keep: boolean;
  readonly object?: LineObject;
  readonly origin: OriginId;
}

/** Whether a run is a mark of a note or source: it belongs to the character before it, and stands close to it. */
export function isNoteMark(run: CellRun | undefined): boolean {
  return run?.note !== undefined || (run?.style?.rise ?? 0) > 0;
}

/** A character that no face has. */
export interface MissingGlyph {
  readonly character: string;
  readonly origin: OriginId;
}

/** A paragraph as cells in logical order, without the white space that never shows. */
export interface Itemized {
  readonly cells: readonly GlyphCell[];
  readonly runs: readonly CellRun[];
  /** Cell → run. */
  readonly runOf: readonly number[];
  /** Cells before which a new line is forced. */
  readonly newlines: readonly number[];
  readonly missing: readonly MissingGlyph[];
}

/** Least width of a fill, em of its leader: it never closes up wholly. */
const FILL_WIDTH = 1;
const UNKNOWN_PAGE = '00';
const WHITE = /[\t\n\f\r ]+/g;

/**
 * Turns the items of a paragraph into cells: shaped, formulas set with real subscripts, white space collapsed, page labels
 * filled in as far as they are known.
 */
export function itemize(paragraph: Paragraph, context: TypesetContext): Itemized {
  const cells: GlyphCell[] = [];
  const runs: CellRun[] = [];
  const runOf: number[] = [];
  const newlines: number[] = [];
  const missing: MissingGlyph[] = [];
  let afterSpace = true;
  let lastSize = 0;

  const add = (text: string, run: CellRun, style: RunStyle): void => {
    const written = run.lang === 'en' ? setDashes(text, context.policy.dash) : text;
    const plain = context.policy.formulas === false ? written : setFormulas(written);
    let clean = plain.replace(WHITE, ' ');
    if (afterSpace && clean.startsWith(' ')) clean = clean.slice(1);
    if (clean === '') return;
    afterSpace = clean.endsWith(' ');
    const cellStyle = { font: style.font, lang: run.lang, figures: style.figures, spaced: style.tracking !== 0 };
    for (const character of appendCells(cells, clean, cellStyle, context.fonts)) {
      missing.push({ character, origin: run.origin });
    }
    closeRun(run);
  };
  const addObject = (
    object: LineObject,
    lang: Lang,
    size: number,
    style: RunStyle | undefined,
    origin: OriginId,
  ): void => {
    const face = context.fonts.faceFor(0x20, style?.font ?? PLAIN_FONT, lang)?.face;
    if (face === undefined) return;
    cells.push(objectCell(face));
    afterSpace = false;
    closeRun({ lang, size, keep: false, object, origin, ...(style === undefined ? {} : { style }) });
  };
  const closeRun = (run: CellRun): void => {
    runs.push(run);
    while (runOf.length < cells.length) runOf.push(runs.length - 1);
    lastSize = run.size;
  };

  for (const item of paragraph.items) {
    switch (item.kind) {
      case 'text':
        add(textOf(item, context), textRun(item), item.style);
        break;
      case 'page': {
        const run = { lang: item.lang, size: item.style.size, style: item.style, keep: true, origin: item.origin };
        add(pageText(item, context), item.tag === undefined ? run : { ...run, tag: item.tag }, item.style);
        break;
      }
      case 'boxed':
        addObject(boxedObject(item, context, missing), item.lang, item.style.size, item.style, item.origin);
        break;
      case 'drawing': {
        const object = {
          kind: 'drawing',
          drawing: item.drawing,
          ascent: item.ascent,
          width: item.drawing.width,
        } as const;
        const { alt, altSecond } = item;
        const full = {
          ...object,
          ...(alt === undefined ? {} : { alt }),
          ...(altSecond === undefined ? {} : { altSecond }),
        };
        addObject(full, paragraph.lang, lastSize, undefined, item.origin);
        break;
      }
      case 'space':
        addObject({ kind: 'space', width: item.width }, paragraph.lang, lastSize, undefined, paragraph.origin);
        break;
      case 'fill': {
        const size = item.leader?.size ?? lastSize;
        const object = { kind: 'fill', width: FILL_WIDTH * size } as const;
        const full = item.leader === undefined ? object : { ...object, leader: item.leader };
        addObject(full, paragraph.lang, size, undefined, paragraph.origin);
        break;
      }
      case 'newline':
        newlines.push(cells.length);
        afterSpace = true;
        break;
    }
  }
  return { cells, runs, runOf, newlines, missing };
}

function textOf({ text, late }: Extract<InlineItem, { kind: 'text' }>, context: TypesetContext): string {
  return late === undefined ? text : (context.pageLabel(late) ?? text);
}

/** The label of a block's page; nothing when a block listed before stands on the same page. */
function pageText(item: Extract<InlineItem, { kind: 'page' }>, context: TypesetContext): string {
  const label = context.pageLabel(item.target);
  const before = (item.after ?? []).map((block) => context.pageLabel(block));
  if (label !== undefined && before.includes(label)) return '';
  return (before.length > 0 ? ', ' : '') + (label ?? UNKNOWN_PAGE);
}

const PLAIN_FONT = { family: 'sans', weight: 400 } as const;

function textRun(item: Extract<InlineItem, { kind: 'text' }>): CellRun {
  return {
    lang: item.lang,
    size: item.style.size,
    style: item.style,
    keep: item.keep === true,
    origin: item.origin,
    ...(item.tag === undefined ? {} : { tag: item.tag }),
    ...(item.note === undefined ? {} : { note: item.note }),
  };
}

function boxedObject(
  item: Extract<InlineItem, { kind: 'boxed' }>,
  context: TypesetContext,
  missing: MissingGlyph[],
): LineObject {
  const { font, size, tracking, figures } = item.style;
  const content = shapeText(item.text, { font, size, lang: item.lang, tracking, figures }, context.fonts);
  for (const character of content.missing) missing.push({ character, origin: item.origin });
  const { pad, margin } = item.box;
  const width = margin[0] + pad[3] + content.width + pad[1] + margin[1];
  const object = { kind: 'boxed', content, box: item.box, width } as const;
  return item.parts === undefined ? object : { ...object, parts: item.parts };
}

function objectCell(face: Face): GlyphCell {
  const kind: CharacterKind = KIND.object;
  return { text: '', code: 0, kind, face, scale: 1, glyph: -1, advance: 0, kern: 0, xOffset: 0, rise: 0 };
}
