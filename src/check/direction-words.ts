import type { Lang } from '../core/index.ts';

/** A word of direction that stands beside a figure: where it leads to a level, or by how much it changes. */
export interface DirectionWord {
  readonly word: string;
  readonly direction: 'up' | 'down';
  readonly kind: 'to' | 'by';
  /** Whether the word may also join a comparison or an adverb to a level: `up`, `more than`, 比……高. */
  readonly loose: boolean;
}

interface Pattern extends Omit<DirectionWord, 'word'> {
  readonly beside: RegExp;
}

const ZH_UP = '增长|增加|上升|提高|提升|升高|上涨';
const ZH_DOWN = '下降|减少|降低|下跌|回落|下滑';
const EN_UP = 'rose|rises|rising|grew|grows|growing|increased|increases|increasing|climbed|climbs|went up|raised';
const EN_DOWN =
  'fell|falls|falling|dropped|drops|dropping|declined|declines|declining|decreased|decreases|went down|shrank';
const SOFT_ZH = '(?:了|约|近|超|逾)*';
const SOFT_EN = '(?:about |nearly |almost |more than |over |just )?';

/** What stands right before a figure. Compared from the end of the text before it, so the pattern is anchored there. */
const BEFORE: Readonly<Record<Lang, readonly Pattern[]>> = {
  zh: [
    {
      beside: new RegExp(`(升至|升到|增至|扩大至|(?:${ZH_UP})(?:至|到))${SOFT_ZH}$`),
      direction: 'up',
      kind: 'to',
      loose: false,
    },
    {
      beside: new RegExp(`(降至|降到|减至|缩减至|(?:${ZH_DOWN})(?:至|到))${SOFT_ZH}$`),
      direction: 'down',
      kind: 'to',
      loose: false,
    },
    { beside: new RegExp(`(${ZH_UP})${SOFT_ZH}$`), direction: 'up', kind: 'by', loose: false },
    { beside: new RegExp(`(${ZH_DOWN})${SOFT_ZH}$`), direction: 'down', kind: 'by', loose: false },
    { beside: /[比较][^，。；：]{1,12}(多|高)$/, direction: 'up', kind: 'by', loose: true },
    { beside: /[比较][^，。；：]{1,12}(少|低)$/, direction: 'down', kind: 'by', loose: true },
  ],
  en: [
    { beside: new RegExp(`\\b((?:${EN_UP}) to) ${SOFT_EN}$`, 'i'), direction: 'up', kind: 'to', loose: false },
    {
      beside: new RegExp(`\\b((?:${EN_DOWN}|down|cut|reduced) to) ${SOFT_EN}$`, 'i'),
      direction: 'down',
      kind: 'to',
      loose: false,
    },
    {
      beside: new RegExp(`\\b((?:${EN_UP})(?: by)?|up by) ${SOFT_EN}$`, 'i'),
      direction: 'up',
      kind: 'by',
      loose: false,
    },
    {
      beside: new RegExp(`(?<!\\b(?:ma[dk]e|makes|making|took|takes) )\\b(up) ${SOFT_EN}$`, 'i'),
      direction: 'up',
      kind: 'by',
      loose: true,
    },
    {
      beside: new RegExp(`\\b((?:${EN_DOWN})(?: by)?|down by|(?:cut|reduced) by) ${SOFT_EN}$`, 'i'),
      direction: 'down',
      kind: 'by',
      loose: false,
    },
    { beside: new RegExp(`\\b(down) ${SOFT_EN}$`, 'i'), direction: 'down', kind: 'by', loose: true },
    {
      beside: new RegExp(`\\b((?:rise|increase|gain|growth) of) ${SOFT_EN}$`, 'i'),
      direction: 'up',
      kind: 'by',
      loose: false,
    },
    {
      beside: new RegExp(`\\b((?:fall|drop|decline|decrease) of) ${SOFT_EN}$`, 'i'),
      direction: 'down',
      kind: 'by',
      loose: false,
    },
  ],
};

const AFTER: Readonly<Record<Lang, readonly Pattern[]>> = {
  zh: [],
  en: [
    { beside: /^ (more|higher|larger|greater) than\b/, direction: 'up', kind: 'by', loose: true },
    { beside: /^ (less|lower|smaller|fewer) than\b/, direction: 'down', kind: 'by', loose: true },
  ],
};

/**
 * The word of direction next to a figure.
 * @param before  the text up to the figure, emphasis marks left out
 * @param after   the text that follows it
 */
export function directionWord(before: string, after: string, lang: Lang): DirectionWord | undefined {
  for (const { beside: pattern, ...about } of BEFORE[lang]) {
    const match = pattern.exec(before);
    if (match !== null) return { word: match[1] ?? '', ...about };
  }
  for (const { beside: pattern, ...about } of AFTER[lang]) {
    const match = pattern.exec(after);
    if (match !== null) return { word: match[1] ?? '', ...about };
  }
  return undefined;
}
