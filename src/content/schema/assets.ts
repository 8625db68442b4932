import { flag, list, mapping, text } from '../../source/index.ts';
import { altText, id, pair, schemaLine } from './fields.ts';

/** `assets.yaml` */
export const assetsSchema = mapping({
  schema: schemaLine('assets'),
  assets: list(
    mapping({
      id: id(),
      file: text('a file below content/assets/'),
      sha256: text('64 hexadecimal digits'),
      licence: text(),
      credit: pair().optional(),
      alt: altText(),
      decorative: flag().optional(),
    }),
  ),
});
