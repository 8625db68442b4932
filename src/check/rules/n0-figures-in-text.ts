import { reportTexts, textReferences } from '../../content/index.ts';
import type { Diagnostic } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * What references in texts ask of the figures: a change that can be computed (N0), a format that its kind takes (N7, N12,
 * N14), no finer than the value (N13), no scopes mixed (S1), no break crossed (S2). The build would meet each while it sets
 * the text; a check tells them without a page.
 */
export function figuresInText({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return reportTexts(report).flatMap(({ text, role, shared }) => {
    if (role === 'formula') return [];
    return (shared ? [text.zh] : [text.zh, text.en]).flatMap((one) =>
      textReferences(one).flatMap((ref) => (PRINTS_A_FIGURE.has(ref.target.kind) ? book.faults(ref, one.lang) : [])),
    );
  });
}

const PRINTS_A_FIGURE: ReadonlySet<string> = new Set(['m', 'yoy', 'diff', 'share', 'sum', 'target', 'period', 'date']);
