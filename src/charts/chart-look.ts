import type { FontStyle, Lang, Paint } from '../core/index.ts';
import type { Surface } from './canvas.ts';
import type { Phrases } from './chart-model.ts';
import type { ChartTokens } from './chart-tokens.ts';
import type { ChartWords } from './chart-words.ts';
import type { LabelMeasure } from './label-measure.ts';
import type { LabelLine, LabelStack } from './label-stack.ts';
import type { Run } from './pen.ts';

/** All that a chart is drawn with besides its data. */
export interface ChartLook {
  readonly tokens: ChartTokens;
  readonly measure: LabelMeasure;
  readonly words: ChartWords;
  readonly surface: Surface;
}

/** How a label is set. */
export interface LabelStyle {
  readonly size: number;
  readonly paint: Paint;
  readonly weight?: FontStyle['weight'];
}

/** Lines of labels stand this far apart, in their size. */
const LEADING = 1.28;

/** One run of the chart face. */
export function run(text: string, lang: Lang, style: LabelStyle): Run {
  return {
    text,
    lang,
    size: style.size,
    paint: style.paint,
    font: { family: 'sans', weight: style.weight ?? 400 },
  };
}

/** A line of runs; its leading follows the largest. */
export function line(runs: readonly Run[]): LabelLine {
  return { runs, leading: Math.max(...runs.map(({ size }) => size)) * LEADING };
}

/**
 * Words in each language of the edition, the second one smaller and lighter under the first. A line feed in the words
 * begins a new line.
 */
export function wordStack(phrases: Phrases, style: LabelStyle, second: number): LabelStack {
  return phrases.flatMap(({ lang, text }, index) =>
    text.split('\n').map((part) => line([run(part, lang, index === 0 ? style : secondary(style, second))])),
  );
}

/** The manner of the second language. */
export function secondary(style: LabelStyle, second: number): LabelStyle {
  return { size: Math.min(second, style.size), paint: style.paint === 'ink' ? 'ink2' : style.paint };
}
