import type { FontStyle, Lang, Paint, Span } from '../core/index.ts';

/** A colour with its value for each kind of output; CMYK in percent. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly cmyk: readonly [number, number, number, number];
  /** Inks of small text in this colour: two at most, so that it needs no register. By default those of the colour. */
  readonly cmykSmall?: readonly [number, number, number, number];
}

/** Size, leading and manner of a text, for one language. Lengths in pt. */
export interface TextStyle {
  readonly font: FontStyle;
  readonly size: number;
  readonly leading: number;
  readonly tracking: number;
  readonly paint: Paint;
  readonly align: 'start' | 'end' | 'center' | 'justify';
  /** Unsaid, no text is hyphenated but that of narrow cells in English. */
  readonly hyphenate?: boolean;
  readonly figures: 'proportional' | 'tabular';
  /** First-line indent, pt. */
  readonly indent: number;
  /** Space between this and a following paragraph of the same style, pt. */
  readonly paragraphGap: number;
}

/** A value of a style property as theme files write it. */
export type ThemeValue = string | number | boolean | readonly ThemeValue[] | { readonly [key: string]: ThemeValue };

/** What `styles:` of the theme says of one class or element, by property; `compose` gives the properties their meaning. */
export type StyleRule = Readonly<Record<string, ThemeValue>>;

export interface Theme {
  readonly name: string;
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly bleed: number;
    /** How far pages stand away from the spine, beside where they stand on screens; by default not at all. */
    readonly binding?: number;
    /** Landscape pages stay upright in the file, or are turned to the left on a sheet like all others; by default upright. */
    readonly landscape?: 'upright' | 'turned';
  };
  /** In print, text under this size, pt, takes black ink alone; by default text has the inks of its colour. */
  readonly inks?: { readonly blackTextUnder: number };
  /** Named text styles, by language: `body`, `lede`, `h1`, `kpi`, … */
  readonly text: Readonly<Record<string, Readonly<Record<Lang, TextStyle>>>>;
  /** Every paint that drawings and texts may name, accents expanded: `accent.1.deep`, `accent.1.mid`, `accent.1.tint`. */
  readonly colours: ReadonlyMap<Paint, Colour>;
  /** Class or element name → properties. */
  readonly styles: ReadonlyMap<string, StyleRule>;
  /** Token tree as read, for components that need their own measures (`charts`, `motif`, `kpi_tile`, …). */
  readonly tokens: Readonly<Record<string, ThemeValue>>;
  /** Families and fallback order, as the font manifest needs them. */
  readonly mixing: {
    /** Latin in Chinese text comes from the Latin companion, enlarged by this. */
    readonly latinScaleInZh: Readonly<Record<'sans' | 'serif', number>>;
    readonly hanLatinGap: { readonly natural: number; readonly min: number; readonly max: number };
  };
  /** Rules of setting that a house may choose. */
  readonly setting: {
    readonly prohibition: 'basic' | 'gb' | 'strict';
    readonly punctuation: 'kaiming' | 'full' | 'half' | 'line-end-half';
    readonly neighbours: 'tight' | 'loose';
    readonly hang: boolean;
    /** Hyphenated lines one after another, at most: 1 to 3. */
    readonly hyphensInRow: number;
    /** Shares of the natural space, in English justified text. */
    readonly wordSpace: { readonly min: number; readonly max: number };
    readonly hyphenCost: number;
    readonly hyphenLetters: { readonly before: number; readonly after: number };
    readonly lastWordLetters: number;
    /** Emphasised Chinese text: a dot under each Han, or the weight that the style `em` gives it. */
    readonly emphasisZh: 'dots' | 'bold';
    readonly dash: 'as-written' | 'closed' | 'spaced';
    /** Where footnotes begin with 1 again. */
    readonly noteNumbers: 'chapter' | 'page';
    /** em */
    readonly hanSpread: number;
    readonly hanLimit: number;
    readonly wordSpaceZh: { readonly min: number; readonly max: number };
    readonly looseGap: { readonly latin: number; readonly mark: number };
    /** Shares of the measure. */
    readonly fullLastLine: number;
    readonly raggedLine: { readonly least: number; readonly hyphenUnder: number };
    /** Shares of the width of marks of English text. */
    readonly protrusion: Readonly<Record<'hyphen' | 'dash' | 'comma' | 'stop' | 'quote', number>>;
  };
  /** Where a value of the theme files is written, for what checks say of it; undefined for a theme that no file holds. */
  readonly placeOf?: (path: readonly (string | number)[]) => Span | undefined;
}
