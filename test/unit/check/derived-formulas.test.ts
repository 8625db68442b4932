import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedFormula } from '../../../src/check/rules/n3-derived.ts';
import { Decimal } from '../../../src/core/index.ts';
import type { MetricSketch, ReportSketch } from '../metrics/report-builder.ts';
import { found } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'million tonnes' } as const;
const share = { unit: 'percent', zh: '%', en: '%', nature: 'ratio', additive: false } as const;
const OTHERS: ReportSketch['metrics'] = {
  money: { unit: 'RMB', zh: '亿元', en: 'RMB million', values: { CY2023: '100 MRMB' } },
  east: { ...gas, values: { CY2023: '3.0 MtCO2e' } },
  west: { ...gas, values: { CY2023: '1.00 MtCO2e' } },
  fleet: { ...gas, scope: 'fleet', values: { CY2023: '2.0 MtCO2e' } },
  clean: { ...share, values: { CY2023: '40.0 percent' } },
  cleaner: { ...share, values: { CY2023: '80.0 percent' } },
};

const derived = (
  value: string,
  formula: string,
  like: Pick<MetricSketch, 'unit' | 'zh' | 'en'> & Partial<MetricSketch> = gas,
  units: ReportSketch['units'] = [],
): ReportSketch => ({
  units,
  metrics: {
    it: { ...like, values: { CY2023: `${value} derived` }, derived: { CY2023: formula } },
    before: { ...gas, values: { CY2019: '2.000 MtCO2e', CY2022: '4.445 MtCO2e' } },
    ...OTHERS,
  },
});

const density = { id: 't-per-mrmb', dimension: 'gas per revenue', factor: '1', base: 't-per-mrmb' };
const DENSITY = [{ ...density, label: { zh: '吨/百万元', en: 't per RMB million' } }];
const dense = { unit: 't-per-mrmb', zh: '吨/百万元', en: 't per RMB million', nature: 'intensity' } as const;
const builtIn = { unit: 'tCO2e/MRMB', zh: 'tCO2e/MRMB', en: 'tCO2e/MRMB', nature: 'intensity' } as const;

