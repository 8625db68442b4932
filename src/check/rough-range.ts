import { decimalPlaces } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';

/**
 * A range in floating point, to tell quickly what is beyond doubt. Doubles hold 15 digits; what is told by a margin of nine is
 * told rightly, and all else is worked out in decimals.
 */
export interface RoughRange {
  readonly low: number;
  readonly high: number;
}

/** So much of the largest number that went into a range may be an error. */
const MARGIN = 1e-9;

/** The range of a decimal as it stands, times a factor. */
export function roughly(value: string, factor: number): RoughRange {
  const middle = Number(value) * factor;
  const half = (10 ** -decimalPlaces(value) / 2) * factor;
  return { low: middle - half, high: middle + half };
}

/** The range of a given decimal in base units of its dimension; undefined where the metric is in another dimension. */
export function roughRange(
  book: MetricBook,
  metric: string,
  value: string | null,
  unit: string | undefined,
): RoughRange | undefined {
  const own = book.unit(book.metric(metric)?.unit ?? '');
  const given = unit === undefined ? own : book.unit(unit);
  if (value === null || own === undefined || given === undefined || given.dimension !== own.dimension) return undefined;
  return roughly(value, Number(given.factor));
}

/** The size of the largest end of some ranges. */
export function sizeOf(...ranges: readonly RoughRange[]): number {
  let size = 0;
  for (const { low, high } of ranges) size = Math.max(size, Math.abs(low), Math.abs(high));
  return size;
}

/**
 * Whether two ranges overlap by more than an error could be.
 * @param size  of the largest number that went into either
 */
export function surelyOverlap(a: RoughRange, b: RoughRange, size: number): boolean {
  const margin = MARGIN * size;
  return a.low + margin < b.high && b.low + margin < a.high;
}
