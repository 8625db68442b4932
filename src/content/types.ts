import type { Lang, OriginId, OriginIndex, PerLang } from '../core/index.ts';

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

export interface Period {
  readonly id: string;
  readonly kind: 'calendar' | 'fiscal';
  readonly start: string;
  readonly end: string;
  readonly label: Label;
  readonly long: Label;
  readonly origin: OriginId;
}

export interface SeriesBreak {
  readonly between: readonly [string, string];
  readonly reason: Label;
}

export interface Accent {
  readonly id: string;
  /** From 1, in the order of the report; the theme colours by it. */
  readonly order: number;
  readonly label: Label;
  readonly sdgs: readonly number[];
  readonly editorial: boolean;
}

export type ValueStatus = 'reported' | 'derived' | 'estimate' | 'disputed' | 'sample' | 'not_disclosed';

export interface StatedChange {
  readonly from: string;
  readonly value: string;
  readonly in: string;
  readonly source: readonly string[];
  readonly origin: OriginId;
}

export interface Alternative {
  readonly value: string;
  readonly in: string;
  readonly source: readonly string[];
}

export interface MetricValue {
  readonly period: string;
  /** Decimal string as given, or null: not disclosed. */
  readonly value: string | null;
  readonly in: string | undefined;
  readonly status: ValueStatus;
  readonly source: readonly string[];
  readonly statedChanges: readonly StatedChange[];
  /** How a derived value came about: the same text for both languages, or one each. */
  readonly derived: LangText | undefined;
  readonly alternatives: readonly Alternative[];
  readonly note: LangText | undefined;
  readonly origin: OriginId;
}

export interface Parts {
  readonly complete: boolean;
  readonly period: string | undefined;
  readonly items: readonly string[];
  readonly origin: OriginId;
}

export interface Restatement {
  readonly period: string;
  readonly old: string | null;
  readonly in: string | undefined;
  readonly reason: LangText;
  readonly source: readonly string[];
  readonly origin: OriginId;
}

export type Nature = 'level' | 'flow' | 'reduction' | 'avoided' | 'intensity' | 'ratio' | 'count' | 'money' | 'index';
export type Polarity = 'higher_is_better' | 'lower_is_better' | 'neutral';

export interface DisplayRule {
  readonly unit: string;
  readonly dp: number | undefined;
}

export interface Metric {
  readonly id: string;
  readonly label: Label;
  readonly short: Label | undefined;
  readonly nature: Nature;
  readonly polarity: Polarity;
  readonly unit: string;
  readonly display: PerLang<DisplayRule>;
  readonly scope: { readonly key: string } & Label;
  readonly additive: boolean;
  readonly accent: string | undefined;
  readonly values: readonly MetricValue[];
  readonly parts: readonly Parts[];
  readonly restatements: readonly Restatement[];
  readonly breaks: readonly SeriesBreak[];
  readonly assurance:
    | { readonly level: 'none' | 'none_found' | 'limited' | 'reasonable'; readonly by: string | undefined }
    | undefined;
  readonly frameworks: readonly string[];
  readonly origin: OriginId;
}

export interface Target {
  readonly id: string;
  readonly metric: string | undefined;
  readonly label: Label;
  readonly base:
    | { readonly period: string; readonly value: string | null; readonly in: string | undefined }
    | undefined;
  readonly goal: {
    readonly value: string | undefined;
    readonly change: string | undefined;
    readonly in: string | undefined;
    readonly text: LangText | undefined;
    /** A period id, or a bare year. */
    readonly by: string;
  };
  readonly path: 'linear' | 'none';
  readonly source: readonly string[];
  readonly status: ValueStatus;
  readonly note: LangText | undefined;
  readonly origin: OriginId;
}

export interface Source {
  readonly id: string;
  /** From 1, in file order: the number of its mark. */
  readonly order: number;
  readonly title: Label;
  readonly kind: 'primary' | 'primary_copy' | 'press' | 'standard' | 'derived' | 'editorial';
  readonly where: string;
  readonly date: string | undefined;
  readonly note: LangText | undefined;
  /** What the source says, where the project keeps a copy. */
  readonly text: string | undefined;
  readonly origin: OriginId;
}

export interface CustomUnit {
  readonly id: string;
  readonly dimension: string;
  readonly factor: string;
  readonly base: string;
  readonly label: Label;
  readonly scales: PerLang<readonly { readonly unit: string; readonly power: number }[]> | undefined;
  readonly origin: OriginId;
}

export interface Topic {
  readonly id: string;
  readonly label: Label;
  readonly x: string;
  readonly y: string;
  readonly chapters: readonly string[];
  readonly accent: string | undefined;
  readonly status: ValueStatus;
  readonly origin: OriginId;
}

export interface Materiality {
  readonly method: LangText;
  readonly axes: { readonly x: Label; readonly y: Label; readonly scale: readonly [string, string] };
  readonly topics: readonly Topic[];
}

export interface Term {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly abbr: Partial<Label>;
  readonly expansion: Label | undefined;
  readonly avoid: PerLang<readonly string[]>;
  readonly keepTogether: boolean;
  readonly hyphenate: string | undefined;
  readonly gloss: LangText | undefined;
  readonly origin: OriginId;
}

