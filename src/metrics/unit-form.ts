import type { Lang } from '../core/index.ts';

/** How a unit stands beside its figure: `HKD` before and `million` after, or only `万吨` after. */
export interface UnitForm {
  /** Printed before the figure: a currency. */
  readonly prefix?: string;
  /** Printed after the figure; empty for a pure number. */
  readonly suffix: string;
  /** The suffix for exactly one: `tonne`. */
  readonly one?: string;
  /** No space before the suffix in a language that has one there: `39.0%`. */
  readonly closed?: boolean;
}

/** The unit alone, as a table's unit column prints it: `HKD million`, `万吨`; empty for a pure number. */
export function unitText(form: UnitForm, lang: Lang): string {
  const { prefix = '', suffix } = form;
  return prefix !== '' && suffix !== '' && lang === 'en' ? `${prefix} ${suffix}` : `${prefix}${suffix}`;
}
