import { isoDate, list, mapping, oneOf, text } from '../../source/index.ts';
import { id, pair, schemaLine } from './fields.ts';

/** `sources.yaml` */
export const sourcesSchema = mapping({
  schema: schemaLine('sources'),
  sources: list(
    mapping({
      id: id(),
      title: pair(),
      kind: oneOf('primary', 'primary_copy', 'press', 'standard', 'derived', 'editorial'),
      where: text(),
      date: isoDate().optional(),
      note: pair().optional(),
      /** A file of plain text below `content/sources/`: what the source says, for V2. */
      text: text().optional(),
    }),
  ),
});
