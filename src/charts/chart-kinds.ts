import { barChart } from './bar-chart.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { doughnutChart } from './doughnut-chart.ts';
import { groupedChart } from './grouped-chart.ts';
import { lineChart } from './line-chart.ts';
import { rowChart } from './row-chart.ts';
import { scatterChart } from './scatter-chart.ts';
import { stackedChart } from './stacked-chart.ts';
import { waterfallChart } from './waterfall-chart.ts';

/** Lays a chart out at a width, by its kind. The height is the theme's; row charts are as high as their rows. */
export function planChart(model: ChartModel, width: number, look: ChartLook): ChartPlan {
  const size = { width, height: look.tokens.height[model.size] };
  switch (model.kind) {
    case 'bar':
    case 'target':
      return model.series.length > 1 ? groupedChart(model, size, look) : barChart(model, size, look);
    case 'stacked_bar':
      return stackedChart(model, size, look);
    case 'hbar':
      return rowChart(model, width, look);
    case 'line':
    case 'area':
      return lineChart(model, size, look);
    case 'doughnut':
      return doughnutChart(model, size, look);
    case 'waterfall':
      return waterfallChart(model, size, look);
    case 'scatter':
      return scatterChart(model, size, look);
  }
}
