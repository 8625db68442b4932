import { type ChartModel, labelPhrases, type Phrases, yearOf } from './chart-model.ts';

/** One place of the time axis. */
export type Slot =
  | {
      readonly kind: 'value';
      readonly index: number;
      readonly label: Phrases;
      readonly calendar: boolean;
      readonly current: boolean;
    }
  /** Between values that must not be compared. */
  | { readonly kind: 'break' }
  /** A year between the last value and the goal. */
  | { readonly kind: 'future' }
  | { readonly kind: 'goal'; readonly label: Phrases };

/** Most years that stand one by one between the last value and the goal; further goals share this much room. */
const MOST_FUTURE = 6;

/**
 * The time axis of a chart: its periods with a gap at each break, then the years up to the goal where it has one that
 * lies ahead and can be drawn.
 */
export function timeSlots(model: ChartModel, withGoal: boolean): readonly Slot[] {
  const mixed = new Set(model.periods.map(({ kind }) => kind)).size > 1;
  const slots: Slot[] = model.periods.flatMap((period, index): Slot[] => {
    const slot: Slot = {
      kind: 'value',
      index,
      label: labelPhrases(model.langs, period.label),
      calendar: mixed && period.kind === 'calendar',
      current: period.id === model.current,
    };
    return model.breaks.has(index) ? [slot, { kind: 'break' }] : [slot];
  });
  const last = model.periods.at(-1);
  if (!withGoal || model.target === undefined || model.target.value === null || last === undefined) return slots;
  const years = Math.max(1, model.target.year - yearOf(last));
  const between = Math.min(years, MOST_FUTURE) - 1;
  return [
    ...slots,
    ...Array.from({ length: between }, (): Slot => ({ kind: 'future' })),
    { kind: 'goal', label: model.target.by },
  ];
}

/** Whether the years up to the goal stand one by one, so that each may have its tick. */
export function yearsShown(model: ChartModel): boolean {
  const last = model.periods.at(-1);
  return model.target !== undefined && last !== undefined && model.target.year - yearOf(last) <= MOST_FUTURE;
}
