import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/core/index.ts';
import { checkFonts, type FontFiles, installedFonts, openFonts } from '../../../src/fonts/index.ts';
import { MIXING, shippedManifest } from './installed.ts';

const installed = installedFonts();

describe('opening fonts', () => {
  it('finds every file of the manifest, as registered', async () => {
    const manifest = await shippedManifest();
    const opened = await openFonts(installed, MIXING);
    expect(opened.diagnostics).toEqual([]);
    if (opened.ok) expect([...opened.value.faces.keys()]).toEqual(manifest.faces.map((face) => face.id));
  });

  it('tells a file that is not there, and one that is another, and opens nothing', async () => {
    const manifest = await shippedManifest();
    const [first, second] = manifest.faces;
    const files: FontFiles = {
      readManifest: installed.readManifest,
      readFont: async (path) => {
        if (path === first?.path) throw new Error('ENOENT');
        if (path === second?.path) return new Uint8Array([1, 2, 3]);
        return new Uint8Array([4]);
      },
      digestFont: async (path) => {
        if (path === first?.path) throw new Error('ENOENT');
        return sha256(new Uint8Array(path === second?.path ? [1, 2, 3] : [4]));
      },
    };
    const opened = await openFonts(files, MIXING);
    expect(opened.ok).toBe(false);
    expect(new Set(opened.diagnostics.map((fault) => fault.code))).toEqual(new Set(['H002']));
    expect(opened.diagnostics[0]?.message).toBe(`Noto Sans SC 400: the file ${first?.path} is not there`);
    expect(opened.diagnostics[1]).toMatchObject({
      message: `Noto Sans SC 600: ${second?.path} is not the registered file`,
      expected: `sha256 ${second?.sha256}`,
    });
    expect((await checkFonts(files)).diagnostics).toEqual(opened.diagnostics);
  });

  it('checks the files of the manifest without opening them', async () => {
    expect(await checkFonts(installed)).toMatchObject({ ok: true, diagnostics: [] });
    const [first] = (await shippedManifest()).faces;
    expect(await installed.digestFont(first?.path ?? '')).toBe(first?.sha256);
  });

  it('looks for a font from the project first', async () => {
    await expect(
      installedFonts('/nowhere').readFont('@expo-google-fonts/source-sans-3/package.json'),
    ).resolves.toBeDefined();
    await expect(installed.readFont('@expo-google-fonts/no-such-font/a.ttf')).rejects.toThrow();
  });
});
