import { expect, test } from 'vitest';
import { gridOf, readLength } from '../../../src/theme/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';

const grid = gridOf(await shippedTheme());

test.each([
  ['col(0)', 51.02],
  ['col(3)', 177.32],
  ['col(6) + 6', 309.62],
  ['end', 544.22],
  ['end - 56', 488.22],
])('%s is measured from the page', (written, value) => {
  expect(readLength(written, grid)).toEqual({ value, fromPage: true });
});

test.each([
  ['span(3)', 114.3],
  ['span(9)', 366.9],
  ['span(6) - 6', 234.6],
  ['12.5', 12.5],
])('%s is a width', (written, value) => {
  expect(readLength(written, grid)).toEqual({ value, fromPage: false });
});

test('twelve columns fill the text block', () => {
  expect(readLength('span(12)', grid)?.value).toBeCloseTo(grid.textWidth, 1);
});

test.each(['', 'col', 'col()', 'span(2', 'col(1)-2', 'two', '3 * 4'])('%j is no length', (written) => {
  expect(readLength(written, grid)).toBeUndefined();
});
