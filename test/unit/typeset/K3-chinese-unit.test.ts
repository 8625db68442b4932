import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';
import { set } from './setting.ts';

describe('K3: figure, magnitude and unit', () => {
  it.each(['12.5万吨', '2.6亿千瓦时', '300多万元', '4.2个百分点', '18 公顷', '7毫克'])('%s stays whole', (text) => {
    expect(partings('国家国家国家', text, '家国家国家国家')).toEqual([]);
  });

  it('parts before the unit only where nothing else is left, and says so', () => {
    const result = set('1,234,567.8亿千瓦时', 7);
    expect(result.lines.map((line) => line.text)).toEqual(['1,234,567.8亿', '千瓦时']);
    expect(result.diagnostics.map((fault) => fault.code)).toEqual(['L001', 'L005']);
  });
});
