import type { z } from 'zod';
import {
  decimal,
  decimalOrNull,
  either,
  flag,
  integer,
  list,
  mapping,
  oneOf,
  oneOrMany,
  text,
} from '../../source/index.ts';
import { id, langText, type Pair, pair, STATUSES, schemaLine } from './fields.ts';
import { seriesBreakSchema } from './report.ts';

const displayRule = mapping({ unit: text(), dp: integer(0, 12).optional() });
const [formula, description] = [text(), pair()];
const derived: z.ZodType<Pair | string> = either<Pair | string>(
  ({ kind }) => (kind === 'text' ? formula : description),
  () => [formula, description],
);

const valueSchema = mapping({
  period: text(),
  value: decimalOrNull(),
  in: text().optional(),
  status: oneOf(...STATUSES),
  source: list(text()),
  stated_change: oneOrMany(
    mapping({ from: text(), value: decimal(), in: text(), source: list(text()).optional() }),
  ).optional(),
  derived: derived.optional(),
  alternatives: list(mapping({ value: decimal(), in: text(), source: list(text()) }), 1).optional(),
  note: pair().optional(),
});

const metricSchema = mapping({
  id: id(),
  label: pair(),
  short: pair().optional(),
  nature: oneOf('level', 'flow', 'reduction', 'avoided', 'intensity', 'ratio', 'count', 'money', 'index'),
  polarity: oneOf('higher_is_better', 'lower_is_better', 'neutral'),
  unit: text(),
  display: mapping({ zh: displayRule, en: displayRule }),
  scope: mapping({ key: text(), zh: langText(), en: langText() }),
  additive: flag(),
  accent: text().optional(),
  values: list(valueSchema, 1),
  parts: oneOrMany(mapping({ complete: flag(), period: text().optional(), items: list(text(), 1) })).optional(),
  restatements: list(
    mapping({ period: text(), old: decimalOrNull(), in: text().optional(), reason: pair(), source: list(text()) }),
  ).optional(),
  breaks: list(seriesBreakSchema).optional(),
  assurance: mapping({
    level: oneOf('none', 'none_found', 'limited', 'reasonable'),
    by: text().optional(),
  }).optional(),
  frameworks: list(text()).optional(),
});
export type RawMetric = z.infer<typeof metricSchema>;
export type RawValue = z.infer<typeof valueSchema>;

/** `metrics/*.yaml` */
export const metricsSchema = mapping({ schema: schemaLine('metrics'), metrics: list(metricSchema) });
