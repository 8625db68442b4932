import { deflateSync } from 'node:zlib';
import { type FileStream, serialise } from './serialise.ts';
import { dict, type Syntax } from './syntax.ts';

/** The number of an indirect object; generations are always 0. */
export type ObjectId = number;

type Entries = Readonly<Record<string, Syntax | number | undefined>>;

/** `raw`: the data go in as they are, compressed already (then `Filter` is among the entries) or kept plain. */
export interface StreamOptions {
  readonly raw?: boolean;
}

/** The indirect objects of one PDF file. */
export interface ObjectFile {
  /** Takes the next number, for an object that is put later. */
  reserve(): ObjectId;
  put(id: ObjectId, body: Syntax): void;
  add(body: Syntax): ObjectId;
  /** Data as text are one byte a character (Latin-1). */
  putStream(id: ObjectId, entries: Entries, data: Uint8Array | string, options?: StreamOptions): void;
  addStream(entries: Entries, data: Uint8Array | string, options?: StreamOptions): ObjectId;
  /** The whole file. Every number that was taken must have its object. */
  bytes(trailer: Trailer): Uint8Array;
}

export interface Trailer {
  readonly version: '1.6' | '1.7';
  readonly root: ObjectId;
  readonly info: ObjectId;
}

/** Objects in one object stream: enough to compress well, few enough to be opened without waiting. */
const OBJECTS_PER_STREAM = 400;
/**
 * Level 6 saves no more than a hundredth of pages and fonts over level 5, and takes a fifth longer; objects, which repeat
 * more, gain a thirtieth from 7, and from 9 hardly anything for three times its time.
 */
const LEVEL = 5;
const OBJECT_LEVEL = 7;

export function reference(id: ObjectId): Syntax {
  return `${id} 0 R`;
}

/** Compresses with zlib as every stream of the file is. */
export function deflate(data: Uint8Array, level = LEVEL): Buffer {
  return deflateSync(data, { level });
}

/** Makes an empty file. Objects that are no streams go into object streams. Source: ISO 32000-1 7.5.7. */
export function createObjectFile(): ObjectFile {
  const plain = new Map<ObjectId, Syntax>();
  const streams = new Map<ObjectId, FileStream>();
  let last = 0;
  const file: ObjectFile = {
    reserve() {
      last += 1;
      return last;
    },
    put(id, body) {
      plain.set(id, body);
    },
    add(body) {
      const id = file.reserve();
      plain.set(id, body);
      return id;
    },
    putStream(id, entries, data, options = {}) {
      const source =
        typeof data === 'string'
          ? Buffer.from(data, 'latin1')
          : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      const raw = options.raw === true;
      const body = raw ? source : deflate(source);
      const filter = raw ? entries['Filter'] : '/FlateDecode';
      streams.set(id, { head: dict({ ...entries, Filter: filter, Length: body.length }), data: body });
    },
    addStream(entries, data, options) {
      const id = file.reserve();
      file.putStream(id, entries, data, options);
      return id;
    },
    bytes(trailer) {
      const packed = packObjects(file, plain);
      return serialise({ ...trailer, last, streams, packed });
    },
  };
  return file;
}

/** Puts the plain objects into object streams; says for each where it stands: the stream's number and its index there. */
function packObjects(
  file: ObjectFile,
  plain: ReadonlyMap<ObjectId, Syntax>,
): ReadonlyMap<ObjectId, readonly [ObjectId, number]> {
  const ids = [...plain.keys()].sort((a, b) => a - b);
  const packed = new Map<ObjectId, readonly [ObjectId, number]>();
  for (let from = 0; from < ids.length; from += OBJECTS_PER_STREAM) {
    const group = ids.slice(from, from + OBJECTS_PER_STREAM);
    const offsets: string[] = [];
    let body = '';
    for (const id of group) {
      offsets.push(`${id} ${body.length}`);
      body += `${plain.get(id) ?? 'null'}\n`;
    }
    const head = `${offsets.join(' ')}\n`;
    const data = deflate(Buffer.from(head + body, 'latin1'), OBJECT_LEVEL);
    const entries = { Type: '/ObjStm', N: group.length, First: head.length, Filter: '/FlateDecode' };
    const stream = file.addStream(entries, data, { raw: true });
    group.forEach((id, index) => {
      packed.set(id, [stream, index]);
    });
  }
  return packed;
}
