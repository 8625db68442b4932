import { dictionary, mapping, oneOf, textOrBlank } from '../../source/index.ts';
import { schemaLine } from './fields.ts';

/** Words may be empty in both languages: a layout prints nothing there. */
const words = mapping({ zh: textOrBlank(), en: textOrBlank() });

/** `content/strings.yaml` */
export const stringsSchema = mapping({ schema: schemaLine('strings'), strings: dictionary(words) });

/** `templates/strings.yaml`, of the package, or of a project whose templates print words of their own. */
export const registerSchema = mapping({
  schema: schemaLine('strings'),
  extends: oneOf('package').optional(),
  strings: dictionary(words),
});
