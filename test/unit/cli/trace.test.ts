import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBlame } from '../../../src/cli/git/git-blame.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { commitAll, HAS_GIT } from '../../support/git-repository.ts';
import { HOME } from '../../support/project-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-trace-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function change(path: string, find: string, replacement: string): Promise<void> {
  const file = join(folder, 'content', path);
  const before = await readFile(file, 'utf8');
  if (!before.includes(find)) throw new Error(`${find} is not in ${path}`);
  await writeFile(file, before.replace(find, replacement));
}

const trace = (...argv: readonly string[]) => runCommandLine(folder, 'trace', ...argv);

describe('the chain of a figure', () => {
  it('leads from the value to its source, with the line that it is written on', async () => {
    const { code, out, err } = await trace('energy.used@FY2024');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'energy.used@FY2024  用电量 / Electricity used',
      '  value      3980000 kWh  reported',
      '  prints     398.0万千瓦时 / 3,980\u00A0MWh',
      '  period     2024财年 / FY2024, 2023-04-01 to 2024-03-31',
      '  scope      plant  全厂 / the whole plant',
      '  given      3980 MWh  content/metrics/energy.yaml:13:33',
      '  scaled     1 MWh is 1000 kWh',
      '  entered    unknown: no git history here',
      '  source     S1 log, editorial: Operating log (sample), 2024-05-02; an invented log',
      '  assurance  none',
      '  printed    unknown: there is no build here',
      '',
    ]);
    expect(err).toContain('I005 not-built  info  there is no build');
  });

  it('goes on through a formula to the figures that it is made of, and ends in a circle', async () => {
    await change(
      'metrics/water.yaml',
      '- {period: FY2024, value: "14500", in: m3, status: reported, source: [log]}',
      '- {period: FY2024, value: "14500", in: m3, status: derived, source: [log], derived: "{{m:water.drawn@FY2024}} − {{m:water.reused@FY2024}}"}',
    );
    const { out } = await trace('water.reused@FY2024');
    expect(out).toContain(
      '  derived    186,400\u00A0m3 − ◇14,500\u00A0m3\n    water.drawn@FY2024  取水量 / Water drawn\n',
    );
    expect(out.match(/^ *water\.reused@FY2024 {2}/gm)).toHaveLength(1);
  });

  it('names waivers, assurance, other readings and stated changes', async () => {
    await change(
      'metrics/energy.yaml',
      '{period: FY2024, value: "3980", in: MWh, status: reported, source: [log]}',
      '{period: FY2024, value: "3980", in: MWh, status: disputed, source: [log], alternatives: [{value: "3990", in: MWh, source: [log]}], note: {zh: 两处读数不同。, en: Two meters differ.}}\n    assurance: {level: limited, by: Islet Audit}',
    );
    await change(
      'waivers.yaml',
      'waivers: []',
      'waivers: [{check: V1, item: energy.used@FY2024, reason: both meters are checked, by: the editors, expires: "2024-01-31"}]',
    );
    const { out } = await trace('energy.used@FY2024');
    expect(out).toContain('  value      3980000 kWh  disputed\n');
    expect(out).toContain('  other      3990 MWh, by log\n');
    expect(out).toContain('  assurance  limited, by Islet Audit\n');
    expect(out).toContain(
      '  waiver     V1 by the editors, expired 2024-01-31: both meters are checked  content/waivers.yaml:2:11\n',
    );
    expect((await trace('water.drawn@FY2024')).out).toContain('  stated     -10.8 percent from FY2023\n');
  });

  it('is JSON for programs, with nothing else on standard output', async () => {
    const { code, out } = await trace('energy.used@FY2024', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'trace/1',
      figure: {
        metric: 'energy.used',
        value: '3980000',
        given: { value: '3980', unit: 'MWh' },
        place: 'content/metrics/energy.yaml:13:33',
        entered: null,
        sources: [{ id: 'log', key: 'S1', place: 'content/sources.yaml:3:90' }],
      },
      places: null,
    });
  });

  it.skipIf(!HAS_GIT)('says who entered the value, on the day it was there', async () => {
    commitAll(folder, 'metrics: energy from the log');
    expect((await trace('energy.used@FY2024')).out).toMatch(
      / {2}entered {4}Ada Chen, 2024-05-03, [0-9a-f]{10} metrics: energy from the log\n/,
    );
    await change('metrics/energy.yaml', '"3980"', '"3981"');
    expect((await trace('energy.used@FY2024')).out).toContain('  entered    not committed yet\n');
    expect((await trace('energy.used@FY2023', '--json')).out).toContain('"by": "Ada Chen"');
  });
});

describe('what cannot be traced', () => {
  it.each([
    [['water.drwan@FY2024'], 1, 'U003', 'did you mean water.drawn?'],
    [['used@FY2024'], 1, 'U003', 'did you mean energy.used, water.reused?'],
    [['energy.used@FY2030'], 1, 'U003', 'its values are for FY2023, FY2024'],
    [['energy.used@FY1999'], 1, 'U003', 'there is no period FY1999'],
    [['--page', 'en:1'], 1, 'I005', 'places.json is missing'],
    [['energy.used'], 2, 'U001', 'energy.used names no figure'],
    [[], 2, 'U001', 'no figure is named'],
    [['--page', 'fr:1'], 2, 'U001', 'fr:1 names no page'],
    [['--page', '12'], 2, 'U001', '12 names no page'],
  ])('%j', async (argv, code, diagnostic, words) => {
    const told = await trace(...argv);
    expect(told.code).toBe(code);
    expect(told.err).toContain(diagnostic);
    expect(told.err).toContain(words);
    expect(told.out).toBe('');
  });

  it('is JSON where JSON is asked for', async () => {
    const { code, out } = await trace('no.such@FY2024', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).diagnostics).toMatchObject([{ code: 'U003', found: 'no.such' }]);
  });

  it('names the line of content that cannot be read', async () => {
    await change('metrics/energy.yaml', '"3980"', '3980.0');
    const { code, err } = await trace('energy.used@FY2024');
    expect(code).toBe(1);
    expect(err).toContain('content/metrics/energy.yaml:13:33  C006');
  });
});

it('the date of an entry is the author’s own', () => {
  const answer = (zone: string): string =>
    `${'a'.repeat(40)} 13 13 1\nauthor Bo Lin\nauthor-time 1714750200\nauthor-tz ${zone}\nsummary Add it\n\tline`;
  expect(readBlame(answer('+0800'))).toMatchObject({ by: 'Bo Lin', date: '2024-05-03', summary: 'Add it' });
  expect(readBlame(answer('+0900'))?.date).toBe('2024-05-04');
  expect(readBlame(answer('-0930'))?.date).toBe('2024-05-03');
  expect(readBlame('fatal: no such path')).toBeUndefined();
});
