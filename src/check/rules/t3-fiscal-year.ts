import { type Period, type Report, reportTexts, type Text, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose, LANGS, type Lang, type OriginId, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** A year that stands alone; 2024财年 and FY2024 do not, nor does the title of a report, which carries its year. */
const BARE: PerLang<RegExp> = {
  zh: /(?<![\d０-９])((?:19|20)\d\d)年?(?!\d|财年|年?度|年?(?:环境|ESG|可持续|社会责任)?[^，。]{0,12}报告)/g,
  en: /(?<![\w-])((?:19|20)\d\d)(?![\w-])(?! (?:\w+,? ){0,4}(?:and \w+ )?report\b)/gi,
};

/**
 * T3: a bare year is a calendar year. Where the report knows it only as a fiscal year, 2024 says nine months too much and
 * nine too few. Looks at labels of periods, names of metrics and targets, and literals; other digits are not typed.
 */
export function fiscalYear({ report }: CheckFacts): readonly Diagnostic[] {
  const fiscal = fiscalYears(report);
  if (fiscal.size === 0) return [];
  return [...periodLabels(report), ...names(report, fiscal), ...literals(report, fiscal)];
}

/** Years that only a fiscal year of the report goes by, with that period. */
function fiscalYears({ periods }: Report): ReadonlyMap<string, Period> {
  const calendar = new Set(periods.filter(isCalendarYear).map(({ end }) => end.slice(0, 4)));
  return new Map(
    periods.flatMap((period) => {
      const year = period.end.slice(0, 4);
      return isFiscalYear(period) && !calendar.has(year) ? [[year, period] as const] : [];
    }),
  );
}

function isCalendarYear({ start, end }: Period): boolean {
  return start.endsWith('-01-01') && end.endsWith('-12-31') && start.slice(0, 4) === end.slice(0, 4);
}

/** A year of its own beginning: it ends in the year after it starts. */
function isFiscalYear(period: Period): boolean {
  const years = Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4));
  return period.kind === 'fiscal' && years === 1;
}

function told(report: Report, origin: OriginId, year: string, period: Period, lang: Lang): Diagnostic {
  const span = report.origins.spanOf(origin);
  return diagnose('T3', `${year} stands for a calendar year, and ${period.id} is none`, {
    ...(span === undefined ? {} : { span }),
    expected: period.label[lang],
    found: lang === 'zh' ? `${year}年` : year,
    hints: ['write the fiscal year, or cite {{period:…}}'],
    lang,
  });
}

function periodLabels(report: Report): readonly Diagnostic[] {
  return report.periods.flatMap((period) =>
    isFiscalYear(period)
      ? LANGS.flatMap((lang): readonly Diagnostic[] => {
          const year = period.label[lang].replace(/年$/, '');
          if (!/^(?:19|20)\d\d$/.test(year)) return [];
          const span = report.origins.spanOf(`${period.origin}/label/${lang}`);
          return [
            diagnose('T3', `the label of ${period.id} reads as a calendar year`, {
              ...(span === undefined ? {} : { span }),
              expected: lang === 'zh' ? `${year}财年` : `FY${year}`,
              found: period.label[lang],
              hints: ['say in the label that the year is fiscal'],
              lang,
            }),
          ];
        })
      : [],
  );
}

function names(report: Report, fiscal: ReadonlyMap<string, Period>): readonly Diagnostic[] {
  const named = [...report.metrics.values(), ...report.targets.values()];
  const labels = named.flatMap((one) => [
    { label: one.label, origin: `${one.origin}/label` },
    ...('short' in one && one.short !== undefined ? [{ label: one.short, origin: `${one.origin}/short` }] : []),
    ...('scope' in one ? [{ label: one.scope, origin: `${one.origin}/scope` }] : []),
  ]);
  return labels.flatMap(({ label, origin }) =>
    LANGS.flatMap((lang) =>
      [...label[lang].matchAll(BARE[lang])].flatMap((match): readonly Diagnostic[] => {
        const [, year = ''] = match;
        const period = fiscal.get(year);
        const at = `${origin}/${lang}@${match.index}-${match.index + match[0].length}`;
        return period === undefined ? [] : [told(report, at, year, period, lang)];
      }),
    ),
  );
}

/** A literal that is a year and nothing else; what else it says is its author's to word. */
function literals(report: Report, fiscal: ReadonlyMap<string, Period>): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, shared }) =>
    (shared ? [text.zh] : [text.zh, text.en]).flatMap((one: Text) =>
      textReferences(one).flatMap(({ target, origin }): readonly Diagnostic[] => {
        const year = target.kind === 'lit' ? /^((?:19|20)\d\d)年?$/.exec(target.text)?.[1] : undefined;
        const period = fiscal.get(year ?? '');
        return year === undefined || period === undefined ? [] : [told(report, origin, year, period, one.lang)];
      }),
    ),
  );
}
