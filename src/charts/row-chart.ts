import type { ChartDataset } from 'chart.js';
import { type BarState, barFill, barState, drawBarMarks } from './bar-marks.ts';
import { type ChartLook, line, run, wordStack } from './chart-look.ts';
import { type ChartModel, labelPhrases, type ModelPoint, type Phrases } from './chart-model.ts';
import { type ChartPlan, chartPlan, type PlanKind, silentAxis, valueAxis } from './chart-plan.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { wrapLabel } from './label-wrap.ts';
import { accentPaints } from './palette.ts';
import type { Box } from './pen.ts';
import { targetStack } from './time-marks.ts';
import { valueLabel } from './value-label.ts';
import { zeroScale } from './value-scale.ts';
import { axisCaption, axisTexts } from './vertical-frame.ts';

/** One bar with its words. */
interface Row {
  readonly point: ModelPoint;
  readonly label: LabelStack;
  readonly state: BarState;
  /** First of its group: more room above. */
  readonly first: boolean;
  readonly heading: LabelStack;
}

/** Above the first bar, and under the last one for the axis. Source: the look's parallel page. */
const HEAD = 12;
const FOOT = 22;
const AXIS = 14;
/** Height of a bar. */
const BAR = 20;
/** Widest share of the drawing that names may take. */
const NAMES = 0.34;

/**
 * Bars lying down. One series: a row for each period. Several: a group for each series, its periods within, or one row
 * each for a single period.
 */
export function rowChart(model: ChartModel, width: number, look: ChartLook): ChartPlan {
  const { tokens, measure, surface } = look;
  const rows = rowsOf(model, width * NAMES, look);
  const grouped = rows.some(({ heading }) => heading.length > 0);
  const pitch = grouped ? tokens.rowPitch * 0.64 : tokens.rowPitch;
  const bar = grouped ? BAR * 0.7 : BAR;
  const headingRoom = (row: Row): number => (row.heading.length > 0 ? stackSize(row.heading, measure).height + 4 : 0);
  const tops: number[] = [];
  const unit = model.series[0]?.unit ?? [];
  const percent = unit[0]?.text === '%' || unit[0]?.text === '‰';
  const caption = percent ? [] : axisCaption(unit, look);
  let y = caption.length > 0 ? HEAD + 8 : HEAD;
  rows.forEach((row, index) => {
    if (row.first && index > 0) y += grouped ? 8 : 0;
    y += headingRoom(row);
    tops.push(y);
    y += pitch;
  });
  const height = y - pitch + bar + FOOT - 2 + 10;
  const bottom = height - AXIS;

  const values = rows.flatMap(({ point }) => point.value ?? []);
  const goal = model.target?.value ?? null;
  const scale = zeroScale(goal === null ? values : [...values, goal]);
  const labels = rows.map(({ point }) =>
    valueLabel(
      point,
      {
        size: grouped ? tokens.text.value : tokens.text.value + 1,
        current: point.period.id === model.current,
        unit,
        tagged: false,
        langs: model.langs,
      },
      look,
    ),
  );
  const targetWords = goal === null ? [] : targetStack(model, look);
  const left = Math.max(...rows.map(({ label }) => stackSize(label, measure).width)) + 10;
  const labelRoom = (value: number | null, index: number): number => {
    const extent = stackSize(labels[index] ?? [], measure).width + 8;
    return extent - (1 - Math.max(value ?? 0, 0) / scale.max) * (width - left);
  };
  const right =
    width -
    Math.max(
      6,
      stackSize(targetWords, measure).width + (goal === null ? 0 : 8 - (1 - goal / scale.max) * (width - left)),
      ...rows.map(({ point }, index) => labelRoom(point.value, index)),
    );
  const x = (value: number): number => left + ((value - scale.min) / (scale.max - scale.min)) * (right - left);
  const accent = accentPaints(model.accent);
  const boxOf = (row: Row, index: number): Box => {
    const zero = x(Math.max(0, scale.min));
    const end = x(row.point.value ?? 0);
    return { x: Math.min(zero, end), y: tops[index] ?? 0, width: Math.abs(end - zero), height: bar };
  };
  const plotTop = caption.length > 0 ? HEAD : 4;
  const texts = axisTexts(model, scale).map((tick, index) =>
    percent && index === scale.ticks.length - 1 ? tick.map((text) => `${text}${unit[0]?.text ?? ''}`) : tick,
  );

  return chartPlan(
    {
      width,
      height,
      kind: 'bar',
      labels: rows.map((_, index) => String(index)),
      datasets: [
        {
          type: 'bar',
          data: rows.map(({ point }) => point.value),
          backgroundColor: rows.map(({ state }) => surface.paint(barFill(state, accent))),
          borderWidth: 0,
          inflateAmount: 0,
          barThickness: bar,
          clip: false,
        } as ChartDataset<PlanKind>,
      ],
      area: { left, right, top: plotTop, bottom: height },
      options: { indexAxis: 'y' } as never,
      scales: {
        y: {
          ...silentAxis,
          afterBuildTicks: () => undefined,
        },
        x: valueAxis(
          {
            ...scale,
            texts: new Map(scale.ticks.map((tick, index) => [tick, texts[index] ?? []])),
            lang: model.lead,
            grid: tokens.axis.grid,
            zero: tokens.axis.baseline,
            room: height - bottom,
            across: true,
          },
          look,
        ),
      } as never,
      over: (pen) => {
        const places = createLabelPlaces({ x: 0, y: 0, width, height: bottom });
        drawStack(pen, caption, { x: 0, y: 0, align: 'start' }, measure);
        if (goal !== null) {
          pen.line(x(goal), plotTop, x(goal), bottom, tokens.target.line);
          const extent = stackSize(targetWords, measure);
          const inside = x(goal) + 6 + extent.width <= width;
          const box = { x: inside ? x(goal) + 6 : x(goal) - 6 - extent.width, y: plotTop + 4, ...extent };
          places.occupy(box);
          drawStack(pen, targetWords, { x: box.x, y: box.y, align: 'start' }, measure);
        }
        rows.forEach((row, index) => places.occupy(boxOf(row, index)));
        rows.forEach((row, index) => {
          const box = boxOf(row, index);
          const extent = stackSize(row.label, measure);
          drawStack(pen, row.heading, { x: 0, y: (tops[index] ?? 0) - headingRoom(row), align: 'start' }, measure);
          const middle = box.y + box.height / 2;
          drawStack(pen, row.label, { x: 0, y: middle - extent.height / 2, align: 'start' }, measure);
          drawBarMarks(pen, row.state === 'nothing' ? { ...box, width: 24 } : box, row.state, accent, look);
          const stack = labels[index] ?? [];
          const size = stackSize(stack, measure);
          const negative = (row.point.value ?? 0) < 0;
          const place = places.take([
            { x: negative ? box.x - 5 - size.width : box.x + box.width + 5, y: middle - size.height / 2, ...size },
          ]);
          pen.rect(
            { x: place.x - 1, y: place.y + 1, width: place.width + 2, height: place.height - 2 },
            { fill: 'white' },
          );
          drawStack(pen, stack, { x: place.x, y: place.y, align: 'start' }, measure);
        });
      },
    },
    look,
  );
}

