import { describe, expect, it } from 'vitest';
import { measureParagraph } from '../../../src/typeset/index.ts';
import { context, EM, paragraph, set } from './setting.ts';

function widths(text: string, lang: 'zh' | 'en' = 'zh'): { readonly min: number; readonly max: number } {
  const { min, max } = measureParagraph(paragraph(text, { lang, align: 'start' }), context());
  return { min: min / EM, max: max / EM };
}

describe('P7: cells', () => {
  it('the narrowest column holds the longest sequence', () => {
    expect(widths('排放量12.5万吨').min).toBeCloseTo(4 * 0.5 + 2);
    expect(widths('清洁电力占比').min).toBeCloseTo(1);
  });

  it('the natural width is that of one line', () => {
    expect(widths('排放量12万吨').max).toBeCloseTo(3 + 0.25 + 1 + 2);
  });

  it('nothing breaks in a column as wide as measured', () => {
    for (const text of ['排放量12.5万吨', 'Emissions of 12 kWh', '表3（续）']) {
      const lang = /^[A-Z]/.test(text) ? 'en' : 'zh';
      const result = set(text, widths(text, lang).min + 0.01, { lang, align: 'start' });
      expect(result.diagnostics).toEqual([]);
    }
  });
});
