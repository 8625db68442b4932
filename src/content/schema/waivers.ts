import { isoDate, list, mapping, text } from '../../source/index.ts';
import { schemaLine } from './fields.ts';

/** `waivers.yaml` */
export const waiversSchema = mapping({
  schema: schemaLine('waivers'),
  waivers: list(mapping({ check: text(), item: text(), reason: text(), by: text(), expires: isoDate() })),
});
