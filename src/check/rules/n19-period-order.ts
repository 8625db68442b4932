import type { Report } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Charts along whose axis time runs on. */
const IN_TIME: ReadonlySet<string> = new Set(['bar', 'stacked_bar', 'line', 'area']);

/**
 * N19: the years of a table or a chart stand in order of time, each once. A table may begin with the latest year; the axis of
 * a chart runs forward.
 */
export function periodOrder({ report }: CheckFacts): readonly Diagnostic[] {
  return [...report.blocks.values()].flatMap((block) => {
    if (block.type !== 'metric_table' && block.type !== 'chart') return [];
    const forward = block.type === 'chart' && IN_TIME.has(block.chart);
    return misplaced(report, block.periods, `${block.origin}/periods`, forward);
  });
}

function misplaced(
  report: Report,
  periods: readonly string[],
  origin: OriginId,
  forward: boolean,
): readonly Diagnostic[] {
  const at = (i: number) => {
    const span = report.origins.spanOf(`${origin}/${i}`);
    return span === undefined ? {} : { span };
  };
  const again = periods.findIndex((id, i) => periods.indexOf(id) < i);
  if (again >= 0) {
    const message = `${periods[again]} is given twice`;
    return [
      diagnose('N19', message, { ...at(again), hints: ['take one of them out, or name the year that is meant'] }),
    ];
  }
  const order = new Map(report.periods.map(({ id }, i) => [id, i]));
  const places = periods.flatMap((id) => order.get(id) ?? []);
  const isSorted = (sign: 1 | -1): boolean =>
    places.every((place, i) => i === 0 || (places[i - 1] ?? 0) * sign < place * sign);
  if (isSorted(1) || (!forward && isSorted(-1))) return [];
  const first = places.findIndex((place, i) => i > 0 && place < (places[i - 1] ?? 0));
  const sorted = [...periods].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return [
    diagnose('N19', `${periods[first]} stands after ${periods[first - 1]}, which is later`, {
      ...at(first),
      expected: sorted.join(', '),
      found: periods.join(', '),
      hints: ['put the years in order of time'],
    }),
  ];
}
