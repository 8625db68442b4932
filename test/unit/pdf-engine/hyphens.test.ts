import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/typeset/types.ts';
import { fakeTypeset, laidOut, lines, linesOn, row, texts, tree, withTypeset } from './build.ts';

/** Ends the given lines of every paragraph with a hyphen, unless the page asks otherwise; what it asks is written down. */
function hyphenating(ends: readonly number[], asked: (readonly number[])[]): typeof fakeTypeset {
  return {
    ...fakeTypeset,
    typesetParagraph: (paragraph, measure, context, wishes) => {
      const set = fakeTypeset.typesetParagraph(paragraph, measure, context);
      const free = wishes?.unhyphenated ?? [];
      if (wishes !== undefined) asked.push(free);
      const broken = set.lines.map((line, i): Line => {
        const ended = ends.includes(i) && !free.includes(i);
        return ended ? { ...line, end: 'hyphen', text: `${line.text}-` } : line;
      });
      return { ...set, lines: broken };
    },
  };
}

describe('words at the end of a page', () => {
  it('are not cut in two: the paragraph is set anew', () => {
    const asked: (readonly number[])[] = [];
    const document = withTypeset(hyphenating([2], asked), tree([lines('x', 7), lines('a', 6)]));
    expect(texts(document)[0]?.at(-1)).toBe('a.3');
    expect(asked).toEqual([[2]]);
  });

  it('may be cut elsewhere, and then nothing is set twice', () => {
    const asked: (readonly number[])[] = [];
    const document = withTypeset(hyphenating([1], asked), tree([lines('x', 7), lines('a', 6)]));
    expect(texts(document)[0]?.slice(-2)).toEqual(['a.2-', 'a.3']);
    expect(asked).toEqual([]);
  });

  it('nor at the end of a column, or of one side of a pair', () => {
    const asked: (readonly number[])[] = [];
    const pair = row(lines('a', 7), lines('b', 7), { level: true });
    const document = withTypeset(hyphenating([3], asked), tree([lines('x', 6), pair]));
    const ends = linesOn(document.pages[0]).map((line) => line.line.text);
    expect(ends).toContain('a.4');
    expect(ends).toContain('b.4');
    expect(asked).toEqual([[3], [3]]);
  });

  it('are left cut after two attempts', () => {
    const asked: (readonly number[])[] = [];
    const stubborn: typeof fakeTypeset = {
      ...fakeTypeset,
      typesetParagraph: (paragraph, measure, context, wishes) => {
        if (wishes !== undefined) asked.push(wishes.unhyphenated ?? []);
        return hyphenating([2], []).typesetParagraph(paragraph, measure, context);
      },
    };
    const document = withTypeset(stubborn, tree([lines('x', 7), lines('a', 6)]));
    expect(texts(document)[0]?.at(-1)).toBe('a.3-');
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(texts(document).flat()).toHaveLength(texts(laidOut(tree([lines('x', 7), lines('a', 6)]))).flat().length);
  });
});
