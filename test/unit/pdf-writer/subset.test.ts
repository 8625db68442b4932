import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Face } from '../../../src/fonts/index.ts';
import { type CodedFont, createFontTable } from '../../../src/pdf/writer/font/glyph-codes.ts';
import { buildSubset } from '../../../src/pdf/writer/font/subset.ts';
import { testFonts } from './placed.ts';

interface ReadFont {
  readonly numGlyphs: number;
  getGlyph(id: number): {
    readonly path: { toSVG(): string };
    readonly advanceWidth: number;
    readonly bbox: { minX: number };
  };
}

// The package has no declarations.
const { create } = createRequire(import.meta.url)('fontkit') as { create(bytes: Buffer): ReadFont };

let book: Awaited<ReturnType<typeof testFonts>>;
beforeAll(async () => {
  book = await testFonts();
});

function read(bytes: Uint8Array): ReadFont {
  return create(Buffer.from(bytes));
}

function fontOf(id: string): { readonly font: CodedFont; readonly face: Face } {
  const font = createFontTable(book).font(id);
  return { font, face: font.face };
}

describe('the embedded subset', () => {
  it('draws each code as the face draws the glyph', () => {
    const { font, face } = fontOf('noto-sans-sc-400');
    const texts = [...'温室气体，。2024'];
    const glyphs = texts.map((text) => face.glyphOf(text.codePointAt(0) ?? 0));
    const codes = glyphs.map((glyph, i) => font.plain(glyph, texts[i] ?? ''));
    const subset = read(buildSubset(font));
    const whole = read(face.bytes);
    codes.forEach((code, i) => {
      const glyph = glyphs[i] ?? 0;
      expect(subset.getGlyph(code).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
      expect(subset.getGlyph(code).advanceWidth).toBe(whole.getGlyph(glyph).advanceWidth);
    });
  });

  it('holds what composite glyphs are made of', () => {
    const { font, face } = fontOf('source-serif-4-400');
    const texts = [...'éÅñçž'];
    const codes = texts.map((text) => font.plain(face.glyphOf(text.codePointAt(0) ?? 0), text));
    const subset = read(buildSubset(font));
    const whole = read(face.bytes);
    codes.forEach((code, i) => {
      const glyph = face.glyphOf(texts[i]?.codePointAt(0) ?? 0);
      expect(subset.getGlyph(code).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
    });
  });

  it('moves a glyph inside another width', () => {
    const { font, face } = fontOf('source-sans-3-400');
    const glyph = face.glyphOf(0x47);
    const plain = font.plain(glyph, 'G');
    const moved = font.composed({ components: [{ glyph, dx: 250 }], advance: 900, text: 'G' });
    const subset = read(buildSubset(font));
    expect(subset.getGlyph(moved).advanceWidth).toBe(900);
    expect(subset.getGlyph(moved).bbox.minX).toBe(subset.getGlyph(plain).bbox.minX + 250);
  });

  it('keeps a blank glyph blank when it is widened', () => {
    const { font, face } = fontOf('source-sans-3-400');
    const space = face.glyphOf(0x20);
    const code = font.composed({ components: [{ glyph: space, dx: 100 }], advance: 700, text: ' ' });
    const subset = read(buildSubset(font));
    expect(subset.getGlyph(code).path.toSVG()).toBe('');
    expect(subset.getGlyph(code).advanceWidth).toBe(700);
  });

  it('gives a glyph that stands for two texts two codes, and one text one code', () => {
    const { font, face } = fontOf('source-sans-3-400');
    const glyph = face.glyphOf(0x2d);
    const hyphen = font.plain(glyph, '-');
    expect(font.plain(glyph, '\u00ad')).not.toBe(hyphen);
    expect(font.plain(glyph, '-')).toBe(hyphen);
    const subset = read(buildSubset(font));
    expect(subset.numGlyphs).toBe(3);
  });

  it('is a hundredth of the face for a dozen glyphs', () => {
    const { font, face } = fontOf('noto-serif-sc-400');
    for (const text of '可持续发展报告年度') font.plain(face.glyphOf(text.codePointAt(0) ?? 0), text);
    expect(buildSubset(font).length).toBeLessThan(face.bytes.length / 100);
  });
});
