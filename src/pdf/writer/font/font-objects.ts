import { createHash } from 'node:crypto';
import { deflate, type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { bytesString, dict, name, num, rectangle, type Syntax } from '../file/syntax.ts';
import type { EmbeddedFont } from '../input.ts';
import type { CodedFont } from './glyph-codes.ts';
import { buildSubset } from './subset.ts';
import { toUnicodeMap } from './to-unicode.ts';

/**
 * Writes one face as a composite font with its embedded subset; codes are CIDs and glyph numbers at once.
 * Source: ISO 32000-1 9.7.4, 9.8, 9.9; ISO 14289-1 7.21.
 */
export function writeFont(file: ObjectFile, id: ObjectId, font: CodedFont): EmbeddedFont {
  const { face, coded } = font;
  const program = buildSubset(font);
  const packed = deflate(program);
  const postscript = `${subsetTag(program)}+${face.postscriptName}`;
  const scale = 1000 / face.unitsPerEm;
  const units = (value: number): number => Math.round(value * scale);

  const fontFile = file.addStream({ Length1: program.length, Filter: '/FlateDecode' }, packed, { raw: true });
  const descriptor = file.add(
    dict({
      Type: '/FontDescriptor',
      FontName: name(postscript),
      Flags: descriptorFlags(font),
      FontBBox: rectangle([units(face.bbox[0]), units(face.bbox[1]), units(face.bbox[2]), units(face.bbox[3])]),
      ItalicAngle: face.italicAngle,
      Ascent: units(face.ascent),
      Descent: units(face.descent),
      CapHeight: units(face.capHeight),
      XHeight: units(face.xHeight),
      StemV: stemWidth(face.weight),
      FontFile2: reference(fontFile),
    }),
  );
  const widths = coded.map((glyph) => Math.round(glyph.advance * scale * 10) / 10);
  const usual = mostFrequent(widths.slice(1));
  const descendant = file.add(
    dict({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: name(postscript),
      CIDSystemInfo: dict({ Registry: bytesString('Adobe'), Ordering: bytesString('Identity'), Supplement: 0 }),
      FontDescriptor: reference(descriptor),
      DW: usual,
      W: widthArray(widths, usual),
      CIDToGIDMap: '/Identity',
    }),
  );
  const unicode = file.addStream({}, toUnicodeMap(coded.map((glyph) => glyph.text)));
  file.put(
    id,
    dict({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name(postscript),
      Encoding: '/Identity-H',
      DescendantFonts: `[${reference(descendant)}]`,
      ToUnicode: reference(unicode),
    }),
  );
  return { face: face.id, name: postscript, glyphs: coded.length - 1, bytes: packed.length };
}

/** Six letters that name the subset by what it holds. */
function subsetTag(program: Buffer): string {
  const digest = createHash('sha256').update(program).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

const SERIF = 2;
const SYMBOLIC = 4;
const ITALIC = 64;

function descriptorFlags({ face }: CodedFont): number {
  return SYMBOLIC + (face.serif ? SERIF : 0) + (face.italicAngle !== 0 ? ITALIC : 0);
}

/** Stems by weight class; no table holds them, and viewers use them only for a font that is missing. */
function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 1000;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Widths of the codes that differ from the usual one, in runs. Source: ISO 32000-1 9.7.4.3. */
function widthArray(widths: readonly number[], usual: number): Syntax {
  let out = '[';
  let open = false;
  widths.forEach((width, code) => {
    if (code === 0 || width === usual) {
      if (open) out += ']';
      open = false;
    } else {
      out += open ? ` ${num(width, 1)}` : `${out === '[' || out.endsWith(']') ? '' : ' '}${code}[${num(width, 1)}`;
      open = true;
    }
  });
  return `${out}${open ? ']' : ''}]`;
}
