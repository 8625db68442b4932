import type { Theme } from './types.ts';

/** A length that a style states: a number, or a sum over the page's grid. */
export interface Length {
  readonly value: number;
  /** Measured from the left edge of the page, not from the place that the element stands in. */
  readonly fromPage: boolean;
}

const TERM = /^(?:col\((\d+(?:\.\d+)?)\)|span\((\d+(?:\.\d+)?)\)|(end)|(\d+(?:\.\d+)?))$/;

/**
 * Reads a length: `12`, `col(3)` (left edge of grid column 3, from 0), `span(4)` (width of four columns with the gutters
 * between), `end` (right edge of the text block), and sums such as `col(6) - 6`. Undefined when the text is none of these.
 */
export function readLength(written: string | number, grid: Grid): Length | undefined {
  if (typeof written === 'number') return { value: written, fromPage: false };
  const parts = written.split(/\s+([+-])\s+/);
  let value = 0;
  let fromPage = false;
  for (let i = 0; i < parts.length; i += 2) {
    const match = TERM.exec(parts[i]?.trim() ?? '');
    if (match === null) return undefined;
    const sign = i > 0 && parts[i - 1] === '-' ? -1 : 1;
    const [, column, span, end, number] = match;
    if (column !== undefined || end !== undefined) fromPage = true;
    if (column !== undefined) value += sign * (grid.left + Number(column) * (grid.column + grid.gutter));
    else if (span !== undefined) value += sign * (Number(span) * (grid.column + grid.gutter) - grid.gutter);
    else if (end !== undefined) value += sign * (grid.left + grid.textWidth);
    else value += sign * Number(number);
  }
  return { value: Math.round(value * 1000) / 1000, fromPage };
}

/** The columns of the page, pt. */
export interface Grid {
  readonly left: number;
  readonly column: number;
  readonly gutter: number;
  readonly textWidth: number;
}

/** The grid of a theme, as the loader has checked it. */
export function gridOf(theme: Theme): Grid {
  return gridOfTokens(theme.tokens['grid'] as Readonly<Record<string, number>>);
}

/** The grid section of a theme as lengths. */
export function gridOfTokens(grid: Readonly<Record<string, unknown>>): Grid {
  const number = (key: string): number => (typeof grid[key] === 'number' ? grid[key] : 0);
  return { left: number('left'), column: number('column'), gutter: number('gutter'), textWidth: number('text_width') };
}
