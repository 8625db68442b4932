import type { ChartDataset } from 'chart.js';
import { barBox, barShare, frameAxis, occupyCaption } from './bar-chart.ts';
import { barState, drawBarMarks } from './bar-marks.ts';
import { type ChartLook, line, run, secondary } from './chart-look.ts';
import type { ChartModel, ModelPoint, Phrases } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { seriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';
import { drawNames, drawSwatch, dressBox, nameColumn } from './series-names.ts';
import { drawBreaks, drawPeriodMarks, drawTimeAxis } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { clearGrid, verticalFrame } from './vertical-frame.ts';

const BAR_SHARE = 0.6;
/** Below this width of a slot, pt, bars take more of it, so that they hold their values. */
const NARROW = 48;
const NARROW_SHARE = 0.8;
/** Values beside a bar may reach this far past the plot, pt; the names stand behind it. */
const NAMES_GAP = 3;
/** Parts below this share of the tallest bar do not hold their value. */
const SMALL = 0.12;

/** A part of a stacked bar. */
interface Segment {
  readonly series: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Parts over one another by period, each with its value, the sum over them, the names beside the last bar. */
export function stackedChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure, tokens } = look;
  const column = nameColumn(model.series, size.width, look);
  const segments = segmentsOf(model);
  const ends = segments.flatMap(({ from, to }) => [from, to]);
  const totals = model.totals.map((total, index) =>
    totalStack(total, model.periods[index]?.id === model.current, look),
  );
  const topOf = (index: number): number =>
    Math.max(0, ...segments.filter((segment) => segment.index === index).map(({ to }) => to));
  const besideRoom = lastBarSmall(model, segments, topOf(model.periods.length - 1), look);
  const frame = verticalFrame(
    model,
    {
      ...size,
      slots: timeSlots(model, false),
      scale: zeroScale(ends),
      unit: model.series[0]?.unit ?? [],
      rightRoom: column.width + besideRoom,
      head: 0,
      labels: totals.map((total, index) => ({ value: topOf(index), height: stackSize(total, measure).height })),
    },
    look,
  );
  const share = barShare(frame.slotWidth, frame.slotWidth < NARROW ? NARROW_SHARE : BAR_SHARE);
  const boxOf = ({ index, from, to }: Segment): Box => {
    const high = barBox(frame, frame.slotOf(index), to, share);
    const [upper, lower] = [frame.y(Math.max(from, to)), frame.y(Math.min(from, to))];
    return { ...high, y: upper, height: lower - upper };
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
            backgroundColor: frame.slots.map(({ slot }) =>
              look.surface.paint(
                slot.kind === 'value' && !isSolid(series.points[slot.index])
                  ? 'white'
                  : seriesStyle(look.tokens.series, index).paint,
              ),
            ),
            borderWidth: 0,
            inflateAmount: 0,
            categoryPercentage: share,
            barPercentage: 1,
            clip: false,
          }) as ChartDataset<PlanKind>,
      ),
      area: { left: 0, right: frame.right, top: frame.top, bottom: frame.bottom },
      scales: { x: { ...silentAxis, stacked: true }, y: { ...frameAxis(frame, model, look), stacked: true } } as never,
      over: (pen) => {
        const places = createLabelPlaces({
          x: 0,
          y: 0,
          width: frame.right + besideRoom + NAMES_GAP,
          height: frame.bottom,
        });
        drawTimeAxis(pen, frame, model, look);
        occupyCaption(frame, places, look);
        drawBreaks(pen, frame, places, model, look);
        for (const segment of segments) {
          const box = boxOf(segment);
          dressSegment(pen, box, model.series[segment.series]?.points[segment.index], segment.series, look);
          places.occupy(box);
        }
        const tops = new Map<number, number>();
        totals.forEach((total, index) => {
          const extent = stackSize(total, measure);
          const slot = frame.slotOf(index);
          const top = frame.y(topOf(index));
          tops.set(slot, top);
          if (total.length === 0) return;
          const box = places.take([{ x: frame.x(slot) - extent.width / 2, y: top - 2 - extent.height, ...extent }]);
          clearGrid(pen, frame, box);
          drawStack(pen, total, { x: box.x + box.width / 2, y: box.y, align: 'middle' }, measure);
          tops.set(slot, box.y);
        });
        for (const segment of segments) {
          const point = model.series[segment.series]?.points[segment.index];
          if (point === undefined) continue;
          const style = seriesStyle(look.tokens.series, segment.series);
          const box = boxOf(segment);
          const inner = valueLabel(
            point,
            {
              size: tokens.text.axis,
              current: false,
              tagged: false,
              langs: model.langs,
              ...(isSolid(point) ? { paint: style.label } : {}),
            },
            look,
          );
          const extent = stackSize(inner, measure);
          const x = box.x + box.width / 2;
          if (extent.height <= box.height - 1 && extent.width <= box.width - 4) {
            const y = box.y + box.height / 2 - extent.height / 2;
            const ground = {
              x: x - extent.width / 2 - 2,
              y: y + 0.5,
              width: extent.width + 4,
              height: extent.height - 1,
            };
            if (style.pattern !== 'solid' && isSolid(point)) pen.rect(ground, { fill: style.paint });
            drawStack(pen, inner, { x, y, align: 'middle' }, measure);
          } else {
            const beside = besideLabel(point, model, look);
            const room = stackSize(beside, measure);
            const y = box.y + box.height / 2 - room.height / 2;
            const place = places.take([
              { x: box.x + box.width + 2, y, ...room },
              { x: box.x - 2 - room.width, y, ...room },
            ]);
            drawStack(pen, beside, { x: place.x, y: place.y, align: 'start' }, measure);
          }
        }
        drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
        const last = model.periods.length - 1;
        const levels = model.series.map((_, series) => {
          const segment = segments.find((candidate) => candidate.series === series && candidate.index === last);
          return segment === undefined ? frame.bottom : frame.y((segment.from + segment.to) / 2);
        });
        const slotEnd = frame.x(frame.slotOf(last)) + (frame.slotWidth * share) / 2;
        drawNames(
          pen,
          column,
          { x: Math.max(slotEnd, frame.right + besideRoom - 6), top: frame.top, bottom: frame.bottom, levels },
          (index, x, y) => drawSwatch(pen, seriesStyle(look.tokens.series, index), x, y),
          look,
        );
      },
    },
    look,
  );
}

