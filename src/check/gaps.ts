import type { Disclosure, Framework, IndexEntry, Report } from '../content/index.ts';

/** Why a framework still asks for a disclosure. */
export type GapKind = 'no-entry' | 'unavailable' | 'confidentiality' | 'legal' | 'in-part' | 'no-figure';

/** A disclosure that a framework asks for and the report does not give, or not whole. */
export interface Gap {
  readonly disclosure: Disclosure;
  readonly kind: GapKind;
  /** Blocks that name the disclosure without an entry, or metrics without a figure for the period. */
  readonly ids: readonly string[];
}

/** How far the index of one framework has come. */
export interface FrameworkGaps {
  readonly framework: Framework;
  /** Disclosures in force for the period. */
  readonly asked: number;
  readonly answered: number;
  readonly notApplicable: number;
  /** In the order of the framework. */
  readonly gaps: readonly Gap[];
}

/** What each framework of a report still asks for: everything in force that is neither answered whole nor not applicable. */
export function gapsOf(report: Report): readonly FrameworkGaps[] {
  return [...report.frameworks.values()].map((framework) => {
    const entries = new Map(report.indices.get(framework.id)?.entries.map((entry) => [entry.disclosure, entry]));
    const asked = framework.disclosures.filter(({ inForce }) => inForce);
    const notApplicable = asked.filter(({ id }) => isNotApplicable(entries.get(id)));
    const gaps = asked.flatMap((disclosure) => gapOf(report, disclosure, entries.get(disclosure.id)) ?? []);
    return {
      framework,
      asked: asked.length,
      answered: asked.length - notApplicable.length - gaps.length,
      notApplicable: notApplicable.length,
      gaps,
    };
  });
}

function isNotApplicable(entry: IndexEntry | undefined): boolean {
  return entry?.omission?.reason === 'not_applicable' && entry.where.length === 0;
}

function gapOf(report: Report, disclosure: Disclosure, entry: IndexEntry | undefined): Gap | undefined {
  if (entry === undefined) {
    const blocks = [...report.blocks.values()].filter(({ frameworks }) => frameworks.includes(disclosure.id));
    return { disclosure, kind: 'no-entry', ids: blocks.map(({ id }) => id) };
  }
  if (isNotApplicable(entry)) return undefined;
  const { omission } = entry;
  if (omission !== undefined) {
    const whole = entry.where.length === 0 && omission.reason !== 'not_applicable';
    return { disclosure, kind: whole ? omission.reason : 'in-part', ids: [] };
  }
  const silent = entry.metrics.filter((id) => !hasFigure(report, id));
  return silent.length === 0 ? undefined : { disclosure, kind: 'no-figure', ids: silent };
}

/** Whether a metric has a figure for a time within the reporting period. */
function hasFigure(report: Report, id: string): boolean {
  const own = report.periods.find((one) => one.id === report.period);
  const within = report.periods.filter(({ start, end }) => own !== undefined && own.start <= start && end <= own.end);
  return (report.metrics.get(id)?.values ?? []).some(
    ({ period, value }) => value !== null && within.some((one) => one.id === period),
  );
}
