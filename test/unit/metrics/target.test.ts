import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/content/types.ts';
import { FERRY } from './ferry-report.ts';
import { bookOf, buildReport, codesOf, printed, type TargetSketch } from './report-builder.ts';

const book = bookOf(FERRY);
const targetIn = (targets: Readonly<Record<string, TargetSketch>>, id: string): Target => {
  const target = buildReport({ ...FERRY, targets }).targets.get(id);
  if (target === undefined) throw new Error(id);
  return target;
};
const target = (id: string): Target => targetIn(FERRY.targets ?? {}, id);

describe('a goal', () => {
  it('is given in display units of its metric', () => {
    const goal = book.goal(target('t.ghg'));
    expect([goal?.display('zh'), goal?.display('en'), goal?.canonical]).toEqual(['2.563', '25.63', '25629.5']);
    expect(book.goal(target('t.shore-power'))?.display('en')).toBe('80.0');
  });

  it('is not known from a change on a base that is not disclosed', () => {
    expect(book.goal(target('t.women-afloat'))).toBeNull();
  });

  it('prints for a tile, with the change and the gap', () => {
    const style = { place: 'label' } as const;
    expect(book.goalFigure(target('t.ghg'), 'value', 'zh', style)?.text).toBe('2.563万吨');
    expect(book.goalFigure(target('t.shore-power'), 'gap', 'zh', style)?.text).toBe('41.8个百分点');
    expect(book.goalFigure(target('t.women-afloat'), 'gap', 'zh', style)).toBeNull();
  });

  it('of a value has the change that its base makes of it', () => {
    expect(printed(book, 'target:t.injury-rate.change|pct')).toEqual(['53.5%', '53.5%']);
    expect(printed(book, 'target:t.injury-rate.gap')).toEqual(['◇0.15宗／20万工时', '◇0.15_per_200,000_hours']);
  });

  it('of a share changes in points', () => {
    const shares = bookOf({
      ...FERRY,
      targets: {
        't.share': {
          metric: 'energy.shore-power',
          base: { period: 'CY2021', value: '18.0', in: 'percent' },
          goal: { value: '80.0', in: 'percent', by: '2027' },
        },
        't.points': {
          metric: 'energy.shore-power',
          base: { period: 'CY2021', value: '18.0', in: 'percent' },
          goal: { change: '12.5', in: 'percentage_points', by: '2027' },
        },
      },
    });
    expect(printed(shares, 'target:t.share.change|signed')).toEqual(['+62.0个百分点', '+62.0_percentage_points']);
    expect(printed(shares, 'target:t.points.value')).toEqual(['30.5%', '30.5%']);
    expect(codesOf(shares, 'target:t.share.change|pct')).toEqual([['N7'], ['N7']]);
  });

  it('may be due in a bare year', () => {
    const bare = bookOf({
      ...FERRY,
      targets: { 't.it': { metric: 'ghg.total', goal: { value: '1', in: 'ktCO2e', by: '2035' } } },
    });
    expect(printed(bare, 'target:t.it.by')).toEqual(['2035年', '2035']);
  });

  it('without a metric prints in the unit that it is given in', () => {
    const free = bookOf({ ...FERRY, targets: { 't.it': { goal: { value: '1500', in: 'MtCO2e', by: '2035' } } } });
    expect(printed(free, 'target:t.it.value')).toEqual(['1,500MtCO2e', '1,500_MtCO2e']);
    expect(codesOf(free, 'target:t.it.gap')).toEqual([['N0'], ['N0']]);
  });

  it('takes the latest value up to the reporting period, not one beyond it', () => {
    const later = bookOf({
      metrics: {
        it: { unit: 't', zh: '吨', en: 'tonnes', values: { CY2022: '80 t', CY2023: null, CY2025: '60 t' } },
      },
      targets: { 't.it': { metric: 'it', goal: { value: '50', in: 't', by: 'CY2030' } } },
    });
    expect(printed(later, 'target:t.it.gap')).toEqual(['30吨', '30_tonnes']);
  });

  it('has no gap across a break between its base and the latest value', () => {
    const broken = bookOf({
      ...FERRY,
      targets: {
        't.it': {
          metric: 'ghg.total',
          base: { period: 'CY2020', value: '29.4', in: 'ktCO2e' },
          goal: { change: '-50', in: 'percent', by: 'CY2030' },
        },
      },
    });
    expect(codesOf(broken, 'target:t.it.gap')).toEqual([['S2'], ['S2']]);
    expect(printed(broken, 'target:t.it.value')).toEqual(['1.47万吨', '14.7_thousand_tonnes']);
  });
});

describe('progress towards a goal', () => {
  it('is the way gone from the base, beside the way of a straight line', () => {
    expect(book.progress(target('t.ghg'))).toEqual({ achieved: '15.5', onPath: '22.2' });
  });

  it('is not computed without a linear path, a base value or one side of a break', () => {
    expect(book.progress(target('t.shore-power'))).toBeNull();
    expect(book.progress(target('t.women-afloat'))).toBeNull();
    const sketch: TargetSketch = {
      metric: 'ghg.total',
      base: { period: 'CY2020', value: '29.4', in: 'ktCO2e' },
      goal: { value: '20.0', in: 'ktCO2e', by: 'CY2030' },
      path: 'linear',
    };
    expect(book.progress(targetIn({ 't.it': sketch }, 't.it'))).toBeNull();
  });

  it('is below zero when things got worse', () => {
    const sketch: TargetSketch = {
      metric: 'ghg.scope2',
      base: { period: 'CY2021', value: '4.61', in: 'ktCO2e' },
      goal: { value: '3.00', in: 'ktCO2e', by: 'CY2025' },
      path: 'linear',
    };
    expect(book.progress(targetIn({ 't.it': sketch }, 't.it'))).toEqual({ achieved: '-50.3', onPath: '50.0' });
  });
});
