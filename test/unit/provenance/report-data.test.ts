import { describe, expect, it } from 'vitest';
import { dataJson, earlierFigures, readReportData } from '../../../src/provenance/index.ts';
import { editedData, ferryData } from '../../support/report-data.ts';

describe('the data of a report', () => {
  it('gives each value in the unit of its metric, as it was given, and as it prints', async () => {
    const data = await editedData();
    const energy = data.metrics.find(({ id }) => id === 'energy.used');
    expect(energy).toMatchObject({
      label: { zh: '用电量', en: 'Electricity used' },
      unit: 'kWh',
      scope: { key: 'plant', zh: '全厂', en: 'the whole plant' },
      assurance: { level: 'none', by: null },
    });
    expect(energy?.values.map(({ period, value, given, printed }) => [period, value, given, printed])).toEqual([
      ['FY2023', '4120000', { value: '4120', unit: 'MWh' }, { zh: '412.0万千瓦时', en: '4,120\u00A0MWh' }],
      ['FY2024', '3980000', { value: '3980', unit: 'MWh' }, { zh: '398.0万千瓦时', en: '3,980\u00A0MWh' }],
    ]);
  });

  it('keeps what sources state beside the value, and where each source is', async () => {
    const data = await editedData();
    const [, drawn] = data.metrics.find(({ id }) => id === 'water.drawn')?.values ?? [];
    expect(drawn?.stated_changes).toEqual([{ value: '-10.8', unit: 'percent', sources: [], from: 'FY2023' }]);
    expect(drawn?.sources).toEqual(['log']);
    expect(data.sources).toEqual([
      {
        id: 'log',
        key: 'S1',
        kind: 'editorial',
        title: { zh: '运行日志（样例）', en: 'Operating log (sample)' },
        where: 'an invented log',
        date: '2024-05-02',
      },
    ]);
  });

  it('says which blocks show or cite a value', async () => {
    const data = await editedData();
    const blocksOf = (metric: string, period: string): readonly string[] | undefined =>
      data.metrics.find(({ id }) => id === metric)?.values.find((one) => one.period === period)?.blocks;
    expect(blocksOf('water.drawn', 'FY2024')).toEqual(['data.table', 'ch.water.drawn', 'ch.water.chart']);
    expect(blocksOf('energy.used', 'FY2023')).toEqual(['data.table']);
  });

  it('keeps the texts that cite figures as they are written', async () => {
    const data = await editedData();
    const drawn = data.sentences.find((one) => one.in === 'ch.water.drawn');
    expect(drawn?.cites).toEqual(['m:water.drawn@FY2024', 'yoy:water.drawn@FY2024']);
    expect(drawn?.en).toContain('We drew {{m:water.drawn@FY2024}}, down');
    expect(data.sentences.some((one) => one.in === 'ch.water.note')).toBe(false);
  });

  it('tells what is not disclosed, derived, restated and disputed apart', async () => {
    const data = await ferryData();
    const values = data.metrics.flatMap((metric) => metric.values);
    const undisclosed = values.filter(({ status }) => status === 'not_disclosed');
    expect(undisclosed.length).toBeGreaterThan(0);
    expect(undisclosed.every(({ value, given }) => value === null && given.value === null)).toBe(true);
    const derived = values.filter(({ status }) => status === 'derived');
    expect(derived.map(({ derived: formula }) => formula?.en)).toContain('200000 × 12 ÷ 4363600');
    expect(values.some(({ restated }) => restated !== null && restated.reason.zh !== '')).toBe(true);
    expect(values.filter(({ status }) => status === 'disputed').every((one) => one.alternatives.length > 0)).toBe(true);
    expect(JSON.stringify(data)).not.toContain('content/');
  });

  it('puts values in order of time, whatever the order in the file', async () => {
    const swapped = await editedData([
      'metrics/energy.yaml',
      '{period: FY2023, value: "4120", in: MWh, status: reported, source: [log]}\n      - {period: FY2024, value: "3980", in: MWh, status: reported, source: [log]}',
      '{period: FY2024, value: "3980", in: MWh, status: reported, source: [log]}\n      - {period: FY2023, value: "4120", in: MWh, status: reported, source: [log]}',
    ]);
    expect(dataJson(swapped)).toBe(dataJson(await editedData()));
  });

  it('is read back as it was written', async () => {
    for (const data of [await editedData(), await ferryData()]) expect(readReportData(dataJson(data))).toEqual(data);
  });

  it('gives a later report what it may not change in silence', async () => {
    const disclosed = earlierFigures(await editedData());
    expect(disclosed).toContainEqual({ metric: 'energy.used', period: 'FY2023', value: '4120', unit: 'MWh' });
    expect(disclosed).toHaveLength(6);
    const hidden = await editedData([
      'metrics/energy.yaml',
      'value: "4120", in: MWh, status: reported',
      'value: null, in: MWh, status: not_disclosed',
    ]);
    expect(earlierFigures(hidden)).toHaveLength(5);
  });
});
