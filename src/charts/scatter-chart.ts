import type { ChartDataset } from 'chart.js';
import { type ChartLook, line, run, wordStack } from './chart-look.ts';
import { type ChartModel, labelPhrases, type ModelPoint, type ModelSeries } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, valueAxis } from './chart-plan.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { accentPaints } from './palette.ts';
import { placePointLabels } from './point-labels.ts';
import { rangeScale, tickText, type ValueScale } from './value-scale.ts';

const RADIUS = 3.4;

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly across: ModelPoint;
  readonly up: ModelPoint;
}

/** One dot a period: the first series across, the second up, the period beside it. No line joins them. */
export function scatterChart(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  look: ChartLook,
): ChartPlan {
  const { measure, tokens, surface } = look;
  const [first, second] = model.series as readonly [ModelSeries, ModelSeries];
  const dots = first.points.flatMap((across, index): Dot[] => {
    const up = second.points[index];
    if (across.value === null || up === undefined || up.value === null) return [];
    return [{ x: across.value, y: up.value, across, up }];
  });
  const xScale = rangeScale(dots.map(({ x }) => x));
  const yScale = rangeScale(dots.map(({ y }) => y));
  const upCaption = axisName(second, size.width, look);
  const acrossCaption = axisName(first, size.width, look);
  const widest = Math.max(
    ...texts(yScale).map((text) => measure.width(text, { family: 'sans', weight: 400 }, tokens.text.axis, model.lead)),
  );
  const left = Math.max(26, widest + 7);
  const right = size.width - 8;
  const top = stackSize(upCaption, measure).height + 9;
  const tickRoom = 13;
  const bottom = size.height - tickRoom - stackSize(acrossCaption, measure).height - 3;
  const x = (value: number): number => left + ((value - xScale.min) / (xScale.max - xScale.min)) * (right - left);
  const y = (value: number): number => bottom - ((value - yScale.min) / (yScale.max - yScale.min)) * (bottom - top);
  const accent = accentPaints(model.accent);
  const disputed = ({ across, up }: Dot): boolean => across.status === 'disputed' || up.status === 'disputed';
  const current = ({ across }: Dot): boolean => across.period.id === model.current;
  const axis = (scale: ValueScale, room: number, across: boolean): object =>
    valueAxis(
      {
        ...scale,
        texts: new Map(scale.ticks.map((tick) => [tick, [tickText(tick, scale.places)]])),
        lang: model.lead,
        grid: tokens.axis.grid,
        zero: tokens.axis.grid,
        room,
        across,
      },
      look,
    );

  return chartPlan(
    {
      ...size,
      kind: 'scatter',
      labels: [],
      datasets: [
        {
          type: 'scatter',
          data: dots.map((dot) => ({ x: dot.x, y: dot.y })),
          clip: false,
          showLine: false,
          pointRadius: RADIUS,
          pointBorderWidth: 0.9,
          pointBorderColor: dots.map((dot) =>
            surface.paint(disputed(dot) ? tokens.disputed.outline.paint : accent.deep),
          ),
          pointBackgroundColor: dots.map((dot) =>
            surface.paint(disputed(dot) ? 'white' : current(dot) ? accent.deep : accent.mid),
          ),
          backgroundColor: surface.paint(accent.mid),
          borderColor: surface.paint(accent.deep),
        } as unknown as ChartDataset<PlanKind>,
      ],
      area: { left: 0, right, top, bottom: bottom + tickRoom },
      scales: { x: axis(xScale, tickRoom, true), y: axis(yScale, left, false) } as never,
      under: (pen) => {
        pen.line(left, top, left, bottom, tokens.axis.baseline);
        pen.line(left, bottom, right, bottom, tokens.axis.baseline);
      },
      over: (pen) => {
        drawStack(pen, upCaption, { x: 0, y: 0, align: 'start' }, measure);
        drawStack(pen, acrossCaption, { x: right, y: bottom + tickRoom + 2, align: 'end' }, measure);
        const stacks = dots.map((dot) => dotLabel(dot, current(dot), model, look));
        const points = dots.map((dot, index) => ({
          x: x(dot.x),
          y: y(dot.y),
          reach: RADIUS,
          ...stackSize(stacks[index] ?? [], measure),
        }));
        const bounds = { x: left + 1, y: top - 6, width: size.width - left - 1, height: bottom - top + 5 };
        placePointLabels(points, [], bounds).forEach((box, index) => {
          drawStack(pen, stacks[index] ?? [], { x: box.x, y: box.y, align: 'start' }, measure);
        });
      },
    },
    look,
  );
}

function texts(scale: ValueScale): readonly string[] {
  return scale.ticks.map((tick) => tickText(tick, scale.places));
}

/** Name of an axis with its unit. */
function axisName(series: ModelSeries, width: number, look: ChartLook): LabelStack {
  const style = { size: look.tokens.text.axis, paint: 'ink3' };
  const named = series.name.map(({ lang, text }) => {
    const unit = (series.unit.find((candidate) => candidate.lang === lang) ?? series.unit[0])?.text ?? '';
    return { lang, text: unit === '' ? text : lang === 'zh' ? `${text}（${unit}）` : `${text} (${unit})` };
  });
  const joined = line(named.map(({ lang, text }, index) => run(`${index === 0 ? '' : ' · '}${text}`, lang, style)));
  return stackSize([joined], look.measure).width <= width ? [joined] : wordStack(named, style, look.tokens.text.axis);
}

function dotLabel(dot: Dot, current: boolean, model: ChartModel, look: ChartLook): LabelStack {
  const { tokens } = look;
  const marks = [dot.across.status, dot.up.status];
  return labelPhrases(model.langs, dot.across.period.label).map(({ lang, text }, index) =>
    line([
      run(text, lang, {
        size: index === 0 ? tokens.text.annotation : tokens.text.mini,
        paint: marks.includes('disputed') ? tokens.disputed.outline.paint : current ? 'ink' : 'ink2',
        weight: current && index === 0 ? 600 : 400,
      }),
      ...(index === 0 && marks.includes('derived') ? [run('◇', lang, tokens.derived)] : []),
      ...(index === 0 && marks.includes('disputed')
        ? [run('?', lang, { size: tokens.text.annotation, paint: tokens.disputed.outline.paint })]
        : []),
    ]),
  );
}
