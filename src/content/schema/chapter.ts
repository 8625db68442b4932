import type { z } from 'zod';
import { flag, list, mapping, text } from '../../source/index.ts';
import { blockSchema } from './block.ts';
import { id, pair, schemaLine } from './fields.ts';

/** `chapters/*.yaml` */
export const chapterSchema = mapping({
  schema: schemaLine('chapter'),
  id: id(),
  accent: text().optional(),
  number: text().optional(),
  title: pair(),
  lede: pair().optional(),
  opener: flag().optional(),
  blocks: list(blockSchema),
});
export type RawChapter = z.infer<typeof chapterSchema>;
