import type { Paint } from '../core/index.ts';
import type { Theme } from '../theme/index.ts';

/**
 * Contrast of two paints of a theme on a screen, from 1 to 21.
 * @returns undefined when the theme has no such paint
 * Source: WCAG 2.2, relative luminance and contrast ratio.
 */
export function contrast(theme: Theme, a: Paint, b: Paint): number | undefined {
  const [one, two] = [luminance(theme, a), luminance(theme, b)];
  if (one === undefined || two === undefined) return undefined;
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function luminance(theme: Theme, paint: Paint): number | undefined {
  const colour = theme.colours.get(paint);
  if (colour === undefined) return undefined;
  const [red, green, blue] = colour.rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
