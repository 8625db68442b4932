import {
  maskedSource,
  type Period,
  type Reference,
  type Report,
  reportTexts,
  type Text,
  textReferences,
} from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Periods up to this many days hold a dated fact; longer ones are years. */
const DATED = 200;
const DAY = 86_400_000;

/**
 * N10 for dates: a source tells of no period that had not ended when it was published, nor is it of a day after the report,
 * unless it tells of a later period; a dated fact lies in the years that
 * the report covers; a report appears after its period; and a value “as at” a date belongs to a period with that date.
 */
export function dates({ report }: CheckFacts): readonly Diagnostic[] {
  const byId = new Map(report.periods.toReversed().map((one) => [one.id, one]));
  const period = (id: string): Period | undefined => byId.get(id);
  return [
    ...earlySources(report, period),
    ...lateSources(report, period),
    ...strayFacts(report, period),
    ...earlyReport(report, period),
    ...strayDates(report, period),
  ];
}

type PeriodOf = (id: string) => Period | undefined;

function fault(report: Report, origin: OriginId, message: string, about: Partial<Diagnostic>): Diagnostic {
  const span = report.origins.spanOf(origin);
  return diagnose('N10', message, { ...(span === undefined ? {} : { span }), ...about });
}

function earlySources(report: Report, period: PeriodOf): readonly Diagnostic[] {
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value) => {
      const end = knownFrom(period(value.period));
      if (end === undefined || value.value === null || value.status === 'estimate') return [];
      return value.source.flatMap((id, i): readonly Diagnostic[] => {
        const source = report.sources.get(id);
        if (source?.date === undefined || source.date >= end) return [];
        const dated = report.origins.spanOf(`${source.origin}/date`);
        return [
          fault(report, `${value.origin}/source/${i}`, `a source of ${source.date} cannot tell of ${value.period}`, {
            item: `${metric.id}@${value.period}`,
            expected: `a source from ${end} on`,
            found: `${id}, of ${source.date}`,
            related: dated === undefined ? [] : [{ span: dated, note: 'the date of the source' }],
            hints: ['correct the period, the source or its date; a forecast has `status: estimate`'],
          }),
        ];
      });
    }),
  );
}

/** Sources of a day on which the report was out already, of which it cannot know. */
function lateSources(report: Report, period: PeriodOf): readonly Diagnostic[] {
  const own = period(report.period)?.end ?? '';
  const values = [...report.metrics.values()].flatMap((metric) => metric.values);
  return [...report.sources.values()].flatMap((source): readonly Diagnostic[] => {
    if (source.date === undefined || source.date <= report.published) return [];
    const tellsLater = values.some((value) => {
      const cites =
        value.source.includes(source.id) ||
        value.statedChanges.some((stated) => stated.source.includes(source.id)) ||
        value.alternatives.some((other) => other.source.includes(source.id));
      return cites && (period(value.period)?.end ?? '') > own;
    });
    if (tellsLater) return [];
    return [
      fault(report, `${source.origin}/date`, `the source ${source.id} is of a day after the report`, {
        severity: 'info',
        item: source.id,
        expected: `a date up to ${report.published}, on which the report is published`,
        found: source.date,
        hints: ['correct the date of the source, or `published:`'],
      }),
    ];
  });
}

/** The day from which a source can tell of a period: its end, of a month or a day that began. */
function knownFrom(period: Period | undefined): string | undefined {
  if (period === undefined) return undefined;
  return lengthOf(period) > DATED ? period.end : period.start;
}

function strayFacts(report: Report, period: PeriodOf): readonly Diagnostic[] {
  const limit = period(report.period)?.end ?? '';
  const years = report.periods.filter((one) => lengthOf(one) > DATED && one.end <= limit);
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value): readonly Diagnostic[] => {
      const dated = period(value.period);
      if (dated === undefined || value.value === null || lengthOf(dated) > DATED) return [];
      if (years.some((year) => year.start <= dated.start && dated.end <= year.end)) return [];
      return [
        fault(report, `${value.origin}/period`, `${value.period} lies outside the years of this report`, {
          item: `${metric.id}@${value.period}`,
          expected: `a date in ${years.map(({ id }) => id).join(', ')}`,
          found: dated.start === dated.end ? dated.start : `${dated.start} to ${dated.end}`,
          hints: ['correct the dates of the period, or leave the fact to another report'],
        }),
      ];
    }),
  );
}

function lengthOf(period: Period): number {
  const known = LENGTHS.get(period) ?? (Date.parse(period.end) - Date.parse(period.start)) / DAY + 1;
  LENGTHS.set(period, known);
  return known;
}

/** Every value asks for the length of its period. */
const LENGTHS = new WeakMap<Period, number>();

function earlyReport(report: Report, period: PeriodOf): readonly Diagnostic[] {
  const own = period(report.period);
  if (own === undefined || report.published > own.end) return [];
  return [
    fault(report, `${report.origin}/published`, `the report is published before ${own.id} has ended`, {
      expected: `a date after ${own.end}`,
      found: report.published,
      hints: ['correct `published:` or `period:`'],
    }),
  ];
}

/** Words that set a value to a date: 截至, as at. The date stands right after them. */
const AS_AT: Readonly<Record<Text['lang'], RegExp>> = { zh: /(?:截至|截止|截止到)$/, en: /\b(?:as at|as of|up to) $/i };
const SENTENCE_END: Readonly<Record<Text['lang'], RegExp>> = { zh: /[。！？；]/, en: /[.!?;](?:\s|$)/ };

function strayDates(report: Report, period: PeriodOf): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, role, shared }) =>
    shared || role !== 'prose' ? [] : [text.zh, text.en].flatMap((one) => strayDatesIn(report, one, period)),
  );
}

function strayDatesIn(report: Report, text: Text, period: PeriodOf): readonly Diagnostic[] {
  const plain = maskedSource(text);
  const references = textReferences(text);
  return references.flatMap((ref): readonly Diagnostic[] => {
    if (ref.target.kind !== 'date') return [];
    const { iso } = ref.target;
    const isAsAt = AS_AT[text.lang].test(plain.slice(0, ref.start));
    const values = (
      isAsAt ? restOfSentence(plain, references, ref, text.lang) : besideDate(plain, references, ref)
    ).flatMap(({ target }) => (target.kind === 'm' ? (period(target.period) ?? []) : []));
    if (values.length === 0 || values.some((one) => one.start <= iso && iso <= one.end)) return [];
    const [first] = values;
    return [
      fault(report, ref.origin, `the sentence is as at ${iso}, and its value is of ${first?.id ?? ''}`, {
        severity: 'warning',
        expected: `a date from ${first?.start ?? ''} to ${first?.end ?? ''}`,
        found: iso,
        hints: ['correct the date, or cite the value of its period'],
        lang: text.lang,
      }),
    ];
  });
}

function restOfSentence(
  plain: string,
  references: readonly Reference[],
  date: Reference,
  lang: Text['lang'],
): readonly Reference[] {
  const end = SENTENCE_END[lang].exec(plain.slice(date.end))?.index ?? plain.length;
  return references.filter((one) => one.start > date.start && one.start < date.end + end);
}

/** The value that a date belongs to by where it stands: 某日的 before it, “on” or “by” after it. */
function besideDate(plain: string, references: readonly Reference[], date: Reference): readonly Reference[] {
  return references.filter(
    (one) =>
      (one.start >= date.end && /^(?:的|末的|时的|底的)$/.test(plain.slice(date.end, one.start))) ||
      (one.end <= date.start && /^ (?:on|at|as at|as of|by|at the end of) $/.test(plain.slice(one.end, date.start))),
  );
}
