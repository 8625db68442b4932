import {
  ArcElement,
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js';
import type { Drawing } from '../core/index.ts';
import type { ChartPlan } from './chart-plan.ts';
import { createRecorder } from './context-2d.ts';
import type { LabelMeasure } from './label-measure.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
);

/** Chart.js snaps lines to pixels; with this many to a pt the snapping is finer than what is recorded. */
const PIXEL_RATIO = 1000;

/** Lets Chart.js draw a plan and returns what it drew. The constructor draws; nothing else has to be called. */
export function renderPlan(plan: ChartPlan, measure: LabelMeasure, hasPaint: (name: string) => boolean): Drawing {
  const recorder = createRecorder({
    width: plan.width,
    height: plan.height,
    measure,
    hasPaint,
    pixelRatio: PIXEL_RATIO,
  });
  const chart = drawPlan(recorder.context.canvas, {
    ...plan.config,
    options: { ...plan.config.options, devicePixelRatio: PIXEL_RATIO },
  });
  const drawing = recorder.drawing();
  chart.destroy();
  return drawing;
}

/** Draws a configuration on a canvas; the chart has to be destroyed when its picture is taken. */
export function drawPlan(canvas: unknown, config: ChartPlan['config']): { destroy(): void } {
  return new Chart(canvas as never, { ...config, platform: BasicPlatform } as never);
}
