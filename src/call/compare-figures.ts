import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { powerPairs } from './power-pairs.ts';
import { resemblance } from './resemblance.ts';

/** Two figures that belong together, soundly or not. */
export interface PairedFigures<T> {
  readonly zh: T;
  readonly en: T;
  readonly likeness: Likeness;
}

/** Two texts of figures, put side by side. */
export interface FigureComparison<T> {
  readonly pairs: readonly PairedFigures<T>[];
  readonly onlyZh: readonly T[];
  readonly onlyEn: readonly T[];
}

/** A figure of a cell, as it is printed there; `sure` where its row or column names its unit. */
export interface CellFigure {
  readonly plain: FoundFigure;
  readonly sure: boolean;
}

/** How to look at what is compared. */
export interface FigureView<T> {
  readonly figureOf: (item: T) => FoundFigure;
  readonly cellOf?: (item: T) => CellFigure | undefined;
}

/** A figure that often has no partner in the other language: “one”, both, a few, a small number in words. */
export function isWeak(figure: FoundFigure): boolean {
  if (figure.loose || figure.kind === 'vague') return true;
  if (figure.number !== undefined || figure.kind === 'date' || figure.kind === 'period') return false;
  if (figure.kind === 'name') return false;
  if (figure.kind === 'ordinal') return !/\d/.test(figure.text) && new Decimal(figure.value).lte(10);
  return figure.kind === 'amount' && new Decimal(figure.value).abs().lte(10) && !MEASURES.test(figure.unit);
}

/** Units that a small number in words is a measure in, and not a way of speaking: “ten per cent”. */
const MEASURES = /^(?:percent|percentage_points|[A-Z]{3}|t|tCO2e|MJ|MW|m3|km|ha|multiple)$/;

/**
 * Compares the figures of two texts that say the same, as multisets: those that agree first, in order, then those that
 * differ, each with its likeliest partner. Weak figures without a partner are left out.
 */
export function compareFigures<T>(zh: readonly T[], en: readonly T[], view: FigureView<T>): FigureComparison<T> {
  const sound = pairSound(zh, en, view);
  const rest = pairUnsound(sound.onlyZh, sound.onlyEn, view);
  return { ...rest, pairs: [...sound.pairs, ...rest.pairs] };
}

/** So much of their texts may lie between two figures that are told near each other. */
const NEAR_BY = 0.1;

/** Pairs the figures that say the same; the others are left in their order, weak ones with them. */
export function pairSound<T>(zh: readonly T[], en: readonly T[], view: FigureView<T>): FigureComparison<T> {
  const { figureOf, cellOf = () => undefined } = view;
  const pairing = openPairing(zh, en, view);
  // Most figures agree to the digit: those are looked for among their like alone.
  const byValue = new Map<string, T[]>();
  for (const item of en) {
    const { value } = figureOf(item);
    byValue.set(value, [...(byValue.get(value) ?? []), item]);
  }
  pairing.pass(
    (likeness) => likeness === 'same',
    (a) => byValue.get(figureOf(a).value) ?? [],
  );
  pairing.pass((likeness) => likeness === 'same' || likeness === 'alike');
  pairing.join((a, b) => isSameCell(cellOf(a), cellOf(b), likenessOf(figureOf(a), figureOf(b))), 'same');
  pairing.pass((likeness) => likeness === 'rounded');
  const open = (a: T, b: T): boolean => isOpen(cellOf(a), cellOf(b), likenessOf(figureOf(a), figureOf(b)));
  for (const { zh: a, en: b } of powerPairs(pairing.zh(), pairing.en(), (item) => cellOf(item)?.plain, open))
    pairing.take(a, b, 'alike');
  return settled(pairing.result(), figureOf);
}

/**
 * Lets a figure that is left over have the partner of another one that can do with one of those left over, or without any: of
 * 七天 and 7分 the second took the “seven” of the first. Weak figures may be left.
 * Source: augmenting paths of a matching, Berge 1957, of length three.
 */
function settled<T>(first: FigureComparison<T>, figureOf: (item: T) => FoundFigure): FigureComparison<T> {
  const pairs = [...first.pairs];
  const [left, right] = [new Set(first.onlyZh), new Set(first.onlyEn)];
  const sound = (zh: T, en: T): Likeness | undefined => {
    const likeness = likenessOf(figureOf(zh), figureOf(en));
    // What a multiple may be beside itself, as a share or a bare count, is taken as it first comes: but 四次 is “four times”.
    const [a, b] = [figureOf(zh), figureOf(en)];
    const free =
      likeness === 'same' ||
      (likeness === 'alike' && (a.unit === 'multiple') === (b.unit === 'multiple')) ||
      (likeness === 'alike' && / times$/.test(b.text));
    return free ? likeness : undefined;
  };
  const weak = (item: T): boolean => isWeak(figureOf(item));
  for (const zh of first.onlyZh) {
    if (weak(zh)) continue;
    for (const [at, pair] of pairs.entries()) {
      const likeness = sound(zh, pair.en);
      if (likeness === undefined) continue;
      const other = [...right].find((en) => sound(pair.zh, en) !== undefined);
      if (other === undefined && !weak(pair.zh)) continue;
      pairs[at] = { zh, en: pair.en, likeness };
      left.delete(zh);
      if (other === undefined) left.add(pair.zh);
      else {
        pairs.push({ zh: pair.zh, en: other, likeness: sound(pair.zh, other) ?? 'alike' });
        right.delete(other);
      }
      break;
    }
  }
  for (const en of right) {
    if (weak(en)) continue;
    const at = pairs.findIndex((pair) => weak(pair.en) && sound(pair.zh, en) !== undefined);
    const pair = pairs[at];
    if (pair === undefined) continue;
    pairs[at] = { zh: pair.zh, en, likeness: sound(pair.zh, en) ?? 'alike' };
    right.delete(en);
    right.add(pair.en);
  }
  return { pairs, onlyZh: [...left], onlyEn: [...right] };
}

