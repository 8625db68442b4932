import { expect, test } from 'vitest';
import type { Diagnostic, Outcome } from '../../../src/core/index.ts';
import { loadTheme, type Theme } from '../../../src/theme/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { shippedTheme, shippedThemeFiles } from '../../support/shipped-theme.ts';

const shipped = memoryWorkspace(shippedThemeFiles());

/** A project whose own base.yaml has these lines under `extends: package`. */
function extended(...lines: readonly string[]): Promise<Outcome<Theme>> {
  const base = ['schema: theme/1', 'extends: package', 'name: House', ...lines, ''].join('\n');
  return loadTheme(memoryWorkspace({ 'templates/theme/base.yaml': base }), 'screen', shipped);
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.diagnostics.map((one) => one.message).join('\n'));
  return outcome.value;
}

function only(outcome: Outcome<Theme>): Diagnostic {
  expect(outcome.ok).toBe(false);
  expect(outcome.diagnostics).toHaveLength(1);
  return outcome.diagnostics[0] as Diagnostic;
}

test('both languages share a body leading of fifteen points', async () => {
  const { body } = (await shippedTheme()).text;
  expect(body?.zh).toMatchObject({ size: 9.25, leading: 15, paragraphGap: 7.5, align: 'start' });
  expect(body?.en).toMatchObject({ size: 9.75, leading: 15, paragraphGap: 7.5, hyphenate: true });
});

test('only the print variant has a bleed, of three millimetres', async () => {
  expect((await shippedTheme('screen')).page).toEqual({
    width: 595.28,
    height: 841.89,
    bleed: 0,
    binding: 0,
    landscape: 'upright',
  });
  expect((await shippedTheme('print')).page.bleed).toBeCloseTo(8.504, 3);
});

test('text in print is black at all sizes, unless a theme names one', async () => {
  expect((await shippedTheme('screen')).inks).toBeUndefined();
  expect((await shippedTheme('print')).inks).toEqual({ blackTextUnder: Infinity });
  const print = 'schema: theme/1\ninks: {black_text_under: 18}\n';
  const own = memoryWorkspace({ 'templates/theme/print.yaml': print });
  expect(value(await loadTheme(own, 'print', shipped)).inks).toEqual({ blackTextUnder: 18 });
});

test('accents are paints by order, and 0 stands for none', async () => {
  const { colours } = await shippedTheme();
  expect(colours.get('accent.1.deep')).toMatchObject({ rgb: [29, 75, 59], cmyk: [84, 42, 74, 46] });
  expect(colours.get('accent.9.tint')).toBeDefined();
  expect(colours.get('accent.0.deep')).toEqual(colours.get('pine'));
  expect(colours.get('chart.2')?.cmyk).toEqual([24, 84, 30, 8]);
});

test('a project that extends the package changes only what it names', async () => {
  const theme = value(
    await extended('text: {body: {zh: {size: 9.5}}}', "colour: {pine: {hex: '#123A5C', cmyk: [90, 60, 30, 30]}}"),
  );
  expect(theme.name).toBe('House');
  expect(theme.text['body']?.zh).toMatchObject({ size: 9.5, leading: 15 });
  expect(theme.text['body']?.en.size).toBe(9.75);
  expect(theme.colours.get('pine')?.rgb).toEqual([18, 58, 92]);
  expect(theme.colours.get('ink')?.cmyk).toEqual([0, 0, 0, 100]);
});

test('a list takes the place of the list below it', async () => {
  const accent =
    "{deep: {hex: '#111111', cmyk: [0, 0, 0, 90]}, mid: {hex: '#888888', cmyk: [0, 0, 0, 50]}, tint: {hex: '#EEEEEE', cmyk: [0, 0, 0, 5]}}";
  const theme = value(await extended(`accents: [${accent}]`));
  expect(theme.colours.has('accent.1.deep')).toBe(true);
  expect(theme.colours.has('accent.2.deep')).toBe(false);
});

test('without extends the project stands for itself, and what it lacks is told', async () => {
  const base = 'schema: theme/1\nname: House\n';
  const loaded = await loadTheme(memoryWorkspace({ 'templates/theme/base.yaml': base }), 'screen', shipped);
  expect(loaded.ok).toBe(false);
  expect(loaded.diagnostics.map((one) => one.message)).toContain(
    'the theme token `grid` is missing or not of its kind',
  );
});

test('an unknown colour in a style is told at its place', async () => {
  const told = only(await extended('styles:', '  .part-title:', '    paint: pnie'));
  expect(told).toMatchObject({ code: 'H001', message: 'the theme has no colour `pnie`' });
  expect(told.hints).toEqual(['did you mean `pine`?']);
  expect(told.span).toMatchObject({ file: 'templates/theme/base.yaml', start: { line: 6, column: 12 } });
});

test('an unknown property is told with the nearest one', async () => {
  const told = only(await extended('styles: {.part-title: {leding: 20}}'));
  expect(told.message).toBe('the property `leding` is not known');
  expect(told.hints).toEqual(['did you mean `leading`?']);
});

