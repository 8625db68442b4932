import { describe, expect, it } from 'vitest';
import { BUILT_IN_UNITS as IDS_OF_SCHEMA } from '../../../src/content/schema/unit-ids.ts';
import { BUILT_IN_UNITS } from '../../../src/metrics/built-in-units.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';
import { openUnits } from '../../../src/metrics/units.ts';
import { bookOf, buildReport, printed, type ReportSketch } from './report-builder.ts';

const NOWHERE = { spanOf: () => undefined };
const { units } = openUnits([], NOWHERE);
const codes = (sketch: ReportSketch): readonly string[] =>
  resolveMetrics(buildReport(sketch)).diagnostics.map(({ code }) => code);

describe('built-in units', () => {
  it('are those that content may name', () => {
    expect(BUILT_IN_UNITS.map(({ id }) => id).sort()).toEqual([...IDS_OF_SCHEMA].sort());
  });

  it.each([
    ['zh', '吨 万吨 亿吨', 'mass'],
    ['zh', '吨 万吨 亿吨', 'co2e'],
    ['zh', '千瓦时 万千瓦时 亿千瓦时', 'energy'],
    ['zh', '兆瓦', 'power'],
    ['zh', '元 万元 亿元 万亿元', 'RMB'],
    ['zh', '港元 万港元 亿港元', 'HKD'],
    ['zh', '美元 万美元 亿美元', 'USD'],
    ['zh', '人 万人 亿人', 'person'],
    ['zh', '个 万个', 'count'],
    ['zh', '小时', 'hour'],
    ['zh', '立方米 万立方米', 'volume'],
    ['zh', '公顷', 'area'],
    ['zh', '倍', 'multiple'],
    ['zh', '% ‰ 个百分点', 'share'],
    ['en', 'kWh MWh GWh TWh', 'energy'],
    ['en', 'tonnes', 'co2e'],
    ['en', 'people', 'person'],
    ['en', 'hours', 'hour'],
  ] as const)('have the display units of the schema in %s: %s', (lang, texts, dimension) => {
    for (const text of texts.split(' ')) expect(units.display(text, lang, dimension)?.text).toBe(text);
  });

  it.each([
    ['thousand tonnes', 'mass', '1000'],
    ['million tonnes', 'co2e', '1000000'],
    ['billion tonnes', 'co2e', '1000000000'],
    ['RMB million', 'RMB', '1000000'],
    ['RMB billion', 'RMB', '1000000000'],
    ['HKD million', 'HKD', '1000000'],
    ['USD billion', 'USD', '1000000000'],
    ['thousand people', 'person', '1000'],
    ['million people', 'person', '1000000'],
  ])('scale %s in English', (text, dimension, factor) => {
    expect(units.display(text, 'en', dimension)?.factor.toFixed()).toBe(factor);
  });

  it('do not show one thing in the unit of another', () => {
    expect(units.display('万吨', 'zh', 'energy')).toBeUndefined();
    expect(units.display('RMB million', 'en', 'HKD')).toBeUndefined();
    expect(units.display('million tonnes', 'zh', 'mass')).toBeUndefined();
  });

  it('serve as display units by their ids in both languages', () => {
    for (const unit of BUILT_IN_UNITS) {
      expect(units.display(unit.id, 'zh', unit.dimension)?.factor.toFixed()).toBe(unit.factor);
      expect(units.display(unit.id, 'en', unit.dimension)?.factor.toFixed()).toBe(unit.factor);
    }
  });

  it('convert without loss: 1 kWh is 3.6 MJ', () => {
    const book = bookOf({ metrics: { it: { unit: 'MJ', zh: 'TJ', en: 'GJ', values: { CY2023: '13.85 GWh' } } } });
    expect(book.canonical('it', 'CY2023')).toBe('49860000');
  });
});

const carton = {
  id: 'carton',
  dimension: 'carton',
  factor: '1',
  base: 'carton',
  label: { zh: '个纸箱', en: 'cartons' },
  scales: { zh: [{ unit: '万个纸箱', power: 4 }], en: [{ unit: 'million cartons', power: 6 }] },
} as const;

