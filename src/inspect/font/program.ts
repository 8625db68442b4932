import type { PdfFile } from '../objects/index.ts';
import { readCff } from './cff.ts';
import type { Font } from './font.ts';
import { readSfnt } from './sfnt.ts';

/** An embedded font program, as far as inspection asks. */
export interface FontProgram {
  readonly glyphs: number;
  /** Advance of a glyph, thousandths of the size; undefined where the program does not say. */
  widthOf(glyph: number): number | undefined;
  /** The glyph of a CID; undefined for none. Only of programs that are keyed by CID. */
  readonly glyphOfCid: ((cid: number) => number | undefined) | undefined;
  readonly tables: ReadonlySet<string>;
}

/** `unread`: a program of a kind that is not looked into. `broken`: one that cannot be read. */
export type ProgramResult = FontProgram | 'unread' | 'broken';

const OPEN_TYPE = 'OTTO';

/** Reads the program of a font. Source: ISO 32000-1 9.9. */
export function readProgram(file: PdfFile, font: Font): ProgramResult {
  if (font.program === undefined) return 'unread';
  const data = file.data(font.program.stream);
  if (data === undefined || data.length < 12) return 'broken';
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const tag = bytes.toString('latin1', 0, 4);
  const sfnt =
    font.program.key === 'FontFile2' || tag === OPEN_TYPE || tag === 'true' || bytes.readUInt32BE(0) === 0x10000;
  try {
    if (sfnt) return readSfnt(bytes);
    return font.program.key === 'FontFile3' ? readCff(bytes) : 'unread';
  } catch (cause) {
    // Offsets that lead out of the data end in a range error of the buffer.
    if (cause instanceof RangeError) return 'broken';
    throw cause;
  }
}
