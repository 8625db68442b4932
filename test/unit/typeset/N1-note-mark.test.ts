import { describe, expect, it } from 'vitest';
import { gapAfter, run, STYLE, set } from './setting.ts';

const mark = (id: string) => run('1', 'zh', { note: id, style: { ...STYLE, size: 6, rise: 4 } });

describe('N1: note marks', () => {
  it('never start a line', () => {
    for (let before = 4; before < 14; before += 1) {
      const result = set([run('国'.repeat(before)), mark('note.a'), run('家'.repeat(12))], 8);
      for (const line of result.lines) expect(line.text.startsWith('1')).toBe(false);
    }
  });

  it('a raised source mark keeps to its word too', () => {
    const source = run('S19', 'zh', { style: { ...STYLE, size: 6, rise: 4 } });
    for (let before = 4; before < 14; before += 1) {
      const result = set([run('国'.repeat(before)), source, run('家'.repeat(12))], 8);
      for (const line of result.lines) expect(line.text.startsWith('S')).toBe(false);
    }
    expect(gapAfter(set([run('国'), source], 8).lines[0], '国', 1)).toBeCloseTo(0);
  });

  it('each line tells the notes that it marks, in order', () => {
    const result = set([run('国家国家'), mark('note.a'), run('家'), mark('note.b'), run('国家国家国家国')], 8, {
      align: 'start',
    });
    expect(result.lines.map((line) => line.notes)).toEqual([['note.a', 'note.b'], []]);
  });
});
