import { couple, decimal, list, mapping, oneOf, text } from '../../source/index.ts';
import { id, pair, STATUSES, schemaLine } from './fields.ts';

/** `materiality.yaml` */
export const materialitySchema = mapping({
  schema: schemaLine('materiality'),
  method: pair(),
  axes: mapping({ x: pair(), y: pair(), scale: couple(decimal(), decimal()) }),
  topics: list(
    mapping({
      id: id(),
      label: pair(),
      x: decimal(),
      y: decimal(),
      chapters: list(text()),
      accent: text().optional(),
      /** An older name of `accent`. */
      petal: text().optional(),
      status: oneOf(...STATUSES),
    }),
  ),
});
