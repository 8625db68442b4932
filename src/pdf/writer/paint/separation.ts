/** 0 to 255. */
export type Rgb = readonly [number, number, number];
/** Percent. */
export type Cmyk = readonly [number, number, number, number];

/** Greys closer to neutral than this go to black ink alone, so that thin lines do not need register. */
const NEUTRAL = 6;

/**
 * Separates a colour that no theme has chosen inks for: neutrals into black alone, everything else with full grey
 * replacement, which keeps any colour at or below 300 % ink.
 */
export function cmykOfRgb([r, g, b]: Rgb): Cmyk {
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const black = 1 - high / 255;
  if (high - low <= NEUTRAL) return [0, 0, 0, Math.round((1 - (0.3 * r + 0.59 * g + 0.11 * b) / 255) * 100)];
  const ink = (value: number): number => Math.round(((high - value) / high) * 100);
  return [ink(r), ink(g), ink(b), Math.round(black * 100)];
}
