import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/check/index.ts';
import { total } from '../../../src/check/rules/n3-total.ts';
import { sumPrecision } from '../../../src/check/rules/n4-sum-precision.ts';
import { unitRoundtrip } from '../../../src/check/rules/n5-unit-roundtrip.ts';
import { bounds } from '../../../src/check/rules/n10-bounds.ts';
import { duplicateFact } from '../../../src/check/rules/n11-duplicate-fact.ts';
import { scopeMix } from '../../../src/check/rules/s1-scope-mix.ts';
import { seriesBreak } from '../../../src/check/rules/s2-series-break.ts';
import type { Metric } from '../../../src/content/types.ts';
import { FERRY } from '../metrics/ferry-report.ts';
import type { MetricSketch, ReportSketch } from '../metrics/report-builder.ts';
import { briefly, factsOf, found } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'million tonnes' } as const;
const parts = (items: readonly string[], complete = true, period: string | undefined = 'CY2023'): Metric['parts'] => [
  { complete, period, items, origin: 'content/metrics/whole.yaml#/parts' },
];

describe('N3: parts and their whole', () => {
  const scopes = (whole: string, more: Partial<MetricSketch> = {}): ReportSketch => ({
    metrics: {
      whole: { ...gas, values: { CY2023: whole }, parts: parts(['one', 'two', 'three']), ...more },
      one: { ...gas, values: { CY2023: '0.927 MtCO2e' } },
      two: { ...gas, values: { CY2023: '4.445 MtCO2e' } },
      three: { ...gas, values: { CY2023: '7.877 MtCO2e' } },
    },
  });

  it('add up within what the last places leave open', () => {
    expect(found(total, scopes('13.249 MtCO2e'))).toEqual([]);
    expect(found(total, scopes('13.2 MtCO2e'))).toEqual([]);
    expect(found(total, scopes('13.250 MtCO2e'))).toEqual([]);
  });

  it('are an error when a digit is wrong', () => {
    expect(found(total, scopes('13.349 MtCO2e'))[0]).toMatchObject({
      code: 'N3',
      severity: 'error',
      item: 'whole@CY2023',
      expected: '13.2475 to 13.2505 MtCO2e',
      found: '13.349 MtCO2e',
    });
    expect(briefly(total, scopes('13.149 MtCO2e'))).toEqual(['N3 error whole@CY2023']);
  });

  it('do not exceed a whole that they do not make up', () => {
    const some = (whole: string): ReportSketch => scopes(whole, { parts: parts(['one', 'two'], false) });
    expect(found(total, some('33.38 MtCO2e'))).toEqual([]);
    expect(briefly(total, some('5.0 MtCO2e'))).toEqual(['N3 error whole@CY2023']);
  });

  it('are all given when they are said to be complete', () => {
    const gap = scopes('13.249 MtCO2e');
    const metrics = { ...gap.metrics, two: { ...gas, values: { CY2023: null } } };
    expect(found(total, { metrics })[0]?.message).toContain('two has no value');
  });

  it('without a period are held to the periods in which all have values', () => {
    const every = scopes('13.349 MtCO2e', {
      parts: [{ complete: true, period: undefined, items: ['one', 'two', 'three'], origin: 'x#/p' }],
    });
    const whole = every.metrics.whole ?? { ...gas, values: {} };
    const metrics = { ...every.metrics, whole: { ...whole, values: { ...whole.values, CY2022: '5 MtCO2e' } } };
    expect(briefly(total, { metrics })).toEqual(['N3 error whole@CY2023']);
  });

  it('of energy add up in one unit', () => {
    const energy: ReportSketch = {
      metrics: {
        whole: { unit: 'MJ', zh: 'TJ', en: 'TJ', values: { CY2023: '477.5 TJ' }, parts: parts(['fuel', 'power']) },
        fuel: { unit: 'MJ', zh: 'TJ', en: 'TJ', values: { CY2023: '427.6 TJ' } },
        power: { unit: 'kWh', zh: '万千瓦时', en: 'GWh', values: { CY2023: '13.85 GWh' } },
      },
    };
    expect(found(total, energy)).toEqual([]);
  });

  it('may be below zero', () => {
    const result: ReportSketch = {
      metrics: {
        whole: {
          unit: 'HKD',
          zh: '亿港元',
          en: 'HKD million',
          values: { CY2023: '50.4 MHKD' },
          parts: parts(['a', 'b', 'c']),
        },
        a: { unit: 'HKD', zh: '亿港元', en: 'HKD million', values: { CY2023: '96.4 MHKD' } },
        b: { unit: 'HKD', zh: '亿港元', en: 'HKD million', values: { CY2023: '-18.9 MHKD' } },
        c: { unit: 'HKD', zh: '亿港元', en: 'HKD million', values: { CY2023: '-27.1 MHKD' } },
      },
    };
    expect(found(total, result)).toEqual([]);
  });

  it('that are disputed are acknowledged in a draft', () => {
    const sketch = scopes('13.349 MtCO2e');
    const metrics = { ...sketch.metrics, two: { ...gas, values: { CY2023: '4.445 MtCO2e disputed' } } };
    const levels = runChecks(factsOf({ metrics })).flatMap(({ code, severity }) => (code === 'N3' ? [severity] : []));
    expect(levels).toEqual(['info']);
  });
});

