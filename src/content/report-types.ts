import type { OriginId, OriginIndex } from '../core/index.ts';
import type { Accent, Block } from './block-types.ts';
import type { CustomUnit, Metric, Period, SeriesBreak, Source, Target } from './figure-types.ts';
import type { Asset, ContentIndex, Framework, Materiality, Term, Waiver } from './register-types.ts';
import type { Label, LangText } from './text-types.ts';

export interface Chapter {
  readonly id: string;
  readonly accent: string | undefined;
  readonly number: string | undefined;
  readonly title: LangText;
  readonly lede: LangText | undefined;
  readonly opener: boolean;
  readonly blocks: readonly Block[];
  readonly origin: OriginId;
}

/** `about`, `highlights`, `strategy`, `data`, `feedback`. */
export type PartKind = 'about' | 'highlights' | 'strategy' | 'data' | 'feedback';

export interface Part {
  readonly kind: PartKind;
  readonly title: LangText;
  readonly lede: LangText | undefined;
  readonly blocks: readonly Block[];
  readonly origin: OriginId;
}

/** One entry of front, body and back, in the order of the report. */
export type PageEntry =
  | { readonly kind: 'cover' | 'contents' | 'glossary' | 'sources' }
  | { readonly kind: 'part'; readonly part: PartKind }
  | { readonly kind: 'chapter'; readonly chapter: string }
  | { readonly kind: 'index'; readonly framework: string };

export interface Report {
  readonly id: string;
  /** Of `report.yaml` as a whole. */
  readonly origin: OriginId;
  readonly title: LangText;
  readonly shortTitle: LangText;
  readonly subject: LangText;
  readonly notice: LangText | undefined;
  readonly period: string;
  readonly prior: string;
  /** In order of time. */
  readonly periods: readonly Period[];
  readonly breaks: readonly SeriesBreak[];
  readonly published: string;
  readonly accents: readonly Accent[];
  readonly front: readonly PageEntry[];
  readonly body: readonly PageEntry[];
  readonly back: readonly PageEntry[];
  readonly parts: Partial<Readonly<Record<PartKind, Part>>>;
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** Every block of every part and chapter. */
  readonly blocks: ReadonlyMap<string, Block>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: readonly CustomUnit[];
  readonly materiality: Materiality | undefined;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly indices: ReadonlyMap<string, ContentIndex>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly waivers: readonly Waiver[];
  /** Words that layouts print: the package's defaults with the project's own over them. */
  readonly strings: ReadonlyMap<string, Label>;
  readonly origins: OriginIndex;
}
