import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';
import { lines } from './setting.ts';

describe('K4: figure and counter', () => {
  it.each(['2025年', '7个', '128座', '15 家', '2024财年', '第8位', '3,152所'])('%s stays whole', (text) => {
    expect(partings('国家国家国家', text, '国家国家国家国家')).toEqual([]);
  });

  it('a date may part after its year or month', () => {
    const set = lines('国家国家国家2024年12月31日国家国家', 10);
    expect(set.join('|')).toMatch(/2024年\|12月|12月\|31日/);
  });
});
