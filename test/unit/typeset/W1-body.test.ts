import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

const BEFORE = [...'，。、；：？！）》”'];
const AFTER = [...'（《“'];

describe('W1: a full-width mark is an em, half of it blank', () => {
  it.each(BEFORE)('%s has its blank on the right', (mark) => {
    const placed = characters(set(`国${mark}家`, 20).lines[0]);
    expect(placed.map(({ x }) => x)).toEqual([0, 1, 2]);
    expect(placed[1]?.drawn).toBeCloseTo(1);
  });

  it.each(AFTER)('%s has its blank on the left', (mark) => {
    const placed = characters(set(`国${mark}家`, 20).lines[0]);
    expect(placed[1]?.x).toBeCloseTo(1.5);
    expect(placed[1]?.drawn).toBeCloseTo(1);
    expect(placed[2]?.x).toBeCloseTo(2);
  });

  it('· has a quarter on both sides', () => {
    const placed = characters(set('国·家', 20).lines[0]);
    expect(placed[1]?.x).toBeCloseTo(1.25);
    expect(placed[1]?.drawn).toBeCloseTo(1);
    expect(placed[2]?.x).toBeCloseTo(2);
  });

  it.each(['——', '……'])('%s is two em, rigid', (pair) => {
    const placed = characters(set(`国${pair}家`, 20).lines[0]);
    expect(placed.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
  });
});
