import { decimal, integer, list, mapping, text } from '../../source/index.ts';
import { pair, schemaLine } from './fields.ts';

const scales = list(mapping({ unit: text(), power: integer(0, 24) }));

/** `units.yaml` */
export const unitsSchema = mapping({
  schema: schemaLine('units'),
  units: list(
    mapping({
      id: text(),
      dimension: text(),
      factor: decimal(),
      base: text(),
      label: pair(),
      scales: mapping({ zh: scales.optional(), en: scales.optional() }).optional(),
    }),
  ),
});
