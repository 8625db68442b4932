import type { Lang } from '../core/index.ts';

/** A word of direction that stands beside a figure. */
export interface DirectionWord {
  readonly word: string;
  /** Which way it goes; `better` and `worse` leave it to the polarity of the metric. */
  readonly direction: 'up' | 'down' | 'better' | 'worse';
  /** Whether it leads to a level, or tells by how much something changes. */
  readonly kind: 'to' | 'by';
  /** Whether the word may also join a comparison or an adverb to a level: `up`, `more than`, 比……高. */
  readonly loose: boolean;
}

interface Pattern extends Omit<DirectionWord, 'word'> {
  readonly beside: RegExp;
}

/** The patterns of one side, and one that tells by looking back from the end whether any of them may match. */
interface Side {
  readonly patterns: readonly Pattern[];
  readonly any: RegExp;
  readonly edges: Edges;
}

/**
 * Letters and words that patterns may end with, or begin with: all that are in them, and more. What stands beside most figures
 * is none of them.
 */
interface Edges {
  readonly han: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function edgesOf(patterns: readonly RegExp[]): Edges {
  const sources = patterns.map(({ source }) => source).join(' ');
  return {
    han: new Set(sources.match(/\p{Script=Han}/gu) ?? []),
    words: new Set(sources.toLowerCase().match(/[a-z]+/g) ?? []),
  };
}

/** Whether a text may end with one of the patterns: in English with a word of theirs or an adverb, and a blank. */
function mayEnd(text: string, { han, words }: Edges, lang: Lang): boolean {
  if (lang === 'zh') return han.has(text.charAt(text.length - 1));
  const word = /([a-z]+) $/i.exec(text.slice(-LONGEST_WORD))?.[1]?.toLowerCase();
  return word !== undefined && (words.has(word) || word.endsWith('ly') || word.length > LONGEST_WORD - 2);
}

const LONGEST_WORD = 24;

/** A pattern that is looked for from every place of a text is slow; one that looks back from its end is not. */
function lookingBack(patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => `(?:${source.replace(/\$$/, '').replace(/\((?!\?)/g, '(?:')})`);
  return new RegExp(`(?<=${sources.join('|')})`, 'iy');
}

function matchesBack(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = text.length;
  return pattern.test(text);
}

type Direction = DirectionWord['direction'];

/** Characters that say how a rise or a fall went, before the one that says which it was: 骤降, 微升, 飙涨. */
const MANNER_ZH = '[骤猛激陡大微略续再又暴剧飙连稳速渐锐净反小飞齐快急]';

/** Chinese verbs, which take 至 or 到 before a level and nothing, 了 or 达 before a change. */
const ZH: Readonly<Record<Direction, string>> = {
  up: `增长|增加|上升|提高|提升|升高|上涨|攀升|跃升|上调|扩大|上扬|走高|回升|增多|抬升|抬高|拉升|拉高|推高|推升|蹿升|窜升|反弹|放大|扩张|${MANNER_ZH}[升增涨]`,
  down: `下降|减少|降低|下跌|回落|下滑|缩减|削减|压降|下调|收窄|走低|缩小|减低|下探|滑落|跌落|跌破|走弱|收缩|压减|压缩|压低|拉低|精简|减轻|缩短|${MANNER_ZH}[降减跌缩]`,
  better: '改善|优化|好转',
  worse: '恶化|变差',
};
const ZH_TO: Partial<Readonly<Record<Direction, string>>> = {
  up: '升至|升到|升为|增至|增到|增为|涨至|涨到',
  down: '降至|降到|降为|减至|减到|减为|缩至|跌至|跌到',
};
const ZH_NOUN: Partial<Readonly<Record<Direction, string>>> = { up: '增幅|涨幅|升幅|增速', down: '降幅|跌幅|减幅' };

