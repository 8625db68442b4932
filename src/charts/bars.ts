import type { ChartDataset } from 'chart.js';
import type { ChartLook } from './chart-look.ts';
import type { ModelPoint, ModelSeries } from './chart-model.ts';
import type { PlanKind } from './chart-plan.ts';
import type { LabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import type { Box, Pen } from './pen.ts';
import { clearGrid, type VerticalFrame } from './vertical-frame.ts';

/** Share of its slot that a bar takes, and its greatest width, pt. */
const BAR_SHARE = 0.66;
const WIDEST = 48;

/** Share of a slot, so that no bar grows wider than a tile's. */
export function barShare(slotWidth: number, share = BAR_SHARE): number {
  return Math.min(share, WIDEST / slotWidth);
}

/** Ground of a bar between two values, about the middle of its slot. */
export function barBox(
  frame: VerticalFrame,
  slot: number,
  span: { readonly from: number; readonly to: number },
  share: number,
): Box {
  const width = frame.slotWidth * share;
  const upper = frame.y(Math.max(span.from, span.to));
  return { x: frame.x(slot) - width / 2, y: upper, width, height: frame.y(Math.min(span.from, span.to)) - upper };
}

/** The points of a series slot by slot; undefined for a slot that holds no value of it. */
export function pointsBySlot(frame: VerticalFrame, series: ModelSeries): readonly (ModelPoint | undefined)[] {
  return frame.slots.map(({ slot }) => (slot.kind === 'value' ? series.points[slot.index] : undefined));
}

/** One set of bars as Chart.js takes it: values or spans, and the paint of each. */
export function barDataset(
  bars: {
    readonly data: readonly (number | readonly [number, number] | null)[];
    readonly paints: readonly string[];
    /** Shares of the slot, and of the group's part of it. */
    readonly share: number;
    readonly within?: number;
  },
  look: ChartLook,
): ChartDataset<PlanKind> {
  return {
    type: 'bar',
    data: bars.data,
    backgroundColor: bars.paints.map((paint) => look.surface.paint(paint)),
    borderWidth: 0,
    inflateAmount: 0,
    categoryPercentage: bars.share,
    barPercentage: bars.within ?? 1,
    clip: false,
  } as unknown as ChartDataset<PlanKind>;
}

/** Where the label of a bar from zero stands: under one that hangs. */
export function sideOf(point: ModelPoint): 'above' | 'below' {
  return (point.value ?? 0) < 0 ? 'below' : 'above';
}

/** A bar with its label. */
export interface LabelledBar {
  readonly box: Box;
  readonly stack: LabelStack;
  /** Sides of the bar where the label may stand, the better one first. */
  readonly sides: readonly ('above' | 'below')[];
  /** pt between bar and label. */
  readonly gap: number;
}

/** Sets the label of a bar at its end, on a ground without gridlines. Returns where it came to stand. */
export function labelBar(
  pen: Pen,
  frame: VerticalFrame,
  places: LabelPlaces,
  { box, stack, sides, gap }: LabelledBar,
  look: ChartLook,
): Box {
  const extent = stackSize(stack, look.measure);
  const x = box.x + box.width / 2 - extent.width / 2;
  const spots = { above: box.y - gap - extent.height, below: box.y + box.height + gap };
  const place = places.take(sides.map((side) => ({ x, y: spots[side], ...extent })));
  clearGrid(pen, frame, place);
  drawStack(pen, stack, { x: place.x + place.width / 2, y: place.y, align: 'middle' }, look.measure);
  return place;
}
