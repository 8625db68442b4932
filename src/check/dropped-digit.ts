import type { Metric, MetricValue, Report } from '../content/index.ts';
import { Decimal, decimalPlaces, isDecimal } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { agrees, type StatedCase, statedCases } from './stated-change.ts';

/** At most so many candidates are worth naming; more say nothing. */
const FEW = 4;

/**
 * N6, a hint beside N1 and N2: a value that would agree with every stated change around it if it had one digit more
 * or one less. Digits get lost when figures are retyped; which one is for the author to find out, never for the build.
 * @returns one sentence, or nothing where no digit or too many would do
 */
export function droppedDigitHint(
  report: Report,
  book: MetricBook,
  metric: Metric,
  value: MetricValue,
): readonly string[] {
  const { value: text } = value;
  if (text === null) return [];
  const around = statedCases(report).filter(
    (one) => one.metric.id === metric.id && (one.later.period === value.period || one.stated.from === value.period),
  );
  const fitting = neighbours(text).filter((candidate) => around.every((one) => fits(book, one, value, candidate)));
  if (fitting.length === 0 || fitting.length > FEW) return [];
  const alternatives = value.alternatives.filter((other) => other.in === value.in);
  const backed = fitting.flatMap((candidate) =>
    alternatives.flatMap((other) => (roundsTo(candidate, other.value) ? [{ candidate, other: other.value }] : [])),
  );
  const [first] = backed;
  const also =
    first !== undefined && backed.every(({ candidate }) => candidate === first.candidate)
      ? `, and only ${first.candidate} also rounds to the alternative ${first.other}`
      : '';
  return [`${value.period} would fit with one digit more or less: ${fitting.join(', ')}${also}`];
}

function fits(book: MetricBook, one: StatedCase, value: MetricValue, candidate: string): boolean {
  const instead = one.later.period === value.period ? { later: candidate } : { earlier: candidate };
  return agrees(book, one, instead) !== false;
}

/**
 * Every decimal that differs by one digit more, or by one less before the point, without the value itself, in order.
 * One less after the point would only be the value less finely, which nearly always fits.
 */
function neighbours(text: string): readonly string[] {
  const found = new Set<string>();
  for (let at = text.startsWith('-') ? 1 : 0; at <= text.length; at += 1) {
    for (const digit of '0123456789') found.add(`${text.slice(0, at)}${digit}${text.slice(at)}`);
    const beforePoint = at < (text.includes('.') ? text.indexOf('.') : text.length);
    if (beforePoint && /\d/.test(text[at] ?? '')) found.add(`${text.slice(0, at)}${text.slice(at + 1)}`);
  }
  const other = new Decimal(text);
  return [...found].filter((one) => isDecimal(one) && !new Decimal(one).eq(other)).sort();
}

function roundsTo(finer: string, coarser: string): boolean {
  const places = decimalPlaces(coarser);
  return places < decimalPlaces(finer) && new Decimal(finer).toFixed(places) === coarser;
}
