import type { Lang, OriginId } from '../core/index.ts';
import type { Label, LangText } from './text-types.ts';

export interface Accent {
  readonly id: string;
  /** From 1, in the order of the report; the theme colours by it. */
  readonly order: number;
  readonly label: Label;
  readonly sdgs: readonly number[];
  readonly editorial: boolean;
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
