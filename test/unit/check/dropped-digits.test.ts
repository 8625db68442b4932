import { describe, expect, it } from 'vitest';
import { droppedDigit } from '../../../src/check/rules/n6-dropped-digit.ts';
import type { Metric } from '../../../src/content/types.ts';
import type { MetricSketch, ReportSketch } from '../metrics/report-builder.ts';
import { found } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'million tonnes' } as const;
const report = (sketch: Partial<MetricSketch> & Pick<MetricSketch, 'values'>): ReportSketch => ({
  periods: ['FY2023', 'FY2024', 'FY2025'],
  period: 'FY2024',
  prior: 'FY2023',
  metrics: { it: { ...gas, ...sketch } },
});
const told = (sketch: ReportSketch): readonly string[] =>
  found(droppedDigit, sketch).map(({ item, message }) => `${item}: ${message}`);

describe('N6: a digit that was lost', () => {
  it('is found from the changes around the value and backed by an alternative', () => {
    const sketch = report({
      values: { FY2023: '22.907 MtCO2e', FY2024: '33.38 MtCO2e', FY2025: '59.208 MtCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '45.5' }, FY2025: { from: 'FY2024', value: '77.6' } },
      alternatives: { FY2024: '33.34 MtCO2e' },
    });
    expect(told(sketch)).toEqual([
      'it@FY2024: 33.38 would fit with one digit more or less: 33.328, 33.338; only 33.338 also rounds to the alternative 33.34',
    ]);
  });

  it('may be in the earlier value', () => {
    const sketch = report({
      values: { FY2023: '61944 tCO2e', FY2024: '1.419 MtCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '128.9' } },
    });
    expect(told(sketch)).toEqual([
      'it@FY2023: 61944 would fit with one digit more or less: 619644, 619744, 619844, 619944',
    ]);
  });

  it('may be one digit too many', () => {
    const sketch = report({
      values: { FY2023: '100.0 tCO2e', FY2024: '1193.0 tCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '93.0' } },
    });
    expect(told(sketch)).toEqual(['it@FY2024: 1193.0 would fit with one digit more or less: 193.0']);
  });

  it('may be a point that moved', () => {
    const sketch = report({
      values: { FY2023: '900.0 ktCO2e', FY2024: '98.84 ktCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '9.8' } },
    });
    expect(told(sketch)).toEqual(['it@FY2024: 98.84 would fit with its point moved: 988.4']);
  });

  it('keeps its digits where its point moves', () => {
    const sketch = report({
      values: { FY2023: '34.2 ktCO2e', FY2024: '3.80 ktCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '11.1' } },
    });
    expect(told(sketch)).toEqual(['it@FY2024: 3.80 would fit with its point moved: 38.0']);
  });

  it('may be either where both round to the same', () => {
    const sketch = report({
      values: { FY2023: '341.0 ktCO2e', FY2024: '40.2 ktCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '17.9' } },
    });
    expect(told(sketch)).toEqual([
      'it@FY2024: 40.2 would fit with its point moved: 402, or with one digit more: 402.2',
    ]);
  });

  it('is looked for in a part of a total too', () => {
    const parts: Metric['parts'] = [{ complete: true, period: 'FY2024', items: ['one', 'two'], origin: 'x#/parts' }];
    const sketch = report({ values: { FY2024: '5372 ktCO2e' }, parts });
    const metrics = {
      ...sketch.metrics,
      one: { ...gas, values: { FY2024: '927 ktCO2e' } },
      two: { ...gas, values: { FY2024: '445 ktCO2e' } },
    };
    expect(told({ ...sketch, metrics })).toEqual([
      'one@FY2024: 927 would fit with one digit more or less: 4927',
      'two@FY2024: 445 would fit with one digit more or less: 4445',
    ]);
  });

  it('is not guessed when too many would do', () => {
    const sketch = report({
      values: { FY2023: '20 ktCO2e', FY2024: '11234 tCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '490' } },
    });
    expect(told(sketch).filter((one) => one.startsWith('it@FY2024'))).toEqual([]);
  });

  it('is not looked for where everything agrees', () => {
    const sketch = report({
      values: { FY2023: '22.907 MtCO2e', FY2024: '33.338 MtCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '45.5' } },
    });
    expect(told(sketch)).toEqual([]);
  });
});
