import { beforeAll, describe, expect, it } from 'vitest';
import { createChartBook } from '../../../src/charts/index.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import { dumpDrawing } from '../../support/drawing-dump.ts';
import { chartProject, HARBOUR, HARBOUR_CHARTS } from './chart-report.ts';
import { MANY, MANY_CHARTS } from './many-series.ts';

let ferry: ChartBook;
let many: ChartBook;
beforeAll(async () => {
  ferry = createChartBook(await chartProject({ figures: HARBOUR, charts: HARBOUR_CHARTS }));
  many = createChartBook(await chartProject({ figures: MANY, charts: MANY_CHARTS }));
});

/** One of each kind, and of what a kind can meet. */
const FERRY = [
  ['bar-disputed', 'journeys', 'zh-Hans', 366.9],
  ['bar-below-zero', 'loss', 'en', 240.6],
  ['bar-path-to-goal', 'rate', 'en', 366.9],
  ['stacked', 'stacked', 'bilingual', 493.2],
  ['rows-grouped', 'rows', 'zh-Hans', 366.9],
  ['line-break', 'line', 'zh-Hans', 366.9],
  ['area', 'area', 'en', 240.6],
  ['doughnut', 'doughnut', 'en', 240.6],
  ['target', 'target', 'bilingual', 240.6],
  ['waterfall', 'waterfall', 'zh-Hans', 493.2],
  ['scatter', 'scatter', 'en', 240.6],
] as const;

const MANY_CASES = [
  ['bar-every-status', 'marked', 'en', 493.2],
  ['grouped', 'grouped', 'en', 493.2],
  ['lines-five', 'lines-five', 'zh-Hans', 366.9],
  ['line-index', 'index', 'en', 240.6],
] as const;

describe('display lists of charts', () => {
  it.each(FERRY)('%s', async (name, id, edition, width) => {
    const dump = dumpDrawing(ferry.chart(id, edition, width).drawing);
    await expect(dump).toMatchFileSnapshot(`../../golden/charts/${name}.txt`);
  });

  it.each(MANY_CASES)('%s', async (name, id, edition, width) => {
    const dump = dumpDrawing(many.chart(id, edition, width).drawing);
    await expect(dump).toMatchFileSnapshot(`../../golden/charts/${name}.txt`);
  });

  it('trend', async () => {
    const { drawing } = ferry.trend('ghg.total', 'CY2023', 'zh-Hans', { width: 156.4, height: 82 });
    await expect(dumpDrawing(drawing)).toMatchFileSnapshot('../../golden/charts/trend.txt');
  });

  it('trend-index', async () => {
    const { drawing } = many.trend('pue', 'CY2023', 'bilingual', { width: 156.4, height: 63 });
    await expect(dumpDrawing(drawing)).toMatchFileSnapshot('../../golden/charts/trend-index.txt');
  });
});
