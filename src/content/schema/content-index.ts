import { flag, list, mapping, oneOf, text } from '../../source/index.ts';
import { pair, schemaLine } from './fields.ts';

/** `index/*.yaml` */
export const contentIndexSchema = mapping({
  schema: schemaLine('index'),
  framework: text(),
  entries: list(
    mapping({
      disclosure: text(),
      where: list(text(), 1).optional(),
      metrics: list(text()).optional(),
      omission: mapping({
        reason: oneOf('not_applicable', 'confidentiality', 'legal', 'unavailable'),
        text: pair(),
      }).optional(),
      assured: flag().optional(),
    }),
  ),
});
