import { type Diagnostic, diagnose } from '../../core/index.ts';
import { textReferences } from '../text-parts.ts';
import type { PlacedText } from '../texts.ts';
import type { Reference, Report } from '../types.ts';
import type { KnownIds } from './known-ids.ts';
import { missingValue } from './values.ts';

/** Every id that a text cites is defined, and every value that it cites is given. Emits D1. */
export function checkTextReferences(
  report: Report,
  texts: readonly PlacedText[],
  ids: KnownIds,
): readonly Diagnostic[] {
  // The languages cite the same, and a report cites its main figures again and again.
  const sound = new Set<string>();
  const check = (ref: Reference): readonly Diagnostic[] => {
    if (sound.has(ref.head)) return [];
    const found = checkReference(report, ref, ids);
    if (found.length === 0) sound.add(ref.head);
    return found;
  };
  return texts.flatMap(({ text, shared }) =>
    (shared ? [text.zh] : [text.zh, text.en]).flatMap((one) => textReferences(one).flatMap(check)),
  );
}

function checkReference(report: Report, ref: Reference, ids: KnownIds): readonly Diagnostic[] {
  const { target, origin } = ref;
  switch (target.kind) {
    case 'm':
      return checkValues(report, ids, [target.metric], [target.period], origin);
    case 'yoy':
    case 'diff':
      return checkValues(
        report,
        ids,
        [target.metric],
        [target.period, ...(target.from === undefined ? [] : [target.from])],
        origin,
      );
    case 'share':
      return checkValues(report, ids, [target.part, target.whole], [target.period], origin);
    case 'sum':
      return checkValues(report, ids, target.metrics, [target.period], origin);
    case 'target':
      return ids.check('target', target.target, origin);
    case 'period':
      return ids.check('period', target.period, origin);
    case 'term':
      return ids.check('term', target.term, origin);
    case 'see':
      return [...ids.check('place', target.block, origin), ...checkTitle(report, target.block, origin)];
    case 'page':
      return ids.check('place', target.block, origin);
    case 'note':
      return ids.check('note', target.note, origin);
    case 'src':
      return ids.check('source', target.source, origin);
    case 'date':
    case 'lit':
      return [];
  }
}

/** Kinds of blocks that have no title to print; of the others some leave theirs out. */
const UNTITLED: ReadonlySet<string> = new Set(['paragraph', 'list', 'note', 'kpi', 'kpi_grid', 'index', 'break']);

/** `see` prints the title of its block, which has to have one. */
function checkTitle(report: Report, id: string, origin: string): readonly Diagnostic[] {
  const block = report.blocks.get(id);
  const isBare = block !== undefined && (UNTITLED.has(block.type) || ('title' in block && block.title === undefined));
  if (!isBare) return [];
  const span = report.origins.spanOf(origin);
  return [
    diagnose('D1', `the block \`${id}\` has no title that \`see:\` could print`, {
      ...(span === undefined ? {} : { span }),
      hints: ['name the heading above it, or cite its page alone with `page:`'],
    }),
  ];
}

function checkValues(
  report: Report,
  ids: KnownIds,
  metrics: readonly string[],
  periods: readonly string[],
  origin: string,
): readonly Diagnostic[] {
  const unknown = [
    ...metrics.flatMap((metric) => ids.check('metric', metric, origin)),
    ...periods.flatMap((period) => ids.check('period', period, origin)),
  ];
  if (unknown.length > 0) return unknown;
  return metrics.flatMap((metric) => periods.flatMap((period) => missingValue(report, metric, period, origin)));
}
