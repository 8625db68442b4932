import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';

/**
 * How two figures of two languages stand to each other: `same`; `alike` where the words differ and say the same (增长一倍
 * and “up 100%”); `rounded` where one is printed coarser; `doubtful` where they may mean the same; the last three are faults.
 */
export type Likeness = 'same' | 'alike' | 'rounded' | 'doubtful' | 'unit' | 'direction' | 'value';

/** A figure with its place in the order of its text. */
export interface PairedFigures<T> {
  readonly zh: T;
  readonly en: T;
  readonly likeness: Likeness;
}

/** Two texts of figures, put side by side. */
export interface FigureComparison<T> {
  readonly pairs: readonly PairedFigures<T>[];
  readonly onlyZh: readonly T[];
  readonly onlyEn: readonly T[];
}

/** Which likenesses a reader need not look at. */
export function isSound(likeness: Likeness): boolean {
  return likeness === 'same' || likeness === 'alike' || likeness === 'rounded';
}

/** A figure that often has no partner in the other language: “one”, both, a few, a small number in words. */
export function isWeak(figure: FoundFigure): boolean {
  if (figure.loose || figure.kind === 'vague') return true;
  if (figure.number !== undefined || figure.kind === 'date' || figure.kind === 'period') return false;
  if (figure.kind === 'name') return false;
  if (figure.kind === 'ordinal') return !/\d/.test(figure.text) && new Decimal(figure.value).lte(10);
  return figure.kind === 'amount' && new Decimal(figure.value).abs().lte(10) && !MEASURES.test(figure.unit);
}

/** Units that a small number in words is a measure in, and not a way of speaking: “ten per cent”. */
const MEASURES = /^(?:percent|percentage_points|[A-Z]{3}|t|tCO2e|MJ|MW|m3|km|ha|multiple)$/;

/**
 * Compares the figures of two texts that say the same, as multisets: those that agree first, in order, then those that
 * differ, each with its likeliest partner. Weak figures without a partner are left out.
 * @param plainOf  the figure as it is printed in a cell whose unit is not sure
 */
export function compareFigures<T>(
  zh: readonly T[],
  en: readonly T[],
  figureOf: (item: T) => FoundFigure,
  plainOf: (item: T) => FoundFigure | undefined = () => undefined,
): FigureComparison<T> {
  const left = new Set(zh);
  const right = new Set(en);
  const order = {
    zh: new Map(zh.map((item, at) => [item, at / zh.length])),
    en: new Map(en.map((item, at) => [item, at / en.length])),
  };
  const pairs: PairedFigures<T>[] = [];
  const pass = (
    accept: (likeness: Likeness, a: T, b: T) => boolean,
    among: (a: T) => Iterable<T> = () => right,
  ): void => {
    for (const a of left) {
      let best: { readonly b: T; readonly likeness: Likeness; readonly distance: number } | undefined;
      for (const b of among(a)) {
        if (!right.has(b)) continue;
        const likeness = likenessOf(figureOf(a), figureOf(b));
        if (likeness === undefined || !accept(likeness, a, b)) continue;
        const distance = Math.abs((order.zh.get(a) ?? 0) - (order.en.get(b) ?? 0));
        if (best === undefined || distance < best.distance) best = { b, likeness, distance };
      }
      if (best === undefined) continue;
      pairs.push({ zh: a, en: best.b, likeness: best.likeness });
      left.delete(a);
      right.delete(best.b);
    }
  };
  // Most figures agree to the digit: those are looked for among their like alone.
  const byValue = new Map<string, T[]>();
  for (const item of en) {
    const { value } = figureOf(item);
    byValue.set(value, [...(byValue.get(value) ?? []), item]);
  }
  pass(
    (likeness) => likeness === 'same',
    (a) => byValue.get(figureOf(a).value) ?? [],
  );
  pass((likeness) => likeness === 'same' || likeness === 'alike');
  for (const a of left) {
    const plain = plainOf(a);
    if (plain === undefined) continue;
    const b = [...right].find((item) => plainOf(item)?.number === plain.number);
    if (b === undefined) continue;
    pairs.push({ zh: a, en: b, likeness: 'same' });
    left.delete(a);
    right.delete(b);
  }
  pass((likeness) => likeness === 'rounded');
  pass((likeness) => likeness === 'doubtful');
  pass((likeness) => likeness === 'unit' || likeness === 'direction');
  for (const pair of scaledPairs([...left], [...right], plainOf)) {
    pairs.push(pair);
    left.delete(pair.zh);
    right.delete(pair.en);
  }
  const firm = (item: T): boolean => !isWeak(figureOf(item));
  pass((likeness, a, b) => likeness === 'value' && firm(a) && firm(b));
  // Small numbers in words may come and go, but “three years” is not 四年.
  pass((likeness, a, b) => likeness === 'value' && isTimed(figureOf(a)) && isTimed(figureOf(b)));
  return { pairs, onlyZh: [...left].filter(firm), onlyEn: [...right].filter(firm) };
}