/** Parts as they are stacked: above zero upwards, below it downwards. */
function segmentsOf(model: ChartModel): readonly Segment[] {
  return model.periods.flatMap((_, index) => {
    let up = 0;
    let down = 0;
    return model.series.flatMap(({ points }, series): Segment[] => {
      const value = points[index]?.value ?? null;
      if (value === null || value === 0) return [];
      const from = value > 0 ? up : down;
      const to = from + value;
      if (value > 0) up = to;
      else down = to;
      return [{ series, index, from, to }];
    });
  });
}

/** The sum over a bar. */
function totalStack(total: Phrases, current: boolean, look: ChartLook): LabelStack {
  const style = { size: look.tokens.text.value, paint: current ? 'ink' : 'ink2', weight: current ? 600 : 400 } as const;
  return total.map(({ lang, text }, index) =>
    line([run(text, lang, index === 0 ? style : { ...secondary(style, look.tokens.text.second), paint: style.paint })]),
  );
}

/** What a part shows beyond its colour: the pattern of its series, or the outline of its status. */
function dressSegment(pen: Pen, box: Box, point: ModelPoint | undefined, series: number, look: ChartLook): void {
  const style = seriesStyle(look.tokens.series, series);
  const state = point === undefined ? 'nothing' : barState(point, point.period.id);
  if (state === 'current') dressBox(pen, box, style);
  else
    drawBarMarks(
      pen,
      box,
      state,
      { deep: style.outlined ? 'ink' : style.paint, mid: style.paint, tint: style.paint },
      look,
    );
}

/** Disputed and sample parts and those before a break are outlines. */
function isSolid(point: ModelPoint | undefined): boolean {
  return point !== undefined && barState(point, point.period.id) === 'current';
}

/** Room for the values of parts of the last bar that are too low to hold them, pt. */
function lastBarSmall(model: ChartModel, segments: readonly Segment[], top: number, look: ChartLook): number {
  const last = model.periods.length - 1;
  const small = segments.filter(({ index, from, to }) => index === last && Math.abs(to - from) < top * SMALL);
  return Math.max(
    0,
    ...small.map(({ series, index }) => {
      const point = model.series[series]?.points[index];
      return point === undefined ? 0 : stackSize(besideLabel(point, model, look), look.measure).width;
    }),
  );
}

/** Value of a part beside its bar. */
function besideLabel(point: ModelPoint, model: ChartModel, look: ChartLook): LabelStack {
  return valueLabel(point, { size: look.tokens.text.mini, current: false, tagged: false, langs: model.langs }, look);
}
