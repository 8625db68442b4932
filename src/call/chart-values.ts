import type { BlockOf } from '../content/types.ts';
import type { Lang } from '../core/index.ts';
import type { CallContext } from './call-context.ts';

/** A stretch of a value axis that a drawing fills, or a place on it, with the value that it stands for. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `own.net@FY2024`. */
  readonly key: string;
  /** As the metric’s display unit has it. */
  readonly value: number;
}

/** A value of a chart by its key; undefined where nothing is disclosed. */
interface Value {
  readonly key: string;
  readonly value: number | undefined;
}

type ChartBlock = BlockOf<'chart'>;

/** The values of a chart by series and period, in the unit that the leading language of an edition shows. */
function valuesOf(block: ChartBlock, lang: Lang, { book }: CallContext): readonly (readonly Value[])[] {
  return block.series.map(({ metric }) =>
    book.series(metric, block.periods, lang).points.map(({ period, display }) => ({
      key: `${metric}@${period.id}`,
      value: display === null ? undefined : Number(display),
    })),
  );
}

function fromZero({ key, value }: Value): readonly Stretch[] {
  return value === undefined || value === 0 ? [] : [{ from: 0, to: value, key, value }];
}

/** The columns or rows of bars that a chart should draw, in order, each with its parts from the axis outwards. */
export function barColumns(block: ChartBlock, lang: Lang, context: CallContext): readonly (readonly Stretch[])[] {
  const series = valuesOf(block, lang, context);
  const byPeriod = block.periods.map((_, index) => series.flatMap((points) => points[index] ?? []));
  switch (block.chart) {
    case 'stacked_bar':
      return byPeriod.map(stackOf).filter((stack) => stack.length > 0);
    case 'waterfall':
      return stepsOf(block, byPeriod[0] ?? [], context);
    case 'hbar':
      return series.flatMap((points) => points.map(fromZero)).filter((bar) => bar.length > 0);
    default:
      return byPeriod.flatMap((points) => points.map(fromZero)).filter((bar) => bar.length > 0);
  }
}

/** Above zero upwards, below it downwards. */
function stackOf(values: readonly Value[]): readonly Stretch[] {
  const ends = { up: 0, down: 0 };
  return values.flatMap(({ key, value }): Stretch[] => {
    if (value === undefined || value === 0) return [];
    const side = value > 0 ? 'up' : 'down';
    const from = ends[side];
    ends[side] += value;
    return [{ from, to: ends[side], key, value }];
  });
}

/** Each step begins where the one before ended; the total, which has the others for its parts, stands last and from zero. */
function stepsOf(
  block: ChartBlock,
  values: readonly Value[],
  { report }: CallContext,
): readonly (readonly Stretch[])[] {
  const ids = new Set(block.series.map(({ metric }) => metric));
  const total = block.series.findIndex(({ metric }) =>
    (report.metrics.get(metric)?.parts ?? []).some(
      ({ period, items }) =>
        (period === undefined || period === block.periods[0]) &&
        items.length === ids.size - 1 &&
        items.every((item) => item !== metric && ids.has(item)),
    ),
  );
  let running = 0;
  const steps = values
    .filter((_, index) => index !== total)
    .map(({ key, value = 0 }): readonly Stretch[] => {
      const from = running;
      running += value;
      return value === 0 ? [] : [{ from, to: running, key, value }];
    });
  const last = values[total];
  return [...steps, ...(last === undefined ? [] : [fromZero(last)])].filter((bar) => bar.length > 0);
}

/** The heights at which lines or areas pass each period. Areas of several series lie on one another. */
export function lineLevels(block: ChartBlock, lang: Lang, context: CallContext): readonly (readonly Stretch[])[] {
  const series = valuesOf(block, lang, context);
  const stacked = block.chart === 'area' && series.length > 1;
  return block.periods
    .map((_, index) => {
      let sum = 0;
      return series.flatMap((points): Stretch[] => {
        const { key = '', value } = points[index] ?? {};
        if (value === undefined) return [];
        sum += value;
        return [{ from: 0, to: stacked ? sum : value, key, value }];
      });
    })
    .filter((levels) => levels.length > 0);
}

/** The dots of two series over one another, one a period. */
export function dotPairs(
  block: ChartBlock,
  lang: Lang,
  context: CallContext,
): readonly { readonly across: Stretch; readonly up: Stretch }[] {
  const [first = [], second = []] = valuesOf(block, lang, context);
  const stretch = ({ key, value = 0 }: Value): Stretch => ({ from: 0, to: value, key, value });
  return first.flatMap((across, index) => {
    const up = second[index];
    if (across.value === undefined || up?.value === undefined) return [];
    return [{ across: stretch(across), up: stretch(up) }];
  });
}

/** The parts of a ring, by their share of all of them. */
export function ringShares(
  block: ChartBlock,
  lang: Lang,
  context: CallContext,
): readonly { readonly key: string; readonly value: number; readonly share: number }[] {
  const parts = valuesOf(block, lang, context).flatMap(([point]) =>
    point?.value === undefined || point.value <= 0 ? [] : [{ key: point.key, value: point.value }],
  );
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return parts.map((part) => ({ ...part, share: part.value / sum }));
}
