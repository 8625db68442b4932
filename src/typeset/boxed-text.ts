import type { Lang } from '../core/index.ts';
import type { GlyphRun } from '../fonts/index.ts';
import type { CellRun, LineObject } from './itemize.ts';
import type { LineItem } from './types.ts';

/** The frame of a boxed text with its glyphs, each run in its own language. `x` is the left end of its place, pt. */
export function placedBox(
  run: CellRun,
  object: Extract<LineObject, { kind: 'boxed' }>,
  x: number,
): readonly LineItem[] {
  const { box, content } = object;
  const [top, , bottom, left] = box.pad;
  const [before, after] = box.margin;
  const start = x + before + left;
  const face = content.runs[0]?.face;
  const capHeight = face === undefined ? 0 : (face.capHeight / face.unitsPerEm) * run.size;
  const frame: LineItem = {
    kind: 'box',
    x: x + before,
    width: object.width - before - after,
    ascent: capHeight + top,
    descent: bottom,
    box,
  };
  const style = run.style;
  const langOf = languageByOffset(object.parts, run.lang);
  const texts = partRuns(content.runs, langOf).map(({ piece, lang }): LineItem => {
    return {
      kind: 'glyphs',
      face: piece.face.id,
      size: piece.size,
      x: start + piece.x,
      rise: piece.rise + (style?.rise ?? 0),
      glyphs: piece.glyphs,
      advances: piece.advances,
      ...(piece.xOffsets === undefined ? {} : { xOffsets: piece.xOffsets }),
      clusters: piece.clusters,
      paint: style?.paint ?? 'ink',
      lang,
      origin: run.origin,
    };
  });
  return [frame, ...texts];
}

/** The language at a place of a text that is made of parts, counted in code units. */
function languageByOffset(
  parts: readonly { readonly text: string; readonly lang: Lang }[] | undefined,
  whole: Lang,
): (offset: number) => Lang {
  if (parts === undefined) return () => whole;
  return (offset) => {
    let end = 0;
    for (const part of parts) {
      end += part.text.length;
      if (offset < end) return part.lang;
    }
    return whole;
  };
}

/** Parts glyph runs where the language changes. */
function partRuns(
  pieces: readonly GlyphRun[],
  langOf: (offset: number) => Lang,
): readonly { readonly piece: GlyphRun; readonly lang: Lang }[] {
  const parted: { piece: GlyphRun; lang: Lang }[] = [];
  let offset = 0;
  for (const piece of pieces) {
    let from = 0;
    let x = piece.x;
    let lang = langOf(offset);
    const take = (to: number): void => {
      if (to === from) return;
      const part = { ...piece, x, glyphs: piece.glyphs.slice(from, to), advances: piece.advances.slice(from, to) };
      const offsets = piece.xOffsets === undefined ? {} : { xOffsets: piece.xOffsets.slice(from, to) };
      parted.push({ piece: { ...part, ...offsets, clusters: piece.clusters.slice(from, to) }, lang });
      x += part.advances.reduce((sum, advance) => sum + advance, 0);
      from = to;
    };
    piece.clusters.forEach((cluster, i) => {
      const here = cluster === '' ? lang : langOf(offset);
      if (here !== lang) {
        take(i);
        lang = here;
      }
      offset += cluster.length;
    });
    take(piece.clusters.length);
  }
  return parted;
}
