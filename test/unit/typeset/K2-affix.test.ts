import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';

describe('K2: a figure keeps its signs', () => {
  it.each(['¥1,234', 'US$2.3', '±1.5', '≤55', '-18℃', '39.0%', '2‰', '12°', '+7'])('%s in Chinese', (text) => {
    expect(partings('国家国家国家', text, '国家国家国家国家')).toEqual([]);
  });

  it.each(['39.0 %', '20 ppm', '≤ 55', '¥ 1,234'])('%s, space and all', (text) => {
    expect(partings('some words ', text, ' and more words after', { lang: 'en' })).toEqual([]);
  });
});