test.each([
  ['styles: {.lede: {text: boddy}}', 'the theme has no text style `boddy`'],
  ["styles: {.lede: {x: 'col(3'}}", '`col(3` is no length'],
  ['styles: {.lede: {before: wide}}', 'the value of `before` is not of its kind'],
  ["styles: {.lede: {'@bilingual': {ground: pnie}}}", 'the theme has no colour `pnie`'],
  ['styles: {.lede: {paint: {zh: ink, en: pnie}}}', 'the theme has no colour `pnie`'],
  ['text: {body: {zh: {paint: pnie}}}', 'the theme has no colour `pnie`'],
  ['masters: {wide: {x: col3}}', '`col3` is no length'],
  ['masters: {wide: {ground: pnie}}', 'the theme has no colour `pnie`'],
  ['motif: {cover: {ground: pnie}}', 'the theme has no colour `pnie`'],
  ['components: {status_tag: {sample: {paint: pnie}}}', 'the theme has no colour `pnie`'],
])('%s is refused', async (line, message) => {
  const told = only(await extended(line));
  expect(told.code).toBe('H001');
  expect(told.message).toBe(message);
});

test.each([
  ['styles: {.lede: {before: wide}}', 'a number', '"wide"'],
  ['styles: {.lede: {align: middling}}', 'start, end, center, justify, inner, outer, decimal', '"middling"'],
  ['grid: {column: wide}', 'a number', undefined],
])('%s: what belongs there is said in words of YAML', async (line, expected, found) => {
  const told = only(await extended(line));
  expect(told.expected).toBe(expected);
  expect(told.found).toBe(found);
  expect(told.hints.join()).toContain('templates/README.md');
});

test('a token of the wrong kind is told where the project wrote it', async () => {
  const told = only(await extended('grid: {column: wide}'));
  expect(told.message).toBe('the theme token `grid.column` is missing or not of its kind');
  expect(told.span).toMatchObject({ start: { line: 4, column: 16 } });
});

test.each(['motif.opener.length', 'components.footnote.before', 'strokes.section', 'flow.widows'])(
  'what components read is there: %s',
  async (path) => {
    const [section = '', ...keys] = path.split('.');
    const nested = keys.reduceRight<string>((inner, key) => `{${key}: ${inner}}`, 'much');
    const told = only(await extended(`${section}: ${nested}`));
    expect(told.message).toBe(`the theme token \`${path}\` is missing or not of its kind`);
  },
);

test('a file of another schema is refused', async () => {
  const loaded = await loadTheme(
    memoryWorkspace({ 'templates/theme/base.yaml': 'schema: report/1\n' }),
    'screen',
    shipped,
  );
  expect(only(loaded).message).toBe('the file does not begin with `schema: theme/1`');
});

test('rules of setting are the house’s where a theme says nothing, and each may be said', async () => {
  expect((await shippedTheme()).setting).toEqual({
    prohibition: 'gb',
    punctuation: 'kaiming',
    neighbours: 'tight',
    hang: false,
    hyphensInRow: 2,
    wordSpace: { min: 0.6667, max: 1.5 },
    hyphenCost: 135,
    hyphenLetters: { before: 2, after: 3 },
    lastWordLetters: 5,
    emphasisZh: 'dots',
    dash: 'as-written',
    noteNumbers: 'chapter',
    hanSpread: 0.0795,
    hanLimit: 0.25,
    wordSpaceZh: { min: 0.25, max: 0.5 },
    looseGap: { latin: 0.5, mark: 0.34 },
    fullLastLine: 0.98,
    raggedLine: { least: 0.7, hyphenUnder: 0.7 },
    protrusion: { hyphen: 0, dash: 0, comma: 0, stop: 0, quote: 0 },
  });
  const own = value(
    await extended('setting: {hang: true, punctuation: half, hyphens_in_row: 1, word_space: {max: 1.8}}'),
  );
  expect(own.setting).toMatchObject({
    hang: true,
    punctuation: 'half',
    hyphensInRow: 1,
    wordSpace: { min: 0.6667, max: 1.8 },
    prohibition: 'gb',
  });
});

test('setting: what a limit does not say keeps its default', async () => {
  const lines = 'setting: {protrusion: {hyphen: 0.6}, word_space_zh_em: {max: 0.4}, ragged_line: {hyphen_under: 0.8}}';
  expect(value(await extended(lines)).setting).toMatchObject({
    protrusion: { hyphen: 0.6, dash: 0, comma: 0, stop: 0, quote: 0 },
    wordSpaceZh: { min: 0.25, max: 0.4 },
    raggedLine: { least: 0.7, hyphenUnder: 0.8 },
  });
});

test.each([
  'hyphens_in_row: 4',
  'prohibition: loose',
  'word_space: {min: 1.2}',
  'han_spread: 0.1',
  'hyphen_letters: {before: 1}',
  'dash_en: long',
  'emphasis_zh: circles',
  'note_numbers: report',
  'protrusion: {hyphen: 1.2}',
  'protrusion: {colon: 0.5}',
  'han_limit_em: 2',
  'full_last_line: 0.5',
  'ragged_line: {least: 1}',
])('setting: {%s} is refused', async (line) => {
  expect((await extended(`setting: {${line}}`)).ok).toBe(false);
});
