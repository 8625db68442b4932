import { describe, expect, it } from 'vitest';
import { diffData } from '../../../src/provenance/index.ts';
import { editedData, type TextEdit } from '../../support/report-data.ts';

const good = await editedData();

async function changes(...edits: readonly TextEdit[]): Promise<ReturnType<typeof diffData>> {
  return diffData(good, await editedData(...edits));
}

const ENERGY = '{period: FY2024, value: "3980", in: MWh, status: reported, source: [log]}';

describe('the difference of two states', () => {
  it('is none between a state and itself', () => {
    expect(diffData(good, good)).toEqual([]);
  });

  it('tells a changed value, as given, with the blocks that show it', async () => {
    expect(await changes(['metrics/energy.yaml', ENERGY, ENERGY.replace('3980', '3981')])).toEqual([
      {
        kind: 'changed',
        item: 'energy.used@FY2024',
        before: '3980 MWh',
        after: '3981 MWh',
        blocks: ['data.table'],
      },
    ]);
  });

  it('tells a value that says why it changed apart', async () => {
    const restated = '"208900", in: m3, status: reported, source: [log]}\n' as const;
    const told = await changes(
      ['metrics/water.yaml', restated, restated.replace('208900', '209000')],
      [
        'metrics/water.yaml',
        '    frameworks: [mini.2]\n',
        '    frameworks: [mini.2]\n    restatements: [{period: FY2023, old: "208900", in: m3, reason: {zh: 换表, en: New meter}, source: [log]}]\n',
      ],
    );
    expect(told).toMatchObject([
      { kind: 'restated', item: 'water.drawn@FY2023', before: '208900 m3', after: '209000 m3' },
    ]);
    // The text says by how much the later year fell, and so does the table.
    expect(told[0]?.blocks).toEqual(['data.table', 'ch.water.drawn', 'ch.water.chart']);
  });

  it('tells what came and what went', async () => {
    const metrics = good.metrics.map((metric) =>
      metric.id === 'energy.used' ? { ...metric, values: metric.values.slice(0, 1) } : metric,
    );
    const without = { ...good, metrics };
    expect(diffData(good, without)).toMatchObject([
      { kind: 'removed', item: 'energy.used@FY2024', before: '3980 MWh', after: null, blocks: ['data.table'] },
    ]);
    expect(diffData(without, good)).toMatchObject([
      { kind: 'added', item: 'energy.used@FY2024', before: null, after: '3980 MWh', blocks: ['data.table'] },
    ]);
  });

  it('tells a value that is what it was and no longer stands as it did', async () => {
    const [told] = await changes(['metrics/energy.yaml', ENERGY, ENERGY.replace('reported', 'estimate')]);
    expect(told).toMatchObject({ kind: 'regraded', item: 'energy.used@FY2024' });
    expect(told?.before).toContain('reported; from log');
    expect(told?.after).toContain('estimate; from log');
  });

  it('tells a value that is no longer disclosed', async () => {
    const hidden = ENERGY.replace('"3980"', 'null').replace('reported', 'not_disclosed');
    expect(await changes(['metrics/energy.yaml', ENERGY, hidden])).toMatchObject([
      { kind: 'changed', before: '3980 MWh', after: 'not disclosed' },
    ]);
  });

  it('tells a goal that moved', async () => {
    expect(await changes(['targets.yaml', '"-30.0"', '"-25.0"'])).toMatchObject([
      {
        kind: 'changed',
        item: 'target:t.water',
        before: '-30.0 percent by FY2030 from 208900 m3 in FY2023',
        after: '-25.0 percent by FY2030 from 208900 m3 in FY2023',
      },
    ]);
  });

  it('tells the sentence that changed, and no other of its text', async () => {
    expect(await changes(['chapters/01-water.yaml', 'We drew', 'The works drew'])).toEqual([
      {
        kind: 'reworded',
        item: 'ch.water.drawn',
        before: 'We drew {{m:water.drawn@FY2024}}, down {{yoy:water.drawn@FY2024|pct}}.{{src:log}}',
        after: 'The works drew {{m:water.drawn@FY2024}}, down {{yoy:water.drawn@FY2024|pct}}.{{src:log}}',
        blocks: ['ch.water.drawn'],
      },
    ]);
  });

  it('says nothing of texts without figures', async () => {
    expect(await changes(['chapters/01-water.yaml', 'Read from the meters', 'Taken from the meters'])).toEqual([]);
  });

  it('tells sentences that came and went, of each language', async () => {
    const longer: readonly TextEdit[] = [
      ['chapters/01-water.yaml', '按水表读数计。', '按水表读数计。用电{{m:energy.used@FY2024}}。'],
      ['chapters/01-water.yaml', 'Read from the meters.', 'Read from the meters. Power is {{m:energy.used@FY2024}}.'],
    ];
    const told = await changes(...longer);
    expect(told.filter(({ kind }) => kind === 'reworded')).toMatchObject([
      { item: 'ch.water.note', before: null, after: '用电{{m:energy.used@FY2024}}。' },
      { item: 'ch.water.note', before: null, after: 'Power is {{m:energy.used@FY2024}}.' },
    ]);
    const back = diffData(await editedData(...longer), good);
    expect(back.map(({ before, after }) => [before, after])).toContainEqual([
      'Power is {{m:energy.used@FY2024}}.',
      null,
    ]);
  });

  it('does not cut a sentence at the point of a decimal', async () => {
    const told = await changes(
      [
        'chapters/01-water.yaml',
        '按水表读数计。',
        '读数误差{{lit:0.5%|meter class}}以内，用电{{m:energy.used@FY2024}}。',
      ],
      [
        'chapters/01-water.yaml',
        'Read from the meters.',
        'Within {{lit:0.5%|meter class}}, i.e. well; power {{m:energy.used@FY2024}}.',
      ],
    );
    expect(told.map(({ after }) => after)).toContain(
      '读数误差{{lit:0.5%|meter class}}以内，用电{{m:energy.used@FY2024}}。',
    );
  });
});
