import type { FigureSketch, Recogniser } from './figure.ts';
import { readHanNumeral } from './han-numeral.ts';

/** Words that a number names a thing with, by the key that both languages share. */
const KEYS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['scope', ['Scopes', 'Scope'], ['范围', '范畴']],
  [
    'sdg',
    ['SDGs', 'SDG', 'Sustainable Development Goals', 'Sustainable Development Goal', 'Goals', 'Goal'],
    ['可持续发展目标'],
  ],
  ['chapter', ['Chapters', 'Chapter'], []],
  ['section', ['Sections', 'Section'], []],
  ['part', ['Part'], []],
  ['article', ['Articles', 'Article'], []],
  ['table', ['Tables', 'Table'], ['表']],
  ['figure', ['Figures', 'Figure', 'Fig.', 'Chart'], ['图', '图表']],
  ['note', ['Notes', 'Note'], ['附注', '注释', '注']],
  ['page', ['pages', 'page', 'Pages', 'Page', 'pp.', 'p.'], []],
  ['appendix', ['Appendix', 'Annex'], ['附录', '附件']],
  ['category', ['Category', 'category', 'categories'], ['类别']],
  ['tier', ['Tier', 'tier'], []],
  ['level', ['Level', 'level'], []],
  ['phase', ['Phase', 'phase'], []],
  ['class', ['Class', 'class'], []],
  ['no.', ['No.', 'no.', 'Nos.'], ['编号']],
  ['principle', ['Principle', 'Principles'], ['原则']],
];

/** 第3章, 第十二页: what the counted thing is called on the other side. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ['章', 'chapter'],
  ['节', 'section'],
  ['部分', 'part'],
  ['条', 'article'],
  ['页', 'page'],
  ['款', 'clause'],
  ['方', 'party'],
  ['阶段', 'phase'],
]);

const HAN = '[零一二三四五六七八九十]+';
const LIST = `(?:\\d+|${HAN})(?:(?:、|,|, | and |, and |和|及|与|\\+|-|\u2013|\uFF5E|至| to )(?:\\d+|${HAN}))*\\+?`;
const LATIN_LIST = '[A-Z]?\\d+(?:[.-]\\d+)*(?:(?:, | and |, and |、|和|及|与|\\+|-|\u2013| to )\\d+(?:\\.\\d+)*)*\\+?';

/** Standards and bodies whose names go on with a number. */
const STANDARDS =
  /(?:GB\/T|GB|ISO\/IEC|ISO|IEC|IEEE|GRI|IFRS|HKFRS|IAS|ESRS|SASB|ASTM|EN|SA|AA|OHSAS|ISAE|HKSAE|ISRE|PAS|SOC|UL|KPI|DJT|DB\d\d\/T|COP|Euro|Fortune|CDP|CSI) ?(?:\d|[A-Z]\d)[\dA-Z]*(?:[-.:]\d+)*(?:[-:]\d+)?/y;

