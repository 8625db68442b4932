import { compareFigures, type FigureComparison } from './compare-figures.ts';
import type { FoundFigure } from './figure.ts';
import { isSound } from './likeness.ts';

/**
 * Compares the figures that an author wrote out in two languages. Those that often count nothing are called beside firm ones
 * alone: “one” and 一个 say nothing that could be signed, but 一年 is what the other language calls “twelve months”.
 */
export function pairWords<T>(
  zh: readonly T[],
  en: readonly T[],
  figureOf: (item: T) => FoundFigure,
): FigureComparison<T> {
  const isLoose = (item: T): boolean => figureOf(item).loose;
  const firm = (list: readonly T[]): readonly T[] => list.filter((item) => !isLoose(item));
  const first = compareFigures(firm(zh), firm(en), { figureOf });
  const found = [
    ...compareFigures(first.onlyZh, en.filter(isLoose), { figureOf }).pairs,
    ...compareFigures(zh.filter(isLoose), first.onlyEn, { figureOf }).pairs,
  ].filter(({ likeness }) => isSound(likeness));
  const taken = new Set(found.flatMap((pair) => [pair.zh, pair.en]));
  return {
    pairs: [...first.pairs, ...found],
    onlyZh: first.onlyZh.filter((item) => !taken.has(item)),
    onlyEn: first.onlyEn.filter((item) => !taken.has(item)),
  };
}
