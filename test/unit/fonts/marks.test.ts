import { beforeAll, describe, expect, it } from 'vitest';
import { type FontBook, shapeText } from '../../../src/fonts/index.ts';
import { installedBook } from './installed.ts';

let book: FontBook;
beforeAll(async () => {
  book = await installedBook();
});

const STYLES = [
  { family: 'sans', weight: 400 },
  { family: 'serif', weight: 300 },
  { family: 'serif', weight: 600 },
] as const;

describe('W8: the dash and ellipsis of two', () => {
  it.each(STYLES)('measure two em in $family $weight', (font) => {
    for (const pair of ['——', '……']) {
      expect(shapeText(`国${pair}国`, { font, size: 10, lang: 'zh' }, book).width).toBeCloseTo(40);
    }
  });

  it('the dash takes the form that reaches its neighbor', () => {
    const run = shapeText('——', { font: STYLES[0], size: 10, lang: 'zh' }, book).runs[0];
    const face = run?.face;
    expect(face?.advanceOf(run?.glyphs[0] ?? 0)).toBe(1000);
    expect(run?.glyphs[0]).not.toBe(face?.glyphOf(0x2014));
  });
});

describe('E6: quotes', () => {
  it('are narrow in English, whatever the face', () => {
    for (const fonts of [book, book.only('noto-sans-sc-400')]) {
      const width = shapeText('“', { font: STYLES[0], size: 10, lang: 'en' }, fonts).width;
      expect(width).toBeLessThan(6);
    }
  });

  it('and the middle dot take an em in Chinese in every face', () => {
    for (const font of STYLES) {
      expect(shapeText('国“国', { font, size: 10, lang: 'zh' }, book).width).toBeCloseTo(30);
      expect(shapeText('国·国', { font, size: 10, lang: 'zh' }, book).width).toBeCloseTo(30);
    }
  });
});
