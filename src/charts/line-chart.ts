import { drawBands, levelsOf, nameLevel } from './area-bands.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { isIndex } from './comparability.ts';
import { framePlan, openFrame } from './frame-plan.ts';
import type { LabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { drawNameMark, type LineStyle, lineDataset, lineStyle, POINT, pointFill } from './line-style.ts';
import type { Box, Pen } from './pen.ts';
import { drawNames, nameColumn } from './series-names.ts';
import { drawPeriodMarks, drawTarget, occupyLine } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { indexScale, type ValueScale, zeroScale } from './value-scale.ts';
import { clearGrid, type VerticalFrame, verticalFrame } from './vertical-frame.ts';

/** Up to this many lines carry all their values; with more, the last ones stand beside the names. */
const FULLY_LABELLED = 2;

/**
 * Lines, or areas laid over one another, joined only between values on one basis: at a break of the series and where
 * nothing is disclosed nothing is drawn. What stands before a break is dashed.
 */
export function lineChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure } = look;
  const several = model.series.length > 1;
  const stacked = model.kind === 'area' && several;
  const levels = levelsOf(model, stacked);
  const goal = model.target?.value ?? null;
  const values = levels.flat().filter((value) => value !== null);
  const inColumn = stacked || model.series.length > FULLY_LABELLED;
  const column = several
    ? nameColumn(model.series, size.width, look, inColumn ? lastLabels(model, look) : [])
    : undefined;
  const labels = model.series.map(({ points }) =>
    points.map((point) => (inColumn && point.value !== null ? [] : labelOf(point, model, look))),
  );
  const frame = verticalFrame(
    model,
    {
      ...size,
      slots: timeSlots(model, true),
      scale: scaleOf(model, goal === null ? values : [...values, goal]),
      unit: model.series[0]?.unit ?? [],
      rightRoom: column?.width ?? 0,
      head: 0,
      labels: levels.flatMap((all, series) =>
        all.map((value, index) => ({
          value: value ?? 0,
          height: stackSize(labels[series]?.[index] ?? [], measure).height + POINT + 2,
        })),
      ),
    },
    look,
  );
  const styles = model.series.map((_, index) => lineStyle(model, index, look));
  const at = (series: number, index: number): { x: number; y: number } | undefined => {
    const value = levels[series]?.[index] ?? null;
    return value === null ? undefined : { x: frame.x(frame.slotOf(index)), y: frame.y(value) };
  };

  const datasets = model.series.map((series, index) =>
    lineDataset(series, index, { model, frame, style: styles[index], stacked }, look),
  );
  const over = (pen: Pen): void => {
    const places = openFrame(pen, frame, model, column === undefined ? size.width : frame.right, look);
    model.series.forEach((series, index) => {
      occupySeries(series, (point) => at(index, point), model, places);
    });
    if (stacked) drawBands(pen, frame, levels, look);
    const tops = new Map<number, number>();
    model.series.forEach((series, index) => {
      series.points.forEach((point, position) => {
        const spot = at(index, position);
        const stack = labels[index]?.[position] ?? [];
        if (point.value === null) drawNothing(pen, frame, frame.slotOf(position), stack, places, look);
        else if (spot !== undefined && stack.length > 0) {
          const beside = model.kind === 'area' ? [] : [at(index, position - 1), at(index, position + 1)];
          const box = placeLabel(spot, stack, places, look, beside);
          if (model.kind === 'line') clearGrid(pen, frame, box);
          drawStack(pen, stack, { x: box.x + box.width / 2, y: box.y, align: 'middle' }, measure);
          const slot = frame.slotOf(position);
          tops.set(slot, Math.min(tops.get(slot) ?? frame.bottom, box.y, spot.y));
        }
      });
    });
    drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
    const lastIndex = model.periods.length - 1;
    drawTarget(pen, frame, places, model, look, at(0, lastIndex));
    if (column !== undefined) {
      const place = {
        x: frame.x(frame.slotOf(lastIndex)) + POINT,
        top: frame.top,
        bottom: frame.bottom,
        levels: model.series.map((_, index) => nameLevel(levels, index, stacked, frame)),
      };
      const mark = (index: number, x: number, y: number): void =>
        drawNameMark(pen, styles[index], { x, y, area: model.kind === 'area' }, index, look);
      drawNames(pen, column, place, mark, look);
    }
    redrawCurrent(pen, model, at, styles);
  };
  return framePlan(
    frame,
    { size, model, kind: 'line', datasets, stacked: { slots: false, values: stacked }, over },
    look,
  );
}

