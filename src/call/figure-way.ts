import type { FigureResult, FigureWay, FoundFigure } from './figure.ts';

interface Sign extends FigureWay {
  readonly pattern: RegExp;
}

const HEDGE_ZH =
  '(?:了|约|近|不超过|不足|超过?|逾|达|达到|大约|将近|至少|不到|已|又|再|分别|幅度为|率为|[约为]|◇|\\s)*';
const HEDGE_EN =
  '(?:(?:about|around|approximately|nearly|almost|some|roughly|more than|less than|over|just|only|at least|up to|a further|another|an additional|◇) )*';

const UP_ZH = '增长|增加|上升|提高|提升|升高|上涨|攀升|增幅|涨幅|升幅|高出|多出|上调|跃升|同比增|再升|反弹';
const DOWN_ZH = '下降|减少|降低|下跌|回落|下滑|降幅|跌幅|缩减|压减|收窄|下调|同比降|再降|少用|缩短|减低';
const UP_EN =
  'rose|rises|rising|risen|grew|grows|growing|grown|increased|increases|increasing|increase|climbed|climbs|gained|gaining|improved|improving|(?<!ma[dk]e |makes |making |took |takes )up|jumped|surged|advanced|raised|expanded|added';
const DOWN_EN =
  'fell|falls|falling|fallen|dropped|drops|dropping|declined|declines|declining|decreased|decreases|decreasing|decrease|down|shrank|reduced|reducing|reduces|reduce|cut|cutting|lowered|lowering|slipped|contracted';
const UP_NOUN = 'increases?|rises?|growth|gains?|improvement|jump|uplift';
const DOWN_NOUN = 'decreases?|declines?|fall|drop|reductions?|cuts?|savings?';

function before(source: string, direction: FigureWay['direction'], form: FigureWay['form'], flags = ''): Sign {
  return { pattern: new RegExp(`(?:${source})$`, flags), direction, form };
}

/** What ends right before a figure. Levels come first, since 增长至 holds 增长. */
const BEFORE: readonly Sign[] = [
  before(`(?:升至|升到|增至|增到|扩大至|扩大到|突破至|(?:${UP_ZH})(?:至|到|(?<!幅)为))${HEDGE_ZH}`, 'up', 'to'),
  before(`(?:降至|降到|减至|减到|缩至|缩减至|(?:${DOWN_ZH})(?:至|到|(?<!幅)为))${HEDGE_ZH}`, 'down', 'to'),
  before(`(?:${UP_ZH})${HEDGE_ZH}`, 'up', 'by'),
  before(`(?:${DOWN_ZH})${HEDGE_ZH}`, 'down', 'by'),
  before(`\\b(?:${UP_EN})(?: [\\w’'-]+){0,3}? to ${HEDGE_EN}`, 'up', 'to', 'i'),
  before(`\\b(?:${DOWN_EN})(?: [\\w’'-]+){0,3}? to ${HEDGE_EN}`, 'down', 'to', 'i'),
  before(`\\b(?:${UP_EN}) (?:by )?(?:◇ ?)?${HEDGE_EN}`, 'up', 'by', 'i'),
  before(`\\b(?:${DOWN_EN}) (?:by )?(?:◇ ?)?${HEDGE_EN}`, 'down', 'by', 'i'),
  before(`\\b(?:${UP_EN})(?: [\\w’'-]+){0,3}? by ${HEDGE_EN}`, 'up', 'by', 'i'),
  before(`\\b(?:${DOWN_EN})(?: [\\w’'-]+){0,3}? by ${HEDGE_EN}`, 'down', 'by', 'i'),
  before(`\\b(?:${UP_NOUN}) of ${HEDGE_EN}`, 'up', 'by', 'i'),
  before(`\\b(?:${DOWN_NOUN}) of ${HEDGE_EN}`, 'down', 'by', 'i'),
];

const AFTER: readonly Sign[] = [
  {
    pattern: new RegExp(`^[ -](?:year-on-year |annual |relative |absolute )?(?:${UP_NOUN})\\b`, 'i'),
    direction: 'up',
    form: 'by',
  },
  {
    pattern: new RegExp(`^[ -](?:year-on-year |annual |relative |absolute )?(?:${DOWN_NOUN})\\b`, 'i'),
    direction: 'down',
    form: 'by',
  },
  { pattern: /^,? (?:more|higher|larger|greater|above)\b/i, direction: 'up', form: 'by' },
  { pattern: /^,? (?:less|lower|smaller|fewer|off|below|short of)\b/i, direction: 'down', form: 'by' },
  { pattern: /^的(?:增长|增幅|提升|涨幅)/, direction: 'up', form: 'by' },
  { pattern: /^的(?:下降|降幅|降低|减幅)/, direction: 'down', form: 'by' },
];

/** A comparison with one more or fewer, in Chinese: 比上一年高3.2%, 较去年少12家. */
const COMPARED: readonly Sign[] = [
  before('[比较][^，。；：]{1,16}[多高大快增]出?了?', 'up', 'by'),
  before('[比较][^，。；：]{1,16}[少低小慢降]出?了?', 'down', 'by'),
];

const REACH = 48;

const RESULTS: readonly (readonly [FigureResult, RegExp])[] = [
  ['loss', new RegExp(`亏损(?:额|净额)?${HEDGE_ZH}为?${HEDGE_ZH}$`)],
  ['profit', new RegExp(`(?:盈利|利润|溢利|净利)(?:额)?${HEDGE_ZH}为?${HEDGE_ZH}$`)],
  [
    'loss',
    new RegExp(`\\b(?:loss|losses|deficit)(?: (?:after tax|for the year))? (?:of|was|were|came to) ${HEDGE_EN}$`, 'i'),
  ],
  [
    'profit',
    new RegExp(
      `\\b(?:profit|profits|earnings|surplus)(?: (?:after tax|for the year))? (?:of|was|were|came to) ${HEDGE_EN}$`,
      'i',
    ),
  ],
];

/** Whether the words before an amount of money call it a profit or a loss. */
export function figureResult(
  folded: string,
  { kind, start }: Pick<FoundFigure, 'kind' | 'start'>,
): FigureResult | undefined {
  if (kind !== 'amount') return undefined;
  const head = folded.slice(Math.max(0, start - REACH), start);
  return RESULTS.find(([, pattern]) => pattern.test(head))?.[0];
}

/** The direction that the words around an amount give it. */
export function figureWay(folded: string, figure: Pick<FoundFigure, 'kind' | 'start' | 'end'>): FigureWay | undefined {
  if (!/^(?:amount|fraction|multiple)$/.test(figure.kind)) return undefined;
  const head = folded.slice(Math.max(0, figure.start - REACH), figure.start);
  const tail = folded.slice(figure.end, figure.end + REACH);
  const sign =
    BEFORE.find(({ pattern }) => pattern.test(head)) ??
    COMPARED.find(({ pattern }) => pattern.test(head)) ??
    AFTER.find(({ pattern }) => pattern.test(tail));
  return sign === undefined ? undefined : { direction: sign.direction, form: sign.form };
}
