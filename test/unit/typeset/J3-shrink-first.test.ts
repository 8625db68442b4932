import { describe, expect, it } from 'vitest';
import { lines, set } from './setting.ts';

describe('J3: of two lines that cost about the same, the one that shrinks', () => {
  it('draws a character in rather than spreading the others', () => {
    const text = '国家，国家国家国家国家国家国家国家国家国家';
    const first = set(text, 10.57).lines[0];
    expect(first?.ratio).toBeLessThan(0);
    expect(lines(text, 10.57)[0]).toHaveLength(11);
  });
});
