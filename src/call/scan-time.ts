import { MONTHS } from '../metrics/index.ts';
import type { FigureSketch, Recogniser } from './figure.ts';
import { readHanNumeral } from './han-numeral.ts';

const MONTH = `(${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)(?![a-z])`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20|21)\\d\\d)';
const TO = ' ?(?:[-\u2013\u2014~\uFF5E]|至|到|\\bto\\b|\\band\\b) ?';

type Match = readonly (string | undefined)[];
type Reading = Pick<FigureSketch, 'kind' | 'value' | 'unit'> & Partial<Pick<FigureSketch, 'upTo' | 'loose' | 'number'>>;

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: Match) => Reading | undefined;
}

function form(source: string, read: Form['read']): Form {
  return { pattern: new RegExp(source, 'y'), read };
}

/** Days and months: 2024年7月22日, 3月31日, 2024-07-22, 22 July 2024, July 22, 2024, March 2024, 03/2024, 2024-03. */
const DATES: readonly Form[] = [
  form(`${YEAR}年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]`, ([, y, m, d]) => date(y, m, d)),
  form(`${YEAR}年 ?(\\d{1,2}) ?月(?:份|底|末|初)?`, ([, y, m]) => date(y, m, undefined)),
  form('(\\d{1,2})月(\\d{1,2})[日号]', ([, m, d]) => date(undefined, m, d)),
  form(
    '([一二][零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日',
    ([, y, m, d]) => date(digit(y), digit(m), digit(d)),
  ),
  form('([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日', ([, m, d]) => hanDate(m, d)),
  form('(\\d{1,2})月(?:份|底|末|初)?', ([, m]) => date(undefined, m, undefined)),
  form(`${YEAR}([-/.])(\\d{2})\\2(\\d{2})(?![\\d.])`, ([, y, , m, d]) => date(y, m, d)),
  form(`${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?(?!\\d)`, ([, d, m, y]) => date(y, monthOf(m), d)),
  form(`${MONTH} ${DAY}(?:,? ${YEAR})?(?![\\d%])`, ([, m, d, y]) => date(y, monthOf(m), d)),
  form(`${MONTH},? ${YEAR}(?!\\d)`, ([, m, y]) => date(y, monthOf(m), undefined)),
  form(`(?<![\\d/.-])(0?[1-9]|1[0-2])/${YEAR}(?![\\d/])`, ([, m, y]) => date(y, m, undefined)),
  form(`(?<![\\d/.-])${YEAR}([-/])(0[1-9]|1[0-2])(?![\\d/%-]|[.,]\\d)`, ([, y, mark, m]) => monthOfYear(y, mark, m)),
];

const DAYPART = '(上午|下午|晚上?|早上?|中午|凌晨)';

/** Times of day: 9时, 17时30分, 上午9点, 17:30, 9.00 a.m., 5 p.m. */
const CLOCK: readonly Form[] = [
  form(`${DAYPART}?(\\d{1,2})时(?:(\\d{1,2})分)?(?![\\d间代期段刻常候])`, ([, part, h, m]) => clock(h, m, part)),
  form(`${DAYPART}?(\\d{1,2})点(?:(\\d{1,2})分|(半)|[钟整])`, ([, part, h, m, half]) =>
    clock(h, half === undefined ? m : '30', part),
  ),
  form(`${DAYPART}(\\d{1,2})点`, ([, part, h]) => clock(h, undefined, part)),
  form(`${DAYPART}?(0\\d|1\\d|2[0-4]|[6-9]):([0-5]\\d)(?![\\d:])`, ([, part, h, m]) => clock(h, m, part)),
  form('(\\d{1,2})(?:[:.]([0-5]\\d))? ?([ap])\\.?m\\b\\.?', ([, h, m, half]) => clock(h, m, half)),
];

function clock(hour: string | undefined, minute: string | undefined, daypart: string | undefined): Reading | undefined {
  const h = Number(hour);
  if (h > 24 || Number(minute ?? 0) > 59) return undefined;
  const full = /下午|晚|^p/.test(daypart ?? '') && h < 12 ? h + 12 : h;
  return { kind: 'name', value: `time ${full}.${(minute ?? '').padStart(2, '0')}`, unit: '' };
}

