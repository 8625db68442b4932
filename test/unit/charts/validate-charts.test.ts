import { describe, expect, it } from 'vitest';
import { validateCharts } from '../../../src/charts/index.ts';
import { type ChartSketch, chartProject, HARBOUR, HARBOUR_CHARTS } from './chart-report.ts';

async function codes(chart: ChartSketch): Promise<readonly string[]> {
  const { report, book } = await chartProject({ figures: HARBOUR, charts: { c: chart } });
  return validateCharts(report, book).map(({ code, block, message }) => {
    expect(block).toBe('c');
    expect(message).toContain('c: ');
    return code;
  });
}

const years = ['CY2021', 'CY2022', 'CY2023'];

describe('validation of charts', () => {
  it('passes the charts of the ferry company', async () => {
    const { report, book } = await chartProject({ figures: HARBOUR, charts: HARBOUR_CHARTS });
    expect(validateCharts(report, book)).toEqual([]);
  });

  it.each<[string, ChartSketch, readonly string[]]>([
    ['a series without a value', { chart: 'bar', series: ['energy.solar'], periods: ['CY2021'] }, ['G002']],
    ['a series with one value', { chart: 'bar', series: ['energy.solar'], periods: ['CY2021', 'CY2022'] }, []],
    ['two dimensions on one axis', { chart: 'line', series: ['ghg.total', 'energy.total'], periods: years }, ['G003']],
    [
      'two dimensions in a scatter',
      { chart: 'scatter', series: ['crew.training', 'safety.injury-rate'], periods: years },
      [],
    ],
    [
      'a scatter of three',
      { chart: 'scatter', series: ['ghg.total', 'ghg.scope1', 'ghg.scope2'], periods: years },
      ['G004'],
    ],
    [
      'a doughnut of two years',
      { chart: 'doughnut', series: ['crew.deck', 'crew.engine'], periods: ['CY2022', 'CY2023'] },
      ['G004'],
    ],
    ['a doughnut of one part', { chart: 'doughnut', series: ['crew.deck'], periods: ['CY2023'] }, ['G004']],
    [
      'a doughnut below zero',
      { chart: 'doughnut', series: ['money.result-ferry', 'money.result-harbour'], periods: ['CY2023'] },
      ['G004'],
    ],
    [
      'a waterfall without a total',
      { chart: 'waterfall', series: ['money.result-ferry', 'money.finance-cost'], periods: ['CY2023'] },
      ['G004'],
    ],
    [
      'a total of other parts',
      {
        chart: 'waterfall',
        series: ['money.result-ferry', 'money.result-harbour', 'money.result'],
        periods: ['CY2023'],
      },
      ['G004'],
    ],
    ['a target chart without a target', { chart: 'target', series: ['energy.shore-power'], periods: years }, ['G004']],
    [
      'a target of another metric',
      { chart: 'bar', series: ['ghg.total'], periods: years, target: 't.shore-power' },
      ['G004'],
    ],
    ['one metric twice', { chart: 'bar', series: ['ghg.total', 'ghg.total'], periods: years }, ['G004']],
    [
      'six series',
      {
        chart: 'bar',
        series: ['crew.deck', 'crew.engine', 'crew.shore', 'crew.headcount', 'safety.fatalities', 'water.spills'],
        periods: ['CY2023'],
      },
      ['G004', 'G003'],
    ],
    [
      'stacked areas across a break',
      { chart: 'area', series: ['ghg.total', 'ghg.scope1'], periods: ['CY2020', 'CY2021'] },
      ['G004', 'G004'],
    ],
  ])('%s', async (_, chart, expected) => {
    expect(await codes(chart)).toEqual(expected);
  });
});
