import type { Lang } from '../core/index.ts';
import { type Edges, edgesOf, guardOf, LONGEST_WORD, lastWord, mayMatchBack } from './look-back.ts';

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

/** An English pattern with the last words of what it finds, softening words left out. */
interface EnglishPattern extends Pattern {
  readonly ends: ReadonlySet<string>;
  /** Whether an adverb may be the last word. */
  readonly adverb: boolean;
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
const SOFTENED =
  'about |around |roughly |nearly |almost |more than |over |just |only |some |at least |as much as |a record |a further |another ';
const SOFT_EN = `(?:${SOFTENED})?`;
/** What may stand between an English verb and its “to” or “by”. */
const ADVERB_EN = '(?: \\w+ly| further| again| year on year| year-on-year| steadily)?';
/** “from 1.215 to”: the level before, and what may follow it. Digits of a reference are one sign each. */
const FROM_EN = '(?: from \\ufffc+(?: (?:in|at|by way of|through) \\ufffc+)?[^.;,\\ufffc]{0,24})?';

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'better', 'worse'];

/** What stands right before a figure. Compared from the end of the text before it, so the pattern is anchored there. */
const BEFORE: { readonly zh: readonly Pattern[]; readonly en: readonly EnglishPattern[] } = {
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
      const full = `(?:${alternatives(EN_FULL[direction], EN[direction])})${ADVERB_EN}${FROM_EN}`;
      const noun = EN_NOUN[direction];
      return [
        english(['to'], pattern(direction, 'to', `\\b(${full} to) ${SOFT_EN}$`)),
        english(['by'], pattern(direction, 'by', `\\b(${full} by) ${SOFT_EN}$`)),
        verb(direction),
        ...(noun === undefined ? [] : [english(['of'], pattern(direction, 'by', `\\b((?:${noun}) of) ${SOFT_EN}$`))]),
      ];
    }),
    english(['up'], pattern('up', 'by', `(?<!\\b(?:ma[dk]e|makes|making|took|takes) )\\b(up) ${SOFT_EN}$`, true)),
    english(['down'], pattern('down', 'by', `\\b(down) ${SOFT_EN}$`, true)),
  ],
};

/** A verb that stands beside its change without “by”: “rose steadily 4%”. */
function verb(direction: Direction): EnglishPattern {
  const ends = EN[direction].split('|').map((form) => form.slice(form.lastIndexOf(' ') + 1));
  return {
    ...english(ends, pattern(direction, 'by', `\\b((?:${EN[direction]})${ADVERB_EN}) ${SOFT_EN}$`)),
    adverb: true,
  };
}

function english(ends: readonly string[], found: Pattern): EnglishPattern {
  return { ...found, ends: new Set(ends), adverb: false };
}

const BEFORE_ZH = guardOf(BEFORE.zh.map(({ beside }) => beside));

/**
 * The patterns that a text may end with. Each English one is long, and takes longer to get ready than to use: what has other
 * last words than the text is left alone.
 */
function mayMatch(before: string, lang: Lang): readonly Pattern[] {
  if (lang === 'zh') return mayMatchBack(before, BEFORE_ZH, 'zh') ? BEFORE.zh : NONE;
  const last = lastWord(before);
  if (last === undefined) return NONE;
  const soft = SOFT_END.exec(before.slice(-LONGEST_WORD));
  const other = soft === null ? undefined : lastWord(before.slice(0, 1 - soft[0].length));
  return other === undefined ? endingWith(last) : BEFORE.en.filter((one) => mayEnd(one, last) || mayEnd(one, other));
}

/** Few words stand before figures, and the same ones again and again. */
const BY_WORD = new Map<string, readonly EnglishPattern[]>();

function endingWith(word: string): readonly EnglishPattern[] {
  const known = BY_WORD.get(word);
  if (known !== undefined) return known;
  const found = BEFORE.en.filter((one) => mayEnd(one, word));
  if (found.length === 0) return NONE_EN;
  BY_WORD.set(word, found);
  return found;
}

function mayEnd({ ends, adverb }: EnglishPattern, word: string): boolean {
  return ends.has(word) || (adverb && isAdverb(word));
}

const NONE: readonly Pattern[] = [];
const NONE_EN: readonly EnglishPattern[] = [];
const SOFT_END = new RegExp(` (?:${SOFTENED})$`, 'i');

/** Last words of what `ADVERB_EN` finds, and more. */
function isAdverb(word: string): boolean {
  return word.endsWith('ly') || word === 'further' || word === 'again' || word === 'year';
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
  for (const { beside, direction, kind, loose } of mayMatch(before, lang)) {
    const match = beside.exec(before);
    if (match === null) continue;
    const isDenied = DENIED[lang].test(before.slice(0, match.index));
    return isDenied ? undefined : { word: plain(match[1] ?? ''), direction, kind, loose };
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