describe('N4: a total that was added up', () => {
  const sketch = (whole: string): ReportSketch => ({
    metrics: {
      whole: { ...gas, values: { CY2023: whole }, parts: parts(['fine', 'coarse']) },
      fine: { ...gas, values: { CY2023: '9.884 MtCO2e' } },
      coarse: { ...gas, values: { CY2023: '10.1 MtCO2e' } },
    },
  });

  it('is no finer than its coarsest part', () => {
    expect(briefly(sumPrecision, sketch('19.984 MtCO2e derived'))).toEqual(['N4 warning whole@CY2023']);
    expect(found(sumPrecision, sketch('20.0 MtCO2e derived'))).toEqual([]);
  });

  it('may be finer when it was reported as such, but not as the very sum of its parts', () => {
    expect(found(sumPrecision, sketch('19.991 MtCO2e'))).toEqual([]);
    expect(briefly(sumPrecision, sketch('19.984 MtCO2e'))).toEqual(['N4 warning whole@CY2023']);
  });
});

describe('N5: what is printed reads back', () => {
  it('holds for every unit of the ferry report', () => {
    expect(found(unitRoundtrip, FERRY)).toEqual([]);
  });

  it('breaks when the text of a unit begins like a figure', () => {
    const carton = { dimension: 'carton', factor: '1', base: 'carton' } as const;
    const sketch = (other: string): ReportSketch => ({
      units: [
        { ...carton, id: 'carton', label: { zh: '箱', en: 'cartons' } },
        { ...carton, id: 'crate', label: { zh: other, en: 'crates' } },
      ],
      metrics: { it: { unit: 'carton', zh: '箱', en: 'cartons', values: { CY2023: '200 carton' } } },
    });
    expect(found(unitRoundtrip, sketch('大箱'))).toEqual([]);
    expect(briefly(unitRoundtrip, sketch('00箱'))).toEqual(['N5 error it@CY2023']);
  });
});

describe('N10: where a value can be', () => {
  const share = { unit: 'percent', zh: '%', en: '%', nature: 'ratio' } as const;
  const of = (sketch: Omit<MetricSketch, 'values'>, value: string): ReportSketch => ({
    units: [{ id: 'pue', dimension: 'pue', factor: '1', base: 'pue', label: { zh: 'PUE', en: 'PUE' } }],
    metrics: { it: { ...sketch, values: { CY2023: value } } },
  });
  const pue = { unit: 'pue', zh: 'PUE', en: 'PUE', nature: 'index', label: 'PUE of data centres' } as const;
  const count = { unit: 'count', zh: '个', en: 'count', nature: 'count' } as const;

  it.each([
    ['a share above a hundred', of(share, '100.1 percent')],
    ['a share below zero', of(share, '-0.1 percent')],
    ['a share per mille above a thousand', of({ ...share, unit: 'permille' }, '1001 permille')],
    ['a PUE below one', of(pue, '0.98 pue')],
    ['a count below zero', of(count, '-1 count')],
  ])('is left by %s', (_name, sketch) => {
    expect(briefly(bounds, sketch)).toEqual(['N10 error it@CY2023']);
  });

  it.each([
    ['a whole share', of(share, '100 percent')],
    ['no share', of(share, '0 percent')],
    ['a share per mille', of({ ...share, unit: 'permille' }, '5.1 permille')],
    ['a PUE of one', of(pue, '1.000 pue')],
    ['a score that happens to be below one', of({ ...pue, label: 'Score' }, '0.5 pue')],
    ['a loss', of({ unit: 'HKD', zh: '亿港元', en: 'HKD million', nature: 'money' }, '-18.9 MHKD')],
    ['a growth rate that is no share', of({ ...share, nature: 'index' }, '110 percent')],
    [
      'a difference of shares',
      of({ ...share, unit: 'percentage_points', zh: '个百分点', en: 'percentage points' }, '-6.3 percentage_points'),
    ],
  ])('is kept by %s', (_name, sketch) => {
    expect(found(bounds, sketch)).toEqual([]);
  });
});

