import { Decimal, decimalPlaces } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { agrees, type StatedCase } from './stated-change.ts';

/**
 * Whether a percentage is stated for a share that is, to the last digit, its difference in points and not its relative change,
 * although the precision of the values would allow either: 1.5 for 92.6 to 94.1, which is 1.6%.
 */
export function isLikelyPoints(book: MetricBook, one: StatedCase): boolean {
  const { stated, metric, later, earlier } = one;
  const [to, from] = [later.value, earlier?.value ?? null];
  if (stated.in !== 'percent' || metric.nature !== 'ratio' || to === null || from === null) return false;
  if (later.in !== earlier?.in || agrees(book, one) !== true || new Decimal(from).lte(0)) return false;
  const difference = new Decimal(to).minus(from);
  const places = decimalPlaces(stated.value);
  const relative = difference.div(from).times(100).toDecimalPlaces(places);
  return difference.toDecimalPlaces(places).eq(stated.value) && !relative.eq(stated.value);
}

/** Whether a percentage is stated for a share that is no relative change of it, but would be right as a difference. */
export function isPointsSlip(book: MetricBook, one: StatedCase): boolean {
  if (one.stated.in !== 'percent' || one.metric.nature !== 'ratio' || agrees(book, one) !== false) return false;
  return agrees(book, { ...one, stated: { ...one.stated, in: 'percentage_points' } }) === true;
}
