import { describe, expect, it } from 'vitest';
import { unstatedRestatement } from '../../../src/check/rules/n15-unstated-restatement.ts';
import { targetSense } from '../../../src/check/rules/n16-target-sense.ts';
import { magnitude } from '../../../src/check/rules/n17-magnitude.ts';
import type { MetricSketch, ReportSketch, TargetSketch } from '../metrics/report-builder.ts';
import { briefly, factsOf } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'tonnes', polarity: 'lower_is_better' } as const;
const metric = (sketch: Partial<MetricSketch> & Pick<MetricSketch, 'values'>): ReportSketch => ({
  metrics: { it: { ...gas, ...sketch } },
});

describe('N15: what was published before', () => {
  const sketch = (value: string | null, restated: MetricSketch['restated'] = []): ReportSketch =>
    metric({ values: { CY2022: value, CY2023: '90 ktCO2e' }, restated });
  const told = (now: ReportSketch, value: string, unit = 'ktCO2e', period = 'CY2022'): readonly string[] => {
    const against = { file: 'last-year/data.json', figures: [{ metric: 'it', period, value, unit }] };
    return unstatedRestatement({ ...factsOf(now), against }).map(({ item, message }) => `${item}: ${message}`);
  };

  it('may not change without a restatement', () => {
    expect(told(sketch('101.2 ktCO2e'), '103.5')).toEqual([
      'it@CY2022: it for CY2022 has changed without a restatement',
    ]);
  });

  it('may not go', () => {
    expect(told(sketch(null), '103.5')).toEqual(['it@CY2022: it for CY2022 was published, and is gone']);
  });

  it('is the old value of its restatement', () => {
    const restated = [{ period: 'CY2022', old: '105.3', in: 'ktCO2e' }];
    expect(told(sketch('101.2 ktCO2e', restated), '103.5')).toEqual([
      'it@CY2022: the restatement of it for CY2022 gives another old value than was published',
    ]);
  });

  it.each([
    ['stands as it was', sketch('103.5 ktCO2e'), '103.5', 'ktCO2e'],
    ['is given in another unit', sketch('103500 tCO2e'), '103.5', 'ktCO2e'],
    ['is given finer', sketch('103.46 ktCO2e'), '103.5', 'ktCO2e'],
    ['is restated', sketch('101.2 ktCO2e', [{ period: 'CY2022', old: '103.5', in: 'ktCO2e' }]), '103.5', 'ktCO2e'],
    [
      'is restated in another unit',
      sketch('101.2 ktCO2e', [{ period: 'CY2022', old: '103500', in: 'tCO2e' }]),
      '103.5',
      'ktCO2e',
    ],
    ['is of a metric in another unit now', sketch('103.5 ktCO2e'), '7', 'RMB'],
  ])('passes what %s', (_name, now, value, unit) => {
    expect(told(now, value, unit)).toEqual([]);
  });

  it('may leave with a period that is printed no more', () => {
    expect(told(sketch('103.5 ktCO2e'), '99', 'ktCO2e', 'CY2010')).toEqual([]);
  });
});

describe('N16: a goal', () => {
  const goal = (target: TargetSketch): ReportSketch => ({
    ...metric({ values: { CY2022: '100 tCO2e', CY2023: '90 tCO2e' } }),
    targets: { t: { metric: 'it', ...target } },
  });
  const base = { period: 'CY2022', value: '100', in: 'tCO2e' };

  it.each<[string, TargetSketch]>([
    ['rises where less is better', { base, goal: { change: '30', in: 'percent', by: '2030' } }],
    ['is a value on the worse side', { base, goal: { value: '130', in: 'tCO2e', by: '2030' } }],
    ['is due before its base', { base, goal: { change: '-30', in: 'percent', by: '2021' } }],
    ['is due in the year of its base', { base, goal: { change: '-30', in: 'percent', by: 'CY2022' } }],
  ])('is a warning where it %s', (_name, target) => {
    expect(briefly(targetSense, goal(target))).toEqual(['N16 warning t']);
  });

  it.each<[string, TargetSketch]>([
    ['falls where less is better', { base, goal: { change: '-30', in: 'percent', by: '2030' } }],
    ['is a value on the better side', { base, goal: { value: '70', in: 'tCO2e', by: 'CY2030' } }],
    ['has no base', { goal: { value: '130', in: 'tCO2e', by: '2030' } }],
    ['is to hold what there is', { base, goal: { change: '0', in: 'percent', by: '2030' } }],
  ])('is good where it %s', (_name, target) => {
    expect(briefly(targetSense, goal(target))).toEqual([]);
  });
});

describe('N17: a value of another magnitude', () => {
  it.each<[string, MetricSketch['values'], string]>([
    ['ten times the year before', { CY2022: '2.32 MtCO2e', CY2023: '24.1 MtCO2e' }, 'it@CY2023'],
    ['a ten-thousandth', { CY2022: '45.8 ktCO2e', CY2023: '4.4 tCO2e' }, 'it@CY2023'],
    ['unlike both its neighbours', { CY2021: '41 tCO2e', CY2022: '420 tCO2e', CY2023: '44 tCO2e' }, 'it@CY2022'],
    ['unlike the two after it', { CY2021: '4.1 tCO2e', CY2022: '42 tCO2e', CY2023: '44 tCO2e' }, 'it@CY2021'],
  ])('is a warning: %s', (_name, values, item) => {
    expect(briefly(magnitude, metric({ values }))).toEqual([`N17 warning ${item}`]);
  });

  it.each<[string, MetricSketch['values'], number]>([
    ['a twenty-fifth of the next', { CY2022: '2.16 percent', CY2023: '53.9 percent' }, 1],
    ['a share that doubled', { CY2022: '21.6 percent', CY2023: '53.9 percent' }, 0],
  ])('looks at shares more closely: %s', (_name, values, warnings) => {
    expect(briefly(magnitude, metric({ unit: 'percent', zh: '%', en: '%', nature: 'ratio', values }))).toHaveLength(
      warnings,
    );
  });

  it.each<[string, MetricSketch['values']]>([
    ['an ordinary year', { CY2022: '2.32 MtCO2e', CY2023: '2.05 MtCO2e' }],
    ['a sixfold rise', { CY2022: '12.5 tCO2e', CY2023: '75.0 tCO2e' }],
    ['a small count', { CY2022: '1 tCO2e', CY2023: '9 tCO2e' }],
    ['nothing before', { CY2022: '0 tCO2e', CY2023: '90 tCO2e' }],
    ['a gap', { CY2022: null, CY2023: '90 tCO2e' }],
  ])('is none: %s', (_name, values) => {
    expect(briefly(magnitude, metric({ values }))).toEqual([]);
  });
});
