import type { Metric, Period, Report } from '../content/types.ts';
import { type Drawing, type Edition, InternalError, type Lang, langsOf } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import { barFill, barState, drawBarMarks } from './bar-marks.ts';
import { type ChartLook, line, run } from './chart-look.ts';
import { accentOrder, bareFigure, type ModelPoint, phrases } from './chart-model.ts';
import { breaksAfter, isIndex } from './comparability.ts';
import { createRecorder } from './context-2d.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { type AccentPaints, accentPaints } from './palette.ts';
import { type Box, createPen, type Pen } from './pen.ts';
import type { ChartTable } from './types.ts';
import { valueLabel } from './value-label.ts';
import { indexFloor, tickText } from './value-scale.ts';

/** What a mini chart is drawn from. */
export interface TrendInput {
  readonly report: Report;
  readonly book: MetricBook;
  readonly look: ChartLook;
  readonly hasPaint: (name: string) => boolean;
}

/** Which mini chart, and its size in pt. */
export interface TrendRequest {
  readonly metric: string;
  readonly period: string;
  readonly edition: Edition;
  readonly width: number;
  readonly height: number;
}

/** Periods shown. */
const PERIODS = 3;
/** Room under the largest value for an index, so that its dots do not touch their labels. */
const INDEX_HEAD = 1.08;

/**
 * The mini chart of a tile: bars of three periods on one scale from zero, or dots from a printed floor for an index, whose
 * zero means nothing. Labels are in the leading language.
 */
export function trendChart(
  request: TrendRequest,
  input: TrendInput,
): { drawing: Drawing; points: readonly ModelPoint[] } {
  const { report, book, look } = input;
  const metric = book.metric(request.metric);
  if (metric === undefined) throw new InternalError(`no metric ${request.metric}`);
  const lead = langsOf(request.edition)[0] as Lang;
  const points = trendPoints(metric, trendPeriods(request.period, report), lead, input);
  const recorder = createRecorder({ ...request, measure: look.measure, hasPaint: input.hasPaint });
  const pen = createPen(recorder.context, look.surface);
  const { gap, labelRoom, foot } = look.tokens.minibar;
  const base = request.height - foot;
  const width = (request.width - gap * (points.length - 1)) / points.length;
  const accent = accentPaints(accentOrder(metric.accent, report));
  const values = points.flatMap(({ value }) => value ?? []);
  const dots = isIndex(metric) && values.every((value) => value > 0);
  const floor = dots ? indexFloor(values) : Math.min(0, ...values);
  const top = Math.max(0, ...values);
  const reach = (top - floor) * (dots ? INDEX_HEAD : 1);
  const span = reach === 0 ? 1 : reach;
  const lowest = floor < 0 && !dots ? base - labelRoom * 0.6 : base;
  const y = (value: number): number => lowest - ((value - floor) / span) * (lowest - labelRoom);

  points.forEach((point, index) => {
    const x = index * (width + gap);
    const style = {
      size: look.tokens.text.mini,
      current: point.period.id === request.period,
      tagged: false,
      langs: [lead],
    };
    const label = valueLabel(point, style, look);
    const size = stackSize(label, look.measure);
    const zero = dots ? base : y(0);
    const end = point.value === null ? zero : y(point.value);
    const box: Box = { x, y: Math.min(zero, end), width, height: Math.abs(zero - end) };
    const below = point.value !== null && point.value < 0;
    if (dots && point.value !== null) drawDot(pen, { x: x + width / 2, y: end, base }, style.current, accent);
    else drawBar(pen, box, point, request.period, accent, look);
    const drop = dots && point.value !== null ? 4 : 1.2;
    const labelTop = below ? box.y + box.height + 1 : box.y - drop - size.height;
    pen.rect({ x: x + width / 2 - size.width / 2 - 1, y: labelTop, ...size, width: size.width + 2 }, { fill: 'white' });
    drawStack(pen, label, { x: x + width / 2, y: labelTop, align: 'middle' }, look.measure);
    const year = run(periodText(point.period, request.edition), request.edition === 'zh-Hans' ? 'zh' : 'en', {
      size: look.tokens.text.miniYear,
      paint: 'ink3',
    });
    drawStack(pen, [line([year])], { x: x + width / 2, y: request.height - 7, align: 'middle' }, look.measure);
  });
  if (dots) {
    const text = tickText(floor, floor < 10 ? 1 : 0);
    pen.text(run(text, lead, { size: look.tokens.text.miniYear, paint: 'ink3' }), 0, base - 2.5);
  }
  const zeroLine = dots ? base : y(0);
  pen.line(0, zeroLine, request.width, zeroLine, { paint: 'ink2', width: 0.5 });
  return { drawing: recorder.drawing(), points };
}

/** The last periods of one kind up to the one asked for. */
export function trendPeriods(period: string, report: Report): readonly Period[] {
  const last = report.periods.find(({ id }) => id === period);
  const upTo = report.periods.slice(0, last === undefined ? 0 : report.periods.indexOf(last) + 1);
  return upTo.filter(({ kind }) => kind === last?.kind).slice(-PERIODS);
}

/** The table behind a mini chart. */
export function trendTable(points: readonly ModelPoint[], edition: Edition): ChartTable {
  const lead = langsOf(edition)[0] as Lang;
  return {
    columns: points.map(({ period }) => period.label[lead]),
    rows: [points.map(({ figure }) => figure[0]?.text ?? '')],
  };
}

function trendPoints(metric: Metric, periods: readonly Period[], lead: Lang, input: TrendInput): readonly ModelPoint[] {
  const ids = periods.map(({ id }) => id);
  const series = input.book.series(metric.id, ids, lead);
  const lastBreak = Math.max(-1, ...breaksAfter(periods, input.report, [metric]));
  return series.points.map((point, index) => ({
    period: point.period,
    value: point.display === null ? null : Number(point.display),
    figure: phrases([lead], () => bareFigure(series, index)),
    status: point.cell.status,
    comparable: index > lastBreak,
  }));
}

function drawBar(pen: Pen, box: Box, point: ModelPoint, current: string, accent: AccentPaints, look: ChartLook): void {
  const state = barState(point, current);
  if (state !== 'nothing' && box.height > 0) pen.rect(box, { fill: barFill(state, accent) });
  drawBarMarks(pen, box, state, accent, look);
}

function drawDot(
  pen: Pen,
  at: { readonly x: number; readonly y: number; readonly base: number },
  current: boolean,
  accent: AccentPaints,
): void {
  pen.line(at.x, at.base, at.x, at.y, { paint: accent.mid, width: 0.8 });
  pen.circle(at.x, at.y, 2.6, { fill: current ? accent.deep : 'white', stroke: { paint: accent.deep, width: 0.9 } });
}

/** Years under mini bars: Chinese on Chinese pages, the English short form elsewhere. */
function periodText(period: Period, edition: Edition): string {
  return period.label[edition === 'zh-Hans' ? 'zh' : 'en'];
}
