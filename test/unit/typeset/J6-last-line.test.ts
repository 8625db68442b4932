import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

describe('J6: the last line', () => {
  it('keeps its natural widths', () => {
    const last = set('国家国家国家国家国家国家国，AB国家', 8).lines.at(-1);
    expect(last?.end).toBe('last');
    expect(last?.width).toBeCloseTo(last?.natural ?? 0);
  });

  it('is justified when it is all but full', () => {
    const last = set('国家国家国家国家国家国家国家', 7.1).lines.at(-1);
    expect(last?.natural).toBeCloseTo(70);
    expect(last?.width).toBeCloseTo(71);
  });
});
