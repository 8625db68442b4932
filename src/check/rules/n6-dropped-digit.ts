import { Decimal, type Diagnostic, decimalPlaces, diagnose, isDecimal } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type GivenValue, type Relation, relationsOf } from '../relations.ts';

/** At most so many candidates are worth naming; more say nothing. */
const FEW = 4;
/** Places by which a point moves when a figure is taken for one in another unit: tens, kilo, 万, mega, 亿, giga. */
const SHIFTS = [1, 2, 3, 4, 6, 8, 9] as const;

/**
 * N6: beside what does not agree, the value that would agree with everything said of it, if it had one digit more, one
 * less, or its point elsewhere. Digits get lost when figures are retyped; which one, the author finds out, never the build.
 */
export function droppedDigit({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  const relations = relationsOf(report, book);
  const found = new Map<string, Diagnostic>();
  for (const relation of relations.filter(({ holds }) => holds() === false)) {
    const disputed = relation.among.filter(({ value }) => value.status === 'disputed');
    for (const one of disputed.length > 0 ? disputed : relation.among) {
      const fitting = candidates(relations, one);
      if (fitting === undefined) continue;
      const item = `${one.metric.id}@${one.value.period}`;
      const span = report.origins.spanOf(`${one.value.origin}/value`);
      const about = { ...(span === undefined ? {} : { span }), item, hints: ['look the value up in its source'] };
      found.set(item, diagnose('N6', `${one.value.value} would fit ${fitting}`, about));
      if (relation.suspects === 'in turn') break;
    }
  }
  return [...found.values()];
}

/** What would fit in place of a value, as the end of a sentence; undefined when nothing does, or too much. */
function candidates(relations: readonly Relation[], one: GivenValue): string | undefined {
  const about = relations.filter((relation) => relation.among.some(({ value }) => value === one.value));
  const fits = (text: string): boolean => about.every(({ holds }) => holds({ of: one, text }) !== false);
  const moved = movedPoints(one.value.value).filter(fits);
  const digits = neighbours(one.value.value).filter(fits);
  if (moved.length > 0 && moved.length <= FEW) {
    // A lost digit looks like a moved point where what it leaves rounds to the same: 40.2 for 402 or for 402.2.
    const finer = digits.filter((text) => moved.some((coarser) => roundsTo(text, coarser)));
    const either = finer.length === 0 || finer.length > FEW ? '' : `, or with one digit more: ${finer.join(', ')}`;
    return `with its point moved: ${moved.join(', ')}${either}`;
  }
  if (digits.length === 0 || digits.length > FEW) return undefined;
  return `with one digit more or less: ${digits.join(', ')}${backing(one, digits)}`;
}

/** The one candidate that an alternative of the value, given less finely, speaks for. */
function backing({ value }: GivenValue, digits: readonly string[]): string {
  const backed = digits.flatMap((candidate) =>
    value.alternatives.flatMap((other) =>
      other.in === value.in && roundsTo(candidate, other.value) ? [{ candidate, other: other.value }] : [],
    ),
  );
  const [first] = backed;
  if (first === undefined || backed.some(({ candidate }) => candidate !== first.candidate)) return '';
  return `; only ${first.candidate} also rounds to the alternative ${first.other}`;
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

/** The same digits with the point elsewhere, so that 3.80 is 38.0 and not 38. */
function movedPoints(text: string): readonly string[] {
  const value = new Decimal(text);
  if (value.isZero()) return [];
  return SHIFTS.flatMap((places) => [places, -places])
    .map((by) => value.times(new Decimal(10).pow(by)).toFixed(Math.max(0, decimalPlaces(text) - by)))
    .filter(isDecimal);
}

/** 402.2 rounds to 402; 351 is 350 with the digit that a point moved over a whole number leaves open. */
function roundsTo(finer: string, coarser: string): boolean {
  const places = decimalPlaces(coarser);
  if (places === 0 && decimalPlaces(finer) === 0)
    return coarser.endsWith('0') && finer !== coarser && finer.slice(0, -1) === coarser.slice(0, -1);
  return places < decimalPlaces(finer) && new Decimal(finer).toFixed(places) === coarser;
}
