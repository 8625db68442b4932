/**
 * The values that a head of a reference is made of, as `metric@period`: of `m:a@FY2024` the one, of `yoy:a@FY2024<FY2022` both
 * ends, of `share:a/b@FY2024` part and whole. A change that names no earlier period has only its later end.
 */
export function citedValues(head: string): readonly string[] {
  const [, kind, names = '', times = ''] = /^(\w+):([^@]*)@(.*)$/.exec(head) ?? [];
  if (kind === undefined || !KINDS.has(kind)) return [];
  return names.split(/[/+]/).flatMap((metric) => times.split('<').map((period) => `${metric}@${period}`));
}

const KINDS: ReadonlySet<string> = new Set(['m', 'yoy', 'diff', 'share', 'sum', 'old', 'stated', 'other']);