/** From zero; lines of indices from the floor below which they mean nothing. */
function scaleOf(model: ChartModel, values: readonly number[]): ValueScale {
  const floating =
    model.kind === 'line' && model.series.every(({ metric }) => isIndex(metric)) && Math.min(...values) > 0;
  return floating ? indexScale(values) : zeroScale(values);
}

function labelOf(point: ModelPoint, model: ChartModel, look: ChartLook): LabelStack {
  const current = point.period.id === model.current;
  return valueLabel(point, { size: look.tokens.text.value, current, tagged: true, langs: model.langs }, look);
}

/** The last value of each series, to stand over its name. */
function lastLabels(model: ChartModel, look: ChartLook): readonly LabelStack[] {
  return model.series.map(({ points }) => {
    const last = points.findLast(({ value }) => value !== null);
    return last === undefined ? [] : labelOf(last, model, look);
  });
}

/** Over a point by default; under it where the line turns upwards there. Over an area there is no under. */
function placeLabel(
  spot: { readonly x: number; readonly y: number },
  stack: LabelStack,
  places: LabelPlaces,
  look: ChartLook,
  neighbours: readonly ({ readonly x: number; readonly y: number } | undefined)[],
): Box {
  const extent = stackSize(stack, look.measure);
  const above = { x: spot.x - extent.width / 2, y: spot.y - POINT - 2 - extent.height, ...extent };
  const below = { ...above, y: spot.y + POINT + 2 };
  const valley = neighbours.every((other) => other === undefined || other.y < spot.y - 1);
  const left = { ...above, x: spot.x - POINT - 3 - extent.width, y: spot.y - extent.height / 2 };
  const right = { ...left, x: spot.x + POINT + 3 };
  return places.take(
    valley && neighbours.some((other) => other !== undefined)
      ? [below, above, right, left]
      : [above, below, right, left],
  );
}

function drawNothing(
  pen: Pen,
  frame: VerticalFrame,
  slot: number,
  stack: LabelStack,
  places: LabelPlaces,
  look: ChartLook,
): void {
  const x = frame.x(slot);
  const base = frame.y(Math.max(0, frame.scale.min));
  const half = Math.min(12, frame.slotWidth * 0.33);
  pen.line(x - half, base, x + half, base, look.tokens.notDisclosed);
  const extent = stackSize(stack, look.measure);
  const box = places.take([{ x: x - extent.width / 2, y: base - 2 - extent.height, ...extent }]);
  clearGrid(pen, frame, box);
  drawStack(pen, stack, { x: box.x + box.width / 2, y: box.y, align: 'middle' }, look.measure);
}

/** Lines and points are ground that labels keep off. */
function occupySeries(
  series: ModelSeries,
  at: (index: number) => { readonly x: number; readonly y: number } | undefined,
  model: ChartModel,
  places: LabelPlaces,
): void {
  series.points.forEach((_, index) => {
    const here = at(index);
    const next = at(index + 1);
    if (here === undefined) return;
    places.occupy({ x: here.x - POINT, y: here.y - POINT, width: 2 * POINT, height: 2 * POINT });
    if (next !== undefined && !model.breaks.has(index)) occupyLine(places, here, next);
  });
}

/** The line to a goal starts on the last point; the point stands over it. */
function redrawCurrent(
  pen: Pen,
  model: ChartModel,
  at: (series: number, index: number) => { readonly x: number; readonly y: number } | undefined,
  styles: readonly LineStyle[],
): void {
  const spot = at(0, model.periods.length - 1);
  const style = styles[0];
  const point = model.series[0]?.points.at(-1);
  if (model.target === undefined || spot === undefined || style === undefined || model.series.length > 1) return;
  pen.circle(spot.x, spot.y, POINT, {
    fill: pointFill(point, model, style.point),
    stroke: { paint: style.stroke, width: 0.9 },
  });
}
