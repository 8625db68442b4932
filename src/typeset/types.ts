import type { InlineBox, InlineTag, Paragraph, SecondAlt } from '../compose/paragraph.ts';
import type { Diagnostic, Drawing, Lang, OriginId, Paint, Stroke } from '../core/index.ts';
import type { FaceId, FontBook } from '../fonts/types.ts';

/** Glyphs of one face, size and colour on one line. Lengths in pt; `x` from the left end of the measure. */
export interface PlacedRun {
  readonly kind: 'glyphs';
  readonly face: FaceId;
  readonly size: number;
  readonly x: number;
  /** Upwards from the line's baseline. */
  readonly rise: number;
  readonly glyphs: readonly number[];
  /** Distance from each glyph's origin to the next glyph's, after justification, kerning and tracking. */
  readonly advances: readonly number[];
  readonly xOffsets?: readonly number[];
  /** For each glyph the text it stands for; '' for a further glyph of the same character. An automatic hyphen stands for U+00AD. */
  readonly clusters: readonly string[];
  readonly paint: Paint;
  readonly lang: Lang;
  readonly tag?: InlineTag;
  readonly note?: string;
  readonly underline?: Stroke;
  readonly strike?: Stroke;
  /** Where dots of emphasis stand under Han: their middles from the run's `x`. */
  readonly dots?: readonly number[];
  readonly origin: OriginId;
}

export interface PlacedBox {
  readonly kind: 'box';
  readonly x: number;
  readonly width: number;
  /** From the baseline, upwards and downwards. */
  readonly ascent: number;
  readonly descent: number;
  readonly box: InlineBox;
}

export interface PlacedDrawing {
  readonly kind: 'drawing';
  readonly x: number;
  readonly ascent: number;
  readonly drawing: Drawing;
  readonly alt?: string;
  readonly altSecond?: SecondAlt;
}

export type LineItem = PlacedRun | PlacedBox | PlacedDrawing;

/** One line of a paragraph. */
export interface Line {
  readonly items: readonly LineItem[];
  /** Sum of natural widths, pt. */
  readonly natural: number;
  /** Width as set; at most the measure, hanging marks apart. */
  readonly width: number;
  /** Below 0 shrunk, above 0 stretched; 1 is the full stretch allowed. */
  readonly ratio: number;
  readonly end: 'soft' | 'hyphen' | 'mandatory' | 'last';
  /** Ids of the notes marked on this line, in order. */
  readonly notes: readonly string[];
  /** The line's text as it is read, for dumps and tests. */
  readonly text: string;
  /** The place in the paragraph where the line ends, as `TypesetWishes.from` takes it. */
  readonly next?: number;
}

export interface TypesetParagraph {
  readonly lines: readonly Line[];
  /** Pitch of the lines, and where the baseline stands below the top of each: leading/2 + (cap or Han centre) by the theme, pt. */
  readonly leading: number;
  readonly baseline: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What composition needs beyond the paragraph. */
export interface TypesetContext {
  readonly fonts: FontBook;
  /** Page labels of blocks and other late labels, as far as they are known; a page item without one takes `fallback` digits' width. */
  readonly pageLabel: (block: string) => string | undefined;
  /** Terms never broken, and words with their hyphenation given. */
  readonly keep: readonly string[];
  readonly hyphenation: ReadonlyMap<string, string>;
  readonly policy: TypesetPolicy;
}

/** Theme keys of `typography.md`, with its defaults. */
export interface TypesetPolicy {
  readonly prohibition: 'basic' | 'gb' | 'strict';
  readonly punctuation: 'kaiming' | 'full' | 'half' | 'line-end-half';
  readonly neighbours: 'tight' | 'loose';
  readonly hang: boolean;
  readonly hanLatin: { readonly natural: number; readonly min: number; readonly max: number };
  readonly maxHyphensInRow: number;
  /** Word spaces of English justified text that are taken as they come, shares of the natural one: at most 1, at least 1. */
  readonly wordSpace: { readonly min: number; readonly max: number };
  /** Penalty of an added hyphen, beside badness of a hundred for a line at its full stretch. */
  readonly hyphenCost: number;
  /** Letters that stay on the line and that go to the next one, at least. */
  readonly hyphenLetters: { readonly before: number; readonly after: number };
  /** A last line of one English word needs as many letters. */
  readonly lastWordLetters: number;
  /** Dashes between English clauses: as they are written, `—` without spaces, or ` – ` with a no-break space before it. */
  readonly dash: 'as-written' | 'closed' | 'spaced';
  /** How far the gaps between Han open before a line counts as loose, and in a loose line that other means can fill, em. */
  readonly hanSpread: number;
  readonly hanLimit: number;
  /** Word spaces between Latin words in Chinese justified text, em. */
  readonly wordSpaceZh: { readonly min: number; readonly max: number };
  /** How wide gaps beside Latin and blanks of marks open in a loose Chinese line before Han do further, em. */
  readonly looseGap: { readonly latin: number; readonly mark: number };
  /** From this share of the measure on a last line is justified too. */
  readonly fullLastLine: number;
  /** Ragged lines: the least share of the measure that one fills, and the share under which a hyphen may fill it up. */
  readonly raggedLine: { readonly least: number; readonly hyphenUnder: number };
  /** By what share of their width marks of English text stand out at the right edge of justified lines. */
  readonly protrusion: {
    readonly hyphen: number;
    readonly dash: number;
    readonly comma: number;
    readonly stop: number;
    readonly quote: number;
  };
  /** Whether plain formulas (`CO2e`, `m3`) are set with real sub- and superscripts; on unless `false`. */
  readonly formulas?: boolean;
}

/** Narrowest and natural width of a paragraph, pt: its longest unbreakable sequence, and its longest line unbroken. */
export interface ParagraphWidths {
  readonly min: number;
  readonly max: number;
}

/** What the page asks of a paragraph once it is known where its lines stand. */
export interface TypesetWishes {
  /** Lines, counted from 0, that may not end with a hyphen: the last ones before a page or column. */
  readonly unhyphenated?: readonly number[];
  /** What stands before this place, a line's `next`, was set at another measure: only the lines after it are made. */
  readonly from?: number;
}

export type TypesetParagraphFn = (
  paragraph: Paragraph,
  measure: number,
  context: TypesetContext,
  wishes?: TypesetWishes,
) => TypesetParagraph;
export type MeasureParagraphFn = (paragraph: Paragraph, context: TypesetContext) => ParagraphWidths;
