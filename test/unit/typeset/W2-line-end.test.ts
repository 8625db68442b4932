import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

describe('W2: a closing mark at a line end is half an em', () => {
  it.each([...'，。、；）》”'])('%s', (mark) => {
    const line = set(`国家国家国家国${mark}家国家国家国`, 7.5).lines[0];
    const placed = characters(line);
    expect(placed.at(-1)?.text).toBe(mark);
    expect(placed.at(-1)?.x).toBeCloseTo(7);
    expect(line?.width).toBeCloseTo(75);
  });

  it('holds in ragged text and in last lines', () => {
    expect(set('国家。', 20, { align: 'start' }).lines[0]?.width).toBeCloseTo(25);
    expect(set('国家。', 2.5).lines).toHaveLength(1);
  });
});
