import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type WordedFigure, wordedFigures } from '../figures-in-text.ts';

/** Formats that leave the sign to the sentence. */
const UNSIGNED: ReadonlySet<string | undefined> = new Set(['pct', 'abs', 'pp']);

/**
 * N9: words of direction go the way of the figures. A value that fell is not “raised to”, and a fall that prints its
 * minus does not stand after “down”.
 */
export function polarity({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return wordedFigures(report).flatMap((figure): readonly Diagnostic[] => {
    const { ref, text, word } = figure;
    const direction = directionOf(book, figure);
    if (direction === undefined || direction === 'same') return [];
    const span = report.origins.spanOf(ref.origin);
    const at = { ...(span === undefined ? {} : { span }), lang: text.lang };
    if (direction !== word.direction) {
      return [
        diagnose('N9', `“${word.word}” goes ${word.direction}, but ${ref.head} went ${direction}`, {
          ...at,
          expected: `a word for ${direction}`,
          found: word.word,
          hints: ['change the word; whether the change is good follows from the polarity of the metric'],
        }),
      ];
    }
    if (direction === 'up' || ref.target.kind === 'm' || UNSIGNED.has(ref.format.name)) return [];
    return [
      diagnose('N9', `“${word.word}” says the direction, and ${ref.head} prints its minus too`, {
        ...at,
        hints: ['use pct, pp or abs, which print no sign'],
      }),
    ];
  });
}

/** Which way the figure went: a change by its sign, a level against the period before. */
function directionOf(book: MetricBook, { ref, word }: WordedFigure): 'up' | 'down' | 'same' | undefined {
  const { target } = ref;
  if (target.kind === 'yoy' || target.kind === 'diff') {
    const change = book.difference(target.metric, target.period, 'en', target.from);
    return change.kind === 'change' ? change.quantity.sense?.direction : undefined;
  }
  if (target.kind !== 'm' || word.kind !== 'to') return undefined;
  const change = book.difference(target.metric, target.period, 'en');
  return change.kind === 'change' ? change.quantity.sense?.direction : undefined;
}
