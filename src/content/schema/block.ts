import * as z from 'zod';
import { nearest } from '../../core/index.ts';
import {
  either,
  type FieldFault,
  flag,
  integer,
  KINDS,
  list,
  madeInto,
  mapping,
  oneOf,
  text,
  textOrBlank,
  type Written,
} from '../../source/index.ts';
import { altText, id, langText, type Pair, pair } from './fields.ts';

const common = {
  id: id(),
  frameworks: list(text()).optional(),
  terms: list(text()).optional(),
  sdgs: list(integer(1, 17)).optional(),
  source_lang: oneOf('zh', 'en').optional(),
  translated_from: text('the first 12 hexadecimal digits of a SHA-256').optional(),
};
const bothTexts = { zh: langText(), en: langText() };
const tile = {
  metric: text(),
  period: text().optional(),
  show: list(oneOf('value', 'change', 'diff', 'trend', 'target'), 1),
  caption: pair().optional(),
};

export interface RawListItem extends Pair {
  readonly items?: readonly RawListItem[] | undefined;
}
const listItem: z.ZodType<RawListItem> = either(
  () => nestedItem,
  // Lists within lists are left open: a JSON Schema would have no end.
  () => [mapping({ ...bothTexts, items: z.array(z.unknown()).optional() })],
);

const nestedItem: z.ZodType<RawListItem> = mapping({ ...bothTexts, items: list(listItem, 1).optional() });

export interface RawRow {
  readonly metric: string;
  readonly indent?: number | undefined;
}
const rowMapping = mapping({ metric: text(), indent: integer(0, 3).optional() });
const rowName = madeInto(text(), (metric): RawRow => ({ metric }));
const row: z.ZodType<RawRow> = either<RawRow>(
  ({ kind }) => (kind === 'text' ? rowName : rowMapping),
  () => [text(), rowMapping],
);

const [oneText, twoTexts] = [textOrBlank(), pair()];
const cell: z.ZodType<Pair | string> = either<Pair | string>(
  ({ kind }) => (kind === 'text' || kind === 'nothing' ? oneText : twoTexts),
  () => [oneText, twoTexts],
);

const titled = { title: pair(), note: pair().optional() };
const chart = {
  chart: oneOf('bar', 'stacked_bar', 'hbar', 'line', 'area', 'doughnut', 'target', 'waterfall', 'scatter'),
  title: pair(),
  measure: pair(),
  series: list(mapping({ metric: text(), label: pair().optional() })),
  periods: list(text(), 1),
  target: text().optional(),
  marks: list(mapping({ period: text(), text: pair() })).optional(),
  alt: altText(),
  size: oneOf('full', 'main', 'half').optional(),
};

const schemas = {
  heading: mapping({ ...common, type: oneOf('heading'), level: integer(2, 4), ...bothTexts }),
  paragraph: mapping({
    ...common,
    type: oneOf('paragraph'),
    role: oneOf('lede', 'body', 'small').optional(),
    ...bothTexts,
  }),
  list: mapping({ ...common, type: oneOf('list'), ordered: flag().optional(), items: list(listItem, 1) }),
  callout: mapping({
    ...common,
    type: oneOf('callout'),
    kind: oneOf('note', 'definition', 'caution', 'sample'),
    title: pair().optional(),
    ...bothTexts,
  }),
  side_note: mapping({ ...common, type: oneOf('side_note'), beside: text(), title: pair().optional(), ...bothTexts }),
  note: mapping({ ...common, type: oneOf('note'), ...bothTexts }),
  kpi_grid: mapping({ ...common, type: oneOf('kpi_grid'), tiles: list(mapping(tile), 1) }),
  kpi: mapping({ ...common, type: oneOf('kpi'), ...tile }),
  chart: mapping({ ...common, type: oneOf('chart'), ...chart }),
  metric_table: mapping({
    ...common,
    type: oneOf('metric_table'),
    title: pair(),
    groups: list(mapping({ title: pair(), rows: list(row, 1) }), 1),
    periods: list(text(), 1),
    change: flag().optional(),
    note: pair().optional(),
    orientation: oneOf('portrait', 'landscape').optional(),
  }),
  table: mapping({
    ...common,
    type: oneOf('table'),
    title: pair(),
    columns: list(mapping({ ...bothTexts, align: oneOf('start', 'end', 'center', 'decimal').optional() }), 1),
    rows: list(list(cell, 1), 1),
    row_headers: integer(0, 9).optional(),
    note: pair().optional(),
    orientation: oneOf('portrait', 'landscape').optional(),
  }),
  figure: mapping({ ...common, type: oneOf('figure'), asset: text(), caption: pair() }),
  materiality: mapping({ ...common, type: oneOf('materiality'), ...titled }),
  sdg_map: mapping({ ...common, type: oneOf('sdg_map'), ...titled }),
  strategy_figure: mapping({ ...common, type: oneOf('strategy_figure'), ...titled }),
  index: mapping({ ...common, type: oneOf('index'), framework: text() }),
  break: mapping({ ...common, type: oneOf('break'), kind: oneOf('page', 'column') }),
};

export type BlockType = keyof typeof schemas;
/** A block as written, by its type. */
export type RawBlock = { [K in BlockType]: z.infer<(typeof schemas)[K]> }[BlockType];

const isBlockType = (word: string): word is BlockType => Object.hasOwn(schemas, word);

/** A block: its `type` decides which keys it may have. Emits C019 for a type that is not there. */
export const blockSchema: z.ZodType<RawBlock> = either<RawBlock>(blockOf, () => Object.values(schemas));

function blockOf({ kind, textAt }: Written): z.ZodType<RawBlock> | FieldFault {
  if (kind !== 'mapping') {
    return { code: 'C003', message: `${KINDS[kind]} stands where a block belongs`, expected: 'a mapping' };
  }
  const type = textAt('type');
  if (type === undefined) {
    return {
      code: 'C004',
      message: 'the block has no `type`',
      hint: `add \`type:\`, one of ${Object.keys(schemas).join(', ')}`,
    };
  }
  if (!isBlockType(type)) {
    const near = nearest(type, Object.keys(schemas));
    return {
      code: 'C019',
      message: `no block is of type \`${type}\``,
      expected: Object.keys(schemas).join(', '),
      found: type,
      at: ['type'],
      ...(near === undefined ? {} : { hint: `did you mean \`${near}\`?` }),
    };
  }
  return schemas[type] as z.ZodType<RawBlock>;
}
