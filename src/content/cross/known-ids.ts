import { type Diagnostic, diagnose, nearest, type OriginId, type OriginIndex } from '../../core/index.ts';
import type { FileKind } from '../load-files.ts';
import { BUILT_IN_UNITS } from '../schema/unit-ids.ts';
import type { Report } from '../types.ts';

/** Kinds of things that have ids of their own. */
export type IdKind =
  | 'metric'
  | 'period'
  | 'block'
  | 'note'
  | 'chapter'
  | 'place'
  | 'term'
  | 'source'
  | 'target'
  | 'asset'
  | 'accent'
  | 'framework'
  | 'disclosure'
  | 'unit';

/** What a reader knows a kind as. */
const NAMES: Readonly<Record<IdKind, string>> = {
  metric: 'metric',
  period: 'period',
  block: 'block',
  note: 'note',
  chapter: 'chapter',
  place: 'block or chapter',
  term: 'term',
  source: 'source',
  target: 'target',
  asset: 'asset',
  accent: 'accent',
  framework: 'framework',
  disclosure: 'disclosure',
  unit: 'unit',
};

/** Files that define a kind: while one of them cannot be read, an unknown id may stand in it and is not reported. */
const DEFINED_IN: Readonly<Record<IdKind, readonly FileKind[]>> = {
  metric: ['metrics'],
  period: ['report'],
  block: ['chapters', 'report'],
  note: ['chapters', 'report'],
  chapter: ['chapters'],
  place: ['chapters', 'report'],
  term: ['termbase'],
  source: ['sources'],
  target: ['targets'],
  asset: ['assets'],
  accent: ['report'],
  framework: ['frameworks'],
  disclosure: ['frameworks'],
  unit: ['units'],
};

/** Answers whether an id is defined, and says so where it is not. */
export interface KnownIds {
  has(kind: IdKind, id: string): boolean;
  /** Whether all that may define the kind was read. */
  isComplete(kind: IdKind): boolean;
  /** D1 with the nearest id, or nothing when the id is known or cannot be judged. */
  check(kind: IdKind, id: string, origin: OriginId): readonly Diagnostic[];
}

export function knownIds(report: Report, incomplete: ReadonlySet<FileKind>): KnownIds {
  const blocks = [...report.blocks.values()];
  const ids: Readonly<Record<IdKind, ReadonlySet<string>>> = {
    metric: new Set(report.metrics.keys()),
    period: new Set(report.periods.map((p) => p.id)),
    block: new Set(report.blocks.keys()),
    note: new Set(blocks.filter((b) => b.type === 'note').map((b) => b.id)),
    chapter: new Set(report.chapters.keys()),
    place: new Set([...report.blocks.keys(), ...report.chapters.keys()]),
    term: new Set(report.terms.keys()),
    source: new Set(report.sources.keys()),
    target: new Set(report.targets.keys()),
    asset: new Set(report.assets.keys()),
    accent: new Set(report.accents.map((a) => a.id)),
    framework: new Set(report.frameworks.keys()),
    disclosure: new Set([...report.frameworks.values()].flatMap((f) => f.disclosures.map((d) => d.id))),
    unit: new Set([...BUILT_IN_UNITS, ...report.units.map((u) => u.id)]),
  };
  const isComplete = (kind: IdKind): boolean => !DEFINED_IN[kind].some((file) => incomplete.has(file));
  return {
    has: (kind, id) => ids[kind].has(id),
    isComplete,
    check: (kind, id, origin) =>
      ids[kind].has(id) || !isComplete(kind) ? [] : [unknownId(kind, id, ids, { origin, origins: report.origins })],
  };
}

function unknownId(
  kind: IdKind,
  id: string,
  ids: Readonly<Record<IdKind, ReadonlySet<string>>>,
  at: { readonly origin: OriginId; readonly origins: OriginIndex },
): Diagnostic {
  const span = at.origins.spanOf(at.origin);
  const near = nearest(id, ids[kind]);
  const hint = kind === 'note' && ids.block.has(id) ? `\`${id}\` is a block, but not of type \`note\`` : undefined;
  return diagnose('D1', `no ${NAMES[kind]} \`${id}\` is defined`, {
    ...(span === undefined ? {} : { span }),
    found: id,
    hints: [hint ?? (near === undefined ? `define it, or correct the id` : `did you mean \`${near}\`?`)],
  });
}
