import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { Stroke } from '../core/index.ts';
import type { Canvas2D } from './canvas.ts';
import type { ChartLook } from './chart-look.ts';
import { createPen, type Pen } from './pen.ts';

/** Kinds that Chart.js draws for us. */
export type PlanKind = 'bar' | 'line' | 'scatter' | 'doughnut';

/** A chart laid out: its size in pt and the configuration that Chart.js draws, the same for every canvas. */
export interface ChartPlan {
  readonly width: number;
  readonly height: number;
  readonly config: ChartConfiguration<PlanKind>;
}

/** Draws with the pen on the plot of a chart. */
export type Layer = (pen: Pen) => void;

/** What a plan is made of. Lengths in pt. */
export interface PlanInput {
  readonly width: number;
  readonly height: number;
  readonly kind: PlanKind;
  readonly datasets: readonly ChartDataset<PlanKind>[];
  readonly labels: readonly string[];
  /** The plot within the drawing. */
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly scales?: NonNullable<ChartConfiguration<PlanKind>['options']>['scales'];
  readonly options?: Partial<NonNullable<ChartConfiguration<PlanKind>['options']>>;
  /** Under the data, and over it. */
  readonly under?: Layer;
  readonly over?: Layer;
}

/**
 * A configuration in which nothing moves, nothing listens and nothing depends on the surroundings: the plot stands
 * exactly in `area`, and every text and mark that Chart.js does not know comes from the layers.
 */
export function chartPlan(input: PlanInput, look: ChartLook): ChartPlan {
  const { area, width, height } = input;
  const plugin: Plugin<PlanKind> = {
    id: 'marks',
    beforeDatasetsDraw: (chart) => {
      input.under?.(createPen(chart.ctx as unknown as Canvas2D, look.surface));
    },
    afterDatasetsDraw: (chart) => {
      input.over?.(createPen(chart.ctx as unknown as Canvas2D, look.surface));
    },
  };
  return {
    width,
    height,
    config: {
      type: input.kind,
      data: { labels: [...input.labels], datasets: [...input.datasets] },
      plugins: [plugin],
      options: {
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        locale: 'en',
        font: {
          family: look.surface.family({ family: 'sans', weight: 400 }, 'en'),
          size: look.tokens.text.axis,
          weight: 400,
        },
        layout: {
          autoPadding: false,
          padding: { left: area.left, right: width - area.right, top: area.top, bottom: height - area.bottom },
        },
        plugins: {
          legend: { display: false },
          title: { display: false },
          subtitle: { display: false },
          tooltip: { enabled: false },
          colors: { enabled: false },
          decimation: { enabled: false },
        },
        ...(input.scales === undefined ? {} : { scales: input.scales }),
        ...input.options,
      },
    },
  } as ChartPlan;
}

/** A value axis whose gridlines and labels Chart.js draws; `zero` is the line that bars stand on. */
export interface ValueAxisInput {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly texts: ReadonlyMap<number, readonly string[]>;
  readonly lang: 'zh' | 'en';
  readonly grid: Stroke;
  readonly zero: Stroke;
  /** pt that the labels take beside the plot. */
  readonly room: number;
  readonly across: boolean;
}

/** Options of an axis of values: gridlines and labels drawn by Chart.js, in the room that the layout gives. */
export function valueAxis(input: ValueAxisInput, look: ChartLook): object {
  const { surface, tokens } = look;
  const at = (value: number): Stroke => (Math.abs(value) < input.step * 1e-6 ? input.zero : input.grid);
  const textOf = (value: number): string | string[] => {
    const texts = input.texts.get(Number(value.toPrecision(12))) ?? [];
    return texts.length === 1 ? (texts[0] ?? '') : [...texts];
  };
  return {
    type: 'linear',
    min: input.min,
    max: input.max,
    border: { display: false },
    grid: {
      drawTicks: false,
      color: (context: { tick?: { value: number } }) => surface.paint(at(context.tick?.value ?? Number.NaN).paint),
      lineWidth: (context: { tick?: { value: number } }) => at(context.tick?.value ?? Number.NaN).width,
    },
    ticks: {
      stepSize: input.step,
      autoSkip: false,
      maxRotation: 0,
      padding: 5,
      color: surface.paint('ink3'),
      backdropColor: 'transparent',
      font: {
        family: surface.family({ family: 'sans', weight: 400 }, input.lang),
        size: tokens.text.axis,
        weight: 400,
        lineHeight: 1.1,
      },
      callback: textOf,
    },
    afterFit: (scale: { width: number; height: number }) => {
      if (input.across) scale.height = input.room;
      else scale.width = input.room;
    },
  };
}

/** An axis of named places that only divides the plot: its words are drawn by a layer. */
export const silentAxis = { type: 'category', display: false, offset: true, ticks: { display: false } } as const;
