import { type ChartAxis, readAxis } from './chart-axis.ts';
import { mostOften, type Rect } from './chart-shapes.ts';
import { barColumns, type Stretch } from './chart-values.ts';
import type { DrawnChart } from './measure-charts.ts';

/** Something that a chart draws otherwise than it should. */
export interface ChartSlip {
  /** Goes on from the name of the chart: `draws own.net@FY2024 (421.1) as 380.2`. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** How far the end of a bar may stand from its value; and its beginning from the axis, whose line it leaves free. pt */
const NEAR = 0.8;
const BASE_NEAR = 1.2;
/** Thinnest bar, pt. */
const THIN = 2;

/** A bar along its axis, from the place of the smaller value to that of the greater one. */
interface Bar {
  readonly across: number;
  readonly low: number;
  readonly high: number;
}

/** Measures bars that stand, hang or lie, in rows, groups, stacks or steps. Undefined where the axis cannot be read. */
export function measureBars({ block, shapes, figures, lang, context }: DrawnChart): readonly ChartSlip[] | undefined {
  const upright = block.chart !== 'hbar';
  const axis = readAxis(upright ? shapes.across : shapes.upright, figures, upright);
  if (axis === undefined) return undefined;
  if (axis.begins !== undefined) {
    const found = roundly(axis.begins);
    return [{ what: `begins its bars at ${found}`, expected: '0', found }];
  }
  const columns = barColumns(block, lang, context);
  const bars = barsOf(shapes.bars, upright);
  const drawn = columnsOf(bars).filter((column) =>
    column.some((bar) => touches(bar, axis) || block.chart === 'waterfall'),
  );
  if (drawn.length !== columns.length) {
    const found = String(drawn.length);
    return [{ what: `draws ${found} bars from its axis`, expected: String(columns.length), found }];
  }
  return columns.flatMap((stretches, index) => slipsOf(stretches, drawn[index] ?? [], axis));
}

/** Bars of one chart are equally thick; squares of its key are not. */
function barsOf(rects: readonly Rect[], upright: boolean): readonly Bar[] {
  const thick = (rect: Rect): number => (upright ? rect.right - rect.left : rect.bottom - rect.top);
  const usual = mostOften(rects.map(thick).filter((width) => width > THIN));
  return rects
    .filter((rect) => Math.abs(thick(rect) - usual) < 0.25)
    .map(({ left, right, top, bottom }) =>
      upright
        ? { across: (left + right) / 2, low: bottom, high: top }
        : { across: (top + bottom) / 2, low: left, high: right },
    );
}

/** From left to right or from the top down, each with its parts. */
function columnsOf(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const columns: Bar[][] = [];
  for (const bar of [...bars].sort((a, b) => a.across - b.across)) {
    const last = columns.at(-1);
    if (last?.[0] !== undefined && Math.abs(last[0].across - bar.across) < THIN / 2) last.push(bar);
    else columns.push([bar]);
  }
  return columns;
}

function touches({ low, high }: Bar, axis: ChartAxis): boolean {
  const zero = axis.at(0);
  return Math.abs(low - zero) < BASE_NEAR || Math.abs(high - zero) < BASE_NEAR;
}

function slipsOf(stretches: readonly Stretch[], bars: readonly Bar[], axis: ChartAxis): readonly ChartSlip[] {
  const left = [...bars];
  const open = stretches.filter((stretch) => {
    const index = left.findIndex((bar) => fills(bar, stretch, axis));
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
  const slips = open.map(({ key, value, to }, index): ChartSlip => {
    const bar = left[index] ?? left[0];
    const found = bar === undefined ? 'nothing' : lengthOf(bar, axis, to);
    return { what: `draws ${key} (${value}) as ${found}`, expected: String(value), found };
  });
  if (open.length > 0 || left.length === 0) return slips;
  const found = left.map((bar) => lengthOf(bar, axis, 1)).join(', ');
  return [{ what: `draws a part of ${found} that no value stands for`, expected: 'nothing', found }];
}

function fills({ low, high }: Bar, { from, to }: Stretch, axis: ChartAxis): boolean {
  const [start, end] = [axis.at(from), axis.at(to)];
  const near = (a: number, b: number): boolean => Math.abs(a - start) < BASE_NEAR && Math.abs(b - end) < NEAR;
  return near(low, high) || near(high, low);
}

/** The value that a bar is as long as. Its side at zero stands a hairline off. */
function lengthOf({ low, high }: Bar, axis: ChartAxis, sign: number): string {
  const zero = axis.at(0);
  const [a, b] = [low, high].map((end) => (Math.abs(end - zero) < BASE_NEAR ? zero : end)) as [number, number];
  const length = Math.abs(axis.valueAt(a) - axis.valueAt(b));
  return roundly(sign < 0 ? -length : length);
}

/** Three figures, as far as a drawing can be measured. */
export function roundly(value: number): string {
  return String(Number(value.toPrecision(3)));
}