/** English verbs in the forms that reports use. */
const EN: Readonly<Record<Direction, string>> = {
  up: 'rose|rises|rising|risen|grew|grows|growing|grown|increased|increases|increasing|climb|climbed|climbs|climbing|jumped|jumps|surged|surges|surging|soared|soars|soaring|jumping|leapt|leaps|rocketed|spiked|swelled|swells|swelling|swollen|mounted|rebounded|rebounds|bounced back|shot up|shoots up|picked up|picks up|crept up|creeps up|ticked up|ticks up|inched up|inches up|climbed back|went back up|advanced|expanded|expands|widened|widens|go up|goes up|went up|moved up|moves up|edged up|edges up|raised|raising|lifted|brought up',
  down: 'fell|falls|falling|fallen|dropped|drops|dropping|declined|declines|declining|decreased|decreases|decreasing|go down|goes down|went down|moved down|moves down|edged down|edges down|shrink|shrinks|shrinking|shrank|shrunk|slid|slides|slipped|slips|sank|sinks|dipped|dips|eased|eases|narrowed|narrows|contracted|contracts|lowered|brought down|plunged|plunges|plunging|slumped|slumps|slumping|tumbled|tumbles|tumbling|plummeted|plummets|plummeting|collapsed|crashed|sliding|sinking|sunk|slipping|easing|dwindled|dwindles|diminished|diminishes|receded|recedes|retreated|retreats|crept down|ticked down|inched down|came down|comes down|went back down|fell back|pared back|scaled back|slashed|brought lower',
  better: 'improved|improves|improving',
  worse: 'worsened|worsens|worsening|deteriorated',
};
/** Verbs that need “to” or “by” to tell a direction: “cut 2.32 million tonnes” has an amount for its object. */
const EN_FULL: Partial<Readonly<Record<Direction, string>>> = {
  down: 'cut|cutting|reduced|reducing|trimmed|down',
  up: 'up',
};
const EN_NOUN: Partial<Readonly<Record<Direction, string>>> = {
  up: 'rise|increase|gain|growth|jump|surge|leap|upturn|expansion',
  down: 'fall|drop|decline|decrease|dip|loss|slump|plunge|slide|reduction|contraction',
  better: 'improvement',
  worse: 'deterioration',
};

const SOFT_ZH = '(?:了|约|近|超过|超|逾|至少|达到|达)*';
const SOFT_EN =
  '(?:about |around |roughly |nearly |almost |more than |over |just |only |some |at least |as much as |a record |a further |another )?';
/** What may stand between an English verb and its “to” or “by”. */
const ADVERB_EN = '(?: \\w+ly| further| again| year on year| year-on-year| steadily)?';
/** “from 1.215 to”: the level before, and what may follow it. Digits of a reference are one sign each. */
const FROM_EN = '(?: from \\ufffc+(?: (?:in|at|by way of|through) \\ufffc+)?[^.;,\\ufffc]{0,24})?';

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'better', 'worse'];

/** What stands right before a figure. Compared from the end of the text before it, so the pattern is anchored there. */
const BEFORE: Readonly<Record<Lang, readonly Pattern[]>> = {
  zh: [
    ...DIRECTIONS.flatMap((direction) => [
      pattern(direction, 'to', `(${alternatives(ZH_TO[direction], `(?:${ZH[direction]})(?:至|到|为)`)})${SOFT_ZH}$`),
      pattern(direction, 'by', `((?:${ZH[direction]})(?:幅度|比例)?)为?${SOFT_ZH}$`),
      ...(ZH_NOUN[direction] === undefined ? [] : [pattern(direction, 'by', `(${ZH_NOUN[direction]})为?${SOFT_ZH}$`)]),
    ]),
    // One character is a verb of change only before a change: 新增 and 递减 lead to amounts.
    pattern('up', 'by', /(?<![新递])([增升涨])(?:了|约|近|超过|逾)?$/, true),
    pattern('down', 'by', /(?<![新递])([减降跌])(?:了|约|近|超过|逾)?$/, true),
    pattern('up', 'by', /[比较][^，。；：]{1,12}(多|高)(?:出|了)?$/, true),
    pattern('down', 'by', /[比较][^，。；：]{1,12}(少|低)(?:出|了)?$/, true),
  ],
  en: [
    ...DIRECTIONS.flatMap((direction) => {
      const full = alternatives(EN_FULL[direction], EN[direction]);
      const noun = EN_NOUN[direction];
      return [
        pattern(direction, 'to', `\\b((?:${full})${ADVERB_EN}${FROM_EN} to) ${SOFT_EN}$`),
        pattern(
          direction,
          'by',
          `\\b((?:${full})${ADVERB_EN}${FROM_EN} by|(?:${EN[direction]})${ADVERB_EN}) ${SOFT_EN}$`,
        ),
        ...(noun === undefined ? [] : [pattern(direction, 'by', `\\b((?:${noun}) of) ${SOFT_EN}$`)]),
      ];
    }),
    pattern('up', 'by', `(?<!\\b(?:ma[dk]e|makes|making|took|takes) )\\b(up) ${SOFT_EN}$`, true),
    pattern('down', 'by', `\\b(down) ${SOFT_EN}$`, true),
  ],
};

