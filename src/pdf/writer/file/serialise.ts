import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { InternalError } from '../../../core/index.ts';
import { dict, type Syntax } from './syntax.ts';

export interface FileStream {
  readonly head: Syntax;
  readonly data: Uint8Array;
}

export interface FileParts {
  readonly version: string;
  readonly root: number;
  readonly info: number;
  /** Highest object number in use. */
  readonly last: number;
  readonly streams: ReadonlyMap<number, FileStream>;
  /** For an object in an object stream: the stream's number, and the index in it. */
  readonly packed: ReadonlyMap<number, readonly [number, number]>;
}

/** Bytes of one entry of the cross-reference stream: type, offset or stream, index. */
const FIELD_WIDTHS = [1, 4, 2] as const;
const ENTRY = 7;
/** Higher levels save nothing here, and search long. */
const TABLE_LEVEL = 5;

/**
 * Lays the objects out as bytes, with a cross-reference stream at the end. The file identifier is a digest of everything
 * before it, so that equal content gives equal bytes. Source: ISO 32000-1 7.5.8, 14.4.
 */
export function serialise(parts: FileParts): Uint8Array {
  const chunks: Buffer[] = [];
  let length = 0;
  const write = (chunk: Buffer | string): void => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
    chunks.push(bytes);
    length += bytes.length;
  };
  const writeStream = (id: number, stream: FileStream): void => {
    write(`${id} 0 obj\n${stream.head}\nstream\n`);
    write(Buffer.from(stream.data.buffer, stream.data.byteOffset, stream.data.byteLength));
    write('\nendstream\nendobj\n');
  };

  // The second line tells transports that the file is binary.
  write(`%PDF-${parts.version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
  const offsets = new Map<number, number>();
  for (const [id, stream] of [...parts.streams].sort(([a], [b]) => a - b)) {
    offsets.set(id, length);
    writeStream(id, stream);
  }
  const digest = createHash('sha256');
  for (const chunk of chunks) digest.update(chunk);
  const identifier = `<${digest.digest('hex').slice(0, 32)}>`;

  const own = parts.last + 1;
  offsets.set(own, length);
  const table = crossReferences(own, offsets, parts.packed);
  const head = dict({
    Type: '/XRef',
    Size: own + 1,
    W: `[${FIELD_WIDTHS.join(' ')}]`,
    Root: `${parts.root} 0 R`,
    Info: `${parts.info} 0 R`,
    ID: `[${identifier}${identifier}]`,
    Filter: '/FlateDecode',
    DecodeParms: `<</Predictor 12/Columns ${ENTRY}>>`,
    Length: table.length,
  });
  writeStream(own, { head, data: table });
  write(`startxref\n${offsets.get(own) ?? 0}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks, length));
}

function crossReferences(
  own: number,
  offsets: ReadonlyMap<number, number>,
  packed: ReadonlyMap<number, readonly [number, number]>,
): Buffer {
  const rows = Buffer.alloc((own + 1) * ENTRY);
  rows.writeUInt16BE(0xffff, 5);
  for (let id = 1; id <= own; id += 1) {
    const at = id * ENTRY;
    const offset = offsets.get(id);
    const place = packed.get(id);
    if (offset !== undefined) {
      rows.writeUInt8(1, at);
      rows.writeUInt32BE(offset, at + 1);
    } else if (place !== undefined) {
      rows.writeUInt8(2, at);
      rows.writeUInt32BE(place[0], at + 1);
      rows.writeUInt16BE(place[1], at + 5);
    } else {
      throw new InternalError(`object ${id} was never written`);
    }
  }
  return deflateSync(predictUp(rows), { level: TABLE_LEVEL });
}

/** Stores each row as its difference from the row above, which entries of one kind repeat. */
function predictUp(rows: Buffer): Buffer {
  const count = rows.length / ENTRY;
  const out = Buffer.alloc(count * (ENTRY + 1));
  for (let row = 0; row < count; row += 1) {
    out[row * (ENTRY + 1)] = 2;
    for (let column = 0; column < ENTRY; column += 1) {
      const above = row === 0 ? 0 : (rows[(row - 1) * ENTRY + column] ?? 0);
      out[row * (ENTRY + 1) + 1 + column] = ((rows[row * ENTRY + column] ?? 0) - above) & 0xff;
    }
  }
  return out;
}