const CHEMICALS = /(?:CO2e|CO2|N2O|CH4|SF6|NF3|NO2|SO2|H2O|H2|O3|PM2\.5|PM10)(?![A-Za-z0-9])/y;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。）)]+|[\w.+-]+@[\w-]+\.[\w.]+/y;
const TELEPHONE = /(?:\+\d{1,3}[- ]|0|[48]00[- ])\d{2,4}[- ]\d{3,4}(?:[- ]?\d{4})?(?!\d)/y;
/** 第3410号, 第S2号: how Chinese names a standard by its number. */
const STANDARD_NUMBER = /第 ?([A-Z]?\d+(?:[.-]\d+)*) ?号/y;
const STOCK = /\d{4,6}\.(?:HK|SH|SZ|SS)\b/y;
const RATIO = /\d+(?:\.\d+)?(?::|[×x])\d+(?:\.\d+)?(?::\d+)*(?:小时)?(?![\d])/y;
const OUTLINE = /\d+(?:\.\d+){2,}(?![\d%])/y;
const CODE = /[A-Za-z]+(?:-\d|\d)[A-Za-z0-9]*(?:[-./]\d+[A-Za-z0-9]*)*/y;
const DIGIT_LETTER = /\d+[GDK](?![A-Za-z0-9])(?! ?\d)/y;
const ROUND_CLOCK = /24\/7|(?:24|二十四)[×x*][7七]|[7七](?:[×x*]|天)(?:24|二十四)(?:小时)?/y;
const PLAN = /[“"]?(十[一二三四五六])五[”"]?(?=规划|时期|期间|五年|以来|末|收官|开局|[”"])[”"]?/y;
const ENGLISH_PLAN = /(1[1-6]th|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth) Five[- ]Year Plan\b/iy;
const PLAN_WORDS = ['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth'];

/**
 * Numbers that name things: Scope 1, 范围一, GRI 305-1, ISO 14001:2015, 第3章, SDGs 6, 7 and 12, CO2, 5G, 9988.HK, addresses.
 * They are no measures, but both languages have to agree on them, so each gets a form that they share.
 */
export const nameRecogniser: Recogniser = (text, at) => {
  let best: FigureSketch | undefined;
  const offer = (end: number, value: string, loose: boolean): void => {
    if (end <= (best?.end ?? at)) return;
    const facts = { upTo: undefined, unit: '', number: undefined, grain: undefined };
    best = { kind: 'name', ...facts, end, value, loose };
  };
  for (const [key, pattern] of KEYED) {
    const match = at_(pattern, text, at);
    if (match !== undefined) offer(at + match[0].length, `${key} ${numbers(match[1] ?? '')}`, false);
  }
  const counted = at_(COUNTED_PATTERN, text, at);
  if (counted !== undefined) {
    const key = COUNTED.get(counted[2] ?? '') ?? '';
    offer(at + counted[0].length, `${key} ${numbers(counted[1] ?? '')}`, key === 'party' || key === 'phase');
  }
  const party = at_(PARTY, text, at);
  if (party !== undefined) offer(at + party[0].length, 'party 3', true);
  const standard = at_(STANDARDS, text, at);
  if (standard !== undefined) offer(at + standard[0].length, standard[0].replaceAll(' ', '').toLowerCase(), false);
  const plan = at_(PLAN, text, at);
  if (plan !== undefined) offer(at + plan[0].length, `plan ${readHanNumeral(plan[1] ?? '')?.toFixed() ?? ''}`, false);
  const english = at_(ENGLISH_PLAN, text, at);
  if (english !== undefined) offer(at + english[0].length, `plan ${planNumber(english[1] ?? '')}`, false);
  const clock = at_(ROUND_CLOCK, text, at);
  if (clock !== undefined) offer(at + clock[0].length, 'round the clock', true);
  for (const pattern of [CHEMICALS, ADDRESS, STOCK, RATIO, OUTLINE, CODE, DIGIT_LETTER]) {
    const match = at_(pattern, text, at);
    // A code of many digits is a certificate’s or a ledger’s; 5G and B2B stand in one language as often as in both.
    const firm =
      pattern === RATIO || (pattern === CODE && match !== undefined && match[0].replace(/\D/g, '').length > 4);
    if (match !== undefined) offer(at + match[0].length, match[0].toLowerCase(), !firm);
  }
  const telephone = at_(TELEPHONE, text, at);
  if (telephone !== undefined) offer(at + telephone[0].length, `tel ${dialled(telephone[0])}`, false);
  const standardNumber = at_(STANDARD_NUMBER, text, at);
  if (standardNumber !== undefined)
    offer(at + standardNumber[0].length, `no. ${(standardNumber[1] ?? '').toLowerCase()}`, false);
  return best;
};

/** What follows a count and never a name. */
const NO_AMOUNT =
  '(?![A-Za-z]|[\\d]|[.,]\\d|%|‰|[年月家个种万亿千吨人倍成名位次项]| (?:[kMG]?t|[kMGT]?W(?:h|p)?|[MGTP]J|tonnes?|tons?|million|billion|thousand|per cent|percent|hectares?|people|hours|days|months|years)\\b)';
const KEYED: readonly (readonly [string, RegExp])[] = KEYS.flatMap(([key, english, chinese]) => [
  ...english.map((word): [string, RegExp] => [
    key,
    new RegExp(`${literally(word)}[ -]?(${LATIN_LIST})${NO_AMOUNT}`, 'y'),
  ]),
  ...chinese.flatMap((word): [string, RegExp][] => [
    [key, new RegExp(`${word} ?([A-Z]?${LIST})${NO_AMOUNT}`, 'y')],
    // 范围一58.7万吨: the figure in digits is another one.
    [key, new RegExp(`${word}(${HAN}(?:[、和及与+至]${HAN})*)(?=\\d)`, 'y')],
  ]),
]);
const COUNTED_PATTERN = new RegExp(`第 ?(\\d+|${HAN}) ?(${[...COUNTED.keys()].join('|')})`, 'y');
const PARTY = /[Tt]hird[- ]part(?:y|ies)\b/y;

/** A number as it is dialled at home: +86 571 8860 1200 is 0571-8860 1200. */
function dialled(text: string): string {
  return text.replace(/^\+86[- ]?0?/, '0').replace(/\D/g, '');
}

/** Of the five-year plans, from `14th` or “Fourteenth”. */
function planNumber(word: string): string {
  const index = PLAN_WORDS.indexOf(word.toLowerCase());
  return index < 0 ? word.replace(/\D/g, '') : String(index + 11);
}

function literally(text: string): string {
  return text.replace(/[.]/g, '\\.');
}

function at_(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** `1, 2 and 3`, `一、二`, `1+2` as `1,2,3`; a range and a trailing plus stay. */
function numbers(list: string): string {
  return list
    .replace(new RegExp(HAN, 'g'), (han) => readHanNumeral(han)?.toFixed() ?? han)
    .replace(/, and |, | and |、|和|及|与|\+(?=\d)/g, ',')
    .replace(/\u2013|\uFF5E|至| to /g, '-')
    .toLowerCase();
}
