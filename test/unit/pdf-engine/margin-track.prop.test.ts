import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EXTRAS } from '../../../src/pdf/engine/galley.ts';
import { type LevelledMargin, levelMargins } from '../../../src/pdf/engine/margin-track.ts';

const HEAD = 20;
const FOOT = 220;
const GAP = 4;

const margin = fc
  .record({
    x: fc.constantFrom(0, 50),
    y: fc.integer({ min: HEAD, max: FOOT }),
    height: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ x, y, height }): LevelledMargin => {
    const galley = { ...NO_EXTRAS, kind: 'space', width: 40, height } as const;
    return { y, note: { x, origin: 'o', galley } };
  });

const bottom = ({ y, note }: LevelledMargin): number => y + note.galley.height;

describe('margin notes of a page', () => {
  it('keep apart and above the foot, in order, and stand level where nothing is in the way', () => {
    fc.assert(
      fc.property(fc.array(margin, { maxLength: 8 }), (margins) => {
        const { fitting } = levelMargins(margins, HEAD, () => FOOT, GAP);
        expect(fitting).toHaveLength(margins.length);
        for (const x of [0, 50]) {
          const wanted = margins.filter(({ note }) => note.x === x).sort((a, b) => a.y - b.y);
          const track = fitting.filter(({ note }) => note.x === x).sort((a, b) => a.y - b.y);
          track.forEach((each, i) => {
            const next = track[i + 1];
            expect(bottom(each)).toBeLessThanOrEqual(FOOT + 0.001);
            if (next !== undefined) expect(bottom(each) + GAP).toBeLessThanOrEqual(next.y + 0.001);
          });
          const [only] = wanted;
          if (wanted.length === 1 && only !== undefined && bottom(only) <= FOOT) expect(track[0]?.y).toBe(only.y);
        }
      }),
    );
  });

  it('name the highest note of a track that reaches over the head, and no other', () => {
    fc.assert(
      fc.property(fc.array(margin, { maxLength: 8 }), (margins) => {
        const { fitting, cramped } = levelMargins(margins, HEAD, () => FOOT, GAP);
        const expected = [0, 50].flatMap((x) => {
          const track = fitting.filter(({ note }) => note.x === x);
          const top = Math.min(...track.map(({ y }) => y));
          return top < HEAD - 0.005 ? [[x, top, Math.max(...track.map(({ note }) => note.galley.height))]] : [];
        });
        const told = cramped.map(({ note, y }) => [note.x, y, note.galley.height]);
        expect(told.sort(([a = 0], [b = 0]) => a - b)).toEqual(expected);
      }),
    );
  });
});
