import { type BarState, barState, drawBarMarks } from './bar-marks.ts';
import { barBox, barDataset, labelBar, pointsBySlot, sideOf } from './bars.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { framePlan, openFrame } from './frame-plan.ts';
import { type LabelStack, stackSize } from './label-stack.ts';
import { seriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';
import { drawKey, dressBox, keyLines } from './series-names.ts';
import { drawPeriodMarks, drawTarget } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { verticalFrame } from './vertical-frame.ts';

/** Share of a slot that a group takes, and of its part that a bar takes. */
const GROUP_SHARE = 0.8;
const BAR_SHARE = 0.88;

/** Several series side by side in each period, told apart by colour and pattern, with a key over the plot. */
export function groupedChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure, tokens } = look;
  const count = model.series.length;
  const goal = model.target?.value ?? null;
  const values = model.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const key = keyLines(model.series, size.width, look);
  const styles = model.series.map((_, index) => seriesStyle(look.tokens.series, index));
  const slots = timeSlots(model, true);
  const pitch = ((size.width - 40) / slots.length) * (GROUP_SHARE / count);
  const labelSize = pitch > 24 ? tokens.text.value : tokens.text.mini;
  const labels = model.series.map(({ points }) =>
    points.map((point) =>
      valueLabel(
        point,
        { size: labelSize, current: point.period.id === model.current, tagged: true, langs: model.langs },
        look,
      ),
    ),
  );
  const frame = verticalFrame(
    model,
    {
      ...size,
      slots,
      scale: zeroScale(goal === null ? values : [...values, goal]),
      unit: model.series[0]?.unit ?? [],
      rightRoom: 0,
      head: key.height,
      labels: model.series.flatMap(({ points }, series) =>
        points.map((point, index) => ({
          value: point.value ?? 0,
          height: stackSize(labels[series]?.[index] ?? [], measure).height,
        })),
      ),
    },
    look,
  );
  const stateOf = (point: ModelPoint): BarState => solidState(point, model.current);
  const bars = model.series.flatMap(({ points }, series) =>
    points.map((point, index): GroupedBar => {
      const group = frame.slotWidth * GROUP_SHARE;
      const part = group / count;
      const width = part * BAR_SHARE;
      const slot = frame.slotOf(index);
      const { y, height } = barBox(frame, slot, { from: 0, to: point.value ?? 0 }, 1);
      const x = frame.x(slot) - group / 2 + part * series + (part - width) / 2;
      return { point, series, slot, box: { x, y, width, height }, stack: labels[series]?.[index] ?? [] };
    }),
  );
  const datasets = model.series.map((series, index) => {
    const points = pointsBySlot(frame, series);
    const paint = styles[index]?.paint ?? 'ink';
    return barDataset(
      {
        data: points.map((point) => point?.value ?? null),
        paints: points.map((point) => (point !== undefined && stateOf(point) === 'current' ? paint : 'white')),
        share: GROUP_SHARE,
        within: BAR_SHARE,
      },
      look,
    );
  });
  const over = (pen: Pen): void => {
    const places = openFrame(pen, frame, model, size.width, look);
    drawKey(pen, key, frame.headTop, styles, look);
    places.occupy({ x: 0, y: frame.headTop, width: size.width, height: key.height });
    for (const { box } of bars) places.occupy(box);
    const tops = new Map<number, number>();
    for (const { point, series, slot, box, stack } of bars) {
      const style = styles[series] ?? seriesStyle(tokens.series, 0);
      const state = stateOf(point);
      if (state === 'current') dressBox(pen, box, style);
      drawBarMarks(pen, box, state, { deep: style.paint, mid: style.paint, tint: style.paint }, look);
      const place = labelBar(pen, frame, places, { box, stack, sides: [sideOf(point)], gap: 1.5 }, look);
      tops.set(slot, Math.min(tops.get(slot) ?? frame.bottom, place.y));
    }
    drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
    drawTarget(pen, frame, places, model, look, undefined);
  };
  return framePlan(frame, { size, model, kind: 'bar', datasets, over }, look);
}

/** A bar of a group with its place. */
interface GroupedBar {
  readonly point: ModelPoint;
  readonly series: number;
  readonly slot: number;
  readonly box: Box;
  readonly stack: LabelStack;
}

/** Series are told apart by colour, so that earlier periods are as solid as the current one. */
function solidState(point: ModelPoint, current: string): BarState {
  const state = barState(point, current);
  return state === 'earlier' ? 'current' : state;
}
