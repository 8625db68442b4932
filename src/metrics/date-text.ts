import type { Lang } from '../core/index.ts';

/** Names of the months in English, January first. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as 2024年7月22日 or 22 July 2024; undefined for a day that no calendar has. */
export function dateText(iso: string, lang: Lang): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const name = MONTHS[month - 1];
  if (name === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${name} ${year}`;
}
