import { describe, expect, it } from 'vitest';
import { mayNotEnd, mayNotStart } from '../../../src/typeset/prohibition.ts';

const code = (character: string): number => character.codePointAt(0) ?? 0;

describe('B5: levels of prohibition', () => {
  it('basic leaves the full-width solidus free, gb does not', () => {
    expect(mayNotEnd(code('／'), 'basic')).toBe(false);
    expect(mayNotEnd(code('／'), 'gb')).toBe(true);
    expect(mayNotStart(code('／'), 'gb')).toBe(true);
  });

  it('only strict keeps an ellipsis from a line start', () => {
    expect(mayNotStart(code('…'), 'gb')).toBe(false);
    expect(mayNotStart(code('…'), 'strict')).toBe(true);
  });

  it('all levels know the basic marks', () => {
    for (const level of ['basic', 'gb', 'strict'] as const) {
      expect(mayNotStart(code('，'), level)).toBe(true);
      expect(mayNotEnd(code('（'), level)).toBe(true);
      expect(mayNotStart(code('国'), level)).toBe(false);
      expect(mayNotEnd(code('国'), level)).toBe(false);
    }
  });
});
