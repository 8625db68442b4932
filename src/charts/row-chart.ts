import type { ChartDataset } from 'chart.js';
import { barFill, drawBarMarks } from './bar-marks.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, valueAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { accentPaints } from './palette.ts';
import type { Box, Pen } from './pen.ts';
import { type Row, type RowLayout, rowLayout } from './row-layout.ts';

/** Width of the dashed base where nothing is disclosed, pt. */
const NOTHING_WIDTH = 24;

/**
 * Bars lying down, from zero. One series: a row for each period. Several: a group for each series with its periods, or one
 * row each for a single period. A goal is a dashed upright with its words beside it.
 */
export function rowChart(model: ChartModel, width: number, look: ChartLook): ChartPlan {
  const { tokens, surface } = look;
  const layout = rowLayout(model, width, look);
  const { rows, bar, height, left, right, top, bottom, scale, axis, tickTexts } = layout;
  const x = (value: number): number => left + ((value - scale.min) / (scale.max - scale.min)) * (right - left);
  const boxOf = ({ point, top: y }: Row): Box => {
    const [zero, end] = [x(0), x(point.value ?? 0)];
    return { x: Math.min(zero, end), y, width: Math.abs(end - zero), height: bar };
  };
  const accent = accentPaints(model.accent);
  return chartPlan(
    {
      width,
      height,
      kind: 'bar',
      labels: [],
      datasets: [
        {
          type: 'bar',
          data: rows.map(({ point, top: y }) => ({ x: point.value, y: y + bar / 2 })),
          backgroundColor: rows.map(({ state }) => surface.paint(barFill(state, accent))),
          borderWidth: 0,
          inflateAmount: 0,
          barThickness: bar,
          clip: false,
        } as unknown as ChartDataset<PlanKind>,
      ],
      area: { left, right, top, bottom: height },
      options: { indexAxis: 'y' } as never,
      scales: {
        // Positions in pt from the top: rows need not stand at equal distances.
        y: {
          type: 'linear',
          display: false,
          offset: false,
          reverse: true,
          min: top,
          max: bottom,
          ticks: { display: false },
        },
        x: valueAxis(
          {
            ...scale,
            texts: new Map(scale.ticks.map((tick, index) => [tick, tickTexts[index] ?? []])),
            lang: model.lead,
            grid: tokens.axis.grid,
            zero: tokens.axis.baseline,
            room: axis,
            across: true,
          },
          look,
        ),
      } as never,
      over: (pen) => drawRows(pen, { layout, x, boxOf, width }, model, look),
    },
    look,
  );
}

interface RowPlot {
  readonly layout: RowLayout;
  readonly width: number;
  x(value: number): number;
  boxOf(row: Row): Box;
}

function drawRows(pen: Pen, plot: RowPlot, model: ChartModel, look: ChartLook): void {
  const { layout, width, x, boxOf } = plot;
  const { rows, top, bottom, targetWords } = layout;
  const { measure, tokens } = look;
  const accent = accentPaints(model.accent);
  const places = createLabelPlaces({ x: 0, y: 0, width, height: bottom });
  drawStack(pen, layout.caption, { x: 0, y: 0, align: 'start' }, measure);
  const goal = model.target?.value ?? null;
  if (goal !== null) {
    pen.line(x(goal), top, x(goal), bottom, tokens.target.line);
    places.occupy({ x: x(goal) - 1, y: top, width: 2, height: bottom - top });
    const box = places.take([{ x: x(goal) + 6, y: top + 4, ...stackSize(targetWords, measure) }]);
    drawStack(pen, targetWords, { x: box.x, y: box.y, align: 'start' }, measure);
  }
  for (const row of rows) {
    places.occupy(boxOf(row));
    const extent = stackSize(row.label, measure);
    const y = row.top + layout.bar / 2 - extent.height / 2;
    places.occupy({ x: 0, y, ...extent });
    if (row.heading.length > 0) {
      const ground = { x: 0, y: row.headingTop, ...stackSize(row.heading, measure) };
      pen.rect({ ...ground, width: ground.width + 2 }, { fill: 'white' });
      drawStack(pen, row.heading, { x: 0, y: row.headingTop, align: 'start' }, measure);
      places.occupy(ground);
    }
    drawStack(pen, row.label, { x: 0, y, align: 'start' }, measure);
  }
  for (const row of rows) {
    const box = boxOf(row);
    drawBarMarks(pen, row.state === 'nothing' ? { ...box, width: NOTHING_WIDTH } : box, row.state, accent, look);
    const size = stackSize(row.value, measure);
    const negative = (row.point.value ?? 0) < 0;
    const y = box.y + box.height / 2 - size.height / 2;
    const place = places.take([{ x: negative ? box.x - 5 - size.width : box.x + box.width + 5, y, ...size }]);
    pen.rect({ x: place.x - 1, y: place.y + 1, width: place.width + 2, height: place.height - 2 }, { fill: 'white' });
    drawStack(pen, row.value, { x: place.x, y: place.y, align: 'start' }, measure);
  }
}
