import { join } from 'node:path';
import type { Drawing, Edition, PathOp, Segment, TextOp } from '../../src/core/index.ts';
import { installedFonts } from '../../src/fonts/index.ts';
import { diskWorkspace, type PreparedReport } from '../../src/pipeline/index.ts';
import { prepareReport } from '../../src/pipeline/prepare-report.ts';
import { HOME } from './project-files.ts';

/** The ferry company's report up to the first page: its figures, and its charts on demand. */
export const ferry: Promise<PreparedReport> = prepare();

/** Width at which the charts are looked at, pt. */
const WIDTH = 400;

async function prepare(): Promise<PreparedReport> {
  const workspace = diskWorkspace(join(HOME, 'test/fixtures/sample-report'), HOME);
  const prepared = await prepareReport({
    workspace,
    shipped: workspace,
    fonts: installedFonts(HOME),
    plan: { editions: [], variant: 'screen', mode: 'draft', only: undefined, asOf: undefined, rasters: false },
    progress: () => undefined,
  });
  if (!prepared.ok) throw new Error(prepared.diagnostics.map((one) => one.message).join('\n'));
  return prepared.value;
}

/** The plot of a chart. */
export async function ferryChart(block: string, edition: Edition): Promise<Plot> {
  return plotOf((await ferry).charts.chart(block, edition, WIDTH).drawing);
}

/** What is drawn, sorted by what it can be. Lengths in pt, y down. */
export interface Plot {
  readonly texts: readonly TextOp[];
  readonly paths: readonly PathOp[];
  /** Filled rectangles that stand or hang on the zero line, from left to right. */
  readonly bars: readonly Box[];
  /** Value at a height, by the figures along the left side. */
  valueAt(y: number): number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fill: string;
}

/** Reads the scale and the bars from the drawing itself. */
export function plotOf(drawing: Drawing): Plot {
  const texts = drawing.ops.filter((op): op is TextOp => op.op === 'text');
  const paths = drawing.ops.filter((op): op is PathOp => op.op === 'path');
  return { texts, paths, bars: barsOf(paths), valueAt: (y) => scaleOf(texts)(y) };
}

/** Text ops that hold exactly this. */
export function textsOf(plot: Plot, text: string): readonly TextOp[] {
  return plot.texts.filter((op) => op.text === text);
}

/** The corner points of a path. */
export function pointsOf(segments: readonly Segment[]): readonly (readonly [number, number])[] {
  return segments.flatMap((segment) => {
    const [kind, ...rest] = segment;
    const [x, y] = rest.slice(-2) as readonly (number | undefined)[];
    return kind === 'Z' || x === undefined || y === undefined ? [] : [[x, y] as const];
  });
}

export function boxOf(path: PathOp): Box {
  const points = pointsOf(path.segments);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
    fill: path.fill ?? '',
  };
}

/** The figure that a tick prints; the house's minus is U+2212. */
function tickValue(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

/** Ticks stand at the left, right-aligned; a figure's middle is a third of its size above its baseline. */
function scaleOf(texts: readonly TextOp[]): (y: number) => number {
  const ticks = texts
    .filter((op) => op.align === 'end' && /^[−\d.,]+$/.test(op.text))
    .map((op) => ({ value: tickValue(op.text), y: op.y - op.size * TICK_MIDDLE }));
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('the chart has no scale');
  return (y) => first.value + ((y - first.y) * (last.value - first.value)) / (last.y - first.y);
}

const TICK_MIDDLE = 0.35;
const LEAST_WIDTH = 20;

/** Bars are as wide as each other and wider than any swatch, and no label's ground is as wide as they are. */
function barsOf(paths: readonly PathOp[]): readonly Box[] {
  const rectangles = paths
    .filter((path) => path.fill !== undefined && path.stroke === undefined && path.segments.length === 5)
    .map(boxOf)
    .filter((box) => box.right - box.left >= LEAST_WIDTH);
  const widths = rectangles.map((box) => Math.round(box.right - box.left));
  const widest = Math.max(...widths.filter((width) => widths.filter((one) => one === width).length > 1));
  return rectangles
    .filter((box) => Math.round(box.right - box.left) === widest)
    .sort((a, b) => a.left - b.left || a.top - b.top);
}
