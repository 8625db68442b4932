import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockTree, TextBlock } from '../../../src/compose/block.ts';
import { laidOut, lines, MASTER, paragraph, row, run, texts, tree } from './build.ts';

/** Lines of a page. */
const PAGE = 40;

/** Lines that a pair may leave free at the foot of a page on which it does not end. */
const FREE = 3;

/** Text enough behind the pair that its pages are not those that a short last page is filled from. */
const BEHIND = 90;

const MASTERS: BlockTree['masters'] = new Map([
  [MASTER.id, { ...MASTER, height: 10 * PAGE + 50, flow: { ...MASTER.flow, bottom: 20 + 10 * PAGE } }],
]);

/** A paragraph of so many numbered lines, of which those in `stops` end a sentence, as the last does. */
function side(name: string, count: number, stops: readonly number[]): TextBlock {
  const written = Array.from(
    { length: count },
    (_, i) => `${name}${i}${i === count - 1 || stops.includes(i) ? '。' : 'x'}`,
  );
  const items = written.flatMap((text, i) => (i === 0 ? [run(text)] : [{ kind: 'newline' as const }, run(text)]));
  return { kind: 'text', origin: name, paragraph: paragraph(items) };
}

/** Line numbers of one side on each page. */
function pagesOf(pages: readonly (readonly string[])[], name: string): readonly (readonly number[])[] {
  return pages.map((page) =>
    page.filter((text) => text.startsWith(name)).map((text) => Number.parseInt(text.slice(1), 10)),
  );
}

function expectWhole(pages: readonly (readonly number[])[], count: number): void {
  expect(pages.flat()).toEqual(Array.from({ length: count }, (_, i) => i));
  const parts = pages.map((page) => page.length).filter((length) => length > 0);
  if (parts.length > 1) expect(Math.min(...parts)).toBeGreaterThanOrEqual(2);
}

function expectFilled(pages: readonly (readonly string[])[], above: number): void {
  const left = pagesOf(pages, 'l');
  const right = pagesOf(pages, 'r');
  const ends = Math.max(...[left, right].map((each) => each.findLastIndex((page) => page.length > 0)));
  for (let i = 0; i < ends; i += 1) {
    const used = Math.max(left[i]?.length ?? 0, right[i]?.length ?? 0);
    expect(PAGE - (i === 0 ? above : 0) - used).toBeLessThanOrEqual(FREE);
  }
}

describe('a pair of any two lengths', () => {
  const count = fc.integer({ min: 1, max: 60 });
  const stops = fc.array(fc.nat(59), { maxLength: 6 });

  it('fills the pages that it goes on from, with no lone line, and with all of its text in order', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 39 }), stops, stops, (l, r, above, atLeft, atRight) => {
        const pair = row(side('l', l, atLeft), side('r', r, atRight), { level: true });
        const pages = texts(laidOut(tree([lines('x', above), pair, lines('y', BEHIND)], { masters: MASTERS })));
        expectWhole(pagesOf(pages, 'l'), l);
        expectWhole(pagesOf(pages, 'r'), r);
        expectFilled(pages, above);
      }),
      {
        numRuns: 300,
        examples: [
          [4, 51, 0, [], []],
          [4, 51, 0, [1], [25]],
          [51, 4, 20, [12], [1]],
          [3, 60, 38, [], []],
          [3, 4, 37, [], []],
        ],
      },
    );
  });
});
