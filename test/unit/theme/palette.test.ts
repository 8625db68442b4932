import { expect, test } from 'vitest';
import { accentCount, type Colour, tokenNumber } from '../../../src/theme/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';

const theme = await shippedTheme();

/** WCAG 2 contrast of two colours on a screen. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ rgb }: Colour): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function colour(name: string): Colour {
  const found = theme.colours.get(name);
  if (found === undefined) throw new Error(`no colour ${name}`);
  return found;
}

const accents = Array.from({ length: accentCount(theme) + 1 }, (_, order) => order);
const text = tokenNumber(theme, 'limits.contrast_text');
const graphic = tokenNumber(theme, 'limits.contrast_graphic');

test('there are nine accents', () => {
  expect(accentCount(theme)).toBe(9);
});

test.each(accents)('accent %i: white and tint can be read on deep, ink on tint, and mid is seen on white', (order) => {
  expect(contrast('white', `accent.${order}.deep`)).toBeGreaterThanOrEqual(7);
  expect(contrast(`accent.${order}.tint`, `accent.${order}.deep`)).toBeGreaterThanOrEqual(7);
  expect(contrast('ink', `accent.${order}.tint`)).toBeGreaterThanOrEqual(text);
  expect(contrast(`accent.${order}.mid`, 'white')).toBeGreaterThanOrEqual(graphic);
});

test.each(['ink', 'ink2', 'ink3', 'pine', 'good', 'bad', 'mark'])('%s can be read on white', (name) => {
  expect(contrast(name, 'white')).toBeGreaterThanOrEqual(text);
});

test('text of a disputed cell can be read on its ground', () => {
  expect(contrast('mark', 'mark_tint')).toBeGreaterThanOrEqual(text);
});

test('no colour of the palette asks for more ink than the limit', () => {
  const most = tokenNumber(theme, 'limits.ink_coverage_max');
  for (const [name, { cmyk }] of theme.colours) {
    expect(
      cmyk.reduce((sum, part) => sum + part, 0),
      name,
    ).toBeLessThanOrEqual(most);
  }
});

test('text is printed in black alone', () => {
  for (const name of ['ink', 'ink2', 'ink3']) expect(colour(name).cmyk.slice(0, 3)).toEqual([0, 0, 0]);
});