export interface Asset {
  readonly id: string;
  /** Path in the workspace: `content/assets/…`. */
  readonly path: string;
  readonly sha256: string;
  readonly licence: string;
  readonly credit: Label | undefined;
  readonly alt: Label;
  readonly decorative: boolean;
  readonly bytes: Uint8Array;
  readonly origin: OriginId;
}

/** A disclosure of a framework, whatever the framework's own file shape. */
export interface Disclosure {
  readonly id: string;
  readonly code: string;
  readonly title: Label;
  /** The heading it stands under (standard, part, aspect, pillar), in reading order. */
  readonly group: { readonly id: string; readonly title: Label };
  /** Whether the version in force for the report's period asks for it. */
  readonly inForce: boolean;
  readonly origin: OriginId;
}

export interface Framework {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: Label;
  readonly disclosures: readonly Disclosure[];
  readonly origin: OriginId;
}

export interface IndexEntry {
  readonly disclosure: string;
  readonly where: readonly string[];
  readonly metrics: readonly string[];
  readonly omission:
    | { readonly reason: 'not_applicable' | 'confidentiality' | 'legal' | 'unavailable'; readonly text: LangText }
    | undefined;
  readonly assured: boolean;
  readonly origin: OriginId;
}

export interface ContentIndex {
  readonly framework: string;
  readonly entries: readonly IndexEntry[];
  readonly origin: OriginId;
}

export interface Waiver {
  readonly check: string;
  readonly item: string;
  readonly reason: string;
  readonly by: string;
  readonly expires: string;
  readonly origin: OriginId;
}

interface BlockBase {
  readonly id: string;
  readonly origin: OriginId;
  readonly frameworks: readonly string[];
  readonly terms: readonly string[];
  readonly sdgs: readonly number[];
  readonly sourceLang: Lang | undefined;
  readonly translatedFrom: string | undefined;
}

export interface ListItem {
  readonly text: LangText;
  readonly items: readonly ListItem[];
}

export type TileShow = 'value' | 'change' | 'diff' | 'trend' | 'target';

export interface Tile {
  readonly metric: string;
  readonly period: string | undefined;
  readonly show: readonly TileShow[];
  readonly caption: LangText | undefined;
  readonly origin: OriginId;
}

export type ChartKind =
  | 'bar'
  | 'stacked_bar'
  | 'hbar'
  | 'line'
  | 'area'
  | 'doughnut'
  | 'target'
  | 'waterfall'
  | 'scatter';

export interface ChartSeries {
  readonly metric: string;
  readonly label: Label | undefined;
  readonly origin: OriginId;
}

export type Block = BlockBase &
  (
    | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly text: LangText }
    | { readonly type: 'paragraph'; readonly role: 'lede' | 'body' | 'small'; readonly text: LangText }
    | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
    | {
        readonly type: 'callout';
        readonly kind: 'note' | 'definition' | 'caution' | 'sample';
        readonly title: LangText | undefined;
        readonly text: LangText;
      }
    | {
        readonly type: 'side_note';
        readonly beside: string;
        readonly title: LangText | undefined;
        readonly text: LangText;
      }
    | { readonly type: 'note'; readonly text: LangText }
    | { readonly type: 'kpi_grid'; readonly tiles: readonly Tile[] }
    | { readonly type: 'kpi'; readonly tile: Tile }
    | {
        readonly type: 'chart';
        readonly chart: ChartKind;
        readonly title: LangText;
        readonly measure: LangText;
        readonly series: readonly ChartSeries[];
        readonly periods: readonly string[];
        readonly target: string | undefined;
        readonly marks: readonly { readonly period: string; readonly text: LangText }[];
        readonly alt: LangText;
        readonly size: 'full' | 'main' | 'half';
      }
    | {
        readonly type: 'metric_table';
        readonly title: LangText;
        readonly groups: readonly {
          readonly title: LangText;
          readonly rows: readonly { readonly metric: string; readonly indent: number; readonly origin: OriginId }[];
        }[];
        readonly periods: readonly string[];
        readonly change: boolean;
        readonly note: LangText | undefined;
        /** On a landscape page of its own. */
        readonly landscape: boolean;
      }
    | {
        readonly type: 'table';
        readonly title: LangText;
        readonly columns: readonly {
          readonly title: LangText;
          readonly align: 'start' | 'end' | 'center' | 'decimal';
        }[];
        /** A cell without text is empty. */
        readonly rows: readonly (readonly (LangText | undefined)[])[];
        readonly rowHeaders: number;
        readonly note: LangText | undefined;
        /** On a landscape page of its own. */
        readonly landscape: boolean;
      }
    | { readonly type: 'figure'; readonly asset: string; readonly caption: LangText }
    | {
        readonly type: 'materiality' | 'sdg_map' | 'strategy_figure';
        readonly title: LangText;
        readonly note: LangText | undefined;
      }
    | { readonly type: 'index'; readonly framework: string }
    | { readonly type: 'break'; readonly kind: 'page' | 'column' }
  );

export type BlockOf<K extends Block['type']> = Extract<Block, { type: K }>;

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
