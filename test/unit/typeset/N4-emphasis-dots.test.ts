import { describe, expect, it } from 'vitest';
import type { InlineItem } from '../../../src/compose/paragraph.ts';
import type { Line, PlacedRun } from '../../../src/typeset/index.ts';
import { EM, run, STYLE, set } from './setting.ts';

const emphasised = (text: string): InlineItem => run(text, 'zh', { style: { ...STYLE, dots: true } });
const glyphRuns = (line: Line | undefined): readonly PlacedRun[] =>
  (line?.items ?? []).filter((item) => item.kind === 'glyphs');

/** The middles of all dots of a line from its left end, em. */
function dots(line: Line | undefined): readonly number[] {
  return glyphRuns(line).flatMap((one) => (one.dots ?? []).map((x) => (one.x + x) / EM));
}

/** The middles of the bodies of these characters, em: a Han's body is one em from its origin. */
function middles(line: Line | undefined, characters: string): readonly number[] {
  return glyphRuns(line).flatMap((one) => {
    let x = one.x;
    return one.clusters.flatMap((text, i) => {
      const middle = x / EM + 0.5;
      x += one.advances[i] ?? 0;
      return characters.includes(text) ? [middle] : [];
    });
  });
}

describe('N4: dots of emphasis', () => {
  it('stand under each Han of the emphasised text, not under marks, Latin and figures', () => {
    const [line] = set([run('其他：'), emphasised('禁止，ISO 14001、第3类。'), run('其他')], 40).lines;
    expect(dots(line)).toHaveLength(4);
    expect(dots(line)).toEqual(middles(line, '禁止第类'));
  });

  it('stand under the middle of their Han in a line that is stretched', () => {
    const words = '凡属本条所列的作业一律暂停并报告';
    const { lines } = set([emphasised(`${words}Q${words}Q${words}`)], 10.4);
    expect(lines.length).toBeGreaterThan(3);
    const found = lines.flatMap(dots);
    const wanted = lines.flatMap((line) => middles(line, words));
    expect(found).toHaveLength(words.length * 3);
    for (const [i, x] of found.entries()) expect(x).toBeCloseTo(wanted[i] ?? Number.NaN, 6);
  });

  it('move nothing: lines, places and leading are those of the plain text', () => {
    const text = '凡属本条所列的作业，一律暂停，并在24小时内报告。恢复之前须经复核。';
    const plain = set(text, 12);
    const marked = set([emphasised(text)], 12);
    const bare = (line: Line): readonly unknown[] => glyphRuns(line).map(({ dots: _, ...rest }) => rest);
    expect(marked.leading).toBe(plain.leading);
    expect(marked.baseline).toBe(plain.baseline);
    expect(marked.lines.map((line) => line.text)).toEqual(plain.lines.map((line) => line.text));
    expect(marked.lines.map(bare)).toEqual(plain.lines.map(bare));
    expect(plain.lines.flatMap(dots)).toEqual([]);
  });
});
