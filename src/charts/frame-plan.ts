import type { ChartDataset } from 'chart.js';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis, valueAxis } from './chart-plan.ts';
import { createLabelPlaces, type LabelPlaces } from './label-place.ts';
import { stackSize } from './label-stack.ts';
import type { Pen } from './pen.ts';
import { drawBreaks, drawTimeAxis } from './time-marks.ts';
import type { VerticalFrame } from './vertical-frame.ts';

/** What stands in a vertical frame. Lengths in pt. */
export interface FrameContent {
  readonly size: { readonly width: number; readonly height: number };
  readonly model: ChartModel;
  readonly kind: 'bar' | 'line';
  readonly datasets: readonly ChartDataset<PlanKind>[];
  /** Which axes add values up: none by default. */
  readonly stacked?: { readonly slots: boolean; readonly values: boolean };
  readonly over: (pen: Pen) => void;
}

/** A chart over a frame: Chart.js draws the datasets and the value axis, `over` everything else. */
export function framePlan(frame: VerticalFrame, content: FrameContent, look: ChartLook): ChartPlan {
  const { size, model, kind, datasets, over, stacked = { slots: false, values: false } } = content;
  return chartPlan(
    {
      ...size,
      kind,
      labels: frame.slots.map((_, index) => String(index)),
      datasets: [...datasets],
      area: { left: 0, right: frame.right, top: frame.top, bottom: frame.bottom },
      scales: {
        x: { ...silentAxis, stacked: stacked.slots },
        y: { ...frameAxis(frame, model, look), stacked: stacked.values },
      } as never,
      over,
    },
    look,
  );
}

/** The value axis of a frame, drawn by Chart.js. */
function frameAxis(frame: VerticalFrame, model: ChartModel, look: ChartLook): object {
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

/** Draws the axis of time and the breaks on it, and opens the places that labels may take beside them. */
export function openFrame(
  pen: Pen,
  frame: VerticalFrame,
  model: ChartModel,
  width: number,
  look: ChartLook,
): LabelPlaces {
  const places = createLabelPlaces({ x: 0, y: 0, width, height: frame.bottom });
  drawTimeAxis(pen, frame, model, look);
  occupyCaption(frame, places, look);
  drawBreaks(pen, frame, places, model, look);
  return places;
}

/** Marks the ground of the unit over the axis. */
export function occupyCaption(frame: VerticalFrame, places: LabelPlaces, look: ChartLook): void {
  const extent = stackSize(frame.caption, look.measure);
  if (extent.width > 0) places.occupy({ x: 0, y: 0, ...extent });
}
