import { type PeriodOrder, periodBefore } from '../metrics/index.ts';

/**
 * The values that a head of a reference is made of, as `metric@period`: of `m:a@FY2024` the one, of `yoy:a@FY2024<FY2022` both
 * ends, of `share:a/b@FY2024` part and whole. A change that names no earlier period is against the one before.
 */
export function citedValues(head: string, report: PeriodOrder): readonly string[] {
  const [, kind, names = '', times = ''] = /^(\w+):([^@]*)@(.*)$/.exec(head) ?? [];
  if (kind === undefined || !KINDS.has(kind)) return [];
  const periods = times.split('<');
  const before = CHANGES.has(kind) && periods.length === 1 ? periodBefore(report, times) : undefined;
  if (before !== undefined) periods.push(before);
  return names.split(/[/+]/).flatMap((metric) => periods.map((period) => `${metric}@${period}`));
}

const CHANGES: ReadonlySet<string> = new Set(['yoy', 'diff']);
const KINDS: ReadonlySet<string> = new Set([...CHANGES, 'm', 'share', 'sum', 'old', 'stated', 'other']);
