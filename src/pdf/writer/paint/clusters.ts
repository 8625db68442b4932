import type { PlacedRun } from '../../../typeset/types.ts';
import type { CodedFont } from '../font/glyph-codes.ts';

/**
 * The characters of one run, each with its glyphs: together they have one text. Lengths in pt. `before` and `after` are the
 * space that becomes part of a glyph's own width, in steps and half steps of `STEP` em; sparse, as most have none.
 */
export interface Clusters {
  readonly run: PlacedRun;
  readonly font: CodedFont;
  readonly texts: readonly string[];
  /** Index of each cluster's first glyph in the run. */
  readonly first: readonly number[];
  /** Origin on the line. */
  readonly x: readonly number[];
  /** What the font says of the width. */
  readonly nominal: readonly number[];
  readonly before: number[];
  readonly after: number[];
}

/**
 * Viewers take a gap wider than about a tenth of an em for a word space, and an overlap of that size for another word. So
 * gaps that are no spaces (between Han and Latin, after compressed punctuation, in tracked text) are made part of a
 * glyph's width, in steps that leave less than that.
 */
export const STEP = 1 / 8;
const TOLERATED = 0.09;
/** Han that say to be wider than they are set look crammed to who measures them: so little is no matter, em. */
const CRAMMED = 0.02;
/** A wider gap is meant to part words (tabs, fills), em. */
const WIDEST = 0.8;
const SPACE = /^\s+$/u;
const HAN = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Groups the glyphs of a run by the characters they stand for. */
export function clustersOf(run: PlacedRun, font: CodedFont): Clusters {
  const texts: string[] = [];
  const first: number[] = [];
  const x: number[] = [];
  const nominal: number[] = [];
  const points = run.size / font.face.unitsPerEm;
  let pen = run.x;
  for (let i = 0; i < run.glyphs.length; i += 1) {
    const text = run.clusters[i] ?? '';
    const width = font.program.advance(run.glyphs[i] ?? 0) * points;
    const last = texts.length - 1;
    if (text === '' && last >= 0) {
      nominal[last] = (nominal[last] ?? 0) + width;
    } else {
      texts.push(text);
      first.push(i);
      x.push(pen);
      nominal.push(width);
    }
    pen += run.advances[i] ?? 0;
  }
  return { run, font, texts, first, x, nominal, before: [], after: [] };
}

/** Decides for all runs of a line which gaps become part of a glyph's width. */
export function bridgeGaps(runs: readonly Clusters[]): void {
  runs.forEach((here, r) => {
    const count = here.texts.length;
    for (let i = 0; i < count; i += 1) {
      const inside = i + 1 < count;
      const next = inside ? here : runs[r + 1];
      if (next === undefined) return;
      const j = inside ? i + 1 : 0;
      const gap = ((next.x[j] ?? 0) - (here.x[i] ?? 0) - (here.nominal[i] ?? 0)) / here.run.size;
      if ((gap <= TOLERATED && gap >= -TOLERATED) || gap > WIDEST) continue;
      const left = here.texts[i] ?? '';
      const right = next.texts[j] ?? '';
      if (SPACE.test(left) || SPACE.test(right)) continue;
      // The rarer shapes take the width, so that fewer glyphs are stored twice.
      if (gap > 0 && HAN.test(left) && !HAN.test(right)) {
        next.before[j] = Math.round((gap * here.run.size) / next.run.size / STEP);
      } else {
        here.after[i] = HAN.test(left) && HAN.test(right) ? stepsBetweenHan(gap) : Math.round(gap / STEP);
      }
    }
  });
}

/** Half a step less where whole ones would make a spread Han overlap the next. */
function stepsBetweenHan(gap: number): number {
  const steps = Math.round(gap / STEP);
  return gap > 0 && gap - steps * STEP < -CRAMMED ? steps - 0.5 : steps;
}
