import type { Report } from '../content/types.ts';
import { InternalError, langsOf } from '../core/index.ts';
import type { FontBook } from '../fonts/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import type { Theme } from '../theme/types.ts';
import { recordingSurface, type Surface } from './canvas.ts';
import { chartBlock } from './chart-blocks.ts';
import { planChart } from './chart-kinds.ts';
import type { ChartLook } from './chart-look.ts';
import { chartModel } from './chart-model.ts';
import { renderPlan } from './chart-render.ts';
import { chartTable } from './chart-table.ts';
import { chartTokens } from './chart-tokens.ts';
import { chartWords } from './chart-words.ts';
import { createLabelMeasure } from './label-measure.ts';
import { materialityChart, materialityTable } from './materiality-chart.ts';
import { type Goal, sdgMap, sdgTable } from './sdg-map.ts';
import { trendChart, trendTable } from './trend-chart.ts';
import type { ChartBook, ChartDrawing } from './types.ts';

/** What charts are drawn from. */
export interface ChartBookInput {
  readonly report: Report;
  readonly book: MetricBook;
  readonly theme: Theme;
  readonly fonts: FontBook;
  /** The seventeen goals, in order. */
  readonly goals: readonly Goal[];
}

/**
 * Draws the charts of a report on demand; the same request is answered from memory.
 * A chart of which `validateCharts` tells an error must not be asked for.
 */
export function createChartBook(input: ChartBookInput): ChartBook {
  const { report, book, theme } = input;
  const look = chartLook(input, recordingSurface);
  const hasPaint = (name: string): boolean => theme.colours.has(name);
  const drawn = new Map<string, ChartDrawing>();
  const once = (key: string, draw: () => ChartDrawing): ChartDrawing => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const fresh = draw();
    drawn.set(key, fresh);
    return fresh;
  };
  return {
    chart: (block, edition, width) =>
      once(`chart ${block} ${edition} ${width}`, () => {
        const model = chartModel(chartBlock(report, block), edition, { report, book });
        return {
          drawing: renderPlan(planChart(model, width, look), look.measure, hasPaint),
          table: chartTable(model, look.words),
        };
      }),
    trend: (metric, period, edition, { width, height }) =>
      once(`trend ${metric} ${period} ${edition} ${width} ${height}`, () => {
        const trend = trendChart({ metric, period, edition, width, height }, { report, book, look, hasPaint });
        return { drawing: trend.drawing, table: trendTable(trend.points, edition) };
      }),
    materiality: (edition, width) =>
      once(`materiality ${edition} ${width}`, () => {
        const { materiality } = report;
        if (materiality === undefined) throw new InternalError('the report has no material topics');
        const langs = langsOf(edition);
        return {
          drawing: materialityChart({ report, materiality, langs, width, look, hasPaint }),
          table: materialityTable(materiality, langs, look),
        };
      }),
    sdgMap: (edition, width) =>
      once(`sdg ${edition} ${width}`, () => {
        const request = { report, theme, goals: input.goals, langs: langsOf(edition), width, look, hasPaint };
        return { drawing: sdgMap(request), table: sdgTable(request) };
      }),
  };
}

/** Everything but the data that a chart is drawn with, for a kind of canvas. */
export function chartLook(input: ChartBookInput, surface: Surface): ChartLook {
  return {
    tokens: chartTokens(input.theme),
    measure: createLabelMeasure(input.fonts),
    words: chartWords(input.report.strings),
    surface,
  };
}
