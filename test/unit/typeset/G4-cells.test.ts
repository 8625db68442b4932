import { describe, expect, it } from 'vitest';
import { shapeText } from '../../../src/fonts/index.ts';
import { plainFonts } from './plain-fonts.ts';
import { gapAfter, set } from './setting.ts';

describe('G4: cells and labels', () => {
  it('ragged text takes the gap at its natural width in every line', () => {
    for (const line of set('范围A与范围B都在统计之内', 5, { align: 'start' }).lines.slice(0, 1)) {
      expect(gapAfter(line, '围', 1)).toBeCloseTo(0.25);
    }
  });

  it('a one-line text of a drawing has the same gap', () => {
    const options = { font: { family: 'sans', weight: 400 }, size: 10, lang: 'zh' } as const;
    expect(shapeText('范围A', options, plainFonts()).width).toBeCloseTo(10 + 10 + 2.5 + 5);
  });
});
