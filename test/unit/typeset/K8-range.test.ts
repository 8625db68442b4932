import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';
import { lines } from './setting.ts';

describe('K8: ranges and dates', () => {
  it.each(['2021～2024年', '12%～15%'])('%s parts after its mark at most', (text) => {
    for (const parting of partings('国家国家国家', text, '国家国家国家国家')) expect(parting).toMatch(/～\|/);
  });

  it('an English range parts after its dash at most', () => {
    for (const parting of partings('some words ', '3.1–3.4%', ' and more words', { lang: 'en' }))
      expect(parting).toMatch(/–\|/);
  });

  it.each(['2024-06-30', '14:15'])('%s stays whole', (text) => {
    expect(partings('some words before ', text, ' and more words after', { lang: 'en' })).toEqual([]);
  });

  it('takes the break after the mark when the line has room for it alone', () => {
    expect(lines('国家国家2021～2024年', 7.5)[0]).toBe('国家国家2021～');
  });
});
