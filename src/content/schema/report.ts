import type { z } from 'zod';
import { couple, flag, integer, isoDate, list, mapping, oneOf, text } from '../../source/index.ts';
import { blockSchema } from './block.ts';
import { id, pair, schemaLine } from './fields.ts';

/** A stretch that no series may cross without a gap. */
export const seriesBreakSchema = mapping({ between: couple(text(), text()), reason: pair() });

const partSchema = mapping({ title: pair(), lede: pair().optional(), blocks: list(blockSchema) });
export type RawPart = z.infer<typeof partSchema>;

/** `report.yaml` */
export const reportSchema = mapping({
  schema: schemaLine('report'),
  id: id(),
  title: pair(),
  short_title: pair(),
  subject: pair(),
  notice: pair().optional(),
  period: text(),
  prior: text(),
  periods: list(
    mapping({
      id: text(),
      kind: oneOf('calendar', 'fiscal'),
      start: isoDate(),
      end: isoDate(),
      label: pair(),
      long: pair(),
    }),
    1,
  ),
  breaks: list(seriesBreakSchema).optional(),
  published: isoDate(),
  frameworks: list(text()),
  accents: list(mapping({ id: id(), label: pair(), sdgs: list(integer(1, 17)), editorial: flag().optional() }), 1),
  front: list(text()),
  body: list(text()),
  back: list(text()),
  about: partSchema.optional(),
  highlights: partSchema.optional(),
  strategy: partSchema.optional(),
  data: partSchema.optional(),
  feedback: partSchema.optional(),
});
export type RawReport = z.infer<typeof reportSchema>;
