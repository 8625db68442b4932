import { beforeAll, describe, expect, it } from 'vitest';
import { type FontBook, measureText, shapeText, type TextOptions } from '../../../src/fonts/index.ts';
import { installedBook } from './installed.ts';

let book: FontBook;
beforeAll(async () => {
  book = await installedBook();
});

const ZH: TextOptions = { font: { family: 'sans', weight: 400 }, size: 10, lang: 'zh' };
const EN: TextOptions = { ...ZH, lang: 'en' };

const read = (text: string, options: TextOptions): string =>
  shapeText(text, options, book)
    .runs.map((run) => run.clusters.join(''))
    .join('');

describe('one-line texts', () => {
  it('are read as written, formulas with real subscripts', () => {
    expect(read('2024财年 office 12.5万吨', ZH)).toBe('2024财年 office 12.5万吨');
    expect(read('37吨CO2e', ZH)).toBe('37吨CO₂e');
  });

  it('parts into runs of one face, size and height', () => {
    const runs = shapeText('排放NOₓ', ZH, book).runs;
    expect(runs.map((run) => [run.face.id, run.clusters.join('')])).toEqual([
      ['noto-sans-sc-400', '排放'],
      ['source-sans-3-400', 'NO'],
      ['source-sans-3-400', 'ₓ'],
    ]);
    expect(runs[1]?.size).toBeCloseTo(10.6);
    expect(runs[2]?.size).toBeCloseTo(10.6 * 0.62);
    expect(runs[2]?.rise).toBeCloseTo(-1.4);
  });

  it('measures what it shapes, and its runs stand end to end', () => {
    for (const text of ['排放12.5万吨（“office”）——完', 'Emissions, Scope 1+2', '']) {
      const shaped = shapeText(text, ZH, book);
      expect(measureText(text, ZH, book)).toBe(shaped.width);
      shaped.runs.forEach((run, i) => {
        const end = run.x + run.advances.reduce((sum, advance) => sum + advance, 0);
        expect(end).toBeCloseTo(shaped.runs[i + 1]?.x ?? shaped.width, 6);
      });
    }
  });

  it('closes up marks in a row', () => {
    expect(measureText('国，“国”。', ZH, book)).toBeCloseTo(10 + 5 + 5 + 10 + 5 + 10);
  });

  it('spaces letters by their tracking, without ligatures', () => {
    const plain = measureText('office', EN, book);
    expect(measureText('office', { ...EN, tracking: 1 }, book)).toBeGreaterThan(plain + 4.9);
    expect(shapeText('office', { ...EN, tracking: 1 }, book).runs[0]?.clusters).toHaveLength(6);
  });

  it('sets tabular figures equally wide', () => {
    const options: TextOptions = { ...EN, font: { family: 'serif', weight: 300 }, figures: 'tabular' };
    const widths = [...'0123456789'].map((digit) => measureText(digit, options, book));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1e-9);
  });

  it('takes a letter with its marks from a face that has them', () => {
    const runs = shapeText('naq\u0323ve', EN, book.only('noto-sans-sc-400')).runs;
    expect(runs.map((run) => [run.face.id, run.clusters.join('')])).toEqual([
      ['noto-sans-sc-400', 'na'],
      ['source-sans-3-400', 'q\u0323'],
      ['noto-sans-sc-400', 've'],
    ]);
  });

  it('tells the characters that no face has', () => {
    expect(shapeText('国\u{1f600}', ZH, book).missing).toEqual(['\u{1f600}']);
  });
});
