import * as z from 'zod';
import { DATA_SCHEMA, type ReportData } from './data-types.ts';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal is digits with at most one point');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD');
const texts = z.array(z.string());
const status = z.enum(['reported', 'derived', 'estimate', 'disputed', 'sample', 'not_disclosed']);
const amount = { value: decimal, unit: z.string(), sources: texts };
const seriesBreak = z.strictObject({ between: z.array(z.string()).length(2), reason: text });

const value = z.strictObject({
  period: z.string().describe('Id of a period.'),
  value: decimal.nullable().describe('In the unit of the metric; null where nothing is disclosed.'),
  given: z.strictObject({ value: decimal.nullable(), unit: z.string() }).describe('As the content gives it.'),
  printed: text.describe('As running text prints it.'),
  status,
  sources: texts.describe('Ids of sources.'),
  derived: text.nullable().describe('How a derived value came about.'),
  stated_changes: z.array(z.strictObject({ ...amount, from: z.string() })),
  alternatives: z.array(z.strictObject(amount)).describe('Other readings of a disputed value.'),
  restated: z
    .strictObject({ old: decimal.nullable(), unit: z.string(), reason: text, sources: texts })
    .nullable()
    .describe('What was published for the period before.'),
  note: text.nullable(),
  blocks: texts.describe('Ids of the blocks that show or cite the value.'),
});

const metric = z.strictObject({
  id: z.string(),
  label: text,
  nature: z.enum(['level', 'flow', 'reduction', 'avoided', 'intensity', 'ratio', 'count', 'money', 'index']),
  polarity: z.enum(['higher_is_better', 'lower_is_better', 'neutral']),
  unit: z.string().describe('Unit of every `value`.'),
  scope: z.strictObject({ zh: z.string(), en: z.string(), key: z.string() }),
  additive: z.boolean().describe('Whether its values may be added to others of its scope.'),
  assurance: z.strictObject({
    level: z.enum(['none', 'none_found', 'limited', 'reasonable']),
    by: z.string().nullable(),
  }),
  frameworks: texts.describe('Ids of disclosures.'),
  breaks: z.array(seriesBreak),
  values: z.array(value),
});

const target = z.strictObject({
  id: z.string(),
  metric: z.string().nullable(),
  label: text,
  base: z.strictObject({ period: z.string(), value: decimal.nullable(), unit: z.string() }).nullable(),
  goal: z.strictObject({
    value: decimal.nullable(),
    change: decimal.nullable(),
    unit: z.string().nullable(),
    text: text.nullable(),
    by: z.string().describe('Id of a period, or a year.'),
  }),
  status,
  sources: texts,
});

/** The shape of `data.json`, for reading it back and for `schemas/data.schema.json`. */
export const dataSchema: z.ZodType<ReportData> = z.strictObject({
  schema: z.literal(DATA_SCHEMA),
  report: z.strictObject({
    id: z.string(),
    title: text,
    subject: text,
    period: z.string(),
    prior: z.string(),
    published: date,
  }),
  periods: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['calendar', 'fiscal']),
      start: date,
      end: date,
      label: text,
    }),
  ),
  breaks: z.array(seriesBreak).describe('Periods that no series may join.'),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      key: z.string().describe('Its mark in print.'),
      kind: z.enum(['primary', 'primary_copy', 'press', 'standard', 'derived', 'editorial']),
      title: text,
      where: z.string().describe('Where the document is, and the place in it.'),
      date: date.nullable(),
    }),
  ),
  metrics: z.array(metric),
  targets: z.array(target),
  sentences: z
    .array(z.strictObject({ in: z.string(), cites: texts, zh: z.string(), en: z.string() }))
    .describe('Texts that cite figures, as written, with their references.'),
});

/** `schemas/data.schema.json`, as text. Source: JSON Schema 2020-12. */
export function dataSchemaJson(): string {
  const { $schema, ...shape } = z.toJSONSchema(dataSchema);
  const title = 'Figures of a Petalpress report: output/data.json';
  return `${JSON.stringify({ $schema, title, ...shape }, null, 2)}\n`;
}
