import type { FoundFigure } from './figure.ts';

/**
 * How far two figures that differ look like one figure with a slip in it, 0 to 1: by their digits, of which a slip changes
 * one, swaps two or moves the point, and by their unit and kind.
 */
export function resemblance(a: FoundFigure, b: FoundFigure): number {
  if (a.kind === 'ordinal' ? b.kind !== 'ordinal' : b.kind === 'ordinal') return 0;
  if (a.kind === 'name' && b.kind === 'name') return 0.5;
  const [x, y] = [digitsOf(a), digitsOf(b)];
  const length = Math.max(x.length, y.length);
  const close = length === 0 ? 0 : 1 - edits(x, y) / length;
  const shared = a.unit !== '' && a.unit === b.unit ? 0.3 : 0;
  const words = (a.number === undefined) === (b.number === undefined) && a.kind === b.kind ? 0.2 : 0;
  return close < 0.34 && shared === 0 ? 0 : Math.min(1, 0.6 * close + shared + words);
}

function digitsOf({ number, value }: FoundFigure): string {
  return (number ?? value).replace(/\D/g, '').replace(/^0+|0+$/g, '') || '0';
}

/** Digits to change, add, drop or swap with the next. Source: Damerau 1964. */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (up: number, along: number): number => (up === 0 ? row : rows[i - up])?.[j - along] ?? 0;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + same);
      row.push(swapped ? Math.min(least, at(2, 2) + 1) : least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
