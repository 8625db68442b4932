import type { Paint } from '../core/index.ts';
import type { ThemeValue } from '../theme/types.ts';

/** How one series of several is told apart: colour, and for print in grey a pattern, a dash and a marker. */
export interface SeriesStyle {
  readonly paint: Paint;
  readonly pattern: 'solid' | 'rising' | 'falling' | 'dots' | 'level';
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'rect' | 'rectRot' | 'triangle' | 'cross';
  /** Fills of little contrast against white get an outline. */
  readonly outlined: boolean;
  /** Texts on the fill. */
  readonly label: Paint;
}

/** The most series that can be told apart. */
export const MAX_SERIES = 5;

const PATTERNS = ['solid', 'rising', 'falling', 'dots', 'level'] as const;
const DASHES = [[], [6, 2.4], [2, 2], [8, 2, 2, 2], [1, 2]];
/** Names of markers in themes, and what Chart.js calls them. */
const MARKERS = { circle: 'circle', square: 'rect', diamond: 'rectRot', triangle: 'triangle', cross: 'cross' } as const;
const MARKER_ORDER = Object.values(MARKERS);

/**
 * The styles of series, from the theme's `charts.categorical`; lightness rises from series to series, so that grey prints
 * keep them apart too.
 */
export function seriesStyles(categorical: ThemeValue | undefined): readonly SeriesStyle[] {
  const entries = Array.isArray(categorical) ? categorical : [];
  return Array.from({ length: MAX_SERIES }, (_, index) => {
    const entry = recordOf(entries[index]);
    const { pattern, dash, marker, label, outline } = entry;
    return {
      paint: `chart.${index + 1}`,
      pattern: PATTERNS.find((name) => name === pattern) ?? PATTERNS[index] ?? 'solid',
      dash: Array.isArray(dash)
        ? dash.filter((length): length is number => typeof length === 'number')
        : (DASHES[index] ?? []),
      marker:
        typeof marker === 'string' && marker in MARKERS
          ? MARKERS[marker as keyof typeof MARKERS]
          : (MARKER_ORDER[index] ?? 'circle'),
      outlined: outline !== undefined,
      label: typeof label === 'string' ? label : 'ink',
    };
  });
}

/** Style of the series at `index`, from 0; the order repeats past the last. */
export function seriesStyle(styles: readonly SeriesStyle[], index: number): SeriesStyle {
  return styles[index % styles.length] as SeriesStyle;
}

/** Colours of one accent: the year reported on, the years before it, and its tint. */
export interface AccentPaints {
  readonly deep: Paint;
  readonly mid: Paint;
  readonly tint: Paint;
}

/** Paints of the accent with an order number, from 1. */
export function accentPaints(order: number): AccentPaints {
  return { deep: `accent.${order}.deep`, mid: `accent.${order}.mid`, tint: `accent.${order}.tint` };
}

function recordOf(value: ThemeValue | undefined): Readonly<Record<string, ThemeValue | undefined>> {
  return typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, ThemeValue>>) : {};
}