/**
 * Bare figures of tables and charts whose units stand too far away to be known: 3,338 万吨 and 33.38 Mt. Where at least two
 * differ by the same power of ten and by nothing else, that is what their units differ by.
 */
function scaledPairs<T>(
  zh: readonly T[],
  en: readonly T[],
  plainOf: (item: T) => FoundFigure | undefined,
): readonly PairedFigures<T>[] {
  const byPower = new Map<number, { readonly zh: T; readonly en: T }[]>();
  for (const a of zh) {
    for (const b of en) {
      const [first, second] = [plainOf(a), plainOf(b)];
      const power = first === undefined || second === undefined ? undefined : powerBetween(first, second);
      if (power === undefined) continue;
      byPower.set(power, [...(byPower.get(power) ?? []), { zh: a, en: b }]);
    }
  }
  const used = new Set<T>();
  const pairs: PairedFigures<T>[] = [];
  for (const [, list] of [...byPower].sort((a, b) => b[1].length - a[1].length)) {
    const values = new Set(list.map((pair) => plainOf(pair.zh)?.value));
    if (values.size < 2) continue;
    for (const pair of list) {
      if (used.has(pair.zh) || used.has(pair.en)) continue;
      used.add(pair.zh);
      used.add(pair.en);
      pairs.push({ ...pair, likeness: 'alike' });
    }
  }
  return pairs;
}

/** The power of ten between two figures with the same significant digits; undefined for others and for single digits. */
function powerBetween(a: FoundFigure, b: FoundFigure): number | undefined {
  const [x, y] = [new Decimal(a.value), new Decimal(b.value)];
  if (x.isZero() || y.isZero() || x.isNeg() !== y.isNeg()) return undefined;
  const ratio = x.div(y);
  const power = ratio.abs().log(10);
  const digits = (a.number ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return power.isInteger() && !power.isZero() && digits.length > 1 ? power.toNumber() : undefined;
}

function isTimed({ kind, unit, loose }: FoundFigure): boolean {
  return kind === 'amount' && !loose && /^(?:year|month|week|day|hour)$/.test(unit);
}

/** How two figures stand to each other; undefined where they measure different things altogether. */
export function likenessOf(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === 'date' || b.kind === 'date') return a.kind === b.kind ? dates(a, b) : undefined;
  if (a.kind === 'period' || b.kind === 'period') return a.kind === b.kind ? periods(a, b) : undefined;
  if (a.kind === 'name' || b.kind === 'name') return names(a, b);
  if ((a.upTo === undefined) !== (b.upTo === undefined)) return undefined;
  const sized = sizes(a, b);
  if (sized === undefined) return undefined;
  if (sized === 'value' || a.upTo === undefined || b.upTo === undefined) return sized;
  return new Decimal(a.upTo).eq(b.upTo) ? sized : 'value';
}

function dates(a: FoundFigure, b: FoundFigure): Likeness {
  if (a.value === b.value) return 'same';
  const [short, long] = a.value.length < b.value.length ? [a.value, b.value] : [b.value, a.value];
  return long.endsWith(short.replace(/^-/, '')) || long.startsWith(`${short}-`) ? 'alike' : 'value';
}