describe('N11: one fact, one value', () => {
  const twin = (value: string, scope = 'group'): ReportSketch => ({
    metrics: {
      one: { ...gas, label: 'Avoided', values: { CY2022: '1 MtCO2e', CY2023: '33.38 MtCO2e' } },
      two: { ...gas, label: 'Avoided', scope, values: { CY2023: value } },
    },
  });

  it('is broken by two metrics of one name and scope', () => {
    expect(briefly(duplicateFact, twin('33.34 MtCO2e'))).toEqual(['N11 error two@CY2023']);
  });

  it('is kept by the same value and by another scope', () => {
    expect(found(duplicateFact, twin('33380 ktCO2e'))).toEqual([]);
    expect(found(duplicateFact, twin('33.34 MtCO2e', 'elsewhere'))).toEqual([]);
  });

  it('is broken by a restatement that changes nothing, or that has nothing to change', () => {
    const restated = (old: string | null, period = 'CY2022'): ReportSketch => ({
      metrics: { it: { ...gas, values: { CY2022: '5.08 ktCO2e' }, restated: [{ period, old, in: 'ktCO2e' }] } },
    });
    expect(briefly(duplicateFact, restated('5.08'))).toEqual(['N11 error it@CY2022']);
    expect(briefly(duplicateFact, restated('5.31', 'CY2021'))).toEqual(['N11 error it@CY2021']);
    expect(found(duplicateFact, restated('5.31'))).toEqual([]);
    expect(found(duplicateFact, restated(null))).toEqual([]);
  });

  it('is broken by a base that is not the value of its period', () => {
    const based = (value: string | null): ReportSketch => ({
      metrics: { it: { ...gas, values: { CY2021: '39.43 ktCO2e' } } },
      targets: {
        't.it': {
          metric: 'it',
          base: { period: 'CY2021', value, in: 'ktCO2e' },
          goal: { value: '1', in: 'ktCO2e', by: '2030' },
        },
      },
    });
    expect(briefly(duplicateFact, based('38.43'))).toEqual(['N11 error t.it']);
    expect(found(duplicateFact, based('39.4'))).toEqual([]);
    expect(found(duplicateFact, based(null))).toEqual([]);
  });
});

describe('S1: what is added up is of one scope', () => {
  const metrics = {
    whole: { ...gas, values: { CY2023: '3 MtCO2e' } },
    own: { ...gas, values: { CY2023: '1 MtCO2e' } },
    other: { ...gas, scope: 'elsewhere', values: { CY2023: '2 MtCO2e' } },
    mixed: { ...gas, additive: false, values: { CY2023: '2 MtCO2e' } },
  };
  const split = (item: string): ReportSketch => ({
    metrics: { ...metrics, whole: { ...metrics.whole, parts: parts([item], false) } },
  });

  it('in the parts of a whole', () => {
    expect(briefly(scopeMix, split('other'))).toEqual(['S1 error whole']);
    expect(briefly(scopeMix, split('mixed'))).toEqual(['S1 error whole']);
    expect(found(scopeMix, split('own'))).toEqual([]);
  });

  it.each(['stacked_bar', 'doughnut'] as const)('in a %s', (kind) => {
    expect(briefly(scopeMix, { metrics, charts: { c: [kind, 'own', 'other'] } })).toEqual(['S1 error c']);
    expect(found(scopeMix, { metrics, charts: { c: [kind, 'own', 'whole'] } })).toEqual([]);
  });

  it('but not in a chart that sets amounts side by side', () => {
    expect(found(scopeMix, { metrics, charts: { c: ['bar', 'own', 'other'] } })).toEqual([]);
  });
});

describe('S2: a target and the breaks of its series', () => {
  const target = (period: string, value: string | null): ReportSketch => ({
    breaks: [['CY2020', 'CY2021']],
    metrics: { it: { ...gas, values: { CY2020: '29.4 ktCO2e', CY2021: '39.43 ktCO2e', CY2023: '37.29 ktCO2e' } } },
    targets: {
      't.it': {
        metric: 'it',
        base: { period, value, in: 'ktCO2e' },
        goal: { change: '-35', in: 'percent', by: '2030' },
      },
    },
  });

  it('is an error when the base lies before a break', () => {
    expect(briefly(seriesBreak, target('CY2020', '29.4'))).toEqual(['S2 error t.it']);
  });

  it('is none on one side of it, and none without a base value', () => {
    expect(found(seriesBreak, target('CY2021', '39.43'))).toEqual([]);
    expect(found(seriesBreak, target('CY2020', null))).toEqual([]);
  });
});

describe('the ferry report', () => {
  it('has nothing to report above info in a draft', () => {
    const above = runChecks(factsOf(FERRY)).filter(({ code, severity }) => /^[NS]/.test(code) && severity !== 'info');
    expect(above).toEqual([]);
  });
});