describe('N3: a derived value and its formula', () => {
  it.each([
    ['a sum', '5.372 MtCO2e', '0.927 + 4.445'],
    ['a quotient with brackets', '8.7 MtCO2e', '8.1 ÷ (1 − 7.0%)'],
    ['full-width signs', '8.7 MtCO2e', '8.1 ÷ （1 − 0.070）'],
    ['a product of grouped numbers', '0.55 MtCO2e', '200,000 × 12 ÷ 4,363,600'],
    ['a power that binds to its right', '512 MtCO2e', '2 ^ 3 ^ 2'],
    ['a reference in another unit', '5372 ktCO2e', '927 + {{m:before@CY2022}}'],
    ['a reference less a share of it', '2.67 MtCO2e', '{{m:before@CY2022}} × (1 − {{m:clean@CY2023}})'],
    ['a description', '99 MtCO2e', 'read from a chart'],
    ['a division by zero', '99 MtCO2e', '1 ÷ 0'],
    ['an open bracket', '99 MtCO2e', '(1 + 2'],
  ])('takes %s', (_name, value, formula) => {
    expect(found(derivedFormula, derived(value, formula))).toEqual([]);
  });

  it.each([
    ['a wrong sum', '5.472 MtCO2e', '0.927 + 4.445', '5.372 MtCO2e'],
    ['a wrong sign', '5.372 MtCO2e', '0.927 − 4.445', '-3.518 MtCO2e'],
    ['a wrong reference', '5.372 MtCO2e', '1.927 + {{m:before@CY2022}}', '6.3715 to 6.3725 MtCO2e'],
    ['the wrong order of signs', '9 MtCO2e', '1 + 2 × 3', '7 MtCO2e'],
  ])('is an error with %s', (_name, value, formula, expected) => {
    expect(found(derivedFormula, derived(value, formula))[0]).toMatchObject({
      code: 'N3',
      item: 'it@CY2023',
      expected,
    });
  });

  const MEAN =
    '({{m:clean@CY2023}} × {{m:east@CY2023}} + {{m:cleaner@CY2023}} × {{m:west@CY2023}}) ÷ ({{m:east@CY2023}} + {{m:west@CY2023}})';
  const GROWTH = '({{m:east@CY2023}} ÷ {{m:before@CY2019}}) ^ (1 ÷ 4) − 1';

  it.each([
    ['a share of two amounts', '75 percent', '{{m:east@CY2023}} ÷ ({{m:east@CY2023}} + {{m:west@CY2023}})', share, []],
    ['a share times a hundred', '33.3 percent', '{{m:west@CY2023}} ÷ {{m:east@CY2023}} × 100', share, []],
    ['a mean weighted by amounts', '50.0 percent', MEAN, share, []],
    ['compound growth', '10.7 percent', GROWTH, { ...share, nature: 'ratio' }, []],
    ['a change in points', '2.0 percentage_points', '{{m:clean@CY2023}} − 38.0', { ...share, nature: 'level' }, []],
    ['an intensity of built-in units', '30000 tCO2e/MRMB', '{{m:east@CY2023}} ÷ {{m:money@CY2023}}', builtIn, []],
    ['the digits of a unit of its own', '30.0 t-per-mrmb', '{{m:east@CY2023}} ÷ {{m:money@CY2023}}', dense, DENSITY],
  ] as const)('computes %s', (_name, value, formula, like, units) => {
    expect(found(derivedFormula, derived(value, formula, like, units))).toEqual([]);
  });

  it.each([
    ['a plain mean where a weighted one is said', '60.0 percent', MEAN, share, []],
    ['simple growth where compound growth is said', '12.5 percent', GROWTH, share, []],
    ['a scale that slipped', '30 tCO2e/MRMB', '{{m:east@CY2023}} ÷ {{m:money@CY2023}}', builtIn, []],
    ['other digits', '25.0 t-per-mrmb', '{{m:east@CY2023}} ÷ {{m:money@CY2023}}', dense, DENSITY],
  ] as const)('is an error with %s', (_name, value, formula, like, units) => {
    expect(found(derivedFormula, derived(value, formula, like, units)).map(({ code }) => code)).toEqual(['N3']);
  });

  it.each([
    ['amounts of two dimensions', 'N12', '{{m:east@CY2023}} + {{m:money@CY2023}}', gas],
    ['a value of another dimension', 'N12', '{{m:money@CY2023}} ÷ 12', gas],
    ['amounts of two scopes', 'S1', '{{m:east@CY2023}} − {{m:fleet@CY2023}}', gas],
    ['a share across scopes', 'S1', '{{m:fleet@CY2023}} ÷ {{m:east@CY2023}}', share],
    ['shares, which add to nothing', 'S1', '{{m:clean@CY2023}} + {{m:cleaner@CY2023}}', share],
    ['an amount raised to a power', 'N12', '{{m:east@CY2023}} ^ 2 ÷ {{m:money@CY2023}}', gas],
  ] as const)('does not let a formula add up %s', (_name, code, formula, like) => {
    const value = `99 ${like.unit}`;
    expect(found(derivedFormula, derived(value, formula, like))[0]).toMatchObject({ code, item: 'it@CY2023' });
  });

  it('accepts every rounding of a growth rate that was rounded once', () => {
    const amount = fc.integer({ min: 1000, max: 999_999 }).map((n) => new Decimal(n).div(1000).toFixed(3));
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 3 }), (from, to, places) => {
        const rate = new Decimal(to).div(from).pow(new Decimal(1).div(3)).minus(1).times(100).toFixed(places);
        const sketch = derived(`${rate} percent`, '({{m:to@CY2023}} ÷ {{m:to@CY2020}}) ^ (1 ÷ 3) − 1', share);
        const metrics = {
          ...sketch.metrics,
          to: { ...gas, values: { CY2020: `${from} tCO2e`, CY2023: `${to} tCO2e` } },
        };
        expect(found(derivedFormula, { ...sketch, metrics })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