function periods(a: FoundFigure, b: FoundFigure): Likeness {
  if (a.value !== b.value || a.upTo !== b.upTo)
    return a.value.endsWith(b.value) || b.value.endsWith(a.value) ? 'alike' : 'value';
  // A year of account that is called a year in the other language may or may not be the same twelve months.
  return a.unit === b.unit || /年度/.test(a.text) || /年度/.test(b.text) ? 'same' : 'doubtful';
}

function names(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === b.kind) {
    if (a.value === b.value) return 'same';
    const [first, second] = [a.value, b.value].map((value) => value.replace(/[\d,.\-+]+$/, ''));
    return first === second && first !== '' ? 'value' : undefined;
  }
  const [name, other] = a.kind === 'name' ? [a, b] : [b, a];
  const number = /(?:^| )([\d.]+)$/.exec(name.value)?.[1];
  return number !== undefined && number === other.value ? 'alike' : undefined;
}

/** Counts in any measure word are of one kind; a bare number goes with all of them. */
const COUNTED = new Set([
  '',
  'person',
  'household',
  'FTE',
  'day',
  'week',
  'month',
  'year',
  'hour',
  'minute',
  'multiple',
]);

function sizes(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  const factor = a.kind === 'multiple' || b.kind === 'multiple' ? multiples(a, b) : undefined;
  if (factor !== undefined) return factor;
  const [x, y] = [new Decimal(a.value), new Decimal(b.value)];
  const sameUnit = a.unit.replace('tCO2e', 't') === b.unit.replace('tCO2e', 't');
  const counted = COUNTED.has(a.unit) && COUNTED.has(b.unit) && (a.unit === '' || b.unit === '');
  const shares = /^percent/.test(a.unit) && /^percent/.test(b.unit);
  if (a.unit.split('/')[0] === b.unit.split('/')[0] && !sameUnit && x.eq(y)) return 'alike';
  if (!sameUnit && !counted) {
    if (!shares && a.unit !== '' && b.unit !== '') return undefined;
    return x.eq(y) ? 'unit' : undefined;
  }
  const near = nearness(x.abs(), y.abs(), a, b);
  if (near === 'value') return 'value';
  const direction = directions(a, b);
  if (direction !== undefined) return direction;
  if (near === 'rounded') return 'rounded';
  return a.kind === b.kind && sameUnit ? 'same' : 'alike';
}

function nearness(x: Decimal, y: Decimal, a: FoundFigure, b: FoundFigure): 'same' | 'rounded' | 'value' {
  if (x.eq(y)) return 'same';
  const grain = Decimal.max(a.grain ?? 0, b.grain ?? 0, '1e-12');
  return x.minus(y).abs().times(2).lte(grain) ? 'rounded' : 'value';
}

/** “up” against 下降, and “fell to” against 下降了. A minus sign is a direction. */
function directions(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  const [first, second] = [directionOf(a), directionOf(b)];
  if (first !== undefined && second !== undefined && first !== second) return 'direction';
  const negative = a.value.startsWith('-') !== b.value.startsWith('-');
  if (negative && (first === undefined || second === undefined)) return 'doubtful';
  if (a.way !== undefined && b.way !== undefined && a.way.form !== b.way.form) return 'direction';
  return undefined;
}

function directionOf({ value, way }: FoundFigure): 'up' | 'down' | undefined {
  return value.startsWith('-') ? 'down' : way?.direction;
}

/** 翻一番, 增长一倍, “doubled”, “up 100%” and “twice as much” are one; so are 减半, “halved” and “down 50%”. */
function multiples(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === 'multiple' && b.kind === 'multiple') {
    if (new Decimal(a.value).eq(b.value)) return 'same';
    // “up 1.1 times” is said of 增长1.1倍 as well as of 是1.1倍.
    return a.number !== undefined && a.number === b.number ? 'doubtful' : 'value';
  }
  const [multiple, other] = a.kind === 'multiple' ? [a, b] : [b, a];
  const value = new Decimal(multiple.value);
  if (other.unit !== 'percent') return undefined;
  const share = new Decimal(other.value).div(100);
  const down = other.way?.direction === 'down' || value.lt(1);
  const factors = [share, down ? new Decimal(1).minus(share) : share.plus(1)];
  return factors.some((factor) => factor.eq(value)) ? 'alike' : undefined;
}
