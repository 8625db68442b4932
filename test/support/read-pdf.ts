import { inflateSync } from 'node:zlib';

/** An indirect object as it stands in the file: its dictionary or value, and the decoded bytes of a stream. */
export interface PdfObject {
  readonly body: string;
  readonly stream: Buffer | undefined;
}

/**
 * Reads the objects of a PDF file made with object streams, by a reader that shares nothing with the writer but the
 * standard. Good for looking things up in tests; it does not follow updates or read encrypted files.
 */
export function readObjects(bytes: Uint8Array): ReadonlyMap<number, PdfObject> {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nstream\n/g)) {
    const body = match[2] ?? '';
    const start = match.index + match[0].length;
    const raw = Buffer.from(bytes).subarray(start, start + Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0));
    const packed = body.includes('/Filter/FlateDecode') && !body.includes('/DecodeParms');
    objects.set(Number(match[1]), { body, stream: packed ? inflateSync(raw) : raw });
  }
  for (const { body, stream } of [...objects.values()]) {
    if (stream === undefined || !body.includes('/Type/ObjStm')) continue;
    const content = stream.toString('latin1');
    const first = Number(/\/First (\d+)/.exec(body)?.[1]);
    const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let i = 0; i < numbers.length; i += 2) {
      const from = first + (numbers[i + 1] ?? 0);
      const to = i + 3 < numbers.length ? first + (numbers[i + 3] ?? 0) : content.length;
      objects.set(numbers[i] ?? 0, { body: content.slice(from, to).trim(), stream: undefined });
    }
  }
  return objects;
}

/** Objects whose body matches, in the order of their numbers. */
export function findObjects(objects: ReadonlyMap<number, PdfObject>, pattern: RegExp): readonly PdfObject[] {
  return [...objects].sort(([a], [b]) => a - b).flatMap(([, object]) => (pattern.test(object.body) ? [object] : []));
}

/** The object that an entry of a dictionary refers to. */
export function follow(
  objects: ReadonlyMap<number, PdfObject>,
  object: PdfObject | undefined,
  key: string,
): PdfObject | undefined {
  const found = new RegExp(`/${key}[ [](\\d+) 0 R`).exec(object?.body ?? '');
  return found === null ? undefined : objects.get(Number(found[1]));
}

/** Content streams of the pages, in page order. */
export function pageContents(bytes: Uint8Array): readonly string[] {
  const objects = readObjects(bytes);
  const tree = findObjects(objects, /\/Type\/Pages/)[0];
  const kids = /\/Kids\[([^\]]*)\]/.exec(tree?.body ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map((kid) => {
    const page = objects.get(Number(kid[1]));
    return follow(objects, page, 'Contents')?.stream?.toString('latin1') ?? '';
  });
}

/** Strings of a content stream are binary; this leaves the operators readable. */
export function operatorsOf(content: string): readonly string[] {
  return content
    .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()')
    .split('\n')
    .filter((line) => line !== '');
}
