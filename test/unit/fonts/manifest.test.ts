import { describe, expect, it } from 'vitest';
import { InternalError } from '../../../src/core/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import { readManifest } from '../../../src/fonts/manifest.ts';

const FACE = '{id: a, weight: 400, file: a.ttf, sha256: "00"}';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const family = (role: string, script: string): string =>
  `{name: A, role: ${role}, script: ${script}, package: "@x/a", faces: [${FACE}]}`;

describe('the font manifest', () => {
  it('names the weights and slopes of the look', async () => {
    const { faces, fallback } = readManifest(await installedFonts().readManifest());
    const list = (role: string, script: string): readonly string[] =>
      faces
        .filter((face) => face.role === role && face.script === script)
        .map((face) => `${face.weight}${face.italic ? ' italic' : ''}`);
    expect(list('sans', 'han')).toEqual(['400', '600']);
    expect(list('serif', 'han')).toEqual(['300', '400', '600']);
    expect(list('sans', 'latin')).toEqual(['400', '600', '400 italic']);
    expect(list('serif', 'latin')).toEqual(['300', '400', '600', '400 italic']);
    expect(fallback.length).toBeGreaterThan(0);
  });

  it.each([
    ['another schema', `schema: fonts/2\nfamilies: [${family('sans', 'han')}]\nfallback: []`],
    ['an unknown role', `schema: fonts/1\nfamilies: [${family('mono', 'han')}]\nfallback: []`],
    ['an unknown script', `schema: fonts/1\nfamilies: [${family('sans', 'greek')}]\nfallback: []`],
    ['a fallback that is no face', `schema: fonts/1\nfamilies: [${family('sans', 'han')}]\nfallback: [b]`],
    ['no families', 'schema: fonts/1\nfallback: []'],
  ])('refuses %s as a fault of the package', (_, text) => {
    expect(() => readManifest(bytes(text))).toThrow(InternalError);
  });
});
