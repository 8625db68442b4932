import { flag, list, mapping, text } from '../../source/index.ts';
import { id, langText, pair, schemaLine } from './fields.ts';

/** `termbase.yaml` */
export const termbaseSchema = mapping({
  schema: schemaLine('termbase'),
  terms: list(
    mapping({
      id: id(),
      zh: langText(),
      en: langText(),
      abbr: mapping({ zh: text().optional(), en: text().optional() }).optional(),
      expansion: pair().optional(),
      avoid: mapping({ zh: list(text()).optional(), en: list(text()).optional() }).optional(),
      keep_together: flag().optional(),
      hyphenate: text().optional(),
      gloss: pair().optional(),
    }),
  ),
});
