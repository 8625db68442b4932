import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FontBook } from '../../../src/fonts/index.ts';
import { faceOf, installedBook } from './installed.ts';

const WORDS =
  'office affluent waffle AVATAR Tokyo Yes. “Why?” (fjord) Wave, To; LTA—VAT first-class kWh/t We’ve rough! Type: P.O. difficult fifth'.split(
    ' ',
  );

interface Engine {
  layout(
    text: string,
    features: readonly string[],
    script: string,
  ): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly positions: readonly { readonly xAdvance: number }[];
  };
}

// The package has no types of its own.
const { create } = createRequire(import.meta.url)('fontkit') as { create(bytes: Buffer): Engine };

let book: FontBook;
beforeAll(async () => {
  book = await installedBook();
});

describe('shaping of Latin words', () => {
  it.each([
    'source-sans-3-400',
    'source-sans-3-600',
    'source-sans-3-400-italic',
    'source-serif-4-300',
    'source-serif-4-400',
  ])('in %s agrees with fontkit 2', (id) => {
    const face = faceOf(book, id);
    const engine = create(Buffer.from(face.bytes));
    if (!('layout' in engine)) throw new Error('a collection');
    for (const word of WORDS) {
      const own = face.shape(word, { lang: 'en' });
      const other = engine.layout(word, ['liga', 'kern'], 'latn');
      expect([word, own.glyphs]).toEqual([word, other.glyphs.map((glyph) => glyph.id)]);
      expect([word, own.advances]).toEqual([word, other.positions.map((position) => position.xAdvance)]);
    }
  });
});
