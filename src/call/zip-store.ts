/** A file in an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Packs files without compression. The archive has no clock: every file is dated 1 January 1980, so that the same files
 * always give the same bytes.
 * Source: PKWARE APPNOTE 6.3, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
 */
export function zipStore(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const sum = crc32(bytes);
    const facts = [VERSION, FLAG_UTF8, STORED, TIME, DATE] as const;
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      facts.forEach((fact, index) => view.setUint16(4 + index * 2, fact, true));
      sizes(view, 14, sum, bytes.length);
      view.setUint16(26, path.length, true);
    });
    const central = record(46, (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, VERSION, true);
      facts.forEach((fact, index) => view.setUint16(6 + index * 2, fact, true));
      sizes(view, 16, sum, bytes.length);
      view.setUint16(28, path.length, true);
      view.setUint32(42, offset, true);
    });
    parts.push(local, path, bytes);
    directory.push(central, path);
    offset += local.length + path.length + bytes.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, length, true);
    view.setUint32(16, offset, true);
  });
  return joined([...parts, ...directory, end]);
}

const VERSION = 20;
const FLAG_UTF8 = 0x0800;
const STORED = 0;
const TIME = 0;
const DATE = 0x0021;

function record(length: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

function sizes(view: DataView, at: number, sum: number, length: number): void {
  view.setUint32(at, sum, true);
  view.setUint32(at + 4, length, true);
  view.setUint32(at + 8, length, true);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** CRC-32 as of ISO 3309, reflected, polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
