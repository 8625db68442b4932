import type { LineItem, PlacedRun } from '../../../typeset/types.ts';
import { bytesString } from '../file/syntax.ts';
import type { CodedFont, FontTable } from '../font/glyph-codes.ts';
import type { ShownText } from './content-stream.ts';

/** One run of a line as text to show. Lengths in pt; `origin` is where the text begins, from the left end of the measure. */
export interface RunText {
  readonly run: PlacedRun;
  readonly origin: number;
  /** Of the glyphs as set, from the run's own x. */
  readonly width: number;
  readonly shown: ShownText;
}

/** Glyphs of one character or ligature: together they have one text. Lengths in pt. */
interface Cluster {
  readonly glyphs: readonly number[];
  /** Offset of each glyph from the cluster's origin. */
  readonly offsets: readonly number[];
  readonly text: string;
  readonly x: number;
  /** To the next cluster on the line, or, for the last one, its own advance. */
  distance: number;
  /** What the font says of its width. */
  readonly nominal: number;
  /** Space that is added to the left and right of the glyph's own width, in the em's eighths. */
  before: number;
  after: number;
}

/**
 * Viewers take a gap wider than about a tenth of an em for a word space, and an overlap of that size for another word. So
 * gaps that are no spaces (between Han and Latin, after compressed punctuation, in tracked text) are made part of a
 * glyph's width, in steps that leave less than that; TJ numbers do the rest.
 */
const STEP = 1 / 8;
const TOLERATED = 0.09;
/** A wider gap is meant to part words (tabs, fills). */
const WIDEST = 0.8;
const SPACE = /^\s+$/u;
const HAN = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Turns the glyph runs of a line into codes and positions. */
export function lineTexts(items: readonly LineItem[], fonts: FontTable): readonly RunText[] {
  const runs: { readonly run: PlacedRun; readonly font: CodedFont; readonly clusters: Cluster[] }[] = [];
  for (const item of items) {
    if (item.kind !== 'glyphs' || item.glyphs.length === 0) continue;
    const font = fonts.font(item.face);
    runs.push({ run: item, font, clusters: clustersOf(item, font) });
  }
  bridgeGaps(runs);
  return runs.map(({ run, font, clusters }) => ({
    run,
    width: run.advances.reduce((sum, advance) => sum + advance, 0),
    ...showRun(run, font, clusters),
  }));
}

function clustersOf(run: PlacedRun, font: CodedFont): Cluster[] {
  const clusters: Cluster[] = [];
  const points = run.size / font.face.unitsPerEm;
  let pen = run.x;
  for (let i = 0; i < run.glyphs.length; ) {
    const glyphs: number[] = [];
    const offsets: number[] = [];
    const start = pen;
    let nominal = 0;
    const text = run.clusters[i] ?? '';
    do {
      const glyph = run.glyphs[i] ?? 0;
      glyphs.push(glyph);
      offsets.push(pen - start + (run.xOffsets?.[i] ?? 0));
      nominal += font.program.advance(glyph) * points;
      pen += run.advances[i] ?? 0;
      i += 1;
    } while (i < run.glyphs.length && run.clusters[i] === '');
    clusters.push({ glyphs, offsets, text, x: start, distance: pen - start, nominal, before: 0, after: 0 });
  }
  return clusters;
}

function bridgeGaps(runs: readonly { readonly run: PlacedRun; readonly clusters: Cluster[] }[]): void {
  const all = runs.flatMap(({ run, clusters }) =>
    clusters.map((cluster) => ({ cluster, size: run.size, rise: run.rise })),
  );
  for (let i = 0; i + 1 < all.length; i += 1) {
    const here = all[i];
    const next = all[i + 1];
    if (here === undefined || next === undefined) continue;
    here.cluster.distance = next.cluster.x - here.cluster.x;
    if (SPACE.test(here.cluster.text) || SPACE.test(next.cluster.text) || here.rise !== next.rise) continue;
    const gap = (here.cluster.distance - here.cluster.nominal) / here.size;
    if (Math.abs(gap) <= TOLERATED || gap > WIDEST) continue;
    // The rarer shapes take the width, so that fewer glyphs are stored twice.
    if (gap > 0 && HAN.test(here.cluster.text) && !HAN.test(next.cluster.text)) {
      next.cluster.before = Math.round((gap * here.size) / next.size / STEP);
    } else {
      here.cluster.after = Math.round(gap / STEP);
    }
  }
}

/** Codes and the numbers between them; the pen is followed as a viewer moves it, so that rounding never adds up. */
function showRun(
  run: PlacedRun,
  font: CodedFont,
  clusters: readonly Cluster[],
): { readonly origin: number; readonly shown: ShownText } {
  const { size } = run;
  const units = font.face.unitsPerEm;
  const points = size / units;
  const coded = clusters.map((cluster) => {
    const moved =
      cluster.before !== 0 || cluster.after !== 0 || cluster.glyphs.length > 1 || (cluster.offsets[0] ?? 0) !== 0;
    const before = cluster.before * STEP * units;
    const advance = Math.round(cluster.nominal / points + before + cluster.after * STEP * units);
    const code = moved
      ? font.composed({
          components: cluster.glyphs.map((glyph, k) => ({
            glyph,
            dx: Math.round((cluster.offsets[k] ?? 0) / points + before),
          })),
          advance,
          text: cluster.text,
        })
      : font.plain(cluster.glyphs[0] ?? 0, cluster.text);
    return { code, origin: cluster.x - before * points, advance: advance * points };
  });

  const spacing = usualSpacing(coded);
  const pieces: (string | number)[] = [];
  let codes = '';
  const start = coded[0]?.origin ?? run.x;
  let pen = start;
  coded.forEach(({ code, origin, advance }, i) => {
    const correction = Math.round(((pen - origin) * 1000) / size);
    const last = i === coded.length - 1;
    if (correction !== 0 && (Math.abs(correction) > 1 || last)) {
      if (codes !== '') pieces.push(bytesString(codes));
      codes = '';
      pieces.push(correction);
      pen -= (correction * size) / 1000;
    }
    codes += String.fromCharCode(code >> 8, code & 0xff);
    pen += advance + spacing;
  });
  pieces.push(bytesString(codes));
  return { origin: start, shown: { font: `/${font.resource}`, size, spacing, paint: run.paint, pieces } };
}

/** The space after each code that most codes of the run have, if most have one. */
function usualSpacing(coded: readonly { readonly origin: number; readonly advance: number }[]): number {
  if (coded.length < 4) return 0;
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < coded.length; i += 1) {
    const here = coded[i];
    const next = coded[i + 1];
    if (here === undefined || next === undefined) continue;
    const extra = Math.round((next.origin - here.origin - here.advance) * 1000) / 1000;
    counts.set(extra, (counts.get(extra) ?? 0) + 1);
  }
  for (const [extra, count] of counts) if (count * 2 >= coded.length) return extra;
  return 0;
}
