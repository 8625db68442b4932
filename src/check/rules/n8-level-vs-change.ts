import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type WordedFigure, wordedFigures } from '../figures-in-text.ts';

/** Natures whose value is a state, which nothing can rise or fall by. */
const STATES: ReadonlySet<string> = new Set(['level', 'intensity', 'ratio', 'index']);

/**
 * N8: one falls *to* a level and *by* a change. “Rose by” before a share that was reached, or “fell to” before a relative
 * change, says another thing than the figures do.
 */
export function levelVersusChange({ report }: CheckFacts): readonly Diagnostic[] {
  return wordedFigures(report).flatMap((figure): readonly Diagnostic[] => {
    const { ref, text, word } = figure;
    const fault = slipOf(report, figure);
    if (fault === undefined) return [];
    const span = report.origins.spanOf(ref.origin);
    return [
      diagnose('N8', `“${word.word}” leads to ${fault.expected}, but ${ref.head} is ${fault.found}`, {
        ...(span === undefined ? {} : { span }),
        expected: fault.expected,
        found: fault.found,
        hints: [fault.hint],
        lang: text.lang,
      }),
    ];
  });
}

interface Slip {
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
}

function slipOf(report: CheckFacts['report'], { ref, word }: WordedFigure): Slip | undefined {
  const { target } = ref;
  const isChange = target.kind === 'yoy' || target.kind === 'diff';
  if (isChange && word.kind === 'to') {
    return { expected: 'a level', found: 'a change', hint: 'write “by” (下降, 增长), or cite the value with m:' };
  }
  const nature = target.kind === 'm' ? report.metrics.get(target.metric)?.nature : undefined;
  if (word.kind !== 'by' || word.loose || nature === undefined || !STATES.has(nature)) return undefined;
  return {
    expected: 'a change',
    found: 'a level',
    hint: 'write “to” (降至, 升至), or cite the change with yoy: or diff:',
  };
}
