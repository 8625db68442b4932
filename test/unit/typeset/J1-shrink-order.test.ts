import { describe, expect, it } from 'vitest';
import { justifyLine } from '../../../src/typeset/justify.ts';
import { prepare } from '../../../src/typeset/prepare.ts';
import { context, EM, paragraph, set } from './setting.ts';

/** One line with every kind of gap. */
const TEXT = 'ab cd国·家（国）家，国家。国AB家国';

/** What is left of the gap after a character when the line has to shrink by so much; all in em. */
function gapAfter(character: string, by: number, text = TEXT, lang: 'zh' | 'en' = 'zh'): number {
  const { text: inks, gaps } = prepare(paragraph(text, { lang }), context());
  const adjust = new Float64Array(inks.count + 1);
  const left = justifyLine(gaps, 0, inks.count, -by * EM, adjust);
  expect(left).toBeCloseTo(0);
  const next = inks.code.indexOf(character.codePointAt(0) ?? 0) + 1;
  return ((gaps.gap[next] ?? 0) + (adjust[next] ?? 0)) / EM;
}

describe('J1: order of shrinking, each step used up before the next', () => {
  it('middle dots first', () => {
    expect(gapAfter('·', 0.3)).toBeCloseTo(0.1);
    expect(gapAfter('）', 0.3)).toBeCloseTo(0.5);
  });

  it('then brackets and quotes, equally', () => {
    const by = 0.5 + 0.4;
    expect(gapAfter('·', by)).toBeCloseTo(0);
    expect(gapAfter('）', by)).toBeCloseTo(0.3);
    expect(gapAfter('，', by)).toBeCloseTo(0.5);
  });

  it('then commas', () => {
    const by = 0.5 + 1 + 0.2;
    expect(gapAfter('）', by)).toBeCloseTo(0);
    expect(gapAfter('，', by)).toBeCloseTo(0.3);
    expect(gapAfter('B', by)).toBeCloseTo(0.25);
  });

  it('then the gaps beside Latin, to an eighth', () => {
    const by = 0.5 + 1 + 0.5 + 3 * 0.05;
    expect(gapAfter('，', by)).toBeCloseTo(0);
    expect(gapAfter('B', by)).toBeCloseTo(0.2);
    expect(gapAfter('。', by)).toBeCloseTo(0.5);
  });

  it('full stops last', () => {
    const by = 0.5 + 1 + 0.5 + 3 * 0.125 + 0.1;
    expect(gapAfter('B', by)).toBeCloseTo(0.125);
    expect(gapAfter('。', by)).toBeCloseTo(0.4);
  });

  it('English word spaces give up to a third', () => {
    expect(gapAfter('a', 0.25 / 3, 'a b', 'en')).toBeCloseTo((0.25 * 2) / 3);
  });

  it('gaps between Han close by a hair where that lets a mark end the line', () => {
    const text = '国家家国家国国家家国家国家。国家家国家国国';
    const measure = 13.5 - 0.003;
    const [first] = set(text, measure).lines;
    expect(first?.text).toBe('国家家国家国国家家国家国家。');
    expect((first?.width ?? 0) / EM).toBeLessThanOrEqual(measure + 1e-6);
    expect(set(text, 13.5 - 0.01).lines[0]?.text).toBe('国家家国家国国家家国家国');
  });
});
