import { describe, expect, it } from 'vitest';
import { characters, gapAfter, run, STYLE, set } from './setting.ts';

describe('G3: where there is no gap', () => {
  it('inside a figure with its magnitude, unit or counter', () => {
    expect(gapAfter(set('减排232万吨', 20).lines[0], '2', 0.5)).toBeCloseTo(0);
    const line = set('在2024财年', 20).lines[0];
    expect(gapAfter(line, '4', 0.5)).toBeCloseTo(0);
    expect(gapAfter(line, '在', 1)).toBeCloseTo(0.25);
  });

  it('in an ordinal it is used as elsewhere', () => {
    const line = set('第3版', 20).lines[0];
    expect(gapAfter(line, '第', 1)).toBeCloseTo(0.25);
    expect(gapAfter(line, '3', 0.5)).toBeCloseTo(0.25);
  });

  it('beside a full-width mark, before a percent sign, at a subscript', () => {
    expect(gapAfter(set('国（2025年', 20).lines[0], '（', 0.5)).toBeCloseTo(0);
    expect(gapAfter(set('占39%的', 20).lines[0], '%', 0.5)).toBeCloseTo(0);
    expect(gapAfter(set('CO₂排放', 20).lines[0], '₂', 0.5)).toBeCloseTo(0);
  });

  it('at a line start and end: figures stand on the margins', () => {
    const result = set('国家国家国家12与国家国家国家', 7.25);
    expect(result.lines[0]?.text).toBe('国家国家国家12');
    expect(result.lines[0]?.width).toBeCloseTo(72.5);
    expect(characters(result.lines[1])[0]?.x).toBeCloseTo(0);
  });

  it('before a note mark', () => {
    const mark = run('1', 'zh', { note: 'note.a', style: { ...STYLE, size: 6, rise: 4 } });
    const line = set([run('排放'), mark, run('量')], 20).lines[0];
    expect(gapAfter(line, '放', 1)).toBeCloseTo(0);
  });
});
