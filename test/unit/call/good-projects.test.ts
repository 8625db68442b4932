import { describe, expect, it } from 'vitest';
import { pairWords } from '../../../src/call/pair-words.ts';
import { figureReader } from '../../../src/call/read-figures.ts';
import { EDITIONS, type Edition, FileMissing } from '../../../src/core/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import { buildProject, callProject, outputFiles } from '../../../src/pipeline/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf } from '../../support/project-files.ts';

/** Builds editions of a project of the fixtures, and calls their pages. */
async function callAll(folder: string, built: readonly Edition[]) {
  const templates = await filesOf('templates', 'templates/');
  const workspace = memoryWorkspace({ ...templates, ...(await filesOf(`test/fixtures/${folder}`)) });
  const shipped = memoryWorkspace(templates);
  const plan = {
    editions: built,
    variant: 'screen',
    mode: 'draft',
    only: undefined,
    asOf: undefined,
    rasters: false,
  } as const;
  const made = await buildProject({ folder: '.', workspace, shipped, fonts: installedFonts() }, plan, () => undefined);
  const pages = new Map(outputFiles(made, plan).map(({ path, bytes }) => [path, bytes]));
  const called = await callProject({
    workspace,
    shipped,
    built: async (path) => pages.get(path) ?? Promise.reject(new FileMissing(path)),
    signOff: undefined,
    paint: undefined,
    entries: undefined,
  });
  if (!called.ok) throw new Error(called.diagnostics.map(({ message }) => message).join('\n'));
  return called.value;
}

/** Quicker than three, where the bilingual edition prints nothing of its own. */
const TWO: readonly Edition[] = ['zh-Hans', 'en'];

describe('calling good projects', () => {
  it.each([
    ['clinic-report', EDITIONS, 500],
    ['dairy-report', TWO, 250],
    ['quarry-report', TWO, 500],
  ] as const)('raises no alarm on the pages of %s', async (folder, built, figures) => {
    const { editions, ledger, diagnostics } = await callAll(folder, built);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(editions.map(({ edition }) => edition)).toEqual([...built]);
    expect(ledger.rows.length).toBeGreaterThan(figures);
  });
});

describe('figures in words of two languages', () => {
  const read = figureReader();
  const left = (zh: string, en: string): readonly string[] => {
    const { pairs, onlyZh, onlyEn } = pairWords(read(zh), read(en), (figure) => figure);
    const unlike = pairs.flatMap((pair) =>
      /^(?:same|alike|rounded)$/.test(pair.likeness) ? [] : [`${pair.zh.text} ${pair.en.text}`],
    );
    return [...unlike, ...[...onlyZh, ...onlyEn].map(({ text }) => text)];
  };

  it.each([
    ['一年新增渡船', 'new boats over twelve months'],
    ['2022年11月的读数', 'The reading of 11/2022'],
    ['2009年10月的读数', 'The reading of 2009-10'],
    ['耗水少了四分之一', 'water use a quarter below plan'],
    ['三十五家', 'Thirty-five'],
  ])('%s goes with “%s”', (zh, en) => {
    expect(left(zh, en)).toEqual([]);
  });

  it.each([
    ['一年新增渡船', 'new boats over eighteen months', ['eighteen months']],
    ['2022年11月的读数', 'The reading of 12/2022', ['2022年11月 12/2022']],
    ['2009年10月的读数', 'The reading of 2009-11', ['2009年10月 2009-11']],
    ['三十五家诊所', 'Forty-five clinics', ['三十五家 Forty-five']],
    ['耗水少了四分之一', 'water use a third below plan', ['四分之一 a third']],
  ])('%s does not go with “%s”', (zh, en, told) => {
    expect(left(zh, en)).toEqual(told);
  });
});
