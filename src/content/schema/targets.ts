import { decimal, decimalOrNull, list, mapping, oneOf, text } from '../../source/index.ts';
import { id, pair, STATUSES, schemaLine } from './fields.ts';

/** `targets.yaml` */
export const targetsSchema = mapping({
  schema: schemaLine('targets'),
  targets: list(
    mapping({
      id: id(),
      metric: text().optional(),
      label: pair(),
      base: mapping({ period: text(), value: decimalOrNull(), in: text().optional() }).optional(),
      goal: mapping({
        value: decimal().optional(),
        change: decimal().optional(),
        in: text().optional(),
        text: pair().optional(),
        by: text(),
      }),
      path: oneOf('linear', 'none').optional(),
      source: list(text()),
      status: oneOf(...STATUSES),
      note: pair().optional(),
    }),
  ),
});
