/**
 * Columns that a text takes on a terminal: two for a full-width character, none for a combining mark.
 * Source: UAX #11, classes W and F, in the blocks that reports use.
 */
export function terminalCells(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOf(character.codePointAt(0) ?? 0);
  return cells;
}

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const COMBINING = /^\p{Mn}$/u;

function cellsOf(codePoint: number): number {
  if (codePoint < 0x300) return 1;
  if (WIDE.some(([from, to]) => codePoint >= from && codePoint <= to)) return 2;
  return COMBINING.test(String.fromCodePoint(codePoint)) ? 0 : 1;
}
