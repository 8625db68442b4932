import { describe, expect, it } from 'vitest';
import { type Ground, readGround } from './ground.ts';
import { metricsOf, type ValueView } from './metrics-of.ts';
import { appended, type Edit, replaced, type Seed } from './seed.ts';
import { checkFiles } from './sow.ts';
import { FOLDERS } from './suite.ts';

const GROUND: Promise<Ground> = readGround('dairy', FOLDERS['dairy'] ?? '');

async function told(seed: Partial<Seed>): Promise<readonly string[]> {
  const all = await checkFiles(await GROUND, seed);
  return all.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code} ${message}`);
}

async function given(id: string, period: string): Promise<ValueView> {
  const value = metricsOf(await GROUND)
    .find((metric) => metric.id === id)
    ?.by.get(period);
  if (value === undefined) throw new Error(`there is no ${id}@${period}`);
  return value;
}

const units = async (lines: string): Promise<Edit> => appended(await GROUND, 'content/units.yaml', lines).edit;

describe('a value of forty digits', () => {
  const places = '0'.repeat(34);

  it('is read to its last digit: 93.5 with 39 places is still the sum of its parts', async () => {
    const edits = await Promise.all(
      (['ghg.total', 'ghg.enteric', 'ghg.fuel', 'ghg.power'] as const).map(async (id) => {
        const { field, value } = await given(id, 'FY2025');
        return replaced(field, `"${value}${places}"`);
      }),
    );
    expect(await told({ edits })).toEqual([]);
  });

  it('is not the sum of its parts when the fortieth digit is wrong by three', async () => {
    const edits = await Promise.all(
      (['ghg.total', 'ghg.enteric', 'ghg.fuel', 'ghg.power'] as const).map(async (id) => {
        const { field, value } = await given(id, 'FY2025');
        return replaced(field, `"${value}${places}${id === 'ghg.total' ? '3' : '0'}"`);
      }),
    );
    expect((await told({ edits })).map((one) => one.slice(0, 2))).toEqual(['N3']);
  });

  it('of forty whole digits is told as out of all proportion, and breaks nothing', async () => {
    const { field } = await given('energy.power', 'FY2025');
    const found = await told({ edits: [replaced(field, `"${'1234567890'.repeat(4)}"`)] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => /^(?:N|V)/.test(one))).toBe(true);
  });
});

describe('units that contradict each other', () => {
  it('each the base of the other', async () => {
    const unit = (id: string, base: string): string =>
      `  - {id: ${id}, dimension: churn, factor: "2", base: ${base}, label: {zh: 桶${id}, en: ${id}s}}`;
    const edits = [await units(`${unit('churn', 'pail')}\n${unit('pail', 'churn')}`)];
    expect((await told({ edits })).every((one) => one.startsWith('D1 '))).toBe(true);
    expect((await told({ edits })).join('\n')).toContain('each other’s base');
  });

  it.each([
    [
      'a built-in unit made anew',
      '{id: kWh, dimension: energy, factor: "5", base: MJ, label: {zh: 度, en: kWh}}',
      'C007',
    ],
    ['no size at all', '{id: churn, dimension: churn, factor: "0", base: head, label: {zh: 桶, en: churns}}', 'C019'],
    [
      'a million that is a thousand',
      '{id: mhead, dimension: cattle, factor: "1000", base: head, label: {zh: 百万头, en: million head}}',
      'N5',
    ],
  ])('%s', async (_what, unit, code) => {
    const found = await told({ edits: [await units(`  - ${unit}`)] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.startsWith(`${code} `))).toBe(true);
  });

  it('a change of tonnes that is stated in percentage points', async () => {
    const [stated] = (await given('ghg.total', 'FY2025')).stated;
    if (stated === undefined) throw new Error('nothing is stated');
    const found = await told({ edits: [replaced(stated.unitField, 'percentage_points')] });
    expect(found).toEqual([expect.stringContaining('N12 ghg.total is in tCO2e')]);
  });
});
