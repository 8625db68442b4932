import { barState, drawBarMarks } from './bar-marks.ts';
import { barBox, barDataset, barShare, labelBar, pointsBySlot } from './bars.ts';
import { type ChartLook, line, run, secondary } from './chart-look.ts';
import type { ChartModel, ModelPoint, Phrases } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { framePlan, openFrame } from './frame-plan.ts';
import type { LabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { type SeriesStyle, seriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';
import { drawNames, drawSwatch, dressBox, nameColumn } from './series-names.ts';
import { drawPeriodMarks } from './time-marks.ts';
import { timeSlots } from './time-slots.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { verticalFrame } from './vertical-frame.ts';

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

/** The same with what it shows, and where. */
interface Part extends Segment {
  readonly point: ModelPoint;
  readonly box: Box;
  readonly style: SeriesStyle;
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
  const parts = segments.flatMap((segment): readonly Part[] => {
    const point = model.series[segment.series]?.points[segment.index];
    const box = barBox(frame, frame.slotOf(segment.index), segment, share);
    return point === undefined ? [] : [{ ...segment, point, box, style: seriesStyle(tokens.series, segment.series) }];
  });
  const datasets = model.series.map((series, index) => {
    const points = pointsBySlot(frame, series);
    const { paint } = seriesStyle(tokens.series, index);
    const paints = frame.slots.map(({ slot }, at) => (slot.kind === 'value' && !isSolid(points[at]) ? 'white' : paint));
    return barDataset({ data: points.map((point) => point?.value ?? null), paints, share }, look);
  });
  const over = (pen: Pen): void => {
    const end = frame.right + besideRoom;
    const places = openFrame(pen, frame, model, end + NAMES_GAP, look);
    for (const part of parts) {
      dressPart(pen, part, look);
      places.occupy(part.box);
    }
    const tops = new Map<number, number>();
    totals.forEach((stack, index) => {
      const slot = frame.slotOf(index);
      const box = barBox(frame, slot, { from: 0, to: topOf(index) }, share);
      const place =
        stack.length === 0 ? box : labelBar(pen, frame, places, { box, stack, sides: ['above'], gap: 2 }, look);
      tops.set(slot, place.y);
    });
    for (const part of parts) labelPart(pen, part, places, model, look);
    drawPeriodMarks(pen, frame, places, look, (slot) => tops.get(slot) ?? frame.bottom);
    const last = model.periods.length - 1;
    const levels = model.series.map((_, series) => {
      const part = parts.find((one) => one.series === series && one.index === last);
      return part === undefined ? frame.bottom : frame.y((part.from + part.to) / 2);
    });
    const slotEnd = frame.x(frame.slotOf(last)) + (frame.slotWidth * share) / 2;
    const place = { x: Math.max(slotEnd, end - 6), top: frame.top, bottom: frame.bottom, levels };
    const swatch = (index: number, x: number, y: number): void =>
      drawSwatch(pen, seriesStyle(tokens.series, index), x, y);
    drawNames(pen, column, place, swatch, look);
  };
  const stacked = { slots: true, values: true };
  return framePlan(frame, { size, model, kind: 'bar', datasets, stacked, over }, look);
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
function dressPart(pen: Pen, { box, point, style }: Part, look: ChartLook): void {
  const state = barState(point, point.period.id);
  const paints = { deep: style.outlined ? 'ink' : style.paint, mid: style.paint, tint: style.paint };
  if (state === 'current') dressBox(pen, box, style);
  else drawBarMarks(pen, box, state, paints, look);
}

/** The value of a part: inside it where there is room, beside it otherwise. */
function labelPart(pen: Pen, part: Part, places: LabelPlaces, model: ChartModel, look: ChartLook): void {
  const { box, point, style } = part;
  const { measure, tokens } = look;
  const solid = isSolid(point);
  const inner = valueLabel(
    point,
    {
      size: tokens.text.axis,
      current: false,
      tagged: false,
      langs: model.langs,
      ...(solid ? { paint: style.label } : {}),
    },
    look,
  );
  const extent = stackSize(inner, measure);
  if (extent.height <= box.height - 1 && extent.width <= box.width - 4) {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2 - extent.height / 2;
    const ground = { x: x - extent.width / 2 - 2, y: y + 0.5, width: extent.width + 4, height: extent.height - 1 };
    if (style.pattern !== 'solid' && solid) pen.rect(ground, { fill: style.paint });
    drawStack(pen, inner, { x, y, align: 'middle' }, measure);
    return;
  }
  const beside = besideLabel(point, model, look);
  const room = stackSize(beside, measure);
  const y = box.y + box.height / 2 - room.height / 2;
  const place = places.take([
    { x: box.x + box.width + 2, y, ...room },
    { x: box.x - 2 - room.width, y, ...room },
  ]);
  drawStack(pen, beside, { x: place.x, y: place.y, align: 'start' }, measure);
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
