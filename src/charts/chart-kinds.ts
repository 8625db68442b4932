import { barChart } from './bar-chart.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { rowChart } from './row-chart.ts';

/** Lays a chart out at a width, by its kind. */
export function planChart(model: ChartModel, width: number, look: ChartLook): ChartPlan {
  const size = { width, height: look.tokens.height[model.size] };
  switch (model.kind) {
    case 'hbar':
      return rowChart(model, width, look);
    default:
      return barChart(model, size, look);
  }
}
