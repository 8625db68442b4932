import type { Report } from '../../content/types.ts';

/** The number of an accent as markup names it; empty for none. */
export function accentOrder(report: Report, accent: string | undefined): string {
  if (accent === undefined) return '';
  const found = report.accents.find((one) => one.id === accent);
  return found ? String(found.order) : '';
}
