import { describe, expect, it } from 'vitest';
import { lines, run } from './setting.ts';

describe('K11: names that are kept together', () => {
  it('a term of the list is parted only at a price', () => {
    const text = '我们支持碳中和行动计划的目标';
    expect(lines(text, 5, { align: 'start' })[0]).toBe('我们支持碳');
    expect(lines(text, 5, { keep: ['碳中和行动'], align: 'start' })[0]).toBe('我们支持');
  });

  it('a run that is kept is never parted', () => {
    const set = lines([run('国家国家'), run('净零排放', 'zh', { keep: true }), run('国家国家')], 6, { align: 'start' });
    expect(set.join('|')).toContain('净零排放');
  });
});
