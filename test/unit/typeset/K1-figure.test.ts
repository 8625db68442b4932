import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';

describe('K1: a figure is never parted', () => {
  it.each(['18,204', '1,234,567.89', '3.141\u202f59', '2024', '１２３，４５６'])('%s', (figure) => {
    expect(partings('国家国家国家', figure, '国家国家国家国家')).toEqual([]);
    expect(partings('some words before ', figure, ' and more words after', { lang: 'en' })).toEqual([]);
  });
});
