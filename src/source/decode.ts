import { type Diagnostic, diagnose, failed, good, type Outcome, type Point, type Span } from '../core/index.ts';

/** Largest content file, in bytes. The longest chapter of a printed report is a twentieth of this. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;

/**
 * Turns the bytes of a file into text in NFC with `\n` line ends, without a byte order mark.
 * Normalising the whole file keeps every later offset an offset into the text that was parsed.
 * Emits C010 (not UTF-8, or NUL), C011 (too large).
 */
export function decodeText(file: string, bytes: Uint8Array): Outcome<string> {
  if (bytes.length > MAX_FILE_BYTES) {
    return failed([
      diagnose('C011', `${file} has ${bytes.length} bytes; a content file may have ${MAX_FILE_BYTES}`, {
        span: pointSpan(file, { line: 1, column: 1, offset: 0 }),
        hints: ['split the file, or keep data that is not content outside `content/`'],
      }),
    ]);
  }
  const utf16 = utf16Mark(bytes);
  if (utf16 !== undefined) return failed([notUtf8(file, bytes, 0, `the file starts with the mark of ${utf16}`)]);
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) {
    const bad = firstInvalidByte(bytes) ?? 0;
    return failed([notUtf8(file, bytes, bad, `byte ${hex(bytes[bad])} at position ${bad} is not UTF-8`)]);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return failed([
      diagnose('C010', `a NUL stands at byte ${nul}`, {
        span: pointSpan(file, pointOfByte(bytes, nul)),
        hints: ['remove the character; a text file holds none'],
      }),
    ]);
  }
  return good(decoded.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC'));
}

/** Undefined when the bytes are not UTF-8; a byte order mark is left out. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array, position: number, message: string): Diagnostic {
  return diagnose('C010', message, {
    span: pointSpan(file, pointOfByte(bytes, position)),
    hints: [
      looksLikeGbk(bytes) ? 'the bytes look like GBK: save the file as UTF-8' : 'save the file as UTF-8 without BOM',
    ],
  });
}

function utf16Mark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
  return undefined;
}

/** Source: Unicode 15, table 3-7 (well-formed UTF-8 byte sequences). */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0) return i;
    const second = bytes[i + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return i;
    for (let k = 2; k <= more; k += 1) {
      const next = bytes[i + k] ?? 0;
      if (next < 0x80 || next > 0xbf) return i;
    }
    i += more + 1;
  }
  return undefined;
}

/** Whether all bytes above ASCII pair up as GB 2312 characters do. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false;
    pairs += 1;
    i += 1;
  }
  return pairs > 0;
}

function pointOfByte(bytes: Uint8Array, position: number): Point {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, position));
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: before.length };
}

function pointSpan(file: string, start: Point): Span {
  return { file, start, end: start };
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
