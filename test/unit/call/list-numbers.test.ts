import { describe, expect, it } from 'vitest';
import type { FreePiece } from '../../../src/call/free-pieces.ts';
import { listNumbers } from '../../../src/call/list-numbers.ts';

function piece(text: string, x: number, top: number): FreePiece {
  const textPiece: FreePiece['piece'] = { text, page: 0, runs: [], marks: [], origin: undefined, kind: 'text' };
  return { piece: textPiece, size: 7, x, right: x + 4 * text.length, top, bottom: top };
}

/** A legend: numbers in columns of their own, each with its entry beside it, at uneven distances. */
function legend(columns: readonly (readonly number[])[], words = 'Entry'): readonly FreePiece[] {
  return columns.flatMap((numbers, column) =>
    numbers.flatMap((number, row) => {
      const [x, top] = [50 + 120 * column, 600 + 11 * row + (row > 1 ? 11 : 0)];
      return [piece(String(number), x, top), piece(words, x + 16, top)];
    }),
  );
}

function told(pieces: readonly FreePiece[]): readonly string[] {
  return [...listNumbers(pieces)].map((one) => one.piece.text);
}

describe('the numbers of a list in a column of their own', () => {
  it('count on under each other and in the next column', () => {
    expect(told(legend([[1, 2, 3], [4, 5, 6], [7]]))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('are told in either language', () => {
    expect(told(legend([[1, 2, 3, 4]], '无贫穷'))).toHaveLength(4);
  });

  it('are not figures that do not count on, nor those of two tiles', () => {
    expect(told(legend([[12, 7, 31, 8]]))).toEqual([]);
    expect(told(legend([[7, 8]]))).toEqual([]);
  });

  it('are not figures without words beside them', () => {
    expect(told(legend([[1, 2, 3, 4]]).filter(({ piece: { text } }) => text !== 'Entry'))).toEqual([]);
  });
});
