import { describe, expect, it } from 'vitest';
import { blankAfter, blankBefore, blankBetween, KIND } from '../../../src/fonts/index.ts';

const CLASSES = {
  opener: [KIND.opener, 0.5],
  closer: [KIND.closer, 0.5],
  comma: [KIND.comma, 0.5],
  stop: [KIND.stop, 0.5],
  middle: [KIND.middleDot, 0.5],
  pair: [KIND.dash, 2],
} as const;

type Class = keyof typeof CLASSES;

/** Width of two neighbors together, outer blanks kept, em: the table of the setting rules. */
const TIGHT: Readonly<Record<Class, Readonly<Record<Class, number>>>> = {
  opener: { opener: 1.5, closer: 2, comma: 2, stop: 2, middle: 2, pair: 3 },
  closer: { opener: 1, closer: 1.5, comma: 1.5, stop: 1.5, middle: 1.5, pair: 2.5 },
  comma: { opener: 1, closer: 1.5, comma: 1.5, stop: 1.5, middle: 1.5, pair: 2.5 },
  stop: { opener: 1.5, closer: 1.5, comma: 1.5, stop: 1.5, middle: 1.5, pair: 2.5 },
  middle: { opener: 1.5, closer: 2, comma: 2, stop: 2, middle: 2, pair: 3 },
  pair: { opener: 2.5, closer: 3, comma: 3, stop: 3, middle: 3, pair: 4 },
};
const LOOSE: Partial<Record<`${Class} ${Class}`, number>> = { 'closer opener': 1.5, 'comma opener': 1.5 };

const pairs = Object.keys(CLASSES).flatMap((left) =>
  Object.keys(CLASSES).map((right) => [left, right] as [Class, Class]),
);

function width(left: Class, right: Class, neighbors: 'tight' | 'loose'): number {
  const [a, inkA] = CLASSES[left];
  const [b, inkB] = CLASSES[right];
  return blankBefore(a) + inkA + blankBetween(a, b, neighbors) + inkB + blankAfter(b);
}

describe('W4: marks side by side', () => {
  it.each(pairs)('%s and %s', (left, right) => {
    expect(width(left, right, 'tight')).toBeCloseTo(TIGHT[left][right]);
    expect(width(left, right, 'loose')).toBeCloseTo(LOOSE[`${left} ${right}`] ?? TIGHT[left][right]);
  });
});