/** Years and their parts: 2024财年, FY2023/24, CY2020, 2021至2023年, 2024年第二季度, Q2 2024, the first half of 2024, 1990s. */
const PERIODS: readonly Form[] = [
  form(`FY ?'?(\\d{4}|\\d\\d)${TO}FY ?'?(\\d{4}|\\d\\d)(?!\\d)`, ([, from, to]) => years(from, to, 'FY')),
  form("FY ?'?(\\d{4}|\\d\\d)(?:(?:[-/]|\u2013)(\\d{4}|\\d\\d))?(?!\\d)", ([, from, to]) => fiscal(from, to)),
  form("CY ?'?(\\d{4})(?!\\d)", ([, year]) => one(year, 'year')),
  form(
    `(?:[Ff]inancial [Yy]ears?|[Ff]iscal [Yy]ears?|[Ff]iscal) ${YEAR}(?:(?:[-/]|\u2013)(\\d{4}|\\d\\d))?(?!\\d)`,
    ([, from, to]) => fiscal(from, to),
  ),
  form(`${YEAR}(?:[-/]|\u2013)(\\d\\d) (?:financial|fiscal) year`, ([, from, to]) => fiscal(from, to)),
  form(`${YEAR}(?:[-/]|\u2013)(\\d\\d|\\d{4})(?:财年|财政年度|会计年度)`, ([, from, to]) => fiscal(from, to)),
  form(`${YEAR}(?:财年)?${TO}${YEAR}(?:财年|财政年度|会计年度)`, ([, from, to]) => years(from, to, 'FY')),
  form(`${YEAR}(?:财年|财政年度|会计年度)`, ([, year]) => one(year, 'FY')),
  form(`${YEAR}年(?:度)?${TO}${YEAR}年(?:度)?`, ([, from, to]) => years(from, to, 'year')),
  form(`${YEAR}${TO}${YEAR}年(?:度)?`, ([, from, to]) => years(from, to, 'year')),
  form(`${YEAR}(?:[-\u2013\u2014~\uFF5E]| to | and )${YEAR}(?![\\d]|[.,]\\d)`, ([, from, to]) =>
    years(from, to, 'year'),
  ),
  form(`${YEAR}/(\\d\\d)(?![\\d/])`, ([, from, to]) => fiscal(from, to)),
  form(`${YEAR}[-\u2013](\\d\\d)(?!\\d|[/%-]|[.,]\\d)`, ([, from, to]) => neighbourYears(from, to)),
  form(`${YEAR}年(?:度)?(?:第)?([一二三四1-4])季度`, ([, year, quarter]) => part(year ?? '', `Q${digit(quarter)}`)),
  form(`${YEAR}年(上|下)半年`, ([, year, half]) => part(year ?? '', half === '上' ? 'H1' : 'H2')),
  form('第([一二三四1-4])季度', ([, quarter]) => part('', `Q${digit(quarter)}`)),
  form('(上|下)半年', ([, half]) => part('', half === '上' ? 'H1' : 'H2')),
  form(`Q([1-4])(?: (?:of )?(?:FY)?${YEAR})?(?!\\d)`, ([, quarter, year]) => part(year ?? '', `Q${quarter ?? ''}`)),
  form(`H([12]) (?:of )?(?:FY)?${YEAR}(?!\\d)`, ([, half, year]) => part(year ?? '', `H${half ?? ''}`)),
  form(`([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -]quarter(?: of (?:FY)?${YEAR})?\\b`, ([, word, year]) =>
    part(year ?? '', `Q${ORDER.indexOf((word ?? '').toLowerCase()) + 1}`),
  ),
  form(`([Ff]irst|[Ss]econd)[ -]half(?: of (?:FY)?${YEAR})?\\b`, ([, word, year]) =>
    part(year ?? '', (word ?? '').toLowerCase() === 'first' ? 'H1' : 'H2'),
  ),
  form(`${YEAR}(?:年度|年(?!代))(?:底|末|初)?`, ([, year]) => one(year, 'year')),
  form('([一二][零一二三四五六七八九]{3})年(?:度|底|末|初)?', ([, year]) =>
    one(readHanNumeral(year ?? '')?.toFixed(), 'year'),
  ),
  form('20世纪([1-9]0)年代', ([, decade]) => ({ kind: 'period', value: `19${decade ?? ''}s`, unit: 'decade' })),
  form('((?:19|20)\\d0)(?:s|年代)(?![a-z])', ([, decade]) => ({
    kind: 'period',
    value: `${decade ?? ''}s`,
    unit: 'decade',
  })),
  form(`${YEAR}(?!\\d|[.,]\\d|%|‰)`, ([, year]) => one(year, 'year')),
];

