import type { BlockOf } from '../content/types.ts';
import type { OriginId } from '../core/index.ts';
import type { FinishedPages } from '../inspect/index.ts';
import type { CallContext } from './call-context.ts';
import type { CalledFigure } from './call-edition.ts';
import { readAxis } from './chart-axis.ts';
import { dotPairs, lineLevels, ringShares } from './chart-values.ts';
import { type DrawnPlace, drawnPlaces } from './drawn-places.ts';
import { type ChartSlip, measureBars, roundly } from './measure-bars.ts';
import type { EditionPlaces } from './places.ts';

/** A chart that draws something else than its values. */
export interface ChartFault extends ChartSlip {
  readonly chart: string;
  readonly origin: OriginId;
  /** Label of the page. */
  readonly page: string;
}

/** The charts of an edition, measured. */
export interface MeasuredCharts {
  readonly measured: number;
  /** Ids of charts whose axis or shapes could not be told, so that nothing was measured. */
  readonly unmeasured: readonly string[];
  readonly faults: readonly ChartFault[];
}

/** How far a dot may stand from its value, pt; and a part of a ring, as a share of the whole. */
const NEAR = 0.8;
const SHARE_NEAR = 0.006;

/**
 * Measures what the chart blocks of an edition draw against the values that they are drawn from: lengths of bars, parts of
 * stacks, steps, dots, bends of lines, parts of rings, and whether bars begin at zero. Labels are called apart.
 */
export function measureCharts(
  pdf: FinishedPages,
  places: EditionPlaces,
  context: CallContext,
  figures: readonly CalledFigure[],
): MeasuredCharts {
  const charts = new Map(
    [...context.report.blocks.values()].flatMap((block) =>
      block.type === 'chart' ? [[block.origin, block] as const] : [],
    ),
  );
  const results = drawnPlaces(pdf, places, context, figures, charts).map(([block, drawn]) => ({
    block,
    page: drawn.page,
    slips: measureChart({ ...drawn, block }),
  }));
  return {
    measured: results.filter(({ slips }) => slips !== undefined).length,
    unmeasured: results.flatMap(({ block, slips }) => (slips === undefined ? [block.id] : [])),
    faults: results.flatMap(({ block, page, slips }) =>
      (slips ?? []).map((slip) => ({ ...slip, chart: block.id, origin: block.origin, page })),
    ),
  };
}

/** A chart with what its page shows of it. */
export interface DrawnChart extends DrawnPlace {
  readonly block: BlockOf<'chart'>;
}

function measureChart(chart: DrawnChart): readonly ChartSlip[] | undefined {
  switch (chart.block.chart) {
    case 'doughnut':
      return measureRing(chart);
    case 'line':
    case 'area':
      return measureLines(chart);
    case 'scatter':
      return measureDots(chart);
    default:
      return measureBars(chart);
  }
}

function measureRing({ block, shapes, lang, context }: DrawnChart): readonly ChartSlip[] | undefined {
  const parts = ringShares(block, lang, context);
  const { sectors } = shapes;
  if (sectors.length !== parts.length) {
    if (sectors.length === 0) return undefined;
    return [{ what: `draws ${sectors.length} parts`, expected: String(parts.length), found: String(sectors.length) }];
  }
  return parts.flatMap(({ key, value, share }, index): ChartSlip[] => {
    const drawn = sectors[index] ?? 0;
    if (Math.abs(drawn - share) < SHARE_NEAR) return [];
    const percent = (part: number): string => `${roundly(part * 100)}% of the ring`;
    return [{ what: `draws ${key} (${value}) as ${percent(drawn)}`, expected: percent(share), found: percent(drawn) }];
  });
}

/** Every dot and bend over a period is at a value of that period, and every value has one. */
function measureLines({ block, shapes, figures, lang, context }: DrawnChart): readonly ChartSlip[] | undefined {
  const axis = readAxis(shapes.across, figures, true);
  const levels = lineLevels(block, lang, context);
  const marks = shapes.dots.length > 0 ? shapes.dots : shapes.bends;
  if (axis === undefined || marks.length === 0) return undefined;
  const columns = byPlace(marks.map(([x]) => x));
  if (columns.length !== levels.length) {
    const found = String(columns.length);
    return [{ what: `draws values at ${found} places`, expected: String(levels.length), found }];
  }
  return columns.flatMap((column, index) => {
    const wanted = levels[index] ?? [];
    const there = [...shapes.dots, ...shapes.bends].filter(([x]) => Math.abs(x - column) < NEAR).map(([, y]) => y);
    const missing = wanted.filter(({ to }) => !there.some((y) => Math.abs(axis.at(to) - y) < NEAR));
    const strange = there.filter((y) => !wanted.some(({ to }) => Math.abs(axis.at(to) - y) < NEAR));
    const names = (missing.length > 0 ? missing : wanted).map(({ key, value }) => `${key} (${value})`);
    if (missing.length === 0 && strange.length === 0) return [];
    const found = strange.length === 0 ? 'nothing' : strange.map((y) => roundly(axis.valueAt(y))).join(', ');
    const expected = (missing.length > 0 ? missing : wanted).map(({ to }) => roundly(to)).join(', ');
    return [{ what: `draws ${names.join(', ')} at ${found}`, expected, found }];
  });
}

function measureDots({ block, shapes, figures, lang, context }: DrawnChart): readonly ChartSlip[] | undefined {
  const up = readAxis(shapes.across, figures, true);
  const across = readAxis(shapes.upright, figures, false);
  if (up === undefined || across === undefined) return undefined;
  const left = [...shapes.dots];
  return dotPairs(block, lang, context).flatMap((pair): ChartSlip[] => {
    const [x, y] = [across.at(pair.across.to), up.at(pair.up.to)];
    const index = left.findIndex(([dotX, dotY]) => Math.abs(dotX - x) < NEAR && Math.abs(dotY - y) < NEAR);
    if (index >= 0) {
      left.splice(index, 1);
      return [];
    }
    const expected = `${pair.across.value}, ${pair.up.value}`;
    const dots = left.map(([dotX, dotY]) => `${roundly(across.valueAt(dotX))}, ${roundly(up.valueAt(dotY))}`);
    const found = dots.length === 0 ? 'nothing' : dots.join('; ');
    return [{ what: `has no dot for ${pair.across.key} and ${pair.up.key}`, expected, found }];
  });
}

/** Places that differ, in order. */
function byPlace(values: readonly number[]): readonly number[] {
  return [...values]
    .sort((a, b) => a - b)
    .filter((value, index, all) => index === 0 || value - (all[index - 1] ?? 0) > NEAR);
}
