import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/check/index.ts';
import { changeInterval } from '../../../src/check/rules/n1-change-interval.ts';
import { targetChange } from '../../../src/check/rules/n1-target-change.ts';
import { forwardChange } from '../../../src/check/rules/n2-forward-change.ts';
import { percentPoint } from '../../../src/check/rules/n7-percent-point.ts';
import type { MetricSketch, ReportSketch, TargetSketch } from '../metrics/report-builder.ts';
import { briefly, factsOf, found } from './figure-facts.ts';

const YEARS = ['FY2021', 'FY2022', 'FY2023', 'FY2024', 'FY2025'];
const gas = { unit: 'tCO2e', zh: '万吨', en: 'million tonnes' } as const;
const report = (sketch: Omit<MetricSketch, 'unit' | 'zh' | 'en'> & Partial<MetricSketch>): ReportSketch => ({
  periods: YEARS,
  period: 'FY2024',
  prior: 'FY2023',
  metrics: { it: { ...gas, ...sketch } },
});

describe('N1: a stated change and its two values', () => {
  /** Avoided emissions as a news item printed them; the growth does not fit. */
  const avoided = (status: string): ReportSketch =>
    report({
      values: { FY2023: '22.907 MtCO2e', FY2024: `33.38 MtCO2e ${status}` },
      stated: { FY2024: { from: 'FY2023', value: '45.5' } },
      alternatives: { FY2024: '33.34 MtCO2e' },
    });

  it('is an error when the intervals have nothing in common', () => {
    const [fault] = found(changeInterval, avoided('reported'));
    expect(fault).toMatchObject({
      code: 'N1',
      severity: 'error',
      item: 'it@FY2024',
      message: '33.38 MtCO2e does not agree with +45.5% on 22.907 MtCO2e',
      expected: '33.318 to 33.342 MtCO2e',
      found: '33.38 MtCO2e',
    });
    expect(fault?.span?.file).toBe('content/metrics/it.yaml#/values/FY2024/value');
    expect(fault?.related.map(({ note }) => note)).toEqual(['FY2023 is 22.907 MtCO2e', '+45.5% is stated here']);
  });

  it('is acknowledged in a draft when the value is disputed, and an error in a release', () => {
    const severities = (mode: 'draft' | 'release'): readonly string[] =>
      runChecks(factsOf(avoided('disputed'), mode)).flatMap(({ code, severity }) => (code === 'N1' ? [severity] : []));
    expect(severities('draft')).toEqual(['info']);
    expect(severities('release')).toEqual(['error']);
  });

  it.each([
    ['a change that rounding explains', '1.419 MtCO2e', '2.32 MtCO2e', '63.5'],
    ['a fall', '4.681 MtCO2e', '4.45 MtCO2e', '-5.0'],
    ['values in different units', '619944 tCO2e', '1.419 MtCO2e', '128.9'],
    ['the alternative', '22.907 MtCO2e', '33.34 MtCO2e', '45.5'],
    ['the value with the digit that was lost', '22.907 MtCO2e', '33.338 MtCO2e', '45.5'],
    ['an end that just touches', '100 tCO2e', '110 tCO2e', '9.0'],
  ])('agrees with %s', (_name, earlier, later, change) => {
    const sketch = report({
      values: { FY2023: earlier, FY2024: later },
      stated: { FY2024: { from: 'FY2023', value: change } },
    });
    expect(found(changeInterval, sketch)).toEqual([]);
  });

  it.each([
    ['the other sign', '4.681 MtCO2e', '4.45 MtCO2e', '5.0'],
    ['a change one place off', '22.907 MtCO2e', '33.338 MtCO2e', '45.6'],
    ['a value in the wrong unit', '22.907 MtCO2e', '33.338 ktCO2e', '45.5'],
  ])('does not agree with %s', (_name, earlier, later, change) => {
    const sketch = report({
      values: { FY2023: earlier, FY2024: later },
      stated: { FY2024: { from: 'FY2023', value: change } },
    });
    expect(briefly(changeInterval, sketch)).toEqual(['N1 error it@FY2024']);
  });

  it('takes differences in points and in units', () => {
    const share = { unit: 'percent', zh: '%', en: '%', nature: 'ratio' } as const;
    const points = (value: string): ReportSketch =>
      report({
        ...share,
        values: { FY2023: '27.2 percent', FY2024: '39.0 percent' },
        stated: { FY2024: { from: 'FY2023', value, in: 'percentage_points' } },
      });
    expect(found(changeInterval, points('11.8'))).toEqual([]);
    expect(briefly(changeInterval, points('12.8'))).toEqual(['N1 error it@FY2024']);
    const tonnes = report({
      values: { FY2023: '100 tCO2e', FY2024: '110 tCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '0.01', in: 'ktCO2e' } },
    });
    expect(found(changeInterval, tonnes)).toEqual([]);
  });

  it.each([
    ['is not given', {}],
    ['is not disclosed', { FY2023: null }],
    ['is zero', { FY2023: '0 tCO2e' }],
  ])('stays unchecked while the earlier value %s', (_name, values) => {
    const sketch = report({
      values: { ...values, FY2024: '5 tCO2e' },
      stated: { FY2024: { from: 'FY2023', value: '10' } },
    });
    expect(briefly(changeInterval, sketch)).toEqual(['N1 info it@FY2024']);
  });

  it('says when the change was stated before a restatement', () => {
    const sketch = report({
      values: { FY2023: '39.03 ktCO2e', FY2024: '37.29 ktCO2e' },
      restated: [{ period: 'FY2023', old: '39.26', in: 'ktCO2e' }],
      stated: { FY2024: { from: 'FY2023', value: '-5.0' } },
    });
    expect(found(changeInterval, sketch)[0]?.hints.join()).toContain('39.26');
  });
});

describe('N2: what a later report implies', () => {
  const ahead = (value: string): ReportSketch =>
    report({
      values: { FY2024: value, FY2025: '59.208 MtCO2e' },
      stated: { FY2025: { from: 'FY2024', value: '77.6' } },
    });

  it('is an error at the value of this report', () => {
    const [fault] = found(forwardChange, ahead('33.38 MtCO2e'));
    expect(fault).toMatchObject({
      code: 'N2',
      severity: 'error',
      item: 'it@FY2024',
      expected: '33.328 to 33.348 MtCO2e',
    });
    expect(fault?.span?.file).toContain('FY2024/value');
  });

  it('leaves N1 to changes of periods that the report covers', () => {
    expect(found(changeInterval, ahead('33.38 MtCO2e'))).toEqual([]);
  });

  it.each(['33.338 MtCO2e', '33.34 MtCO2e'])('agrees with %s', (value) => {
    expect(found(forwardChange, ahead(value))).toEqual([]);
  });

  it('takes differences too', () => {
    const sketch = (later: string): ReportSketch =>
      report({
        values: { FY2024: '100 tCO2e', FY2025: later },
        stated: { FY2025: { from: 'FY2024', value: '20', in: 'tCO2e' } },
      });
    expect(found(forwardChange, sketch('120 tCO2e'))).toEqual([]);
    expect(briefly(forwardChange, sketch('130 tCO2e'))).toEqual(['N2 error it@FY2024']);
  });
});

describe('N7: points and percent', () => {
  const share = { unit: 'percent', zh: '%', en: '%', nature: 'ratio' } as const;

  it('is an error when points are stated as percent, in place of N1', () => {
    const sketch = report({
      ...share,
      values: { FY2023: '20 percent', FY2024: '30 percent' },
      stated: { FY2024: { from: 'FY2023', value: '10' } },
    });
    expect(briefly(percentPoint, sketch)).toEqual(['N7 error it@FY2024']);
    expect(found(changeInterval, sketch)).toEqual([]);
  });

  it('is a warning when either would do, and the points are right to the last digit', () => {
    const sketch = (value: string) =>
      report({
        ...share,
        values: { FY2023: '92.6 percent', FY2024: '94.1 percent' },
        stated: { FY2024: { from: 'FY2023', value } },
      });
    expect(briefly(percentPoint, sketch('1.5'))).toEqual(['N7 warning it@FY2024']);
    expect(briefly(percentPoint, sketch('1.6'))).toEqual([]);
  });

  it('lets a true relative change of a share pass', () => {
    const sketch = report({
      ...share,
      values: { FY2023: '20.0 percent', FY2024: '30.0 percent' },
      stated: { FY2024: { from: 'FY2023', value: '50' } },
    });
    expect(found(percentPoint, sketch)).toEqual([]);
    expect(found(changeInterval, sketch)).toEqual([]);
  });

  it.each([
    [
      'a percent sign typed after a difference of shares',
      '提高{{diff:it@FY2024|num}}%',
      'up {{diff:it@FY2024|num}} percent',
      2,
    ],
    [
      'points typed after a relative change',
      '增长{{yoy:it@FY2024|num}}个百分点',
      'up {{yoy:it@FY2024|num}} percentage points',
      2,
    ],
    [
      'points typed after a difference of shares',
      '提高{{diff:it@FY2024|num}}个百分点',
      'up {{diff:it@FY2024|num}} percentage points',
      0,
    ],
    ['percent typed after a relative change', '增长{{yoy:it@FY2024|num}}%', 'up {{yoy:it@FY2024|num}}%', 0],
  ])('reads %s', (_name, zh, en, count) => {
    const sketch = {
      ...report({ ...share, values: { FY2023: '20 percent', FY2024: '30 percent' } }),
      paragraphs: [[zh, en]] as const,
    };
    expect(briefly(percentPoint, sketch)).toHaveLength(count);
  });
});

describe('N1: a goal given as a value and as a change', () => {
  const goal = (target: TargetSketch): ReportSketch => ({
    ...report({ values: { FY2021: '39.43 ktCO2e' } }),
    targets: { 't.it': { metric: 'it', base: { period: 'FY2021', value: '39.43', in: 'ktCO2e' }, ...target } },
  });

  it.each([
    ['percent of the base', { value: '25.63', change: '-35.0', in: 'percent', by: '2030' }],
    ['the unit of the value', { value: '25.63', change: '-35.0', in: 'ktCO2e', by: '2030' }],
    ['one of them alone', { value: '10.0', in: 'ktCO2e', by: '2030' }],
  ])('agrees with %s', (_name, it) => {
    expect(found(targetChange, goal({ goal: it }))).toEqual([]);
  });

  it('is an error when they differ', () => {
    const sketch = goal({ goal: { value: '27.00', change: '-35.0', in: 'percent', by: '2030' } });
    expect(found(targetChange, sketch)[0]).toMatchObject({
      code: 'N1',
      item: 't.it',
      expected: '-31.5 to -31.5 percent',
      found: '-35.0',
    });
  });

  it('is in points for shares', () => {
    const shares = (change: string): ReportSketch => ({
      periods: YEARS,
      period: 'FY2024',
      prior: 'FY2023',
      metrics: { it: { unit: 'percent', zh: '%', en: '%', nature: 'ratio', values: { FY2021: '18.0 percent' } } },
      targets: {
        't.it': {
          metric: 'it',
          base: { period: 'FY2021', value: '18.0', in: 'percent' },
          goal: { value: '80.0', change, in: 'percent', by: '2030' },
        },
      },
    });
    expect(found(targetChange, shares('62.0'))).toEqual([]);
    expect(briefly(targetChange, shares('60.0'))).toEqual(['N1 error t.it']);
  });
});
