import {
  type Block,
  maskedSource,
  type Reference,
  type Report,
  reportTexts,
  type Text,
  textReferences,
} from '../../content/index.ts';
import { type Diagnostic, diagnose, type Lang, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * N18: a figure is of the year under whose name it stands. Looks at cells of a table under the name of another of its years,
 * at the change of another year beside a value, and at a sentence that names one year and gives the value of another.
 */
export function otherPeriod({ report }: CheckFacts): readonly Diagnostic[] {
  return [
    ...[...report.blocks.values()].flatMap((block) => inTable(report, block)),
    ...reportTexts(report).flatMap(({ text, role, shared }) =>
      shared || role !== 'prose' ? [] : [text.zh, text.en].flatMap((one) => inSentences(report, one)),
    ),
  ];
}

function fault(report: Report, ref: Reference, lang: Lang, message: string, named: string, of: string): Diagnostic {
  const span = report.origins.spanOf(ref.origin);
  return diagnose('N18', message, {
    ...(span === undefined ? {} : { span }),
    expected: named,
    found: of,
    hints: ['cite the figure of the year that is named, or name the year of the figure'],
    lang,
  });
}

function inTable(report: Report, block: Block): readonly Diagnostic[] {
  if (block.type !== 'table') return [];
  const columns = block.columns.map(({ title }) => onlyPeriod(title.en));
  const rows = block.rows.map(([first]) => (first === undefined ? undefined : onlyPeriod(first.en)));
  return block.rows.flatMap((row, r) =>
    row.flatMap((cell, c): readonly Diagnostic[] => {
      const refs = cell === undefined ? [] : textReferences(cell.en);
      const [ref] = refs;
      const of = ref === undefined || refs.length > 1 ? undefined : periodOf(ref);
      if (ref === undefined || of === undefined) return [];
      const names = c > 0 && rows[r] !== undefined ? rows : columns;
      const named = names === rows ? rows[r] : columns[c];
      // A year that the table has no other place for is given on purpose.
      if (named === undefined || named === of || !names.includes(of)) return [];
      return [fault(report, ref, 'en', `${ref.head} stands under the name of ${named}`, named, of)];
    }),
  );
}

/** The period that a heading names, if it names one. */
function onlyPeriod(text: Text): string | undefined {
  const named = textReferences(text).flatMap(({ target }) => (target.kind === 'period' ? [target.period] : []));
  return named.length === 1 ? named[0] : undefined;
}

function periodOf({ target }: Reference): string | undefined {
  const isFigure = ['m', 'yoy', 'diff', 'share', 'sum'].includes(target.kind);
  return isFigure && 'period' in target ? target.period : undefined;
}

const SENTENCE_END: PerLang<RegExp> = { zh: /[。！？；]/g, en: /[.!?;](?= |$|\ufffc)/g };
/** Words by which a sentence speaks of another time than the one it names. */
const OTHER_TIME: PerLang<RegExp> = {
  zh: /上年|上一|去年|前年|前一|此前|之前|先前|往年|早年|次年|翌年|下一|其后|随后|期初|起点|比|较|相对|自|以来/,
  en: /\b(?:last|previous|prior|earlier|before|former|after|following|next|preceding|ago|since|from|than|against|compared|versus|until)\b/i,
};
/** What leads a year that the sentence compares with, counts from, or adds to another. */
const NOT_SET: PerLang<RegExp> = {
  zh: /[比较与和及、同自从至到距于过如对像]$/,
  en: /\b(?:than|from|since|against|to|until|by|below|above|over|under|of|and|or|with|before|after|like|as|on)\s?$/i,
};
/** So far from the year its figure may stand. */
const NEAR: PerLang<number> = { zh: 24, en: 60 };

function inSentences(report: Report, text: Text): readonly Diagnostic[] {
  const plain = maskedSource(text);
  const ends = [...plain.matchAll(SENTENCE_END[text.lang])].map(({ index }) => index);
  const refs = textReferences(text);
  return [...ends, plain.length].flatMap((end, i): readonly Diagnostic[] => {
    const start = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
    const own = refs.filter((ref) => ref.start >= start && ref.end <= end);
    return [...otherChange(report, text, start, own), ...otherValue(report, text, plain, own)];
  });
}

/** The change of an earlier year than those of which the sentence gives values of the same metric. */
function otherChange(report: Report, text: Text, start: number, own: readonly Reference[]): readonly Diagnostic[] {
  return own.flatMap((ref): readonly Diagnostic[] => {
    const { target } = ref;
    if (target.kind !== 'yoy' && target.kind !== 'diff') return [];
    const cited = own.filter((one) => one.target.kind === 'm' && one.target.metric === target.metric);
    // What follows the change is what it is compared with further: “X, down 5%, and a third below the Y of then”.
    const before = cited.filter((one) => one.start < ref.start);
    const values = (before.length > 0 ? before : cited).flatMap((one) =>
      'period' in one.target ? [one.target.period] : [],
    );
    const [value] = values;
    // A change of a later year may count from the value.
    const isEarlier = values.every((id) => placeOf(report, id) > placeOf(report, target.period));
    const isNamed = own.some((one) => one.target.kind === 'period' && one.target.period === target.period);
    if (value === undefined || !isEarlier || isNamed) return [];
    const plain = maskedSource(text);
    const lead = plain.slice(start, ref.start).replace(BASIS[text.lang], '').slice(-REACH);
    const trail = (CLAUSE.exec(plain.slice(ref.end))?.[0] ?? '').replace(BASIS[text.lang], '');
    if (YEAR_WORDS[text.lang].test(lead) || YEAR_WORDS[text.lang].test(trail)) return [];
    return [fault(report, ref, text.lang, `${ref.head} stands beside the value of ${value}`, value, target.period)];
  });
}

const CLAUSE = /^[^，。；、（,.;(]*/;

/** Place of a period in the report; 0 for one that it does not know. */
function placeOf({ periods }: Report, id: string): number {
  return Math.max(
    0,
    periods.findIndex((period) => period.id === id),
  );
}

/** So far before a change may stand what says of which year it is. */
const REACH = 40;

/** Words that name another year without its reference. */
const YEAR_WORDS: PerLang<RegExp> = {
  zh: /上年|上一|去年|前年|前一|此前|之前|先前|往年|次年|翌年|下一|其后|随后|累计|以来/,
  en: /\b(?:last|previous|prior|earlier|before|following|next|preceding|ago|since|already)\b/i,
};

/** What a change is counted from, which says nothing of its own year. */
const BASIS: PerLang<RegExp> = {
  zh: /[比较同与](?:上一?(?:财|会计)?年度?|去年|往年)(?:同期)?/g,
  en: /\b(?:than|from|over|on|against|below|above)(?: in)?(?: the)?(?: last| previous| prior| preceding)? years?(?: before| earlier)?\b|\b(?:than|as) (?:before|previously|hitherto)\b/gi,
};

/** The only year of a sentence, and right after it the value of another year although the metric has one for the year named. */
function otherValue(report: Report, text: Text, plain: string, own: readonly Reference[]): readonly Diagnostic[] {
  const named = own.filter(({ target }) => target.kind === 'period' || target.kind === 'date');
  const [year] = named;
  if (year === undefined || named.length > 1 || year.target.kind !== 'period') return [];
  const { period } = year.target;
  const next = own.find(({ start, target }) => start >= year.end && target.kind !== 'src' && target.kind !== 'note');
  if (next === undefined || next.target.kind !== 'm' || next.target.period === period) return [];
  const { metric } = next.target;
  const between = plain.slice(year.end, next.start);
  const isApart = NOT_SET[text.lang].test(plain.slice(0, year.start)) || !/^[，,]?[^，,；;（(]*$/.test(between);
  if (isApart || between.length > NEAR[text.lang] || OTHER_TIME[text.lang].test(between)) return [];
  const hasBoth = report.metrics.get(metric)?.values.some((value) => value.period === period && value.value !== null);
  const isCited = own.some(({ target }) => target.kind === 'm' && target.metric === metric && target.period === period);
  if (hasBoth !== true || isCited) return [];
  return [fault(report, next, text.lang, `${next.head} follows the name of ${period}`, period, next.target.period)];
}
