import { z } from 'zod';
import { mapping, textOrBlank } from '../../source/index.ts';
import { schemaLine } from './fields.ts';

/** Words may be empty in both languages: a layout prints nothing there. */
const words = mapping({ zh: textOrBlank(), en: textOrBlank() });

/** `strings.yaml`, of the package and of a project. */
export const stringsSchema = mapping({ schema: schemaLine('strings'), strings: z.record(z.string(), words) });
