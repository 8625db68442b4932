import type { ChartDataset } from 'chart.js';
import { frameAxis, occupyCaption } from './bar-chart.ts';
import { type BarState, barState, drawBarMarks } from './bar-marks.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { seriesStyle } from './palette.ts';
import type { Box } from './pen.ts';
import { drawKey, dressBox, keyLines } from './series-names.ts';
import { drawBreaks, drawPeriodMarks, drawTarget, drawTimeAxis } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { clearGrid, verticalFrame } from './vertical-frame.ts';

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
  const stateOf = (point: ModelPoint): BarState => {
    const state = barState(point, model.current);
    return state === 'earlier' ? 'current' : state;
  };
  const boxOf = (series: number, index: number): Box => {
    const group = frame.slotWidth * GROUP_SHARE;
    const part = group / count;
    const width = part * BAR_SHARE;
    const left = frame.x(frame.slotOf(index)) - group / 2 + part * series + (part - width) / 2;
    const zero = frame.y(0);
    const end = frame.y(model.series[series]?.points[index]?.value ?? 0);
    return { x: left, y: Math.min(zero, end), width, height: Math.abs(end - zero) };
  };
  return chartPlan(
    {
      ...size,
      kind: 'bar',
      labels: frame.slots.map((_, index) => String(index)),
      datasets: model.series.map(
        (series, index) =>
          ({
            type: 'bar',
            data: frame.slots.map(({ slot }) =>
              slot.kind === 'value' ? (series.points[slot.index]?.value ?? null) : null,
            ),
            backgroundColor: frame.slots.map(({ slot }) => {
              const point = slot.kind === 'value' ? series.points[slot.index] : undefined;
              const solid = point !== undefined && stateOf(point) === 'current';
              return look.surface.paint(solid ? (styles[index]?.paint ?? 'ink') : 'white');
            }),
            borderWidth: 0,
            inflateAmount: 0,
            categoryPercentage: GROUP_SHARE,
            barPercentage: BAR_SHARE,
            clip: false,
          }) as ChartDataset<PlanKind>,
      ),
      area: { left: 0, right: frame.right, top: frame.top, bottom: frame.bottom },
      scales: { x: silentAxis, y: frameAxis(frame, model, look) } as never,
      over: (pen) => {
        const places = createLabelPlaces({ x: 0, y: 0, width: size.width, height: frame.bottom });
        drawTimeAxis(pen, frame, model, look);
        occupyCaption(frame, places, look);
        drawBreaks(pen, frame, places, model, look);
        drawKey(pen, key, frame.headTop, styles, look);
        places.occupy({ x: 0, y: frame.headTop, width: size.width, height: key.height });
        const all = model.series.flatMap(({ points }, series) =>
          points.map((point, index) => ({ point, series, index })),
        );
        for (const { series, index } of all) places.occupy(boxOf(series, index));
        const tops = new Map<number, number>();
        for (const { point, series, index } of all) {
          const box = boxOf(series, index);
          const style = styles[series] ?? seriesStyle(look.tokens.series, 0);
          const state = stateOf(point);
          if (state === 'current') dressBox(pen, box, style);
          drawBarMarks(pen, box, state, { deep: style.paint, mid: style.paint, tint: style.paint }, look);
          const stack = labels[series]?.[index] ?? [];
          const extent = stackSize(stack, measure);
          const below = (point.value ?? 0) < 0;
          const place = places.take([
            {
              x: box.x + box.width / 2 - extent.width / 2,
              y: below ? box.y + box.height + 1.5 : box.y - 1.5 - extent.height,
              ...extent,
            },
          ]);
          clearGrid(pen, frame, place);
          drawStack(pen, stack, { x: place.x + place.width / 2, y: place.y, align: 'middle' }, measure);
          const slot = frame.slotOf(index);
          tops.set(slot, Math.min(tops.get(slot) ?? frame.bottom, place.y));
        }
        drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
        drawTarget(pen, frame, places, model, look, undefined);
      },
    },
    look,
  );
}
