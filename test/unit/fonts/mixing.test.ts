import { beforeAll, describe, expect, it } from 'vitest';
import type { FontStyle, Lang } from '../../../src/core/index.ts';
import type { FontBook } from '../../../src/fonts/index.ts';
import { installedBook } from './installed.ts';

let book: FontBook;
beforeAll(async () => {
  book = await installedBook();
});

const SANS: FontStyle = { family: 'sans', weight: 400 };

function faceFor(character: string, style: FontStyle = SANS, lang: Lang = 'zh', fonts = book): string | undefined {
  const choice = fonts.faceFor(character.codePointAt(0) ?? 0, style, lang);
  return choice === undefined ? undefined : `${choice.face.id} ${choice.scale}`;
}

describe('faces by the mixing rules', () => {
  it.each([...'aZ09%+−×₂²/(é '])('in Chinese, "%s" comes from the Latin companion, enlarged', (character) => {
    expect(faceFor(character)).toBe('source-sans-3-400 1.06');
    expect(faceFor(character, { family: 'serif', weight: 600 })).toBe('source-serif-4-600 1.04');
  });

  it.each([...'国“”‘’—…·，（'])('in Chinese, "%s" stays in the Chinese face', (character) => {
    expect(faceFor(character)).toBe('noto-sans-sc-400 1');
  });

  it('English asks the Latin family first, then the Chinese, at full size', () => {
    expect(faceFor('a', SANS, 'en')).toBe('source-sans-3-400 1');
    expect(faceFor('“', SANS, 'en')).toBe('source-sans-3-400 1');
    expect(faceFor('国', SANS, 'en')).toBe('noto-sans-sc-400 1');
  });

  it('takes the nearest weight, and the slope where there is one', () => {
    expect(faceFor('a', { family: 'sans', weight: 300 }, 'en')).toBe('source-sans-3-400 1');
    expect(faceFor('国', { family: 'serif', weight: 300 })).toBe('noto-serif-sc-300 1');
    expect(faceFor('a', { family: 'serif', weight: 400, italic: true }, 'en')).toBe('source-serif-4-400-italic 1');
    expect(faceFor('国', { family: 'serif', weight: 400, italic: true })).toBe('noto-serif-sc-400 1');
  });

  it('looks through the other faces for what both families lack', () => {
    expect(faceFor('⁻', { family: 'serif', weight: 400 }, 'en')).toBe('source-sans-3-400 1');
    expect(faceFor('ₓ')).toBeUndefined();
  });

  it('a book of one face takes it at full size for all that it covers', () => {
    const only = book.only('noto-sans-sc-400');
    expect(faceFor('a', SANS, 'zh', only)).toBe('noto-sans-sc-400 1');
    expect(faceFor('a', SANS, 'en', only)).toBe('noto-sans-sc-400 1');
    expect(faceFor('₂', SANS, 'zh', only)).toBe('source-sans-3-400 1.06');
  });
});
