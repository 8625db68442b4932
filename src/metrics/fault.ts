import type { DiagnosticCode } from '../core/index.ts';
import type { ChangeFault } from './change.ts';
import type { Ledger } from './ledger.ts';
import type { TargetFault } from './target.ts';

/** Why a reference has no figure, before it is known where the reference stands. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hints: readonly string[];
}

/** Tells a fault from what was looked for. */
export function isFault(thing: object): thing is Fault {
  return 'code' in thing && 'message' in thing;
}

export function deadReference(kind: string, id: string): Fault {
  return { code: 'D1', message: `there is no ${kind} ${id}`, hints: [] };
}

export function missingValue(metric: string, period: string): Fault {
  const hints = ['give the value, or null with status not_disclosed'];
  return { code: 'D1', message: `${metric} has no value for ${period}`, hints };
}

export function undisclosedValue(metric: string, period: string): Fault {
  const message = `${metric} is not disclosed for ${period}, so nothing is computed from it`;
  return { code: 'N0', message, hints: ['say in words that the figure is not disclosed'] };
}

/** Why a change of a metric has no value. */
export function changeFault(
  ledger: Ledger,
  metric: string,
  period: string,
  from: string | undefined,
  why: ChangeFault,
): Fault {
  const earlier = from ?? ledger.periodBefore(period);
  if (why === 'break') {
    const reason = earlier === undefined ? undefined : ledger.breakBetween(metric, earlier, period);
    const [before, after] = reason?.between ?? [earlier, period];
    const message = `a change of ${metric} from ${earlier ?? ''} to ${period} crosses the break between ${before ?? ''} and ${after}`;
    return { code: 'S2', message, hints: ['compare periods on one side of the break'] };
  }
  if (earlier === undefined) {
    return { code: 'N0', message: `no period stands before ${period}`, hints: ['name the earlier period after <'] };
  }
  const entries = ledger.account(metric)?.entries;
  if (why === 'base') {
    const base = entries?.get(earlier)?.value;
    const message = `a relative change of ${metric} from ${base?.value ?? 'nothing'} in ${earlier} has no meaning`;
    return { code: 'N0', message, hints: ['use diff, or state both values'] };
  }
  const gap = [period, earlier].find((id) => entries?.get(id)?.amount === null);
  if (why === 'undisclosed' && gap !== undefined) return undisclosedValue(metric, gap);
  return missingValue(metric, entries?.has(period) === true ? earlier : period);
}

/** Why a target has no such figure. */
export function targetFault(id: string, field: string, why: TargetFault): Fault {
  const reasons = {
    text: `the goal of ${id} is in words and has no ${field}`,
    base: `${id} has no base value, so its ${field} is not computed`,
    undisclosed: `the metric of ${id} has no value up to the reporting period, so its ${field} is not computed`,
    break: `a series break lies between the base of ${id} and the latest value, so its ${field} is not computed`,
  };
  return { code: why === 'break' ? 'S2' : 'N0', message: reasons[why], hints: ['say it in words'] };
}
