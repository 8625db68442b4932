import type { Metric, MetricValue, Report } from '../content/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { splitSum, splitsOf, splitValues, surelyAdds } from './parts-total.ts';
import { isPointsSlip } from './points-slip.ts';
import { agrees, looksAhead, statedCases } from './stated-change.ts';

/** A value of a metric that is given. */
export interface GivenValue {
  readonly metric: Metric;
  readonly value: MetricValue & { readonly value: string };
}

/** Something that is said of several values at once: a stated change, a whole and its parts. */
export interface Relation {
  /** The values that it ties together, the one most likely at fault first. */
  readonly among: readonly GivenValue[];
  /** Whether the values come under suspicion in turn, or all alike: nothing tells one part of a total from another. */
  readonly suspects: 'in turn' | 'alike';
  /** Whether it holds, with another decimal in place of one value; undefined where that cannot be told. */
  readonly holds: (instead?: { readonly of: GivenValue; readonly text: string }) => boolean | undefined;
}

/** Every stated change and every total of a report. */
export function relationsOf(report: Report, book: MetricBook): readonly Relation[] {
  return [...changes(report, book), ...totals(report, book)];
}

function changes(report: Report, book: MetricBook): readonly Relation[] {
  return statedCases(report).flatMap((one): readonly Relation[] => {
    const later = given(one.metric, one.later);
    const earlier = given(one.metric, one.earlier);
    if (later === undefined || earlier === undefined || isPointsSlip(book, one)) return [];
    // The value of a later report is beyond this one's reach: it tells on the earlier value.
    const among = looksAhead(report, one) ? [earlier] : [later, earlier];
    return [
      {
        among,
        suspects: 'in turn',
        holds: (instead) => {
          if (instead === undefined) return agrees(book, one);
          const isLater = instead.of.value === one.later;
          return agrees(book, one, isLater ? { later: instead.text } : { earlier: instead.text });
        },
      },
    ];
  });
}

function totals(report: Report, book: MetricBook): readonly Relation[] {
  return splitsOf(report).flatMap((split): readonly Relation[] => {
    const among = splitValues(report, split).flatMap(({ id, value }) => {
      const metric = report.metrics.get(id);
      return metric === undefined ? [] : (given(metric, value) ?? []);
    });
    if (among.length !== split.parts.items.length + 1) return [];
    return [
      {
        among,
        suspects: 'alike',
        holds: (changed) => {
          const other = changed === undefined ? [] : [[changed.of.metric.id, changed.text] as const];
          const instead = new Map(other);
          return surelyAdds(report, book, split, instead) || splitSum(report, book, split, instead)?.agrees;
        },
      },
    ];
  });
}

function given(metric: Metric, value: MetricValue | undefined): GivenValue | undefined {
  return value !== undefined && isGiven(value) ? { metric, value } : undefined;
}

function isGiven(value: MetricValue): value is GivenValue['value'] {
  return value.value !== null;
}
