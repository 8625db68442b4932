import { describe, expect, it } from 'vitest';
import { characters, run, set } from './setting.ts';

describe('E6: quotes by language', () => {
  it('are narrow in English and an em in Chinese', () => {
    const english = characters(set('“a”', 20, { lang: 'en' }).lines[0]);
    expect((english[1]?.x ?? 0) - (english[0]?.x ?? 0)).toBeCloseTo(0.4);
    const chinese = characters(set('国“国”国', 20).lines[0]);
    expect((chinese[4]?.x ?? 0) - (chinese[0]?.x ?? 0)).toBeCloseTo(4);
  });

  it('go by the run, not by the paragraph', () => {
    const placed = characters(set([run('国'), run('“a” ', 'en'), run('国')], 20).lines[0]);
    expect((placed[2]?.x ?? 0) - (placed[1]?.x ?? 0)).toBeCloseTo(0.4);
  });

  it('an apostrophe inside a Latin word of Chinese is narrow', () => {
    const placed = characters(set('国ab’s国', 20).lines[0]);
    expect((placed[4]?.x ?? 0) - (placed[3]?.x ?? 0)).toBeCloseTo(0.4);
  });

  it('two of different level stand apart', () => {
    const placed = characters(set('“‘a’”', 20, { lang: 'en' }).lines[0]);
    expect((placed[1]?.x ?? 0) - (placed[0]?.x ?? 0)).toBeGreaterThan(0.45);
  });
});
