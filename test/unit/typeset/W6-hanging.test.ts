import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

const TEXT = '国家国家国家国。家国家国家国';

describe('W6: hanging marks', () => {
  it('stand outside by policy, and are off by default', () => {
    const hung = set(TEXT, 7, { policy: { hang: true } }).lines[0];
    expect(hung?.text).toBe('国家国家国家国。');
    expect(characters(hung).at(-1)?.x).toBeCloseTo(7);
    expect(hung?.width).toBeCloseTo(70);
    expect(set(TEXT, 7).lines[0]?.text).not.toBe('国家国家国家国。');
  });

  it('never in ragged text, never an exclamation mark', () => {
    const policy = { hang: true };
    expect(set(TEXT, 7, { policy, align: 'start' }).lines[0]?.text).not.toBe('国家国家国家国。');
    expect(set(TEXT.replace('。', '！'), 7, { policy }).lines[0]?.text).not.toContain('！');
  });
});
