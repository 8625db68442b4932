/** A value axis: where it begins and ends, and its ticks, ends included. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
  /** Decimals that tell the ticks apart. */
  readonly places: number;
}

const FACTORS = [1, 2, 2.5, 5] as const;
const MOST_TICKS = 5;
const FEWEST_TICKS = 3;

/**
 * An axis from zero (down to below it where values are negative) with three to five ticks at round values.
 * @param values  what the axis has to hold, in display units
 */
export function zeroScale(values: readonly number[]): ValueScale {
  return scaleOver(Math.min(0, ...values), Math.max(0, ...values), values.every(Number.isInteger));
}

/** An axis that holds the values without having to reach zero, for points that are not compared by their height. */
export function rangeScale(values: readonly number[]): ValueScale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return zeroScale(values);
  const margin = (high - low) * 0.08;
  const from = low - margin < 0 && low >= 0 ? 0 : low - margin;
  return scaleOver(from, high + margin, false);
}

/** Round value below which an index has no meaning to its reader: 1 for 1.2, 80 for 87. */
export function indexFloor(values: readonly number[]): number {
  const low = Math.min(...values);
  if (low <= 0) return 0;
  const unit = 10 ** Math.floor(Math.log10(low));
  return tidy(Math.floor(low / unit + 1e-9) * unit);
}

/** An axis for an index: from the floor below which it has no meaning, printed as its first tick. */
export function indexScale(values: readonly number[]): ValueScale {
  const floor = indexFloor(values);
  const scale = scaleOver(0, Math.max(...values) - floor, false);
  const ticks = scale.ticks.map((tick) => tidy(floor + tick));
  return { ...scale, min: floor, max: tidy(floor + scale.max), ticks };
}

/** A tick as it is printed: grouped from four digits on, U+2212 before what is below zero. */
export function tickText(value: number, places: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return Number(digits.replaceAll(',', '')) === 0 ? '0' : value < 0 ? `\u2212${digits}` : digits;
}

/** @param whole  ticks stand at whole numbers only: half a person cannot be counted */
function scaleOver(low: number, high: number, whole: boolean): ValueScale {
  if (low === high) return { min: 0, max: 1, step: 1, ticks: [0, 1], places: 0 };
  const span = high - low;
  let exponent = Math.floor(Math.log10(span / MOST_TICKS)) - 1;
  for (;;) {
    for (const factor of FACTORS) {
      const step = factor * 10 ** exponent;
      if (whole && !Number.isInteger(tidy(step))) continue;
      const first = Math.floor(low / step + 1e-9);
      const last = Math.ceil(high / step - 1e-9);
      if (last - first + 1 <= MOST_TICKS) return withTicks(first, Math.max(last, first + FEWEST_TICKS - 1), step);
    }
    exponent += 1;
  }
}

function withTicks(first: number, last: number, step: number): ValueScale {
  const count = last - first + 1;
  const ticks = Array.from({ length: count }, (_, i) => tidy((first + i) * step));
  return { min: ticks[0] as number, max: ticks[count - 1] as number, step, ticks, places: placesOf(step) };
}

/** Decimals that a step needs: 0.25 two, 20 none. */
function placesOf(step: number): number {
  for (let places = 0; places < 12; places += 1) {
    if (Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-6) return places;
  }
  return 12;
}

/** Takes away what binary fractions leave behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