function rowsOf(model: ChartModel, room: number, look: ChartLook): readonly Row[] {
  const single = model.series.length === 1;
  const onePeriod = model.periods.length === 1;
  return model.series.flatMap((series) =>
    series.points.map((point, index): Row => {
      const current = point.period.id === model.current;
      const period = labelPhrases(model.langs, point.period.label);
      const heading = single || onePeriod ? [] : index === 0 ? nameStack(series.name, room * 2.4, look, true) : [];
      return {
        point,
        state: barState(point, onePeriod ? '' : model.current),
        first: index === 0,
        heading,
        label: onePeriod && !single ? nameStack(series.name, room, look, false) : periodStack(period, current, look),
      };
    }),
  );
}

function periodStack(period: Phrases, current: boolean, look: ChartLook): LabelStack {
  const { tokens } = look;
  return wordStack(period, { size: tokens.text.value, paint: 'ink', weight: current ? 600 : 400 }, tokens.text.second);
}

/** Names of series, broken to the room; never cut. */
function nameStack(name: Phrases, room: number, look: ChartLook, strong: boolean): LabelStack {
  const { tokens, measure } = look;
  return name.flatMap(({ lang, text }, index) => {
    const size = index === 0 ? tokens.text.value : tokens.text.second;
    const weight = strong && index === 0 ? 600 : 400;
    const widthOf = (part: string): number => measure.width(part, { family: 'sans', weight }, size, lang);
    return wrapLabel(text, lang, room, widthOf).map((part) =>
      line([run(part, lang, { size, paint: index === 0 ? 'ink' : 'ink2', weight })]),
    );
  });
}
