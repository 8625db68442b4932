import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('P3: headings', () => {
  const balance = { balance: true, align: 'start', hyphenate: false } as const;

  it('lines are of even length', () => {
    const result = set('服务可持续的美好生活与助力中小微企业高质量发展', 18, balance);
    expect(result.lines).toHaveLength(2);
    const [a = 0, b = 0] = result.lines.map((line) => line.width);
    expect(Math.abs(a - b) / Math.max(a, b)).toBeLessThan(0.2);
  });

  it('prefers to part after a colon or dash', () => {
    const result = set('绿色星球修复：自身运营与价值链减排', 12, balance);
    expect(result.lines[0]?.text).toBe('绿色星球修复：');
  });

  it('parts no sequence and hyphenates nothing', () => {
    const result = set('Emissions of 2.32 million tonnes in operations', 16, { ...balance, lang: 'en' });
    expect(result.lines.map((line) => line.text).join('|')).toContain('2.32 million tonnes');
    expect(result.lines.every((line) => line.end !== 'hyphen')).toBe(true);
  });

  it('leaves a heading of one line alone', () => {
    expect(set('构建信任', 18, balance).lines).toHaveLength(1);
  });
});
