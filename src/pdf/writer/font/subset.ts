import { type Component, isComposite, moveComponents, renumberComponents } from './composite.ts';
import type { CodedFont, CodedGlyph } from './glyph-codes.ts';
import { serialiseTables } from './table-file.ts';
import type { TrueTypeFont } from './true-type.ts';

interface SubsetGlyph {
  readonly outline: Buffer;
  readonly advance: number;
  readonly bearing: number;
}

/**
 * Builds the TrueType program that holds exactly the coded glyphs, numbered by their codes, and after them the glyphs that
 * only composites use. Source: ISO/IEC 14496-22 5.2 and 5.3; ISO 32000-1 9.9 for the tables an embedded program needs.
 */
export function buildSubset(font: CodedFont): Buffer {
  const glyphs = collectGlyphs(font);
  const { program } = font;
  const glyf: Buffer[] = [];
  const offsets: number[] = [0];
  let length = 0;
  for (const { outline } of glyphs) {
    const padded = outline.length % 2 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(1)]);
    glyf.push(padded);
    length += padded.length;
    offsets.push(length);
  }
  const short = length < 0x20000;
  const loca = Buffer.alloc(offsets.length * (short ? 2 : 4));
  offsets.forEach((offset, i) => {
    if (short) loca.writeUInt16BE(offset / 2, i * 2);
    else loca.writeUInt32BE(offset, i * 4);
  });
  const hmtx = Buffer.alloc(glyphs.length * 4);
  glyphs.forEach(({ advance, bearing }, i) => {
    hmtx.writeUInt16BE(advance, i * 4);
    hmtx.writeInt16BE(bearing, i * 4 + 2);
  });
  const tables = new Map<string, Buffer>([
    ['head', patched(program, 'head', (head) => head.writeInt16BE(short ? 0 : 1, 50))],
    ['hhea', patched(program, 'hhea', (hhea) => hhea.writeUInt16BE(glyphs.length, 34))],
    ['maxp', patched(program, 'maxp', (maxp) => growLimits(maxp, glyphs.length, font.coded))],
    ['hmtx', hmtx],
    ['loca', loca],
    ['glyf', Buffer.concat(glyf, length)],
  ]);
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = program.table(tag);
    if (table !== undefined) tables.set(tag, table);
  }
  return serialiseTables(tables);
}

/** Glyphs by code, then those that only composites refer to. */
function collectGlyphs({ program, coded }: CodedFont): readonly SubsetGlyph[] {
  const numbers = new Map<number, number>();
  coded.forEach((glyph, code) => {
    const source = asItIs(glyph, program);
    if (source !== undefined && !numbers.has(source)) numbers.set(source, code);
  });
  const extra: number[] = [];
  const numberOf = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    const number = coded.length + extra.length;
    numbers.set(glyph, number);
    extra.push(glyph);
    return number;
  };
  const copy = (glyph: number): SubsetGlyph => {
    const outline = program.outline(glyph);
    return {
      outline: isComposite(outline) ? renumberComponents(outline, numberOf) : outline,
      advance: program.advance(glyph),
      bearing: program.leftSideBearing(glyph),
    };
  };
  const glyphs = coded.map((glyph, code): SubsetGlyph => {
    const source = asItIs(glyph, program);
    if (source !== undefined && numbers.get(source) === code) return copy(source);
    const components: readonly Component[] = glyph.components.map(({ glyph: part, dx }) => ({
      glyph: program.outline(part).length === 0 ? 0 : numberOf(part),
      dx,
    }));
    const outline = moveComponents(
      components,
      glyph.components.map((part) => program.outline(part.glyph)),
    );
    return { outline, advance: glyph.advance, bearing: outline.length === 0 ? 0 : outline.readInt16BE(2) };
  });
  // Copying may itself call for further components, so the list grows while it is walked.
  for (let i = 0; i < extra.length; i += 1) glyphs.push(copy(extra[i] ?? 0));
  return glyphs;
}

/** The glyph that a code shows unchanged, if it does. */
function asItIs(glyph: CodedGlyph, program: TrueTypeFont): number | undefined {
  const [only, second] = glyph.components;
  if (only === undefined || second !== undefined || only.dx !== 0) return undefined;
  return program.advance(only.glyph) === glyph.advance ? only.glyph : undefined;
}

function patched(program: TrueTypeFont, tag: string, patch: (table: Buffer) => void): Buffer {
  const table = Buffer.from(program.table(tag) ?? Buffer.alloc(0));
  patch(table);
  return table;
}

/** Composites of ours may nest one level deeper and hold more parts than any glyph of the source font. */
function growLimits(maxp: Buffer, glyphCount: number, coded: readonly CodedGlyph[]): void {
  maxp.writeUInt16BE(glyphCount, 4);
  if (maxp.length < 32) return;
  const parts = coded.reduce((most, glyph) => Math.max(most, glyph.components.length), 1);
  const simple = [6, 8] as const;
  for (const at of simple) {
    const most = Math.max(maxp.readUInt16BE(at), maxp.readUInt16BE(at + 4));
    maxp.writeUInt16BE(Math.min(0xffff, most * parts), at + 4);
  }
  maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(28), parts), 28);
  maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30);
}
