import type { Paint } from '../core/index.ts';
import type { Theme } from './types.ts';

/** The paint of an accent by its number, from 1; 0 is the neutral family of front and back matter. Numbers past the last begin again. */
export function accentPaint(theme: Theme, accent: number, tone: 'deep' | 'mid' | 'tint'): Paint {
  if (accent <= 0) return `accent.0.${tone}`;
  const known = accentCount(theme);
  return `accent.${((accent - 1) % known) + 1}.${tone}`;
}

/** How many accents the theme colours. */
export function accentCount(theme: Theme): number {
  let count = 0;
  while (theme.colours.has(`accent.${count + 1}.deep`)) count += 1;
  return count;
}

/** Turns `accent.deep`, `accent.mid`, `accent.tint` into the paint of the accent in force; other paints stay. */
export function resolvePaint(theme: Theme, paint: Paint, accent: number): Paint {
  const tone = /^accent\.(deep|mid|tint)$/.exec(paint)?.[1];
  return tone === undefined ? paint : accentPaint(theme, accent, tone as 'deep' | 'mid' | 'tint');
}
