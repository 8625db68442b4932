import type { Drawing, FontStyle, Lang, OriginId, Paint, Stroke } from '../core/index.ts';

/** How a run of text looks. Lengths in pt. */
export interface RunStyle {
  readonly font: FontStyle;
  readonly size: number;
  readonly tracking: number;
  readonly paint: Paint;
  readonly figures: 'proportional' | 'tabular';
  /** Baseline shift upwards, pt (superiors, inferiors set by markup). */
  readonly rise: number;
  readonly underline?: Stroke;
  readonly strike?: Stroke;
  /** Whether a dot stands under each Han. */
  readonly dots?: true;
}

/** What an inline means, for structure and interaction; the innermost one of a run holds. */
export interface InlineTag {
  /** PDF structure type of the inline element. */
  readonly type: 'Span' | 'Link' | 'Reference' | 'Em' | 'Strong' | 'Lbl';
  /** Groups the runs of one element, unique in the block. */
  readonly key: string;
  readonly lang?: Lang;
  readonly href?: string;
  /** Block or note id that the inline leads to. */
  readonly target?: string;
  readonly actualText?: string;
  readonly expansion?: string;
}

/** What a picture says in another language than what is around it. */
export interface SecondAlt {
  readonly lang: Lang;
  readonly text: string;
}

/** A border drawn round an inline (status tags). */
export interface InlineBox {
  readonly stroke: Stroke;
  readonly fill?: Paint;
  /** [top, right, bottom, left] pt between text and border. */
  readonly pad: readonly [number, number, number, number];
  /** Gap outside the border at the left and right, pt. */
  readonly margin: readonly [number, number];
}

export type InlineItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly lang: Lang;
      readonly style: RunStyle;
      readonly tag?: InlineTag;
      /** The run is never broken (a quantity, a formula, a name to keep). */
      readonly keep?: boolean;
      /** Id of the note that this run marks: the note goes to the page of this line. */
      readonly note?: string;
      /** The text is known only when pages are: the label that is asked for by this name stands in its place. */
      readonly late?: string;
      readonly origin: OriginId;
    }
  /** A box round one or more words, never broken. */
  | {
      readonly kind: 'boxed';
      readonly text: string;
      readonly lang: Lang;
      /** Where not all of it is in one language: its parts, which joined are the text. */
      readonly parts?: readonly { readonly text: string; readonly lang: Lang }[];
      readonly style: RunStyle;
      readonly box: InlineBox;
      readonly origin: OriginId;
    }
  /** A small picture on the line (triangle, petal). `ascent` is its height above the baseline, pt. */
  | {
      readonly kind: 'drawing';
      readonly drawing: Drawing;
      readonly ascent: number;
      readonly alt?: string;
      /** The same in the other language of the edition. */
      readonly altSecond?: SecondAlt;
      readonly origin: OriginId;
    }
  /** A number that is known only when pages are: the page label of a block. */
  | {
      readonly kind: 'page';
      readonly target: string;
      /**
       * In a list of pages, the blocks listed before: the label comes after a comma and a space, and is left out with
       * them when one of those stands on the same page. Absent or empty at the head of a list.
       */
      readonly after?: readonly string[];
      readonly lang: Lang;
      readonly style: RunStyle;
      readonly tag?: InlineTag;
      readonly origin: OriginId;
    }
  /** A space of fixed width that never breaks, pt. */
  | { readonly kind: 'space'; readonly width: number }
  /** Pushes what follows to the end of the line, filled with dots or nothing. */
  | { readonly kind: 'fill'; readonly leader?: { readonly paint: Paint; readonly size: number } }
  | { readonly kind: 'newline' };

/** One paragraph to be set, whatever its measure. Lengths in pt. */
export interface Paragraph {
  readonly items: readonly InlineItem[];
  readonly lang: Lang;
  readonly align: 'start' | 'end' | 'center' | 'justify';
  readonly leading: number;
  /** First-line indent. */
  readonly indent: number;
  /** Turned lines stand this far in from the left (lists, notes). */
  readonly hang: number;
  readonly hyphenate: boolean;
  /** Headings: lines of even length, no hyphens. */
  readonly balance: boolean;
  readonly origin: OriginId;
}
