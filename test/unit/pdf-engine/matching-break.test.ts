import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../src/compose/block.ts';
import { progressOf } from '../../../src/pdf/engine/text-progress.ts';
import { fakeTypeset, laidOut, layout, lines, linesOn, paragraph, row, run, stack, texts, tree } from './build.ts';

/** A paragraph of the given lines, and the lines of each of its sentences. */
function sentences(name: string, counts: readonly number[]): TextBlock {
  const written = counts.flatMap((count, sentence) =>
    Array.from({ length: count }, (_, i) => `${name}${sentence}${i === count - 1 ? '。' : 'x'}`),
  );
  const items = written.flatMap((text, i) => (i === 0 ? [run(text)] : [{ kind: 'newline' as const }, run(text)]));
  return { kind: 'text', origin: name, paragraph: paragraph(items) };
}

function firstPage(left: readonly number[], right: readonly number[], above: number): readonly string[] {
  const pair = row(sentences('l', left), sentences('r', right), { level: true });
  return texts(laidOut(tree([lines('x', above), pair])))[0]?.slice(above) ?? [];
}

describe('a pair that breaks over a page', () => {
  it('stops within the same sentence on both sides, where the page may be filled so', () => {
    const page = firstPage([2, 6], [4, 4], 5);
    expect(page).toEqual(['l0x', 'l0。', 'l1x', 'l1x', 'r0x', 'r0x', 'r0x', 'r0。', 'r1x']);
  });

  it('breaks after the same sentence on both sides', () => {
    const page = firstPage([2, 6], [4, 4], 6);
    expect(page.filter((line) => line.startsWith('l'))).toEqual(['l0x', 'l0。']);
    expect(page.filter((line) => line.startsWith('r'))).toEqual(['r0x', 'r0x', 'r0x', 'r0。']);
  });

  it('breaks a side that has room too, rather than say all of it a page before the other', () => {
    const page = firstPage([2, 2], [5, 4], 5);
    expect(page.filter((line) => line.startsWith('l'))).toHaveLength(2);
  });

  it('breaks after the same share where one language has more sentences', () => {
    const page = firstPage([1, 1, 1, 1, 1, 1], [6, 6], 4);
    expect(page.filter((line) => line.startsWith('l'))).toHaveLength(3);
    expect(page.filter((line) => line.startsWith('r'))).toHaveLength(6);
  });

  it('breaks so beside its number, too', () => {
    const pair = row(sentences('l', [2, 6]), sentences('r', [4, 4]), { level: true });
    const number = { x: 40, width: 20, block: stack([lines('n', 1)], { box: { ground: 'white' } }) };
    const document = laidOut(tree([lines('x', 6), { ...pair, cells: [...pair.cells, number] }]));
    const page = texts(document)[0] ?? [];
    expect(page.filter((line) => line.startsWith('l'))).toHaveLength(2);
    expect(page).toContain('n.1');
    expect(
      texts(document)
        .flat()
        .filter((line) => line === 'n.1'),
    ).toHaveLength(1);
  });

  it('starts level on every page, and loses no line', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 9 }), (left, right, above) => {
        const pair = row(sentences('l', left), sentences('r', right), { level: true });
        const result = layout(tree([lines('x', above), pair]));
        if (!result.ok) throw new Error('not laid out');
        const total = [...left, ...right].reduce((sum, count) => sum + count, 0);
        expect(texts(result.value).flat()).toHaveLength(above + total);
        for (const page of result.value.pages) {
          const sides = ['l', 'r'].map((name) => linesOn(page).filter((line) => line.line.text.startsWith(name)));
          const heads = sides.flatMap((side) => side[0]?.y ?? []);
          expect(Math.max(...heads, 0) - Math.min(...heads, 999)).toBeLessThan(0.1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('progress of a text', () => {
  const read = (text: string): number =>
    progressOf(fakeTypeset.typesetParagraph(paragraph([run(text)]), 500, { pageLabel: () => undefined } as never))
      .sentences;

  it('counts sentences by their stops, not by points in figures', () => {
    expect(read('全年用水12.5万吨。其中回用3.1万吨，占24.8%。')).toBe(2);
    expect(read('Water use was 12.5 Mt. Of this 3.1 Mt was reused (24.8%).')).toBe(2);
  });

  it('sees a stop behind a note mark and before a quotation', () => {
    expect(read('The harbour closed early.3 “Never again,” said the master. It did.')).toBe(3);
    expect(read('他说：“不再如此。”次日复航。')).toBe(2);
  });

  it('takes words without a stop for a sentence', () => {
    expect(read('Safe return')).toBe(1);
    expect(read('')).toBe(0);
  });
});
