import type { FreePiece } from './free-pieces.ts';

/** A cell of a table with its partner in the other language. */
export interface CellPair<T> {
  readonly item: T;
  readonly zh: FreePiece;
  readonly en: FreePiece;
  /** Cells that agree may stand for each other. */
  readonly value: string;
}

/** How far the baselines of one row may stand apart, pt. */
const LEVEL = 1;

/**
 * Finds cells that stand in another order than their partners do: figures that are all there, under the wrong heads. Only
 * cells of one row in both files are looked at, since other texts may tell the same in their own order.
 */
export function swappedCells<T>(pairs: readonly CellPair<T>[]): ReadonlySet<T> {
  const rows = new Map<string, CellPair<T>[]>();
  for (const pair of pairs) {
    const key = `${pair.zh.piece.page} ${Math.round(pair.zh.top / LEVEL)} ${pair.en.piece.page} ${Math.round(pair.en.top / LEVEL)}`;
    rows.set(key, [...(rows.get(key) ?? []), pair]);
  }
  const swapped = new Set<T>();
  for (const row of rows.values()) {
    const sorted = row.toSorted((a, b) => a.zh.x - b.zh.x);
    for (const [index, one] of sorted.entries()) {
      const crosses = (other: CellPair<T>, at: number): boolean =>
        other.value !== one.value && (at < index ? other.en.x > one.en.right : at > index && other.en.right < one.en.x);
      if (sorted.some(crosses)) swapped.add(one.item);
    }
  }
  return swapped;
}