describe('units of a project', () => {
  it('print by their label or one of their scales', () => {
    const metric = { unit: 'carton', zh: '万个纸箱', en: 'million cartons', values: { CY2023: '23820000 carton' } };
    const book = bookOf({ units: [carton], metrics: { it: metric, own: { ...metric, zh: '个纸箱', en: 'cartons' } } });
    expect(printed(book, 'm:it@CY2023')).toEqual(['2,382万个纸箱', '23.82_million_cartons']);
    expect(printed(book, 'm:own@CY2023')).toEqual(['23,820,000个纸箱', '23,820,000_cartons']);
  });

  it('build on built-in units and on each other', () => {
    const label = { zh: '桶', en: 'barrels' };
    const book = bookOf({
      units: [
        {
          id: 'kilobarrel',
          dimension: 'volume',
          factor: '1000',
          base: 'barrel',
          label: { zh: '千桶', en: 'thousand barrels' },
        },
        { id: 'barrel', dimension: 'volume', factor: '0.158987', base: 'm3', label },
      ],
      metrics: { it: { unit: 'm3', zh: '立方米 0', en: 'barrels', values: { CY2023: '2 kilobarrel' } } },
    });
    expect(book.canonical('it', 'CY2023')).toBe('317.974');
  });

  it.each([
    ['an id that is built in', { ...carton, id: 'kWh', base: 'kWh' }, 'C007'],
    ['a base that is not there', { ...carton, base: 'nothing' }, 'D1'],
    ['a factor of zero', { ...carton, factor: '0' }, 'C019'],
  ])('are faulty with %s', (_name, unit, code) => {
    expect(codes({ units: [unit], metrics: {} })).toEqual([code]);
  });

  it('are faulty when one text stands for two magnitudes', () => {
    const lot = { ...carton, id: 'lot', factor: '10000', label: { zh: '万个纸箱', en: 'lots' }, scales: undefined };
    expect(codes({ units: [carton, lot], metrics: {} })).toEqual([]);
    expect(codes({ units: [carton, { ...lot, factor: '1000' }], metrics: {} })).toEqual(['N5']);
  });

  it('are faulty when a built-in text would stand for another magnitude', () => {
    const label = { zh: '万吨', en: 'loads' };
    const load = { id: 'load', dimension: 'mass', factor: '1000', base: 't', label };
    expect(codes({ units: [load], metrics: {} })).toEqual(['N5']);
  });

  it('are faulty when they are each other’s base', () => {
    const [a, b] = [
      { ...carton, id: 'a', base: 'b', scales: undefined },
      { ...carton, id: 'b', base: 'a', scales: undefined },
    ];
    expect(codes({ units: [a, b], metrics: {} })).toEqual(['D1', 'D1']);
  });
});

describe('units of a metric', () => {
  const metric = { unit: 'tCO2e', zh: '万吨', en: 'tonnes', values: { CY2023: '1 tCO2e' } };

  it.each([
    ['a canonical unit that is not there', { ...metric, unit: 'stone' }, ['D1']],
    ['a value in a unit that is not there', { ...metric, values: { CY2023: '1 stone' } }, ['D1']],
    ['a value in a unit of another thing', { ...metric, values: { CY2023: '1 kWh' } }, ['N12']],
    ['a mass for greenhouse gas', { ...metric, values: { CY2023: '1 t' } }, ['N12']],
    ['a display unit that is not there', { ...metric, zh: '万斤' }, ['D1']],
    ['a display unit of another thing', { ...metric, en: 'GWh' }, ['N12']],
    ['a display unit of the other language', { ...metric, zh: 'million tonnes' }, ['D1']],
    ['nothing', metric, []],
  ])('are faulty with %s', (_name, sketch, expected) => {
    expect(codes({ metrics: { it: sketch } })).toEqual(expected);
  });
});
