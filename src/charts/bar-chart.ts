import { barFill, barState, drawBarMarks } from './bar-marks.ts';
import { barBox, barDataset, barShare, labelBar, pointsBySlot, sideOf } from './bars.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { framePlan, openFrame } from './frame-plan.ts';
import { stackSize } from './label-stack.ts';
import { accentPaints } from './palette.ts';
import type { Pen } from './pen.ts';
import { drawPeriodMarks, drawTarget } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { verticalFrame } from './vertical-frame.ts';

/** Bars of one series over time, from zero; the goal at its year where there is one. */
export function barChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const series = model.series[0] as ModelSeries;
  const accent = accentPaints(model.accent);
  const goal = model.target?.value ?? null;
  const values = series.points.flatMap(({ value }) => value ?? []);
  const labels = series.points.map((point) =>
    valueLabel(point, { ...labelStyle(point, model), size: look.tokens.text.value }, look),
  );
  const frame = verticalFrame(
    model,
    {
      ...size,
      slots: timeSlots(model, true),
      scale: zeroScale(goal === null ? values : [...values, goal]),
      unit: series.unit,
      rightRoom: 0,
      head: 0,
      labels: series.points.map((point, index) => ({
        value: point.value ?? 0,
        height: stackSize(labels[index] ?? [], look.measure).height,
      })),
    },
    look,
  );
  const share = barShare(frame.slotWidth);
  const points = pointsBySlot(frame, series);
  const dataset = barDataset(
    {
      data: points.map((point) => point?.value ?? null),
      paints: points.map((point) => (point === undefined ? 'white' : barFill(barState(point, model.current), accent))),
      share,
    },
    look,
  );

  const over = (pen: Pen): void => {
    const places = openFrame(pen, frame, model, size.width, look);
    const tops = new Map<number, number>();
    const bars = series.points.map((point, index) => {
      const box = barBox(frame, frame.slotOf(index), { from: 0, to: point.value ?? 0 }, share);
      places.occupy(box);
      return { point, box, stack: labels[index] ?? [], slot: frame.slotOf(index) };
    });
    for (const { point, box, stack, slot } of bars) {
      drawBarMarks(pen, box, barState(point, model.current), accent, look);
      const place = labelBar(pen, frame, places, { box, stack, sides: [sideOf(point)], gap: 2 }, look);
      tops.set(slot, place.y);
    }
    drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
    const last = bars.at(-1);
    const value = last?.point.value ?? null;
    const end =
      last === undefined || value === null ? undefined : { x: last.box.x + last.box.width, y: frame.y(value) };
    drawTarget(pen, frame, places, model, look, end);
  };
  return framePlan(frame, { size, model, kind: 'bar', datasets: [dataset], over }, look);
}

function labelStyle(point: ModelPoint, model: ChartModel) {
  return { current: point.period.id === model.current, tagged: true, langs: model.langs };
}
