import type { Paint, Stroke } from '../core/index.ts';
import type { Theme, ThemeValue } from '../theme/types.ts';
import { type SeriesStyle, seriesStyles } from './palette.ts';

/** Measures of charts, from the `charts:` and `components:` sections of the theme. Lengths in pt. */
export interface ChartTokens {
  /** Height of the plot by the size of the block; charts of rows are as high as their rows. */
  readonly height: Readonly<Record<'full' | 'main' | 'half', number>>;
  /** Distance of two rows of a row chart, and height of their bars. */
  readonly rows: { readonly pitch: number; readonly bar: number };
  readonly text: {
    readonly value: number;
    readonly axis: number;
    readonly annotation: number;
    /** Second language under the first. */
    readonly second: number;
    readonly mini: number;
    readonly miniYear: number;
    readonly tag: number;
  };
  readonly axis: { readonly baseline: Stroke; readonly grid: Stroke };
  readonly target: { readonly line: Stroke; readonly ring: number; readonly ringStroke: number; readonly dot: number };
  readonly derived: { readonly size: number; readonly paint: Paint };
  readonly disputed: { readonly outline: Stroke; readonly pitch: number; readonly hatch: number };
  readonly notLikeForLike: Stroke;
  readonly sample: Stroke;
  readonly notDisclosed: Stroke;
  readonly seriesBreak: { readonly line: Stroke; readonly height: number };
  readonly minibar: { readonly gap: number; readonly labelRoom: number; readonly foot: number };
  readonly matrix: {
    readonly size: number;
    readonly threshold: number;
    readonly marker: number;
    readonly label: number;
  };
  readonly sdgTile: { readonly height: number; readonly number: number };
  /** Of several series, in fixed order. */
  readonly series: readonly SeriesStyle[];
}

/** Reads the tokens; where a theme is silent, the measures of the default look hold. */
export function chartTokens(theme: Theme): ChartTokens {
  const { number, paint, stroke } = tokenReader(theme);
  return {
    height: {
      full: number('plot_height.full', 200),
      main: number('plot_height.main', 213),
      half: number('plot_height.half', 165),
    },
    rows: { pitch: number('hbar.pitch', 33), bar: number('hbar.bar', 20) },
    text: {
      value: number('text.value', 8),
      axis: number('text.axis', 7),
      annotation: number('text.annotation', 7.4),
      second: number('text.second', 7),
      mini: number('text.mini_value', 6.4),
      miniYear: number('text.minibar_year', 6),
      tag: number('text.tag', 6.6),
    },
    axis: {
      baseline: stroke('axis.baseline', { paint: 'ink2', width: 0.7 }),
      grid: stroke('axis.grid', { paint: 'hair', width: 0.5 }),
    },
    target: {
      line: stroke('marks.target', { paint: 'ink', width: 1, dash: [4, 2.4] }),
      ring: number('marks.target.ring', 4.2),
      ringStroke: number('marks.target.ring_stroke', 1.4),
      dot: number('marks.target.dot', 1.5),
    },
    derived: { size: number('marks.derived.size', 6.4), paint: paint('marks.derived.colour', 'ink3') },
    disputed: {
      outline: stroke('marks.disputed', { paint: 'mark', width: 0.8, dash: [2.2, 1.4] }),
      pitch: number('marks.disputed.pitch', 4),
      hatch: number('marks.disputed.hatch_width', 0.45),
    },
    notLikeForLike: stroke('marks.not_like_for_like', { paint: 'accent.deep', width: 0.8, dash: [2.5, 1.6] }),
    sample: stroke('marks.sample', { paint: 'ink2', width: 0.8, dash: [2.5, 1.6] }),
    notDisclosed: stroke('marks.not_disclosed', { paint: 'ink3', width: 0.6, dash: [1.5, 1.5] }),
    seriesBreak: {
      line: stroke('marks.series_break', { paint: 'ink2', width: 0.8 }),
      height: number('marks.series_break.height', 8),
    },
    minibar: {
      gap: number('minibar.gap', 15),
      labelRoom: number('minibar.label_room', 15),
      foot: number('minibar.foot', 9),
    },
    matrix: {
      size: number('matrix.size', 268),
      threshold: number('matrix.threshold', 3.5),
      marker: number('matrix.marker', 7.4),
      label: number('matrix.label', 7.4),
    },
    sdgTile: { height: number('sdg_tile.height', 18), number: number('sdg_tile.text', 9) },
    series: seriesStyles(tokenAt(theme.tokens, 'charts.categorical')),
  };
}

interface TokenReader {
  number(path: string, otherwise: number): number;
  paint(path: string, otherwise: Paint): Paint;
  /** `{stroke or colour: paint, width, dash}` */
  stroke(path: string, otherwise: Stroke): Stroke;
}

/** Reads below `charts:`. */
function tokenReader(theme: Theme): TokenReader {
  const at = (path: string): ThemeValue | undefined => tokenAt(theme.tokens, `charts.${path}`);
  const reader: TokenReader = {
    number: (path, otherwise) => {
      const value = at(path);
      return typeof value === 'number' ? value : otherwise;
    },
    paint: (path, otherwise) => {
      const value = at(path);
      return typeof value === 'string' ? value : otherwise;
    },
    stroke: (path, otherwise) => {
      const dash = numbersOf(at(`${path}.dash`)) ?? otherwise.dash ?? [];
      return {
        paint: reader.paint(`${path}.stroke`, reader.paint(`${path}.colour`, otherwise.paint)),
        width: reader.number(`${path}.width`, otherwise.width),
        ...(dash.length === 0 ? {} : { dash }),
      };
    },
  };
  return reader;
}

function tokenAt(tokens: Theme['tokens'], path: string): ThemeValue | undefined {
  let node: ThemeValue | undefined = tokens;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
    node = (node as Readonly<Record<string, ThemeValue>>)[key];
  }
  return node;
}

function numbersOf(value: ThemeValue | undefined): readonly number[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : undefined;
}

/** The score from which a topic is material on both axes, as the matrix prints it. */
export function matrixThreshold(theme: Theme): number {
  return chartTokens(theme).matrix.threshold;
}
