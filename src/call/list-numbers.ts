import type { FreePiece } from './free-pieces.ts';

/** How far apart the left ends of one column of numbers may stand, and two baselines of one line, pt. */
const NEAR = 1.5;
/** How far from its number an entry may begin, in type sizes. */
const BESIDE = 4;
/** Fewer numbers than this are figures beside words, such as those of two tiles. */
const FEWEST = 4;

interface Numbered {
  readonly free: FreePiece;
  readonly number: number;
}

/**
 * The numbers of lists and legends that stand in a column of their own, each beside its entry: they count on from one to
 * the next, and from the foot of a column to the head of another one on the page.
 */
export function listNumbers(pieces: readonly FreePiece[]): ReadonlySet<FreePiece> {
  const byPage = new Map<number, FreePiece[]>();
  for (const free of pieces) byPage.set(free.piece.page, [...(byPage.get(free.piece.page) ?? []), free]);
  return new Set([...byPage.values()].flatMap((list) => chains(columns(numbered(list)))));
}

function numbered(list: readonly FreePiece[]): readonly Numbered[] {
  const words = list.filter(({ piece }) => /^\s*\p{L}/u.test(piece.text));
  return list.flatMap((free) => {
    const text = free.piece.text.trim();
    const entry = words.some(
      (one) =>
        Math.abs(one.top - free.top) < NEAR && one.x >= free.right - NEAR && one.x - free.right < BESIDE * free.size,
    );
    return entry && /^[1-9]\d?$/.test(text) ? [{ free, number: Number(text) }] : [];
  });
}

/** Runs of numbers one under the other, each one more than the one above it. */
function columns(numbers: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const runs: Numbered[][] = [];
  for (const one of numbers.toSorted((a, b) => a.free.top - b.free.top)) {
    const run = runs.find((before) => {
      const above = before.at(-1);
      return above !== undefined && above.number + 1 === one.number && Math.abs(above.free.x - one.free.x) < NEAR;
    });
    if (run === undefined) runs.push([one]);
    else run.push(one);
  }
  return runs;
}

/** Columns that count on from each other, as far as they are long enough together. */
function chains(runs: readonly (readonly Numbered[])[]): readonly FreePiece[] {
  const left = [...runs].toSorted((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
  const found: FreePiece[] = [];
  while (left.length > 0) {
    const chain = [...(left.shift() ?? [])];
    for (let next = follower(left, chain); next >= 0; next = follower(left, chain))
      chain.push(...left.splice(next, 1).flat());
    if (chain.length >= FEWEST) found.push(...chain.map(({ free }) => free));
  }
  return found;
}

function follower(runs: readonly (readonly Numbered[])[], chain: readonly Numbered[]): number {
  const next = (chain.at(-1)?.number ?? 0) + 1;
  return runs.findIndex((run) => run[0]?.number === next);
}
