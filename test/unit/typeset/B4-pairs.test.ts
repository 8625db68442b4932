import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('B4: dashes and ellipses of two', () => {
  it.each(['——', '……'])('%s is never parted', (pair) => {
    for (let before = 4; before < 10; before += 1) {
      const set = lines(`${'国'.repeat(before)}${pair}${'家'.repeat(10)}`, 8);
      expect(set.join('|')).toContain(pair);
    }
  });

  it('a row of four parts between the pairs', () => {
    const set = lines(`${'国'.repeat(6)}…………${'家'.repeat(6)}`, 8);
    expect(set[0]).toBe(`${'国'.repeat(6)}……`);
  });

  it('a single dash never starts a line, a pair may', () => {
    for (let before = 4; before < 10; before += 1) {
      expect(
        lines(`${'国'.repeat(before)}—${'家'.repeat(10)}`, 8)
          .slice(1)
          .join('|'),
      ).not.toMatch(/(?:^|\|)—/);
    }
    expect(lines(`${'国'.repeat(8)}——${'家'.repeat(10)}`, 8)[1]).toMatch(/^——/);
  });

  it('no pair starts a line at the strict level', () => {
    for (const pair of ['——', '……']) {
      const set = lines(`${'国'.repeat(8)}${pair}${'家'.repeat(10)}`, 8, { policy: { prohibition: 'strict' } });
      expect(set.slice(1).some((line) => line.startsWith(pair))).toBe(false);
    }
  });
});
