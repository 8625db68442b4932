import * as z from 'zod';
import { schemaLine } from './fields.ts';

/**
 * `frameworks/*.yaml`: standards as data, in the shape that fits each standard. Only the first line is fixed;
 * `read/framework.ts` finds the disclosures in whatever lists the file has.
 */
export const frameworkSchema = z.looseObject({ schema: schemaLine('framework') });
