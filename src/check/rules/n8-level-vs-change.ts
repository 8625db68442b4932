import type { RefTarget } from '../../content/index.ts';
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
  if (isChange(target) && word.kind === 'to') {
    return { expected: 'a level', found: 'a change', hint: 'write “by” (下降, 增长), or cite the value with m:' };
  }
  if (word.kind !== 'by' || word.loose || !isState(report, target)) return undefined;
  return {
    expected: 'a change',
    found: 'a level',
    hint: 'write “to” (降至, 升至), or cite the change with yoy: or diff:',
  };
}

function isChange(target: RefTarget): boolean {
  if (target.kind === 'target') return target.field === 'change' || target.field === 'gap';
  return target.kind === 'yoy' || target.kind === 'diff';
}

/** The value of a metric that is a state, or the goal of such a metric. */
function isState(report: CheckFacts['report'], target: RefTarget): boolean {
  if (target.kind === 'share') return true;
  const metric =
    target.kind === 'm'
      ? target.metric
      : target.kind === 'target' && target.field === 'value'
        ? report.targets.get(target.target)?.metric
        : undefined;
  return STATES.has(report.metrics.get(metric ?? '')?.nature ?? '');
}
