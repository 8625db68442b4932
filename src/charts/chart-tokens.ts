import type { Paint, Stroke } from '../core/index.ts';
import type { Theme, ThemeValue } from '../theme/types.ts';

/** Measures of charts, from the `charts:` and `components:` sections of the theme. Lengths in pt. */
export interface ChartTokens {
  /** Height of the plot by the size of the block; charts of rows are as high as their rows. */
  readonly height: Readonly<Record<'full' | 'main' | 'half', number>>;
  /** Distance of two rows of a row chart. */
  readonly rowPitch: number;
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
  readonly sdgTile: { readonly height: number; readonly number: number; readonly darkText: ReadonlySet<number> };
}

/** Reads the tokens; where a theme is silent, the measures of the default look hold. */
export function chartTokens(theme: Theme): ChartTokens {
  const number = (path: string, otherwise: number): number => {
    const value = tokenAt(theme.tokens, path);
    return typeof value === 'number' ? value : otherwise;
  };
  const numbers = (path: string): readonly number[] | undefined => {
    const value = tokenAt(theme.tokens, path);
    return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : undefined;
  };
  const paint = (path: string, otherwise: Paint): Paint => {
    const value = tokenAt(theme.tokens, path);
    return typeof value === 'string' ? value : otherwise;
  };
  const stroke = (path: string, otherwise: Stroke): Stroke => {
    const dash = numbers(`${path}.dash`) ?? otherwise.dash;
    return {
      paint: paint(`${path}.paint`, otherwise.paint),
      width: number(`${path}.width`, otherwise.width),
      ...(dash === undefined || dash.length === 0 ? {} : { dash }),
    };
  };
  const tag = 'components.status_tag';
  return {
    height: {
      full: number('charts.plot_height.full', 226),
      main: number('charts.plot_height.main', 226),
      half: number('charts.plot_height.half', 150),
    },
    rowPitch: number('charts.plot_height.hbar_row', 33),
    text: {
      value: number('charts.text.value', 8),
      axis: number('charts.text.axis', 7),
      annotation: number('charts.text.annotation', 7.4),
      second: number('charts.text.second', 7),
      mini: number('charts.text.mini_value', 6.4),
      miniYear: number('charts.text.mini_year', 6),
      tag: number(`${tag}.size`, 6.6),
    },
    axis: {
      baseline: stroke('charts.axis.baseline', { paint: 'ink2', width: 0.7 }),
      grid: stroke('charts.axis.grid', { paint: 'hair', width: 0.5 }),
    },
    target: {
      line: stroke('charts.marks.target.stroke', { paint: 'ink', width: 1, dash: [4, 2.4] }),
      ring: number('charts.marks.target.ring', 4.2),
      ringStroke: number('charts.marks.target.ring_stroke', 1.4),
      dot: number('charts.marks.target.dot', 1.5),
    },
    derived: { size: number('charts.marks.derived.size', 6.4), paint: paint('charts.marks.derived.paint', 'ink3') },
    disputed: {
      outline: stroke('charts.marks.disputed.stroke', { paint: 'mark', width: 0.8, dash: [2.2, 1.4] }),
      pitch: number('charts.marks.disputed.hatch.pitch', 4),
      hatch: number('charts.marks.disputed.hatch.width', 0.45),
    },
    notLikeForLike: stroke('charts.marks.not_like_for_like.stroke', {
      paint: 'accent.deep',
      width: 0.8,
      dash: [2.5, 1.6],
    }),
    sample: {
      paint: paint(`${tag}.sample.paint`, 'ink2'),
      width: 0.8,
      dash: numbers(`${tag}.sample.dash`) ?? [2.2, 1.4],
    },
    notDisclosed: stroke('charts.marks.not_disclosed.stroke', { paint: 'ink3', width: 0.6, dash: [1.5, 1.5] }),
    seriesBreak: {
      line: stroke('charts.marks.series_break.stroke', { paint: 'ink2', width: 0.8 }),
      height: number('charts.marks.series_break.height', 8),
    },
    minibar: {
      gap: number('charts.minibar.gap', 15),
      labelRoom: number('charts.minibar.label_room', 15),
      foot: number('charts.minibar.foot', 9),
    },
    matrix: {
      size: number('components.matrix.size', 268),
      threshold: number('components.matrix.threshold', 3.5),
      marker: number('components.matrix.marker', 7.4),
      label: number('components.matrix.label', 7.4),
    },
    sdgTile: {
      height: (numbers('components.sdg_tile.size') ?? [])[1] ?? 18,
      number: number('components.sdg_tile.number', 9),
      darkText: new Set(numbers('components.sdg_tile.dark_text') ?? [2, 3, 5, 6, 7, 9, 11, 12, 14, 15]),
    },
  };
}

function tokenAt(tokens: Theme['tokens'], path: string): ThemeValue | undefined {
  let node: ThemeValue | undefined = tokens;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
    node = (node as Readonly<Record<string, ThemeValue>>)[key];
  }
  return node;
}
