import { describe, expect, it } from 'vitest';
import { fixFiles, runChecks } from '../../../src/check/index.ts';
import { punctuationFix } from '../../../src/check/punctuation-fix.ts';
import { loadReport } from '../../../src/content/index.ts';
import type { Lang } from '../../../src/core/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, type ProjectFiles } from '../../support/project-files.ts';

describe('what a slip of punctuation gives way to', () => {
  const mended = (lang: Lang, text: string, slip: string): string | undefined => {
    const start = text.indexOf(slip);
    const fix = punctuationFix(text, lang, { start, end: start + slip.length });
    return fix === undefined ? undefined : text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  };

  it.each<[Lang, string, string, string]>([
    ['zh', '取水,回用', ',', '取水，回用'],
    ['zh', '取水, 回用', ',', '取水，回用'],
    ['zh', '回用 (见注)', '(', '回用（见注)'],
    ['zh', '回用(见注) 另计', ')', '回用(见注）另计'],
    ['zh', '取水 回用', ' ', '取水回用'],
    ['zh', '取水\u200b量', '\u200b', '取水量'],
    ['zh', '称"回用"者', '"', '称“回用"者'],
    ['en', 'water，and reuse', '，', 'water, and reuse'],
    ['en', 'water， and reuse', '，', 'water, and reuse'],
    ['en', 'water（reused）。', '（', 'water (reused）。'],
    ['en', 'water（reused）。Then', '）。', 'water（reused). Then'],
    ['en', 'ＰＨ value', 'ＰＨ', 'PH value'],
    ['en', "the plant's own", "'", 'the plant’s own'],
    ['en', 'so-called "reuse"', '"', 'so-called “reuse"'],
    ['en', 'no\u00a0break', '\u00a0', 'no break'],
  ])('%s: %s', (lang, text, slip, expected) => {
    expect(mended(lang, text, slip)).toBe(expected);
  });

  it.each<[string, Lang, string, string]>([
    ['Chinese in English', 'en', 'water 取水', '取水'],
    ['a quote without its other half', 'en', 'so-called "reuse', '"'],
    ['a mark that English has no other for', 'en', 'see 《the report》', '《'],
  ])('is left to the author for %s', (_name, lang, text, slip) => {
    expect(mended(lang, text, slip)).toBeUndefined();
  });
});

describe('check --fix', () => {
  const told = async (files: ProjectFiles) => {
    const loaded = await loadReport(memoryWorkspace(files));
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
    const report = loaded.value;
    return runChecks({ report, mode: 'draft', asOf: report.published, assetFiles: [] }).filter(
      ({ severity }) => severity !== 'info',
    );
  };
  const mend = async (files: ProjectFiles): Promise<ProjectFiles> => {
    const fixed = await fixFiles(await told(files), memoryWorkspace(files).read);
    return { ...files, ...Object.fromEntries(fixed.map(({ path, bytes }) => [path, bytes])) };
  };
  const text = (files: ProjectFiles, path: string): string => {
    const file = files[path];
    return typeof file === 'string' ? file : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
  };
  const changed = async (path: string, change: (text: string) => string): Promise<ProjectFiles> => {
    const base = await baseProject();
    return { ...base, [path]: new TextEncoder().encode(change(text(base, path))) };
  };
  const CHAPTER = 'content/chapters/01-water.yaml';
  const INDEX = 'content/index/mini.yaml';

  it('mends every slip of a text at once, and then has nothing to do', async () => {
    const files = await changed(CHAPTER, (source) =>
      source
        .replace('按水表读数计。', '按水表读数计,含(部分) 雨水。')
        .replace('Read from the meters.', "Read from the plant's meters，daily."),
    );
    expect(new Set((await told(files)).map(({ code }) => code))).toEqual(new Set(['T2']));
    const once = await mend(files);
    expect(text(once, CHAPTER)).toContain('按水表读数计，含（部分）雨水。');
    expect(text(once, CHAPTER)).toContain('Read from the plant’s meters, daily.');
    expect(await told(once)).toEqual([]);
    expect(await mend(once)).toEqual(once);
  });

  it('touches no line but those at fault', async () => {
    const files = await changed(CHAPTER, (source) => source.replace('按水表读数计。', '按水表读数计,每日。'));
    const [before, after] = [text(files, CHAPTER), text(await mend(files), CHAPTER)].map((one) => one.split('\n'));
    expect(after?.filter((line, i) => line !== before?.[i])).toEqual(['    zh: 按水表读数计，每日。']);
  });

  it('writes the digest of the source that a translation now has', async () => {
    const files = await changed(CHAPTER, (source) =>
      source.replace('    zh: 按水表读数计。', '    translated_from: 000000000000\n    zh: 按水表读数计。'),
    );
    expect((await told(files)).map(({ code }) => code)).toEqual(['P4']);
    const once = await mend(files);
    expect(text(once, CHAPTER)).toMatch(/translated_from: "[0-9a-f]{12}"/);
    expect(await told(once)).toEqual([]);
  });

  it('adds the entry that blocks and metrics name, behind the last one', async () => {
    const files = await changed(INDEX, (source) => source.replace(/\n {2}- \{disclosure: mini\.2.*/, '   # the last'));
    expect((await told(files)).map(({ code, item }) => `${code} ${item}`)).toEqual(['F1 mini.2']);
    const once = await mend(files);
    expect(text(once, INDEX)).toContain(
      'about.period]}   # the last\n  - {disclosure: mini.2, where: [ch.water.drawn], metrics: [water.drawn]}',
    );
    expect(await told(once)).toEqual([]);
  });

  it('keeps the mark and the line ends of a file', async () => {
    const files = await changed(
      CHAPTER,
      (source) => `\uFEFF${source.replace('按水表读数计。', '按水表读数计,每日。').replaceAll('\n', '\r\n')}`,
    );
    const once = text(await mend(files), CHAPTER);
    expect(once.startsWith('\uFEFFschema')).toBe(true);
    expect(once).toContain('按水表读数计，每日。\r\n');
    expect(once.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('never changes a figure', async () => {
    const files = await changed('content/metrics/water.yaml', (source) => source.replace('"-10.8"', '"-11.8"'));
    expect(await mend(files)).toEqual(files);
  });
});
