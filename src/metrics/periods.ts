import type { Period, Report } from '../content/types.ts';

/** What the order of periods hangs on. */
export type PeriodOrder = Pick<Report, 'period' | 'prior' | 'periods'>;

/**
 * The period that a change is against by default: for the reporting period `prior`, for another one as far back
 * among periods of its kind and length as `prior` is from the reporting period. Single days and months in the list
 * of fiscal years thus have no part in it.
 */
export function periodBefore(report: PeriodOrder, id: string): string | undefined {
  if (id === report.period) return report.prior;
  const period = report.periods.find((candidate) => candidate.id === id);
  if (period === undefined) return undefined;
  const row = peersOf(report, period);
  return row[row.indexOf(id) - stepOf(report)];
}

function stepOf(report: PeriodOrder): number {
  const reporting = report.periods.find(({ id }) => id === report.period);
  const row = reporting === undefined ? [] : peersOf(report, reporting);
  const [from, to] = [row.indexOf(report.prior), row.indexOf(report.period)];
  return from < 0 || to <= from ? 1 : to - from;
}

/** Ids of one kind, and of one length give or take leap days and the lengths of months, in order of time. */
function peersOf(report: PeriodOrder, period: Period): readonly string[] {
  return report.periods
    .filter(
      ({ kind, start, end }) =>
        kind === period.kind && Math.abs(days(start, end) - days(period.start, period.end)) <= 3,
    )
    .map(({ id }) => id);
}

function days(start: string, end: string): number {
  return (Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000;
}
