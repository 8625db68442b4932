import { describe, expect, it } from 'vitest';
import { pageLabel } from '../../../src/pdf/engine/page-label.ts';

describe('page labels', () => {
  it('count pages from one without a start', () => {
    expect([0, 1, 9].map((page) => pageLabel(page, undefined))).toEqual(['1', '2', '10']);
  });

  it.each([
    ['1', ['1', '2', '3']],
    ['98', ['98', '99', '100']],
    ['i', ['i', 'ii', 'iii']],
    ['viii', ['viii', 'ix', 'x']],
    ['xxxix', ['xxxix', 'xl', 'xli']],
  ])('count on from %s', (label, expected) => {
    expect([4, 5, 6].map((page) => pageLabel(page, { page: 4, label }))).toEqual(expected);
  });

  it.each(['cover', 'iiii', 'vx', ''])('print %j on one page and fall back to the place of the others', (label) => {
    expect([2, 3].map((page) => pageLabel(page, { page: 2, label }))).toEqual([label, '4']);
  });
});