const BEFORE_SIDE: Readonly<Record<Lang, Side>> = { zh: sideOf(BEFORE.zh), en: sideOf(BEFORE.en) };

function sideOf(patterns: readonly Pattern[]): Side {
  const all = patterns.map(({ beside }) => beside);
  return { patterns, any: lookingBack(all), edges: edgesOf(all) };
}

const AFTER: Readonly<Record<Lang, readonly Pattern[]>> = {
  zh: [
    pattern('up', 'by', /^的?(增幅|涨幅|升幅|增速)/),
    pattern('down', 'by', /^的?(降幅|跌幅|减幅)/),
    pattern('up', 'by', /^的(增长|上升|提升)/),
    pattern('down', 'by', /^的(下降|回落|下滑)/),
  ],
  en: [
    pattern('up', 'by', /^ (more|higher|larger|greater) than\b/, true),
    pattern('down', 'by', /^ (less|lower|smaller|fewer) than\b/, true),
    pattern('up', 'by', /^(?: year-on-year| annual)? (increase|rise|gain|growth)\b/, true),
    pattern('down', 'by', /^(?: year-on-year| annual)? (decrease|drop|decline|fall)\b/, true),
  ],
};

function pattern(direction: Direction, kind: 'to' | 'by', beside: RegExp | string, loose = false): Pattern {
  return { direction, kind, loose, beside: typeof beside === 'string' ? new RegExp(beside, 'i') : beside };
}

function alternatives(...some: readonly (string | undefined)[]): string {
  return some.filter((one) => one !== undefined).join('|');
}

const AFTER_EDGES: Readonly<Record<Lang, Edges>> = {
  zh: edgesOf(AFTER.zh.map(({ beside }) => beside)),
  en: edgesOf(AFTER.en.map(({ beside }) => beside)),
};

function mayBegin(after: string, lang: Lang): boolean {
  if (lang === 'zh') return AFTER_EDGES.zh.han.has(after.charAt(0));
  const word = /^ ([a-z]+)/.exec(after.slice(0, LONGEST_WORD))?.[1];
  return word !== undefined && AFTER_EDGES.en.words.has(word);
}

/** A denial before the word turns it round: 未上升, “did not rise to”. */
const DENIED: Readonly<Record<Lang, RegExp>> = {
  zh: /(?:未|没有|没|不再|不会|并非)(?:再|有|曾)?(?:同比|明显)?$/,
  en: /\b(?:not|never|no|without|cannot)(?: \w+)? ?$/i,
};

/** So far back a pattern may begin: two references and the words between them. */
const REACH = 240;

/**
 * The word of direction next to a figure.
 * @param upTo    the text up to the figure, emphasis marks left out
 * @param after   the text that follows it
 */
export function directionWord(upTo: string, after: string, lang: Lang): DirectionWord | undefined {
  const before = upTo.slice(-REACH);
  const { patterns, any, edges } = BEFORE_SIDE[lang];
  for (const { beside, ...about } of mayEnd(before, edges, lang) && matchesBack(any, before) ? patterns : []) {
    const match = beside.exec(before);
    if (match === null) continue;
    return DENIED[lang].test(before.slice(0, match.index)) ? undefined : { word: plain(match[1] ?? ''), ...about };
  }
  for (const { beside, ...about } of mayBegin(after, lang) ? AFTER[lang] : []) {
    const match = beside.exec(after);
    if (match !== null) return { word: match[1] ?? '', ...about };
  }
  return undefined;
}

/** The words without the figure that stands among them. */
function plain(word: string): string {
  return word.replace(/\ufffc+/g, '…');
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

const COMPARING: Readonly<Record<Lang, Omit<Side, 'patterns'>>> = {
  zh: comparing(COMPARISONS.zh.map(([beside]) => beside)),
  en: comparing(COMPARISONS.en.map(([beside]) => beside)),
};

function comparing(patterns: readonly RegExp[]): Omit<Side, 'patterns'> {
  return { any: lookingBack(patterns), edges: edgesOf(patterns) };
}

/** The word that compares what stands before it with the figure that follows: “up from”, 低于. */
export function comparisonWord(before: string, lang: Lang): { word: string; direction: 'up' | 'down' } | undefined {
  const { any, edges } = COMPARING[lang];
  if (!mayEnd(before, edges, lang) || !matchesBack(any, before)) return undefined;
  for (const [beside, direction] of COMPARISONS[lang]) {
    const match = beside.exec(before);
    if (match !== null) return { word: match[1] ?? '', direction };
  }
  return undefined;
}
