import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';

/** What one of each unit is in its first: 二十四小时 is a day, 1,500亩 are 100 hectares. Months and years keep apart from days. */
const FAMILIES: readonly ReadonlyMap<string, Decimal>[] = [
  family({ second: '1', minute: '60', hour: '3600', day: '86400', week: '604800' }),
  family({ month: '1', year: '12' }),
  new Map([
    ['mu', new Decimal(1)],
    ['ha', new Decimal(15)],
  ]),
  family({ km: '1', mile: '1.609344', 'nautical mile': '1.852' }),
];

function family(sizes: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> {
  return new Map(Object.entries(sizes).map(([unit, size]) => [unit, new Decimal(size)]));
}

/** Two figures of different units brought to one, with the last places that they are printed to; undefined where they cannot be. */
export function inCommonUnits(
  a: FoundFigure,
  b: FoundFigure,
): { readonly x: Decimal; readonly y: Decimal; readonly grain: Decimal } | undefined {
  const sizes = FAMILIES.find((one) => one.has(a.unit) && one.has(b.unit));
  const [first, second] = [sizes?.get(a.unit), sizes?.get(b.unit)];
  if (first === undefined || second === undefined || a.unit === b.unit) return undefined;
  const grain = Decimal.max(first.times(a.grain ?? 0), second.times(b.grain ?? 0));
  return { x: first.times(a.value), y: second.times(b.value), grain };
}
