import { expect, it } from 'vitest';
import type { Account } from '../../../src/call/index.ts';
import { type EntryOf, ledgerChains } from '../../../src/provenance/index.ts';
import { editedProject, resolvedReport, type TextEdit } from '../../support/report-data.ts';

const entryOf: EntryOf = (span) =>
  span && { by: 'Ada Chen', date: '2024-05-03', commit: 'abcdef0123', summary: `line ${span.start.line}` };

const SOURCE = 'source S1 log, editorial: Operating log (sample), 2024-05-02; an invented log';

function account(key: string, facts: Partial<Account> = {}): Account {
  const plain = { metric: undefined, period: undefined, status: undefined, sources: [], origin: '' };
  return { kind: 'value', key, ...plain, ...facts };
}

async function chainOf(one: Account, ...edits: readonly TextEdit[]): Promise<readonly string[]> {
  const { report, book } = await resolvedReport(await editedProject(...edits));
  return ledgerChains(report, book).textOf(one, entryOf).split('\n');
}

const used2024 = `energy.used@FY2024: ${SOURCE} → given 3980 MWh  content/metrics/energy.yaml:13:33 → scaled 1 MWh is 1000 kWh → entered Ada Chen, 2024-05-03, abcdef0123 line 13 → value 3980000 kWh  reported → assurance none`;

it('a value leads from its document over its entry to its assurance', async () => {
  const value = account('energy.used@FY2024', { metric: 'energy.used', period: 'FY2024' });
  expect(await chainOf(value)).toEqual([used2024]);
});

it('a change has the chains of both its ends, a share those of part and whole', async () => {
  const change = await chainOf(account('yoy:energy.used@FY2024', { metric: 'energy.used', period: 'FY2024' }));
  expect(change[0]).toBe(used2024);
  expect(change.map((line) => line.split(':')[0])).toEqual(['energy.used@FY2024', 'energy.used@FY2023']);
  const share = await chainOf(account('share:water.reused/water.drawn@FY2024'));
  expect(share.map((line) => line.split(':')[0])).toEqual(['water.reused@FY2024', 'water.drawn@FY2024']);
});

it('a derived value tells its formula, and the chain of each value in it once', async () => {
  const lines = await chainOf(account('water.reused@FY2024', { metric: 'water.reused', period: 'FY2024' }), [
    'metrics/water.yaml',
    '- {period: FY2024, value: "14500", in: m3, status: reported, source: [log]}',
    '- {period: FY2024, value: "14500", in: m3, status: derived, source: [log], derived: "{{m:water.drawn@FY2024}} − {{m:water.drawn@FY2023}} − {{m:water.drawn@FY2024}}"}',
  ]);
  expect(lines[0]).toMatch(/ → derived 186,400\sm3 − .* → entered .* → value 14500 m3 {2}derived → assurance none$/);
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'water.reused@FY2024',
    'water.drawn@FY2024',
    'water.drawn@FY2023',
  ]);
});

it('other readings, assurance and waivers are links of the chain', async () => {
  const other = account('other:energy.used@FY2024#1', { metric: 'energy.used', period: 'FY2024' });
  const [line] = await chainOf(
    other,
    [
      'metrics/energy.yaml',
      '{period: FY2024, value: "3980", in: MWh, status: reported, source: [log]}',
      '{period: FY2024, value: "3980", in: MWh, status: disputed, source: [log], alternatives: [{value: "3990", in: MWh, source: [log]}], note: {zh: 两处读数不同。, en: Two meters differ.}}\n    assurance: {level: limited, by: Islet Audit}',
    ],
    [
      'waivers.yaml',
      'waivers: []',
      'waivers: [{check: V1, item: energy.used@FY2024, reason: both meters are checked, by: the editors, expires: "2030-01-31"}]',
    ],
  );
  expect(line).toContain(' → other 3990 MWh, by log → entered ');
  expect(line).toMatch(
    / → value 3980000 kWh {2}disputed → assurance limited, by Islet Audit → waiver V1 by the editors, until 2030-01-31: both meters are checked {2}content\/waivers\.yaml:2:11$/,
  );
});

it('what is no metric tells its sources, its place and who entered it; what has no place tells nothing', async () => {
  const { report, book } = await resolvedReport(await editedProject());
  const chains = ledgerChains(report, book);
  const origin = report.metrics.get('energy.used')?.origin ?? '';
  const target = account('target:t.gap', { status: 'reported', sources: ['log'], origin });
  expect(chains.textOf(target, () => undefined)).toMatch(
    /^target:t\.gap: source S1 log, .* → given content\/metrics\/energy\.yaml:\d+:\d+ → entered unknown: no git history here → value reported$/,
  );
  expect(chains.spansOf([target]).map(({ file }) => file)).toEqual(['content/metrics/energy.yaml']);
  expect(chains.textOf(account('text:1', { origin: 'nowhere' }), entryOf)).toBe('');
});
