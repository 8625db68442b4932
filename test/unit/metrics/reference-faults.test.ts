import { describe, expect, it } from 'vitest';
import { FERRY } from './ferry-report.ts';
import { bookOf, codesOf, printed, refOf } from './report-builder.ts';

const book = bookOf({
  ...FERRY,
  metrics: {
    ...FERRY.metrics,
    'other.scope': { unit: 'tCO2e', zh: '吨', en: 'tonnes', scope: 'elsewhere', values: { CY2023: '5 tCO2e' } },
    'own.break': {
      unit: 't',
      zh: '吨',
      en: 'tonnes',
      values: { CY2022: '5 t', CY2023: '6 t' },
      breaks: [['CY2022', 'CY2023']],
    },
  },
});

describe('references that cannot be resolved', () => {
  it.each([
    ['a change from zero', 'yoy:safety.fatalities@CY2023', 'N0'],
    ['a change from below zero', 'yoy:money.result@CY2023<CY2021', 'N0'],
    ['a change of what is not disclosed', 'yoy:energy.solar@CY2022', 'N0'],
    ['a difference from what is not disclosed', 'diff:energy.solar@CY2022', 'N0'],
    ['a change from before the first period', 'yoy:ghg.total@CY2019', 'N0'],
    ['a change without an earlier value', 'yoy:crew.deck@CY2022', 'D1'],
    ['a change across a break of the report', 'yoy:ghg.total@CY2021', 'S2'],
    ['a difference across a break of the report', 'diff:ghg.total@CY2023<CY2019', 'S2'],
    ['a change across a break of the metric alone', 'yoy:own.break@CY2023', 'S2'],
    ['a sum across scopes', 'sum:ghg.scope1+other.scope@CY2023', 'S1'],
    ['a share across scopes', 'share:other.scope/ghg.total@CY2023', 'S1'],
    ['a sum with what is not additive', 'sum:crew.women-afloat+crew.turnover@CY2023', 'S1'],
    ['a sum across dimensions', 'sum:ghg.scope1+money.revenue@CY2023', 'N12'],
    ['a share of a negative whole', 'share:money.revenue/money.result@CY2021', 'N0'],
    ['more decimals than a share has', 'm:energy.shore-power@CY2023|qty,dp=2', 'N13'],
    ['more decimals than a computed percentage has', 'yoy:ghg.total@CY2023|pct,dp=2', 'N13'],
    ['words for what is not whole', 'm:energy.shore-power@CY2023|words', 'N14'],
    ['percent for a difference of shares', 'diff:energy.shore-power@CY2023|pct', 'N7'],
    ['points for a relative change', 'yoy:energy.shore-power@CY2023|pp', 'N7'],
    ['points for an amount', 'diff:ghg.total@CY2023|pp', 'N7'],
    ['percent for an amount', 'm:ghg.total@CY2023|pct', 'N12'],
    ['a long form of an amount', 'm:ghg.total@CY2023|long', 'C018'],
    ['an unknown metric', 'm:no.such@CY2023', 'D1'],
    ['a period without a value', 'm:ghg.total@CY2030', 'D1'],
    ['an unknown period', 'period:CY1999', 'D1'],
    ['an unknown target', 'target:t.none.value', 'D1'],
    ['the deadline of an unknown target', 'target:t.none.by', 'D1'],
  ])('%s', (_name, ref, code) => {
    expect(codesOf(book, ref)).toEqual([[code], [code]]);
  });

  it('print a dash, never a number', () => {
    expect(printed(book, 'yoy:safety.fatalities@CY2023')).toEqual(['–', '–']);
  });

  it('keep the figure they have when dp asks for too much', () => {
    expect(printed(book, 'm:energy.shore-power@CY2023|qty,dp=2')).toEqual(['38.2%', '38.2%']);
  });

  it('say where they stand and in which language', () => {
    const [diagnostic] = book.resolve(refOf('yoy:ghg.total@CY2021'), 'en').diagnostics;
    expect(diagnostic?.span?.file).toContain('yoy:ghg.total@CY2021');
    expect(diagnostic?.lang).toBe('en');
    expect(diagnostic?.message).toContain('CY2020 and CY2021');
  });
});

describe('near misses', () => {
  it.each([
    ['a change on one side of the break', 'yoy:ghg.total@CY2020'],
    ['a difference from zero', 'diff:safety.fatalities@CY2023'],
    ['a change to below zero', 'yoy:money.result-harbour@CY2023<CY2022|num'],
    ['words of a rounded figure', 'm:energy.shore-power@CY2023|words,dp=0'],
    ['as many decimals as there are', 'm:energy.shore-power@CY2023|qty,dp=1'],
    ['no decimals where there are none', 'm:crew.headcount@CY2023|qty,dp=0'],
  ])('%s', (name, ref) => {
    expect(codesOf(book, ref)).toEqual(name.startsWith('a change to') ? [['N0'], ['N0']] : [[], []]);
  });
});
