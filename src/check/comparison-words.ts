import type { Lang } from '../core/index.ts';
import { type Guard, guardOf, mayMatchBack } from './look-back.ts';

/** The word that compares what stands before it with the figure that follows: “up from”, 低于. */
export function comparisonWord(before: string, lang: Lang): { word: string; direction: 'up' | 'down' } | undefined {
  if (!mayMatchBack(before, COMPARING[lang], lang)) return undefined;
  for (const [beside, direction] of COMPARISONS[lang]) {
    const match = beside.exec(before);
    if (match !== null) return { word: match[1] ?? '', direction };
  }
  return undefined;
}

/** Words that set one figure above or below another one that follows. */
const COMPARISONS: Readonly<Record<Lang, readonly (readonly [RegExp, 'up' | 'down'])[]>> = {
  zh: [
    [/(高于|多于|大于)(?:\ufffc+的)?$/, 'up'],
    [/(低于|少于|小于)(?:\ufffc+的)?$/, 'down'],
  ],
  en: [
    [/\b(up from|higher than|above|more than|larger than|against a lower|over the|above the) $/i, 'up'],
    [/\b(down from|lower than|below|less than|fewer than|smaller than|under the|below the) $/i, 'down'],
  ],
};

const COMPARING: Readonly<Record<Lang, Guard>> = {
  zh: guardOf(COMPARISONS.zh.map(([beside]) => beside)),
  en: guardOf(COMPARISONS.en.map(([beside]) => beside)),
};
