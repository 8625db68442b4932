import type { Polarity } from '../content/types.ts';
import type { Amount } from './amount.ts';
import type { Display } from './ledger.ts';
import { roundAt } from './rounding.ts';
import type { ChangeSense } from './types.ts';

/** Direction of a change as the reader sees it, after rounding, and what the metric's polarity makes of it. */
export function senseOf(change: Amount, display: Display, places: number, polarity: Polarity): ChangeSense {
  const shown = roundAt(change.value.div(display.unit.factor), places);
  if (shown.isZero()) return { direction: 'same', judgement: 'neutral' };
  const direction = shown.isNeg() ? 'down' : 'up';
  if (polarity === 'neutral') return { direction, judgement: 'neutral' };
  const better = (direction === 'up') === (polarity === 'higher_is_better');
  return { direction, judgement: better ? 'better' : 'worse' };
}
