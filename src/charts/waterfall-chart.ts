import { barState, drawBarMarks } from './bar-marks.ts';
import { barBox, barDataset, barShare, labelBar } from './bars.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { framePlan, occupyCaption } from './frame-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { stackSize } from './label-stack.ts';
import { type AccentPaints, accentPaints } from './palette.ts';
import type { Box, Pen } from './pen.ts';
import { drawTimeAxis } from './time-marks.ts';
import type { Slot } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { verticalFrame } from './vertical-frame.ts';
import { totalSeries } from './waterfall-total.ts';

const BAR_SHARE = 0.6;

/** A step, or the total that the steps lead to. */
interface Step {
  readonly series: ModelSeries;
  readonly point: ModelPoint;
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
}

/**
 * Steps that lead to a total: each begins where the one before ended, a hairline joins them, and the total stands at the
 * end, from zero. Upward steps are solid, downward ones outlined, so that grey prints keep them apart.
 */
export function waterfallChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure, tokens } = look;
  const accent = accentPaints(model.accent);
  const steps = stepsOf(model);
  const labels = steps.map(({ point, total }) =>
    valueLabel(point, { size: tokens.text.value, current: total, tagged: true, langs: model.langs }, look),
  );
  const slots: readonly Slot[] = steps.map(({ series }, index) => ({
    kind: 'value',
    index,
    label: series.name,
    calendar: false,
    current: steps[index]?.total === true,
  }));
  const frame = verticalFrame(
    { ...model, marks: [] },
    {
      ...size,
      slots,
      scale: zeroScale(steps.flatMap(({ from, to }) => [from, to])),
      unit: model.series[0]?.unit ?? [],
      rightRoom: 0,
      head: 0,
      labels: steps.map(({ from, to }, index) => ({
        value: Math.max(from, to),
        height: stackSize(labels[index] ?? [], measure).height,
      })),
    },
    look,
  );
  const share = barShare(frame.slotWidth, BAR_SHARE);
  const boxes = steps.map((step, index) => barBox(frame, index, step, share));
  const dataset = barDataset(
    {
      data: steps.map(({ from, to }) => [from, to] as const),
      paints: steps.map((step) => stepFill(step, accent)),
      share,
    },
    look,
  );
  const over = (pen: Pen): void => {
    const places = createLabelPlaces({ x: 0, y: 0, width: size.width, height: frame.bottom });
    drawTimeAxis(pen, frame, { ...model, target: undefined }, look);
    occupyCaption(frame, places, look);
    boxes.forEach((box, index) => {
      places.occupy(box);
      const [step, next] = [steps[index], boxes[index + 1]];
      if (step === undefined || next === undefined) return;
      const y = frame.y(step.to);
      pen.line(box.x + box.width, y, next.x, y, { paint: 'ink3', width: 0.5 });
      places.occupy({ x: box.x + box.width, y: y - 0.5, width: frame.slotWidth * (1 - share), height: 1 });
    });
    steps.forEach((step, index) => {
      const box = boxes[index] as Box;
      const falling = step.to < step.from;
      const state = barState(step.point, '');
      if (state === 'earlier' && !step.total && falling) outlineBox(pen, box, accent.deep);
      drawBarMarks(pen, box, state, accent, look);
      const stack = labels[index] ?? [];
      const sides = falling ? (['below', 'above'] as const) : (['above', 'below'] as const);
      labelBar(pen, frame, places, { box, stack, sides, gap: 2 }, look);
    });
  };
  return framePlan(frame, { size, model, kind: 'bar', datasets: [dataset], over }, look);
}

/** A downward step, so that a print in grey tells it from an upward one. */
function outlineBox(pen: Pen, { x, y, width, height }: Box, paint: string): void {
  const inner = { x: x + 0.4, y: y + 0.4, width: width - 0.8, height: Math.max(0, height - 0.8) };
  pen.rect(inner, { stroke: { paint, width: 0.8 } });
}

function stepFill(step: Step, accent: AccentPaints): string {
  if (['disputed', 'sample'].includes(step.point.status)) return 'white';
  if (step.total) return accent.deep;
  return step.to < step.from ? accent.tint : accent.mid;
}

/** The parts in the order of the block, then the total. */
function stepsOf(model: ChartModel): readonly Step[] {
  const period = model.periods[0]?.id ?? '';
  const total = totalSeries(
    model.series.map(({ metric }) => metric),
    period,
  );
  const pointOf = (series: ModelSeries): ModelPoint => series.points[0] as ModelPoint;
  let running = 0;
  const parts = model.series
    .filter(({ metric }) => metric.id !== total?.id)
    .map((series): Step => {
      const from = running;
      running += pointOf(series).value ?? 0;
      return { series, point: pointOf(series), from, to: running, total: false };
    });
  const last = model.series.find(({ metric }) => metric.id === total?.id);
  return last === undefined
    ? parts
    : [...parts, { series: last, point: pointOf(last), from: 0, to: pointOf(last).value ?? 0, total: true }];
}
