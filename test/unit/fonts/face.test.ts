import { beforeAll, describe, expect, it } from 'vitest';
import type { Face, FontBook } from '../../../src/fonts/index.ts';
import { faceOf, installedBook } from './installed.ts';

let book: FontBook;
let sans: Face;
let latin: Face;

beforeAll(async () => {
  book = await installedBook();
  sans = faceOf(book, 'noto-sans-sc-400');
  latin = faceOf(book, 'source-sans-3-400');
});

const code = (character: string): number => character.codePointAt(0) ?? 0;

describe('a face', () => {
  it('tells its measures', () => {
    expect(sans).toMatchObject({
      postscriptName: 'NotoSansSC-Regular',
      unitsPerEm: 1000,
      ascent: 1160,
      descent: -288,
      capHeight: 733,
      xHeight: 543,
      weight: 400,
      serif: false,
    });
    expect(latin).toMatchObject({ ascent: 1024, descent: -400, italicAngle: 0 });
    expect(faceOf(book, 'source-serif-4-400-italic').italicAngle).toBeLessThan(0);
  });

  it('maps characters within and beyond the basic plane, and none to 0', () => {
    expect(sans.advanceOf(sans.glyphOf(code('国')))).toBe(1000);
    expect(sans.glyphOf(code('𠂉'))).toBeGreaterThan(0);
    expect(sans.glyphOf(code('₂'))).toBe(0);
  });

  it('has halves of full-width marks, and narrow quotes', () => {
    for (const mark of '，。、；：？！）》”') {
      expect(sans.alternate(sans.glyphOf(code(mark)), 'halt')).toMatchObject({ advance: 500, xOffset: 0 });
    }
    for (const mark of '（《“') {
      expect(sans.alternate(sans.glyphOf(code(mark)), 'halt')).toMatchObject({ advance: 500, xOffset: -500 });
    }
    expect(sans.alternate(sans.glyphOf(code('“')), 'pwid')?.advance).toBeLessThan(600);
    expect(sans.alternate(sans.glyphOf(code('国')), 'halt')).toBeUndefined();
  });

  it('joins letters where the face has a ligature, and keeps their text', () => {
    const shaped = faceOf(book, 'source-serif-4-400').shape('office', { lang: 'en' });
    expect(shaped.clusters).toEqual(['o', 'ffi', 'c', 'e']);
    expect(latin.shape('office', { lang: 'en', features: ['-liga'] }).clusters).toHaveLength(6);
  });

  it('kerns, unless it is told not to', () => {
    const sum = (features: readonly string[]): number =>
      latin.shape('AVATAR', { lang: 'en', features }).advances.reduce((a, b) => a + b, 0);
    expect(sum([])).toBeLessThan(sum(['-kern']));
  });

  it('places combining marks on their letters', () => {
    const shaped = latin.shape('q\u0301', { lang: 'en' });
    expect(shaped.clusters).toEqual(['q\u0301', '']);
    expect(shaped.advances[1]).toBe(0);
  });

  it('draws the digits of a table equally wide', () => {
    for (const id of ['source-sans-3-400', 'source-serif-4-300', 'source-serif-4-600', 'noto-sans-sc-400']) {
      const face = faceOf(book, id);
      const shaped = face.shape('0123456789', { lang: 'en', features: ['tnum', 'lnum', '-liga', '-kern'] });
      expect(new Set(shaped.advances).size).toBe(1);
    }
  });
});
