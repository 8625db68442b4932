import type { BlockOf, Metric, Report } from '../content/types.ts';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import { chartBlocks } from './chart-blocks.ts';
import { breaksAfter } from './comparability.ts';
import { MAX_SERIES } from './palette.ts';
import { totalSeries } from './waterfall-total.ts';

/**
 * Whether each chart of a report can be drawn as it is asked for. Metrics and periods that nothing defines are told by
 * the content; here they are passed over.
 * Emits G002 (a series without a value), G003 (units of different dimensions on one axis, a goal of another metric's
 * dimension), G004 (series or periods that the kind cannot take).
 */
export function validateCharts(report: Report, book: MetricBook): readonly Diagnostic[] {
  return chartBlocks(report).flatMap((block) => {
    const metrics = block.series.flatMap(({ metric }) => book.metric(metric) ?? []);
    const periods = block.periods.filter((period) => book.period(period) !== undefined);
    if (metrics.length < block.series.length || periods.length < block.periods.length) return [];
    const chart: Chart = { block, metrics, report, book };
    return [...shapeFaults(chart), ...emptySeries(chart), ...mixedUnits(chart)];
  });
}

interface Chart {
  readonly block: BlockOf<'chart'>;
  readonly metrics: readonly Metric[];
  readonly report: Report;
  readonly book: MetricBook;
}

function fault(
  { block, report }: Chart,
  code: DiagnosticCode,
  message: string,
  hint: string,
  series?: number,
): Diagnostic {
  const origin = (series === undefined ? undefined : block.series[series]?.origin) ?? block.origin;
  const span = report.origins.spanOf(origin);
  return diagnose(code, message, { ...(span === undefined ? {} : { span }), block: block.id, hints: [hint] });
}

function shapeFaults(chart: Chart): readonly Diagnostic[] {
  const { block, metrics, report, book } = chart;
  const { chart: kind, series, periods, target } = block;
  const shape = (message: string, hint: string): Diagnostic => fault(chart, 'G004', `${block.id}: ${message}`, hint);
  const found: Diagnostic[] = [];
  if (series.length === 0 || periods.length === 0) {
    found.push(shape('a chart without series or periods', 'name at least one metric and one period'));
    return found;
  }
  if (series.length > MAX_SERIES) {
    found.push(shape(`${series.length} series cannot be told apart`, `show at most ${MAX_SERIES}, or make two charts`));
  }
  const twice = series.find(({ metric }, index) => series.findIndex((other) => other.metric === metric) < index);
  if (twice !== undefined) found.push(shape(`${twice.metric} stands twice among the series`, 'name each metric once'));
  if (kind === 'scatter' && series.length !== 2) {
    found.push(
      shape(`a scatter has two series, not ${series.length}`, 'name the metric across first and the one up second'),
    );
  }
  if ((kind === 'doughnut' || kind === 'waterfall') && periods.length !== 1) {
    found.push(shape(`a ${kind} shows one period, not ${periods.length}`, 'name the one period that it is about'));
  }
  if (kind === 'doughnut' && series.length < 2)
    found.push(shape('a doughnut has at least two parts', 'use a bar chart'));
  if (kind === 'doughnut' || kind === 'stacked_bar' || (kind === 'area' && series.length > 1)) {
    const negative = metrics.find(({ id }) =>
      periods.some((period) => kind !== 'stacked_bar' && (book.canonical(id, period) ?? '').startsWith('-')),
    );
    if (negative !== undefined) {
      found.push(shape(`${negative.id} is below zero, which no part of a whole can be`, 'use a bar chart'));
    }
  }
  if (kind === 'area' && series.length > 1) {
    if (breaksAfter(periodsOf(chart), report, metrics).size > 0) {
      found.push(shape('stacked areas cannot be parted at a break of the series', 'use a line chart'));
    }
    const gap = metrics.find(({ id }) => periods.some((period) => book.canonical(id, period) === null));
    if (gap !== undefined) {
      found.push(
        shape(`${gap.id} is not disclosed in every period, so areas cannot be stacked on it`, 'use a line chart'),
      );
    }
  }
  if (kind === 'waterfall' && totalSeries(metrics, periods[0] ?? '') === undefined) {
    found.push(
      shape(
        'no series is the total of the others',
        'give the metric of the total `parts` that are exactly the other series of the chart',
      ),
    );
  }
  if (kind === 'target' && target === undefined)
    found.push(shape('a target chart has no target', 'name it with `target:`'));
  if (kind === 'target' && series.length > 1) {
    found.push(shape(`a target chart has one series, not ${series.length}`, 'show the metric of the target alone'));
  }
  return found;
}

function periodsOf({ block, book }: Chart) {
  return block.periods.flatMap((period) => book.period(period) ?? []);
}

function emptySeries(chart: Chart): readonly Diagnostic[] {
  const { block, metrics, book } = chart;
  if (block.periods.length === 0) return [];
  return metrics.flatMap(({ id }, index) =>
    block.periods.some((period) => book.canonical(id, period) !== null)
      ? []
      : [
          fault(
            chart,
            'G002',
            `${block.id}: ${id} has no value in ${block.periods.join(', ')}`,
            'show periods in which it is disclosed, or leave the series out',
            index,
          ),
        ],
  );
}

function mixedUnits(chart: Chart): readonly Diagnostic[] {
  const { block, metrics, report, book } = chart;
  if (block.chart === 'scatter') return [];
  const first = metrics[0];
  if (first === undefined) return [];
  const found = metrics.flatMap(({ id }, index) => {
    const differs = (['zh', 'en'] as const).some((lang) => book.unitLabel(id, lang) !== book.unitLabel(first.id, lang));
    return differs
      ? [
          fault(
            chart,
            'G003',
            `${block.id}: ${id} is shown in ${book.unitLabel(id, 'en')} and ${first.id} in ${book.unitLabel(first.id, 'en')}`,
            'show metrics of one display unit in one chart, or make two charts',
            index,
          ),
        ]
      : [];
  });
  const target = block.target === undefined ? undefined : report.targets.get(block.target);
  if (target?.metric !== undefined && !metrics.some(({ id }) => id === target.metric)) {
    found.push(
      fault(
        chart,
        'G004',
        `${block.id}: the target ${target.id} is about ${target.metric}, which the chart does not show`,
        'name a target of a metric among the series',
      ),
    );
  }
  return found;
}
