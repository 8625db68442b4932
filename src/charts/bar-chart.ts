import type { ChartDataset } from 'chart.js';
import { barFill, barState, drawBarMarks } from './bar-marks.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis, valueAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { accentPaints } from './palette.ts';
import type { Box } from './pen.ts';
import { drawBreaks, drawPeriodMarks, drawTarget, drawTimeAxis } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { clearGrid, type VerticalFrame, verticalFrame } from './vertical-frame.ts';

/** Share of its slot that a bar takes, and its greatest width, pt. */
const BAR_SHARE = 0.66;
const WIDEST = 48;

/** Share of a slot, so that no bar grows wider than a tile's. */
export function barShare(slotWidth: number, share = BAR_SHARE): number {
  return Math.min(share, WIDEST / slotWidth);
}

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
  const states = series.points.map((point) => barState(point, model.current));
  const dataset: ChartDataset<PlanKind> = {
    type: 'bar',
    data: frame.slots.map(({ slot }) => (slot.kind === 'value' ? (series.points[slot.index]?.value ?? null) : null)),
    backgroundColor: frame.slots.map(({ slot }) =>
      look.surface.paint(slot.kind === 'value' ? barFill(states[slot.index] ?? 'nothing', accent) : 'white'),
    ),
    borderWidth: 0,
    inflateAmount: 0,
    categoryPercentage: share,
    barPercentage: 1,
    clip: false,
  } as ChartDataset<PlanKind>;

  return chartPlan(
    {
      ...size,
      kind: 'bar',
      datasets: [dataset],
      labels: frame.slots.map((_, index) => String(index)),
      area: { left: 0, right: frame.right, top: frame.top, bottom: frame.bottom },
      scales: { x: silentAxis, y: frameAxis(frame, model, look) } as never,
      over: (pen) => {
        const places = createLabelPlaces({ x: 0, y: 0, width: size.width, height: frame.bottom });
        drawTimeAxis(pen, frame, model, look);
        occupyCaption(frame, places, look);
        drawBreaks(pen, frame, places, model, look);
        const tops = new Map<number, number>();
        const boxes = series.points.map((point, index) => barBox(frame, frame.slotOf(index), point.value, share));
        boxes.forEach((box) => places.occupy(box));
        series.points.forEach((point, index) => {
          const box = boxes[index] as Box;
          const stack = labels[index] ?? [];
          const extent = stackSize(stack, look.measure);
          drawBarMarks(pen, box, states[index] ?? 'nothing', accent, look);
          const below = (point.value ?? 0) < 0;
          const place = places.take([
            {
              x: box.x + box.width / 2 - extent.width / 2,
              y: below ? box.y + box.height + 2 : box.y - 2 - extent.height,
              ...extent,
            },
          ]);
          clearGrid(pen, frame, place);
          drawStack(pen, stack, { x: place.x + place.width / 2, y: place.y, align: 'middle' }, look.measure);
          tops.set(frame.slotOf(index), place.y);
        });
        drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
        const last = boxes.at(-1);
        const lastValue = series.points.at(-1)?.value ?? null;
        drawTarget(
          pen,
          frame,
          places,
          model,
          look,
          last === undefined || lastValue === null ? undefined : { x: last.x + last.width, y: frame.y(lastValue) },
        );
      },
    },
    look,
  );
}

/** Ground of a bar: from the zero line to its value; nothing disclosed has only its base. */
export function barBox(frame: VerticalFrame, slot: number, value: number | null, share: number): Box {
  const width = frame.slotWidth * share;
  const zero = frame.y(0);
  const end = frame.y(value ?? 0);
  return { x: frame.x(slot) - width / 2, y: Math.min(zero, end), width, height: Math.abs(zero - end) };
}

/** The value axis of a frame, drawn by Chart.js. */
export function frameAxis(frame: VerticalFrame, model: ChartModel, look: ChartLook): object {
  return valueAxis(
    {
      min: frame.scale.min,
      max: frame.scale.max,
      step: frame.scale.step,
      texts: new Map(frame.scale.ticks.map((tick, index) => [tick, frame.tickTexts[index] ?? []])),
      lang: model.lead,
      grid: look.tokens.axis.grid,
      zero: look.tokens.axis.baseline,
      room: frame.left,
      across: false,
    },
    look,
  );
}

/** Marks the ground of the unit over the axis. */
export function occupyCaption(
  frame: VerticalFrame,
  places: ReturnType<typeof createLabelPlaces>,
  look: ChartLook,
): void {
  const extent = stackSize(frame.caption, look.measure);
  if (extent.width > 0) places.occupy({ x: 0, y: 0, ...extent });
}

function labelStyle(point: ModelPoint, model: ChartModel) {
  return { current: point.period.id === model.current, tagged: true, langs: model.langs };
}
