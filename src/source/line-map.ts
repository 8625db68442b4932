import type { Point, Span } from '../core/index.ts';

/** Turns offsets of one text into lines and columns. */
export interface LineMap {
  readonly file: string;
  point(offset: number): Point;
  span(start: number, end: number): Span;
}

export function lineMap(file: string, text: string): LineMap {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const point = (at: number): Point => {
    const offset = Math.max(0, Math.min(at, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  return { file, point, span: (start, end) => ({ file, start: point(start), end: point(Math.max(start, end)) }) };
}
