import { z } from 'zod';
import { mapping } from '../../source/index.ts';
import { pair, schemaLine } from './fields.ts';

/** `strings.yaml`, of the package and of a project. */
export const stringsSchema = mapping({ schema: schemaLine('strings'), strings: z.record(z.string(), pair()) });
