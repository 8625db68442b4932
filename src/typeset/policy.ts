import type { TypesetPolicy } from './types.ts';

/** Defaults of the setting rules, for a theme that says nothing else. */
export const DEFAULT_POLICY: TypesetPolicy = {
  prohibition: 'gb',
  punctuation: 'kaiming',
  neighbours: 'tight',
  hang: false,
  hanLatin: { natural: 0.25, min: 0.125, max: 1 / 3 },
  maxHyphensInRow: 2,
  wordSpace: { min: 2 / 3, max: 1.5 },
  hyphenCost: 135,
  hyphenLetters: { before: 2, after: 3 },
  lastWordLetters: 5,
  dash: 'as-written',
  hanSpread: 0.0795,
  hanLimit: 0.25,
  wordSpaceZh: { min: 0.25, max: 0.5 },
  looseGap: { latin: 0.5, mark: 0.34 },
  fullLastLine: 0.98,
  raggedLine: { least: 0.7, hyphenUnder: 0.7 },
  protrusion: { hyphen: 0, dash: 0, comma: 0, stop: 0, quote: 0 },
};
