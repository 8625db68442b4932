import type { Lang, OriginId, PerLang } from '../core/index.ts';

/** Text of one language with its references parsed. */
export interface Text {
  readonly lang: Lang;
  /** As written in YAML, in NFC. */
  readonly source: string;
  readonly inlines: readonly Inline[];
  readonly origin: OriginId;
}

/** A text in both languages. */
export type LangText = PerLang<Text>;

/** A name or label in both languages: takes no references. */
export type Label = PerLang<string>;

export type Inline =
  | { readonly kind: 'chars'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'ref'; readonly ref: Reference };

/** What follows `|` in a reference. */
export interface RefFormat {
  readonly name: 'qty' | 'num' | 'unit' | 'full' | 'pct' | 'abs' | 'signed' | 'pp' | 'words' | 'long' | undefined;
  readonly dp?: number;
}

/** A reference as parsed from text. `head` is the text before `|`, as P2 compares it. */
export interface Reference {
  readonly head: string;
  readonly format: RefFormat;
  /** UTF-16 offsets of the whole `{{…}}` in the source text. */
  readonly start: number;
  readonly end: number;
  readonly origin: OriginId;
  readonly target: RefTarget;
}

export type RefTarget =
  | { readonly kind: 'm'; readonly metric: string; readonly period: string }
  | {
      readonly kind: 'yoy' | 'diff';
      readonly metric: string;
      readonly period: string;
      readonly from: string | undefined;
    }
  | { readonly kind: 'share'; readonly part: string; readonly whole: string; readonly period: string }
  | { readonly kind: 'sum'; readonly metrics: readonly string[]; readonly period: string }
  | { readonly kind: 'target'; readonly target: string; readonly field: 'value' | 'change' | 'by' | 'gap' }
  | { readonly kind: 'period'; readonly period: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'see' | 'page'; readonly block: string }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'src'; readonly source: string }
  | { readonly kind: 'lit'; readonly text: string; readonly reason: string };
