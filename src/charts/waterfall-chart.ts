import type { ChartDataset } from 'chart.js';
import { barShare, frameAxis, occupyCaption } from './bar-chart.ts';
import { barState, drawBarMarks } from './bar-marks.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { type AccentPaints, accentPaints } from './palette.ts';
import type { Box } from './pen.ts';
import { drawTimeAxis } from './time-marks.ts';
import type { Slot } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { clearGrid, verticalFrame } from './vertical-frame.ts';
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
  const boxOf = ({ from, to }: Step, index: number): Box => {
    const width = frame.slotWidth * share;
    const [upper, lower] = [frame.y(Math.max(from, to)), frame.y(Math.min(from, to))];
    return { x: frame.x(index) - width / 2, y: upper, width, height: lower - upper };
  };
  return chartPlan(
    {
      ...size,
      kind: 'bar',
      labels: steps.map((_, index) => String(index)),
      datasets: [
        {
          type: 'bar',
          data: steps.map(({ from, to }) => [from, to]),
          backgroundColor: steps.map((step) => look.surface.paint(stepFill(step, accent))),
          borderWidth: 0,
          inflateAmount: 0,
          categoryPercentage: share,
          barPercentage: 1,
          clip: false,
        } as unknown as ChartDataset<PlanKind>,
      ],
      area: { left: 0, right: frame.right, top: frame.top, bottom: frame.bottom },
      scales: { x: silentAxis, y: frameAxis(frame, model, look) } as never,
      over: (pen) => {
        const places = createLabelPlaces({ x: 0, y: 0, width: size.width, height: frame.bottom });
        drawTimeAxis(pen, frame, { ...model, target: undefined }, look);
        occupyCaption(frame, places, look);
        steps.forEach((step, index) => {
          const box = boxOf(step, index);
          places.occupy(box);
          const next = steps[index + 1];
          if (next !== undefined) {
            const y = frame.y(step.to);
            pen.line(box.x + box.width, y, boxOf(next, index + 1).x, y, { paint: 'ink3', width: 0.5 });
            places.occupy({ x: box.x + box.width, y: y - 0.5, width: frame.slotWidth * (1 - share), height: 1 });
          }
        });
        steps.forEach((step, index) => {
          const box = boxOf(step, index);
          const state = barState(step.point, '');
          if (state === 'earlier' && !step.total && step.to < step.from) {
            pen.rect(
              { x: box.x + 0.4, y: box.y + 0.4, width: box.width - 0.8, height: Math.max(0, box.height - 0.8) },
              { stroke: { paint: accent.deep, width: 0.8 } },
            );
          }
          drawBarMarks(pen, box, state, accent, look);
          const stack = labels[index] ?? [];
          const extent = stackSize(stack, measure);
          const falling = step.to < step.from;
          const x = box.x + box.width / 2 - extent.width / 2;
          const above = { x, y: box.y - 2 - extent.height, ...extent };
          const below = { x, y: box.y + box.height + 2, ...extent };
          const place = places.take(falling ? [below, above] : [above, below]);
          clearGrid(pen, frame, place);
          drawStack(pen, stack, { x: place.x + place.width / 2, y: place.y, align: 'middle' }, measure);
        });
      },
    },
    look,
  );
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
