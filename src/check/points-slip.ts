import type { MetricBook } from '../metrics/index.ts';
import { agrees, type StatedCase } from './stated-change.ts';

/** Whether a percentage is stated for a share that is no relative change of it, but would be right as a difference. */
export function isPointsSlip(book: MetricBook, one: StatedCase): boolean {
  if (one.stated.in !== 'percent' || one.metric.nature !== 'ratio' || agrees(book, one) !== false) return false;
  return agrees(book, { ...one, stated: { ...one.stated, in: 'percentage_points' } }) === true;
}
