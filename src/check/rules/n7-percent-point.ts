import { maskedSource, REFERENCE_SIGN, reportTexts, type Text, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { isLikelyPoints, isPointsSlip } from '../points-slip.ts';
import { statedCases } from '../stated-change.ts';

/**
 * N7: a difference of two shares is in percentage points, a relative change in percent. Looks at stated changes whose
 * unit makes them wrong and the other would make right, and at units typed after a reference. Formats of references
 * are judged where they are resolved.
 */
export function percentPoint({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [
    ...statedCases(report).flatMap((one): readonly Diagnostic[] => {
      const { metric, later, stated } = one;
      const isSlip = isPointsSlip(book, one);
      if (!isSlip && !isLikelyPoints(book, one)) return [];
      const span = report.origins.spanOf(`${stated.origin}/in`);
      const is = isSlip ? 'is' : 'seems to be';
      const message = `the change stated for ${metric.id} in ${later.period} ${is} in points, not in percent`;
      return [
        diagnose('N7', message, {
          ...(isSlip ? {} : { severity: 'warning' as const }),
          ...(span === undefined ? {} : { span }),
          item: `${metric.id}@${later.period}`,
          expected: 'percentage_points',
          found: stated.in,
          hints: ['write `in: percentage_points`'],
        }),
      ];
    }),
    ...reportTexts(report).flatMap(({ text }) =>
      [text.zh, text.en]
        .flatMap((one) => typedUnits(book, one))
        .map(({ message, hint, origin, lang }) => {
          const span = report.origins.spanOf(origin);
          return diagnose('N7', message, { ...(span === undefined ? {} : { span }), hints: [hint], lang });
        }),
    ),
  ];
}

interface TypedUnit {
  readonly message: string;
  readonly hint: string;
  readonly origin: string;
  readonly lang: Text['lang'];
}

/** `{{diff:share|num}}%` and `{{yoy:x|num}} percentage points`. */
function typedUnits(book: MetricBook, text: Text): readonly TypedUnit[] {
  const plain = maskedSource(text);
  return textReferences(text).flatMap(({ target, format, head, end, origin }): readonly TypedUnit[] => {
    if (format.name !== 'num' || (target.kind !== 'diff' && target.kind !== 'yoy')) return [];
    const after = plain.slice(end).replaceAll(REFERENCE_SIGN, '');
    const points = /^ ?(?:个?百分点|percentage points?|pp\b)/.test(after);
    const percent = !points && /^ ?(?:[%％]|per ?cent\b)/.test(after);
    const isShare = book.metric(target.metric)?.nature === 'ratio';
    if (target.kind === 'diff' && isShare && percent) {
      const message = `${head} is a difference of shares, which is in percentage points`;
      return [{ message, hint: 'write the reference with pp, without the typed unit', origin, lang: text.lang }];
    }
    if (target.kind === 'yoy' && points) {
      const message = `${head} is a relative change, which is in percent`;
      return [{ message, hint: 'write the reference with pct, without the typed unit', origin, lang: text.lang }];
    }
    return [];
  });
}