const ORDER = ['first', 'second', 'third', 'fourth'];

/** Dates, years and parts of years, apart from counts of days and years. */
export const timeRecogniser: Recogniser = (text, at) => {
  let best: FigureSketch | undefined;
  for (const { pattern, read } of [...DATES, ...CLOCK, ...PERIODS]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex <= (best?.end ?? at)) continue;
    const found = read(match);
    if (found === undefined) continue;
    const facts = { upTo: undefined, number: undefined, grain: undefined, loose: false };
    best = { ...facts, ...found, ...farYear(match[0], found, at), end: pattern.lastIndex };
  }
  return best;
};

/** The second year of a range, which is the last run of digits in it. */
function farYear(text: string, { upTo }: Reading, at: number): Pick<FigureSketch, 'far'> {
  const cut = /^(.*?\d(?:年|财年|年度)?)( ?(?:[-\u2013\u2014~\uFF5E/]|至|到|to|and) ?(?=(?:FY)? ?'?\d+\D*$))/.exec(
    text,
  );
  if (upTo === undefined || cut === null) return {};
  const stop = at + (cut[1]?.length ?? 0);
  return { far: { number: undefined, grain: undefined, cut: [stop, stop + (cut[2]?.length ?? 0)] } };
}

function monthOf(name: string | undefined): string | undefined {
  const index = MONTHS.findIndex((month) => name !== undefined && month.startsWith(name.slice(0, 3)));
  return index < 0 ? undefined : String(index + 1);
}

function date(year: string | undefined, month: string | undefined, day: string | undefined): Reading | undefined {
  const [m, d] = [Number(month), day === undefined ? 1 : Number(day)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined;
  const two = (value: string | undefined): string => (value ?? '').padStart(2, '0');
  const value = `${year ?? '-'}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  // A month without a year has digits in Chinese only: 3月, “March”.
  return { kind: 'date', value, unit: '', loose: year === undefined && day === undefined };
}

/** 2024-03 and 2021/03, but not 2011-12, a year of account that two years share, nor 2005/08, which is four years. */
function monthOfYear(
  year: string | undefined,
  mark: string | undefined,
  month: string | undefined,
): Reading | undefined {
  const years = mark === '-' ? neighbourYears(year, month) : fiscal(year, month);
  return years === undefined ? date(year, month, undefined) : undefined;
}

/** 四月一日: in words, as “the first of April” is. */
function hanDate(month: string | undefined, day: string | undefined): Reading | undefined {
  const found = date(undefined, digit(month), digit(day));
  return found === undefined ? undefined : { ...found, loose: true };
}

function one(year: string | undefined, unit: string): Reading | undefined {
  return year === undefined ? undefined : { kind: 'period', value: full(year), unit };
}

function years(from: string | undefined, to: string | undefined, unit: string): Reading | undefined {
  if (from === undefined || to === undefined || full(from) >= full(to)) return undefined;
  return { kind: 'period', value: full(from), upTo: full(to), unit };
}

/** One fiscal year that two calendar years share is named by both: 2023/24. */
function fiscal(from: string | undefined, to: string | undefined): Reading | undefined {
  if (from === undefined) return undefined;
  if (to === undefined) return one(from, 'FY');
  const [first, last] = [Number(full(from)), Number(full(to))];
  if (last === first + 1) return { kind: 'period', value: `${first}/${String(last).slice(2)}`, unit: 'FY' };
  return last > first ? { kind: 'period', value: String(first), upTo: String(last), unit: 'FY' } : undefined;
}

/** 2019–20 is a year of account only where its years follow each other; 2019-11 is none. */
function neighbourYears(from: string | undefined, to: string | undefined): Reading | undefined {
  return (Number(from) + 1) % 100 === Number(to) ? fiscal(from, to) : undefined;
}

function part(year: string, name: string): Reading {
  return { kind: 'period', value: year === '' ? name : `${year}-${name}`, unit: 'part', loose: year === '' };
}

function full(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function digit(mark: string | undefined): string {
  return readHanNumeral(mark ?? '')?.toFixed() ?? mark ?? '';
}
