import type { FigureSketch, Recogniser } from './figure.ts';

/** What a figure in exact words has not: a far end, a unit, printed digits. */
export const PLAIN = { upTo: undefined, unit: '', number: undefined, grain: undefined, loose: false } as const;

/**
 * What a pattern finds at an offset and nowhere else.
 * @param pattern  sticky
 */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** One recogniser of several: the longest reading holds, the first of those that are as long. */
export function longestOf(recognisers: readonly Recogniser[]): Recogniser {
  return (text, at) => {
    let best: FigureSketch | undefined;
    for (const recognise of recognisers) {
      const one = recognise(text, at);
      if (one !== undefined && one.end > (best?.end ?? at)) best = one;
    }
    return best;
  };
}
