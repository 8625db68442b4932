import type { z } from 'zod';
import { diagnose, type Span, type Workspace } from '../../core/index.ts';
import { decodeText, readBytes } from '../../source/index.ts';
import type { sourcesSchema } from '../schema/sources.ts';
import type { Source } from '../types.ts';
import type { FileReader } from './file-reader.ts';

const FOLDER = 'content/sources';

/**
 * The source register, numbered in file order, with the texts of which the project keeps a copy.
 * Emits C010, C011, C014 and C015 for such a copy.
 */
export async function readSources(
  ws: Workspace,
  read: FileReader,
  raw: z.infer<typeof sourcesSchema>,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const [i, source] of raw.sources.entries()) {
    sources.push({
      id: source.id,
      order: i + 1,
      title: read.label(source.title, 'sources', i, 'title'),
      kind: source.kind,
      where: source.where,
      date: source.date,
      note: read.maybeText(source.note, 'sources', i, 'note'),
      text:
        source.text === undefined
          ? undefined
          : await sourceText(ws, read, source.text, read.span('sources', i, 'text')),
      origin: read.origin('sources', i),
    });
  }
  return sources;
}

async function sourceText(ws: Workspace, read: FileReader, file: string, span: Span): Promise<string | undefined> {
  if (/^(?:[a-z]:)?[\\/]/i.test(file) || file.split(/[\\/]/).includes('..')) {
    const hints = [`give the path below ${FOLDER}/`];
    read.report(diagnose('C015', `${file} leads out of ${FOLDER}/`, { span, hints }));
    return undefined;
  }
  const path = `${FOLDER}/${file}`;
  const bytes = await readBytes(ws, path);
  const text = bytes.ok ? decodeText(path, bytes.value) : bytes;
  if (text.ok) return text.value;
  // A copy that is not there is told where it is named, one that cannot be read where it cannot.
  for (const diagnostic of text.diagnostics) read.report(bytes.ok ? diagnostic : { ...diagnostic, span });
  return undefined;
}
