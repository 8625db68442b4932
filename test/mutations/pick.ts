import fc from 'fast-check';

/** Picks places at random, always the same ones for a seed. */
export function pick<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  if (all.length <= count) return all;
  const places = fc.shuffledSubarray([...all.keys()], { minLength: count, maxLength: count });
  return (fc.sample(places, { seed, numRuns: 1 })[0] ?? []).flatMap((i) => all[i] ?? []);
}
