import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/index.ts';
import { checkFonts, type FontBook, installedFonts, openFonts } from '../../../src/fonts/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { MIXING } from './installed.ts';

const installed = installedFonts();
const ITALIC = '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf';
const bytes = await installed.readFont(ITALIC);
const digest = createHash('sha256').update(bytes).digest('hex');

const manifest = (file: string, sha256 = ''): string => `schema: fonts/1
extends: package
families:
  - name: House Sans
    role: sans
    script: latin
    faces:
      - id: house-400
        weight: 400
        file: ${file}
${sha256 === '' ? '' : `        sha256: ${sha256}\n`}`;

/** A check of the fonts tells whatever opening them tells. */
async function open(files: Readonly<Record<string, string | Uint8Array>>): Promise<Outcome<FontBook>> {
  const workspace = memoryWorkspace(files);
  const opened = await openFonts(installed, MIXING, workspace);
  expect((await checkFonts(installed, workspace)).diagnostics).toEqual(opened.diagnostics);
  return opened;
}

describe('fonts of a project', () => {
  it('set Latin letters where they stand for a family of the package', async () => {
    const opened = await open({ 'fonts/manifest.yaml': manifest('house.ttf', digest), 'fonts/house.ttf': bytes });
    expect(opened.diagnostics).toEqual([]);
    if (!opened.ok) return;
    const face = (text: string, lang: 'zh' | 'en'): string | undefined =>
      opened.value.faceFor(text.codePointAt(0) ?? 0, { family: 'sans', weight: 600 }, lang)?.face.id;
    expect([face('a', 'en'), face('a', 'zh'), face('水', 'zh')]).toEqual([
      'house-400',
      'house-400',
      'noto-sans-sc-600',
    ]);
  });

  it('are looked for in its folder and nowhere else', async () => {
    const missing = async (file: string): Promise<unknown> =>
      (await open({ 'fonts/manifest.yaml': manifest(file, digest), 'content/house.ttf': bytes })).diagnostics[0];
    expect(await missing('house.ttf')).toMatchObject({
      code: 'H002',
      message: 'House Sans 400: the file fonts/house.ttf is not there',
      span: { file: 'fonts/manifest.yaml', start: { line: 10, column: 15 } },
    });
    expect(await missing('../../house.ttf')).toMatchObject({ code: 'H002', span: { start: { line: 10 } } });
  });

  it('have to be registered: the digest to write is told', async () => {
    const opened = await open({ 'fonts/manifest.yaml': manifest('house.ttf'), 'fonts/house.ttf': bytes });
    expect(opened.diagnostics).toMatchObject([
      { code: 'H002', found: `sha256 ${digest}`, span: { start: { line: 10 } } },
    ]);
    expect(opened.diagnostics[0]?.hints[0]).toContain(`sha256: ${digest}`);
    const other = await open({ 'fonts/manifest.yaml': manifest('house.ttf', 'ab'), 'fonts/house.ttf': bytes });
    expect(other.diagnostics).toMatchObject([{ expected: 'sha256 ab', found: `sha256 ${digest}` }]);
  });

  it.each([
    ['is no font', new TextEncoder().encode('a page that says 404'), 'no TrueType outlines'],
    ['was cut short', bytes.slice(0, 4000), 'cut short'],
    ['is empty', new Uint8Array(), 'no TrueType outlines'],
  ])('are refused at their line where the file %s', async (_, broken, reason) => {
    const sha256 = createHash('sha256').update(broken).digest('hex');
    const opened = await open({ 'fonts/manifest.yaml': manifest('house.ttf', sha256), 'fonts/house.ttf': broken });
    expect(opened.ok).toBe(false);
    expect(opened.diagnostics).toMatchObject([{ code: 'H002', span: { start: { line: 10, column: 15 } } }]);
    expect(opened.diagnostics[0]?.message).toContain('fonts/house.ttf cannot be set');
    expect(opened.diagnostics[0]?.message).toContain(reason);
  });
});
