import { describe, expect, it } from 'vitest';
import { InternalError } from '../../../src/core/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import { loadManifest } from '../../../src/fonts/manifest.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { shippedManifest } from './installed.ts';

const FACE = '{id: a, weight: 400, file: a.ttf, sha256: "00"}';
const family = (role: string, script: string, id = 'a'): string =>
  `  - {name: A, role: ${role}, script: ${script}, package: "@x/a", faces: [${FACE.replace('id: a', `id: ${id}`)}]}\n`;

describe('the font manifest of the package', () => {
  it('names the weights and slopes of the look', async () => {
    const { faces, fallback } = await shippedManifest();
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
    ['another schema', `schema: fonts/2\nfamilies:\n${family('sans', 'han')}fallback: []`],
    ['an unknown role', `schema: fonts/1\nfamilies:\n${family('mono', 'han')}fallback: []`],
    ['an unknown script', `schema: fonts/1\nfamilies:\n${family('sans', 'greek')}fallback: []`],
    ['a fallback that is no face', `schema: fonts/1\nfamilies:\n${family('sans', 'han')}fallback: [b]`],
    ['no families', 'schema: fonts/1\nfallback: []'],
  ])('is at fault with %s, and so are we', async (_, text) => {
    const files = { ...installedFonts(), readManifest: async () => new TextEncoder().encode(text) };
    await expect(loadManifest(files)).rejects.toThrow(InternalError);
  });
});

/** What is said of a project's manifest, as `line:column CODE message`. */
async function told(manifest: string): Promise<readonly string[]> {
  const loaded = await loadManifest(installedFonts(), memoryWorkspace({ 'fonts/manifest.yaml': manifest }));
  return loaded.diagnostics.map(
    ({ code, message, span }) => `${span?.file}:${span?.start.line}:${span?.start.column} ${code} ${message}`,
  );
}

async function faceIds(
  manifest: string,
): Promise<{ readonly faces: readonly string[]; readonly fallback: readonly string[] }> {
  const loaded = await loadManifest(installedFonts(), memoryWorkspace({ 'fonts/manifest.yaml': manifest }));
  if (!loaded.ok) throw new Error('the manifest does not load');
  return { faces: loaded.value.faces.map((face) => face.id), fallback: loaded.value.fallback };
}

const FOUR = [
  family('sans', 'han', 'a'),
  family('serif', 'han', 'b'),
  family('sans', 'latin', 'c'),
  family('serif', 'latin', 'd'),
];

describe('the font manifest of a project', () => {
  it('stands for that of the package', async () => {
    expect(await faceIds(`schema: fonts/1\nfamilies:\n${FOUR.join('')}`)).toEqual({
      faces: ['a', 'b', 'c', 'd'],
      fallback: ['c', 'd', 'a', 'b'],
    });
  });

  it('changes single families when it extends the package', async () => {
    const { faces, fallback } = await faceIds(`schema: fonts/1\nextends: package\nfamilies:\n${FOUR[2]}`);
    expect(faces.slice(0, 2)).toEqual(['c', 'noto-sans-sc-400']);
    expect(faces.filter((id) => id.startsWith('source-sans'))).toEqual([]);
    expect(fallback).toEqual(['c', 'source-serif-4-400', 'noto-sans-sc-400', 'noto-serif-sc-400']);
  });

  it('may lack no family when it stands alone', async () => {
    expect(await told(`schema: fonts/1\nfamilies:\n${FOUR.slice(0, 3).join('')}`)).toEqual([
      'fonts/manifest.yaml:3:3 H002 the manifest has no serif family for Latin text',
    ]);
  });

  it('gives each face an id of its own, and falls back on faces that are there', async () => {
    const twice = `schema: fonts/1\nextends: package\nfamilies:\n${family('sans', 'latin', 'noto-sans-sc-400')}fallback: [source-serif-4-440]\n`;
    expect(await told(twice)).toEqual([
      'fonts/manifest.yaml:4:72 H002 two faces are called `noto-sans-sc-400`',
      'fonts/manifest.yaml:5:12 H002 no face is called `source-serif-4-440`',
    ]);
  });

  it('is read as strictly as every file of a project', async () => {
    expect(await told(`schema: fonts/1\nfamiles: []\n`)).toEqual([
      'fonts/manifest.yaml:1:1 C004 the key `families` is missing',
      'fonts/manifest.yaml:2:1 C002 the key `familes` is not known here',
    ]);
  });
});
