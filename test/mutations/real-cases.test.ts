import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/index.ts';
import { type Ground, readGround } from './ground.ts';
import { metricsOf, type ValueView } from './metrics-of.ts';
import { appended, type Edit, replaced, rewritten, type Seed } from './seed.ts';
import { checkFiles } from './sow.ts';
import { FOLDERS } from './suite.ts';

// Slips that news outlets really printed of one report, each put into the showcase as it was printed.
const GROUND: Promise<Ground> = readGround('showcase', FOLDERS['showcase'] ?? '');

async function told(seed: Partial<Seed>, code: string, item?: string): Promise<readonly Diagnostic[]> {
  const all = await checkFiles(await GROUND, seed);
  return all.filter((one) => one.code === code && (item === undefined || one.item === item));
}

function given(ground: Ground, id: string, period: string): ValueView {
  const value = metricsOf(ground)
    .find((metric) => metric.id === id)
    ?.by.get(period);
  if (value === undefined) throw new Error(`there is no ${id}@${period}`);
  return value;
}

/** A change that a later source states, added to a value that stands on one line. */
function stating(ground: Ground, value: ValueView, from: string, percent: string): Edit {
  const source = value.sources.at(-1);
  const end = (ground.files[value.field.file] ?? '').indexOf(']', source?.end ?? 0) + 1;
  const text = `, stated_change: {from: ${from}, value: "${percent}", in: percent}`;
  return { file: value.field.file, start: end, end, text };
}

it('33.38 does not go with 22.907 and +45.5%: acknowledged while disputed, an error as reported', async () => {
  const ground = await GROUND;
  const item = 's3plus.reduction@FY2024';
  expect((await told({}, 'N1', item)).map(({ severity }) => severity)).toEqual(['info']);
  const reported = { edits: [replaced(given(ground, 's3plus.reduction', 'FY2024').statusField, 'reported')] };
  const [error] = await told(reported, 'N1', item);
  expect(error?.severity).toBe('error');
  expect(error?.span?.start.line).toBe(given(ground, 's3plus.reduction', 'FY2024').field.line);
  expect(error?.expected).toMatch(/^33\.31\d to 33\.34\d MtCO2e$/);
  expect((await told(reported, 'N6', item))[0]?.message).toContain('33.338');
});

it('59.208 and +77.6% a year later imply 33.33 to 33.35, not 33.38', async () => {
  const ground = await GROUND;
  const disputed = given(ground, 's3plus.reduction', 'FY2024');
  const growth = stating(ground, given(ground, 's3plus.reduction', 'FY2025'), 'FY2024', '77.6');
  const item = 's3plus.reduction@FY2024';
  expect((await told({ edits: [growth] }, 'N2', item)).map(({ severity }) => severity)).toEqual(['info']);
  const [error] = await told({ edits: [growth, replaced(disputed.statusField, 'reported')] }, 'N2', item);
  expect(error?.severity).toBe('error');
  expect(error?.message).toMatch(/33\.3(?:2|3)\S* to 33\.3(?:4|5)/);
});

it('61,944 lost a digit of 619,944: the stated change tells, and the hint names it', async () => {
  const ground = await GROUND;
  const value = given(ground, 'own.reduction', 'FY2022');
  const edits = [replaced(value.field, '"61944"')];
  expect((await told({ edits }, 'N1', 'own.reduction@FY2023'))[0]?.severity).toBe('error');
  const hints = (await told({ edits }, 'N6')).map(({ message }) => message);
  expect(hints.some((message) => message.includes('619944'))).toBe(true);
});

it('“increased by 53.9%” of a share that stands at 53.9%', async () => {
  const ground = await GROUND;
  const pair = ground.prose.find(({ en }) => en.path.at(-3) === 'blocks' && en.value.endsWith('.'));
  if (pair === undefined) throw new Error('there is no paragraph');
  const added = [
    rewritten(ground, pair.zh, (raw) => raw.replace(/。(?="?$)/, '。清洁电力占比增长了{{m:cloud.clean@FY2023}}。')),
    rewritten(ground, pair.en, (raw) =>
      raw.replace(/\.(?="?$)/, '. Clean electricity increased by {{m:cloud.clean@FY2023}}.'),
    ),
  ].filter((edit) => edit !== undefined);
  const found = await told({ edits: added }, 'N8');
  expect(found.map(({ severity, span }) => [severity, span?.start.line])).toEqual([
    ['warning', pair.zh.line],
    ['warning', pair.en.line],
  ]);
});

it('“PUE raised to 1.200”: it fell, and to fall is good', async () => {
  const ground = await GROUND;
  const pair = ground.prose.find(({ en }) => en.path.at(-3) === 'blocks' && en.value.endsWith('.'));
  if (pair === undefined) throw new Error('there is no paragraph');
  const id = metricsOf(ground).find(({ label }) => /PUE/.test(label.en.value + label.zh.value))?.id ?? '';
  const added = [
    rewritten(ground, pair.zh, (raw) => raw.replace(/。(?="?$)/, `。PUE提高到{{m:${id}@FY2024}}。`)),
    rewritten(ground, pair.en, (raw) => raw.replace(/\.(?="?$)/, `. PUE was raised to {{m:${id}@FY2024}}.`)),
  ].filter((edit) => edit !== undefined);
  expect((await told({ edits: added }, 'N9')).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

it('a fact of November 2014 in the report of FY2024', async () => {
  const ground = await GROUND;
  const text = ground.files['content/report.yaml'] ?? '';
  const start = text.indexOf('  - {id: D20231120');
  const line = text.slice(start, text.indexOf('\n', start) + 1);
  const first = text.indexOf('\n', text.indexOf('\nperiods:') + 1) + 1;
  // Periods stand in order of time, so it comes first.
  const edits = [
    { file: 'content/report.yaml', start, end: start + line.length, text: '' },
    { file: 'content/report.yaml', start: first, end: first, text: line.replaceAll('"2023-11-20"', '"2014-11-20"') },
  ];
  // That a source is younger than the report is a remark on the source, not on the fact.
  const found = (await told({ edits }, 'N10')).filter(({ severity }) => severity !== 'info');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ severity }) => severity === 'error')).toBe(true);
});

it('a second value of the same fact from another outlet', async () => {
  const ground = await GROUND;
  const metric = metricsOf(ground).find(({ id }) => id === 's3plus.reduction');
  const text = ground.files[metric?.file ?? ''] ?? '';
  const start = text.indexOf('  - id: s3plus.reduction');
  const copy = text
    .slice(start, text.indexOf('  - id: s3plus.cloud'))
    .trimEnd()
    .replace('id: s3plus.reduction', 'id: s3plus.reduction-again')
    .replace('value: "22.907"', 'value: "22.970"');
  const { edit } = appended(ground, metric?.file ?? '', copy);
  expect((await told({ edits: [edit] }, 'N11')).some(({ severity }) => severity === 'error')).toBe(true);
});
