import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';

/** Two figures with the same digits. */
interface PowerPair<T> {
  readonly zh: T;
  readonly en: T;
}

/**
 * Bare figures of tables and charts whose units stand too far away to be known: 3,338 万吨 and 33.38 Mt. Where at least two
 * differ by the same power of ten and by nothing else, that is what their units differ by.
 * @param plainOf  the figure as its cell prints it, without its unit; undefined in running text
 * @param isOpen   whether the units of two cells may not be what they were taken for
 */
export function powerPairs<T>(
  zh: readonly T[],
  en: readonly T[],
  plainOf: (item: T) => FoundFigure | undefined,
  isOpen: (a: T, b: T) => boolean,
): readonly PowerPair<T>[] {
  const byPower = new Map<number, PowerPair<T>[]>();
  for (const a of zh) {
    for (const b of en) {
      const [first, second] = [plainOf(a), plainOf(b)];
      const power = first === undefined || second === undefined ? undefined : powerBetween(first, second);
      if (power === undefined || !isOpen(a, b)) continue;
      byPower.set(power, [...(byPower.get(power) ?? []), { zh: a, en: b }]);
    }
  }
  const used = new Set<T>();
  const pairs: PowerPair<T>[] = [];
  for (const [, list] of [...byPower].sort((a, b) => b[1].length - a[1].length)) {
    const values = new Set(list.map((pair) => plainOf(pair.zh)?.value));
    if (values.size < 2 || !list.some((pair) => significant(plainOf(pair.zh)) > 1)) continue;
    for (const pair of list) {
      if (used.has(pair.zh) || used.has(pair.en)) continue;
      used.add(pair.zh);
      used.add(pair.en);
      pairs.push(pair);
    }
  }
  return pairs;
}

/** The power of ten between two figures with the same significant digits; undefined for others. */
function powerBetween(a: FoundFigure, b: FoundFigure): number | undefined {
  const [x, y] = [new Decimal(a.value), new Decimal(b.value)];
  if (x.isZero() || y.isZero() || x.isNeg() !== y.isNeg()) return undefined;
  const power = x.div(y).abs().log(10);
  return power.isInteger() && !power.isZero() ? power.toNumber() : undefined;
}

function significant(figure: FoundFigure | undefined): number {
  return (figure?.number ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
}
