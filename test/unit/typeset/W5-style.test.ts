import { describe, expect, it } from 'vitest';
import type { TypesetPolicy } from '../../../src/typeset/index.ts';
import { set } from './setting.ts';

const TEXT = '国家，国家。国家';

function widths(punctuation: TypesetPolicy['punctuation']): readonly [number, number] {
  const policy = { punctuation };
  return [
    (set(TEXT, 20, { policy, align: 'start' }).lines[0]?.width ?? 0) / 10,
    (set('国家，', 20, { policy, align: 'start' }).lines[0]?.width ?? 0) / 10,
  ];
}

describe('W5: styles of punctuation', () => {
  it('kaiming and lineEndHalf: an em inside a line, half at its end', () => {
    expect(widths('kaiming')).toEqual([8, 2.5]);
    expect(widths('line-end-half')).toEqual([8, 2.5]);
  });

  it('full: an em everywhere', () => {
    expect(widths('full')).toEqual([8, 3]);
  });

  it('half: half an em everywhere', () => {
    expect(widths('half')).toEqual([7, 2.5]);
  });

  it('only kaiming marks give when a line is short of room, commas before full stops', () => {
    const text = '国家，国家。国家国家国家国';
    expect(set(text, 9.6).lines[0]?.text).toBe('国家，国家。国家国家');
    expect(set(text, 9.6, { policy: { punctuation: 'line-end-half' } }).lines[0]?.text).toBe('国家，国家。国家国');
  });
});
