import { describe, expect, it } from 'vitest';
import { terminalCells } from '../../../src/cli/reporters/terminal-cells.ts';

describe('terminalCells', () => {
  it.each([
    ['abc', 3],
    ['汉字', 4],
    ['，。（）', 8],
    ['“中”', 4],
    ['CO₂e', 4],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['😀', 2],
    ['ｶﾅ', 2],
    ['', 0],
  ])('%s takes %i', (text, cells) => {
    expect(terminalCells(text)).toBe(cells);
  });
});
