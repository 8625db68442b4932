import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

describe('W3: an opening mark at a line start is half an em', () => {
  it.each([...'（《“'])('%s', (mark) => {
    const placed = characters(set(`${mark}国家`, 20).lines[0]);
    expect(placed[0]?.x).toBeCloseTo(0);
    expect(placed[0]?.drawn).toBeCloseTo(-0.5);
    expect(placed[1]?.x).toBeCloseTo(0.5);
  });

  it('in an indented first line too: the ink stands at two em', () => {
    expect(characters(set('“国家”', 20, { indent: 2 }).lines[0])[0]?.x).toBeCloseTo(2);
  });
});
