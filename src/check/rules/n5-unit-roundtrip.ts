import { Decimal, type Diagnostic, diagnose, LANGS } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * N5: what is printed of a value, read back by its words, leaves the value open. A project’s own unit breaks it when
 * one text stands for two magnitudes.
 */
export function unitRoundtrip({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value) =>
      LANGS.flatMap((lang): readonly Diagnostic[] => {
        // Words for “about” are the project's own, and may read as anything.
        if (value.status !== 'estimate' && book.isPlain(metric.id, lang)) return [];
        const canonical = book.canonical(metric.id, value.period);
        if (canonical === null) return [];
        const { parts } = book.value(metric.id, value.period, lang, { place: 'prose' });
        const printed = parts
          .flatMap(({ kind, text }) => (kind === 'tag' ? [] : [text]))
          .join('')
          .trim();
        const readings = book.read(metric.id, printed, lang);
        const misread = readings.find(({ low, high }) => {
          const exact = new Decimal(canonical);
          return exact.lt(low) || exact.gt(high);
        });
        if (readings.length > 0 && misread === undefined) return [];
        const span = report.origins.spanOf(`${metric.origin}/display/${lang}/unit`);
        const found = misread === undefined ? 'no figure' : `${misread.value} ${metric.unit}`;
        return [
          diagnose('N5', `“${printed.replaceAll('\u00A0', ' ')}” does not read as ${canonical} ${metric.unit}`, {
            ...(span === undefined ? {} : { span }),
            item: `${metric.id}@${value.period}`,
            expected: `${canonical} ${metric.unit}`,
            found,
            hints: ['give each magnitude of a unit its own text in units.yaml'],
            lang,
          }),
        ];
      }),
    ),
  );
}