/** Pairs figures that do not say the same, each with its likeliest partner. */
export function pairUnsound<T>(zh: readonly T[], en: readonly T[], view: FigureView<T>): FigureComparison<T> {
  const { figureOf } = view;
  const pairing = openPairing(zh, en, view);
  const firm = (item: T): boolean => !isWeak(figureOf(item));
  pairing.pass((likeness) => likeness === 'doubtful');
  pairing.pass((likeness) => likeness === 'unit' || likeness === 'direction');
  const like = (a: T, b: T): boolean => resemblance(figureOf(a), figureOf(b)) > 0;
  pairing.pass((likeness, a, b) => likeness === 'value' && firm(a) && firm(b) && like(a, b));
  // What rates are of stands in their names as often, so that only two that are told near each other are compared.
  pairing.pass(
    (likeness, a, b) => likeness === 'value' && figureOf(a).unit === 'rate' && figureOf(b).unit === 'rate',
    undefined,
    NEAR_BY,
  );
  // Small numbers in words may come and go, but “three years” is not 四年.
  pairing.pass((likeness, a, b) => likeness === 'value' && isTimed(figureOf(a)) && isTimed(figureOf(b)));
  const { pairs, onlyZh, onlyEn } = pairing.result();
  return { pairs, onlyZh: onlyZh.filter(firm), onlyEn: onlyEn.filter(firm) };
}

interface Pairing<T> {
  readonly pass: (
    accept: (likeness: Likeness, a: T, b: T) => boolean,
    among?: (a: T) => Iterable<T>,
    most?: number,
  ) => void;
  readonly join: (accept: (a: T, b: T) => boolean, likeness: Likeness) => void;
  readonly take: (a: T, b: T, likeness: Likeness) => void;
  readonly zh: () => readonly T[];
  readonly en: () => readonly T[];
  readonly result: () => FigureComparison<T>;
}

function openPairing<T>(zh: readonly T[], en: readonly T[], { figureOf }: FigureView<T>): Pairing<T> {
  const [left, right] = [new Set(zh), new Set(en)];
  const places = new Map([
    ...zh.map((item, at) => [item, at / zh.length] as const),
    ...en.map((item, at) => [item, at / en.length] as const),
  ]);
  const pairs: PairedFigures<T>[] = [];
  const take: Pairing<T>['take'] = (a, b, likeness) => {
    pairs.push({ zh: a, en: b, likeness });
    left.delete(a);
    right.delete(b);
  };
  /** Far apart in their texts, and unlike in their digits: a worse pair. */
  const gap = (a: T, b: T, likeness: Likeness): number => {
    const distance = Math.abs((places.get(a) ?? 0) - (places.get(b) ?? 0));
    return likeness === 'value' ? distance - resemblance(figureOf(a), figureOf(b)) : distance;
  };
  const pass: Pairing<T>['pass'] = (accept, among = () => right, most = Number.POSITIVE_INFINITY) => {
    // A small number in words may go without a partner, so that it does not take one from a figure.
    const order = [...left].sort((a, b) => Number(isWeak(figureOf(a))) - Number(isWeak(figureOf(b))));
    for (const a of order) {
      let best: { readonly b: T; readonly likeness: Likeness; readonly gap: number } | undefined;
      for (const b of among(a)) {
        if (!right.has(b)) continue;
        const likeness = likenessOf(figureOf(a), figureOf(b));
        if (likeness === undefined || !accept(likeness, a, b)) continue;
        const worth = gap(a, b, likeness);
        if (worth > most) continue;
        if (best === undefined || worth < best.gap) best = { b, likeness, gap: worth };
      }
      if (best !== undefined) take(a, best.b, best.likeness);
    }
  };
  return {
    pass,
    take,
    join: (accept, likeness) => {
      for (const a of left) {
        const b = [...right].find((item) => accept(a, item));
        if (b !== undefined) take(a, b, likeness);
      }
    },
    zh: () => [...left],
    en: () => [...right],
    result: () => ({ pairs, onlyZh: [...left], onlyEn: [...right] }),
  };
}

/** The same digits in two cells, whose units do not stand against it. */
function isSameCell(a: CellFigure | undefined, b: CellFigure | undefined, likeness: Likeness | undefined): boolean {
  return a !== undefined && b !== undefined && a.plain.number === b.plain.number && isOpen(a, b, likeness);
}

/** Whether the units of two cells may have been taken from the wrong heads: of one, that no row or column names, or of things that nobody compares. */
function isOpen(a: CellFigure | undefined, b: CellFigure | undefined, likeness: Likeness | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return !(a.sure && b.sure) || likeness === undefined || likeness === 'unit';
}

function isTimed({ kind, unit, loose }: FoundFigure): boolean {
  return kind === 'amount' && !loose && /^(?:year|month|week|day|hour)$/.test(unit);
}
