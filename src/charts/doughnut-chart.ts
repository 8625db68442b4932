import type { ChartDataset } from 'chart.js';
import type { Canvas2D } from './canvas.ts';
import { type ChartLook, line, run } from './chart-look.ts';
import type { ChartModel, ModelSeries } from './chart-model.ts';
import { labelPhrases } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind } from './chart-plan.ts';
import { hatch, patternOver } from './hatch.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { seriesStyle } from './palette.ts';
import { nameStack, spread } from './series-names.ts';
import { valueLabel } from './value-label.ts';
import { axisCaption } from './vertical-frame.ts';

/** Inner radius in the outer one. */
const CUTOUT = 0.6;
/** White between two parts. */
const GAP = 1.2;
const MARGIN = 10;
/** Size of the sum in that of a value. */
const LARGE = 1.75;

interface Part {
  readonly series: ModelSeries;
  readonly index: number;
  readonly share: number;
  /** Middle, radians clockwise from the top. */
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  readonly label: LabelStack;
}

/** Parts of one period as a ring, the sum within, each part named and valued outside at the end of a leader. */
export function doughnutChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure } = look;
  const side = Math.min(size.height - 2 * MARGIN, size.width * 0.42);
  const radius = (side - GAP) / 2;
  const centre = { x: size.width / 2, y: size.height / 2 };
  const parts = partsOf(model, (size.width - side) / 2 - 20, look);
  const point = (angle: number, r: number): { x: number; y: number } => ({
    x: centre.x + r * Math.sin(angle),
    y: centre.y - r * Math.cos(angle),
  });

  return chartPlan(
    {
      ...size,
      kind: 'doughnut',
      labels: parts.map(({ index }) => String(index)),
      datasets: [
        {
          type: 'doughnut',
          data: parts.map(({ series }) => series.points[0]?.value ?? 0),
          backgroundColor: parts.map(({ series, index }) =>
            look.surface.paint(
              series.points[0]?.status === 'disputed' || series.points[0]?.status === 'sample'
                ? 'white'
                : seriesStyle(look.tokens.series, index).paint,
            ),
          ),
          borderColor: look.surface.paint('white'),
          borderWidth: GAP,
          borderAlign: 'center',
          hoverOffset: 0,
          spacing: 0,
        } as unknown as ChartDataset<PlanKind>,
      ],
      area: {
        left: centre.x - side / 2,
        right: centre.x + side / 2,
        top: centre.y - side / 2,
        bottom: centre.y + side / 2,
      },
      options: { cutout: `${CUTOUT * 100}%`, rotation: 0, circumference: 360 } as never,
      over: (pen) => {
        const inner = radius * CUTOUT;
        for (const part of parts) {
          const style = seriesStyle(look.tokens.series, part.index);
          const ring = (canvas: Canvas2D): void => {
            canvas.arc(centre.x, centre.y, radius - GAP / 2, part.from - Math.PI / 2, part.to - Math.PI / 2);
            canvas.arc(centre.x, centre.y, inner + GAP / 2, part.to - Math.PI / 2, part.from - Math.PI / 2, true);
            canvas.closePath();
          };
          const box = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
          const disputed = part.series.points[0]?.status === 'disputed';
          pen.within(ring, () => {
            const { outline, hatch: width, pitch } = look.tokens.disputed;
            if (disputed) hatch(pen, box, { paint: outline.paint, width }, pitch);
            else if (part.series.points[0]?.status !== 'sample') patternOver(pen, box, style);
          });
          if (disputed) pen.shape(ring, { stroke: look.tokens.disputed.outline });
          else if (part.series.points[0]?.status === 'sample') pen.shape(ring, { stroke: look.tokens.sample });
          else if (style.outlined) pen.shape(ring, { stroke: { paint: 'ink', width: 0.6 } });
        }
        for (const right of [true, false]) {
          const column = parts.filter(({ middle }) => middle < Math.PI === right);
          const heights = column.map(({ label }) => stackSize(label, measure).height);
          const tops = spread(
            column.map(({ middle }, index) => point(middle, radius + 8).y - (heights[index] ?? 0) / 2),
            heights,
            { top: 0, bottom: size.height },
          );
          column.forEach(({ middle, label }, index) => {
            const start = point(middle, radius + 1);
            const knee = point(middle, radius + 6);
            const edge = centre.x + (right ? 1 : -1) * (side / 2 + 12);
            const level = (tops[index] ?? 0) + (label[0]?.leading ?? 9) / 2;
            pen.line(start.x, start.y, knee.x, knee.y, { paint: 'ink3', width: 0.5 });
            pen.line(knee.x, knee.y, edge, level, { paint: 'ink3', width: 0.5 });
            const x = edge + (right ? 3 : -3);
            drawStack(pen, label, { x, y: tops[index] ?? 0, align: right ? 'start' : 'end' }, measure);
          });
        }
        const middle = centreStack(model, inner - GAP, look);
        const extent = stackSize(middle, measure);
        drawStack(pen, middle, { x: centre.x, y: centre.y - extent.height / 2, align: 'middle' }, measure);
      },
    },
    look,
  );
}

function partsOf(model: ChartModel, room: number, look: ChartLook): readonly Part[] {
  const total = model.series.reduce((sum, { points }) => sum + Math.max(0, points[0]?.value ?? 0), 0);
  let angle = 0;
  return model.series.flatMap((series, index): Part[] => {
    const value = series.points[0]?.value ?? null;
    if (value === null || value <= 0 || total === 0) return [];
    const from = angle;
    angle += (value / total) * 2 * Math.PI;
    return [
      {
        series,
        index,
        share: value / total,
        from,
        to: angle,
        middle: (from + angle) / 2,
        label: partLabel(series, model, room, look),
      },
    ];
  });
}

function partLabel(series: ModelSeries, model: ChartModel, room: number, look: ChartLook): LabelStack {
  const point = series.points[0];
  const value =
    point === undefined
      ? []
      : valueLabel(point, { size: look.tokens.text.value, current: true, tagged: true, langs: model.langs }, look);
  return [...value, ...nameStack(series.name, Math.max(room, 36), look)];
}

/** The sum, its unit and the period: as much of it as the hole of the ring holds, the sum in any case. */
function centreStack(model: ChartModel, radius: number, look: ChartLook): LabelStack {
  const { tokens, measure } = look;
  const total = model.totals[0] ?? [];
  const period = model.periods[0];
  const small = { size: tokens.text.axis, paint: 'ink3' };
  const sum = (size: number): LabelStack =>
    total.map(({ lang, text }, index) =>
      line([
        run(text, lang, {
          size: index === 0 ? size : tokens.text.value,
          paint: index === 0 ? 'ink' : 'ink2',
          weight: index === 0 ? 600 : 400,
        }),
      ]),
    );
  const unit = total.length === 0 ? [] : axisCaption(model.series[0]?.unit ?? [], look);
  const label = period === undefined ? [] : labelPhrases(model.langs, period.label);
  const words = label.map(({ lang, text }) => line([run(text, lang, small)]));
  const large = tokens.text.value * LARGE;
  const choices: readonly LabelStack[] = [
    [...sum(large), ...unit, ...words],
    [...sum(large), ...words],
    [...sum(tokens.text.value), ...words],
    [...sum(tokens.text.value), ...words.slice(0, 1)],
  ];
  const fits = (stack: LabelStack): boolean => {
    const { width, height } = stackSize(stack, measure);
    return Math.hypot(width, height) <= 2 * radius;
  };
  return choices.find(fits) ?? sum(tokens.text.value);
}
