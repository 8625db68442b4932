import { readPages } from '../../src/inspect/model/pages.ts';
import { isReference, isStream, openPdf } from '../../src/inspect/objects/index.ts';

/** A copy of a file whose page has other content, as an editor saves it: added at the end, with a cross-reference of its own. */
export function withPageContent(bytes: Uint8Array, page: number, edit: (content: string) => string): Uint8Array {
  const opened = openPdf(bytes);
  if (!opened.ok) throw new Error('the file cannot be opened');
  const file = opened.value;
  const contents = readPages(file)[page]?.dict.entries.get('Contents');
  const stream = file.resolve(contents);
  const root = file.trailer.entries.get('Root');
  if (!isReference(contents) || !isStream(stream) || !isReference(root ?? null)) throw new Error('not one stream');
  const before = Buffer.from(file.data(stream) ?? []).toString('latin1');
  const after = edit(before);
  if (after === before) throw new Error('nothing was altered');
  const old = Buffer.from(bytes);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(old.subarray(-64).toString('latin1'))?.[1];
  const body = Buffer.from(
    `${contents.ref} 0 obj\n<< /Length ${after.length} >>\nstream\n${after}\nendstream\nendobj\n`,
    'latin1',
  );
  const at = old.length + 1;
  const rootId = isReference(root ?? null) ? (root as { readonly ref: number }).ref : 0;
  const size = Math.max(...file.ids) + 1;
  const tail = `xref\n${contents.ref} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root ${rootId} 0 R /Prev ${previous} >>\nstartxref\n${at + body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([old, Buffer.from('\n'), body, Buffer.from(tail, 'latin1')]));
}
