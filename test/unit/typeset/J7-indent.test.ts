import { describe, expect, it } from 'vitest';
import { characters, run, set } from './setting.ts';

const TEXT = '国家国家国家国家国家国家国家国家国家';

describe('J7: indents', () => {
  it('a first line has its indent taken from its measure', () => {
    const result = set(TEXT, 8, { indent: 2 });
    expect(characters(result.lines[0])[0]?.x).toBeCloseTo(2);
    expect(result.lines[0]?.text).toHaveLength(6);
    expect(characters(result.lines[1])[0]?.x).toBeCloseTo(0);
    expect(result.lines[1]?.text).toHaveLength(8);
  });

  it('turned lines of a hanging paragraph stand in', () => {
    const result = set(TEXT, 8, { hang: 2 });
    expect(characters(result.lines[0])[0]?.x).toBeCloseTo(0);
    expect(characters(result.lines[1])[0]?.x).toBeCloseTo(2);
    expect(result.lines[1]?.text).toHaveLength(6);
  });

  it('a line after a forced break is a turned line', () => {
    const result = set([run('国家'), { kind: 'newline' }, run('国家')], 20, { hang: 2, indent: 1 });
    expect(result.lines.map((line) => [line.end, characters(line)[0]?.x])).toEqual([
      ['mandatory', 1],
      ['last', 2],
    ]);
  });
});
