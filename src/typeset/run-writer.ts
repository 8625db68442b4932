import { KIND } from '../fonts/index.ts';
import type { Face, FontBook } from '../fonts/types.ts';
import { placedBox } from './boxed-text.ts';
import type { CellRun, Itemized, LineObject } from './itemize.ts';
import { leaderDots } from './leader.ts';
import type { LineItem, PlacedRun } from './types.ts';

const SOFT_HYPHEN = '\u00ad';

interface OpenRun {
  readonly run: CellRun;
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly x: number;
  readonly glyphs: number[];
  readonly origins: number[];
  readonly shifts: number[];
  readonly clusters: string[];
  readonly dots: number[];
}

interface DrawnGlyph {
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly glyph: number;
  /** From the origin to where the glyph is drawn: a halved opening mark is drawn half an em to the left. */
  readonly shift: number;
  readonly cluster: string;
  /** Whether a dot of emphasis stands under it. */
  readonly dotted?: boolean;
}

/** Gathers what a line draws. Lengths in pt. */
export interface RunWriter {
  glyph(cell: number, x: number, shift: number): void;
  space(before: number, after: number, x: number): void;
  hyphen(cell: number, x: number, fonts: FontBook): number;
  object(run: CellRun, object: LineObject, x: number, width: number): void;
  finish(end: number): readonly LineItem[];
}

/** Writes glyphs one by one, joined to runs of one face, size, height and item. */
export function runWriter(itemized: Itemized): RunWriter {
  const { cells, runs, runOf } = itemized;
  const items: LineItem[] = [];
  let open: OpenRun | undefined;

  const flush = (end: number): void => {
    if (open !== undefined) items.push(placedRun(open, end));
    open = undefined;
  };
  const put = (run: CellRun, drawn: DrawnGlyph, x: number): void => {
    const { face, size, rise } = drawn;
    const same =
      open !== undefined && open.run === run && open.face === face && open.size === size && open.rise === rise;
    if (!same) {
      flush(x);
      open = { run, face, size, rise, x, glyphs: [], origins: [], shifts: [], clusters: [], dots: [] };
    }
    open?.glyphs.push(drawn.glyph);
    open?.origins.push(x);
    open?.shifts.push(drawn.shift);
    open?.clusters.push(drawn.cluster);
    if (drawn.dotted) open?.dots.push(x - open.x + ((face.advanceOf(drawn.glyph) / face.unitsPerEm) * size) / 2);
  };
  const putCell = (cell: number, x: number, shift: number): void => {
    const run = runs[runOf[cell] ?? 0];
    const glyph = cells[cell]?.glyph ?? -1;
    if (run === undefined || glyph <= 0) return;
    put(
      run,
      {
        face: cells[cell]?.face as Face,
        size: run.size * (cells[cell]?.scale ?? 1),
        rise: (run.style?.rise ?? 0) + (cells[cell]?.rise ?? 0) * run.size,
        glyph,
        shift: shift + (cells[cell]?.xOffset ?? 0) * run.size,
        cluster: cells[cell]?.text ?? '',
        dotted: run.style?.dots === true && cells[cell]?.kind === KIND.han,
      },
      x,
    );
  };
  return {
    glyph: putCell,
    space: (before, after, x) => {
      for (let cell = after + 1; cell < before; cell += 1) {
        if (cells[cell]?.kind !== KIND.space) continue;
        putCell(cell, x, 0);
        return;
      }
    },
    hyphen: (cell, x, fonts) => {
      const run = runs[runOf[cell] ?? 0];
      if (run?.style === undefined) return 0;
      const face = cells[cell]?.face as Face;
      const drawn = face.glyphOf(0x2d) === 0 ? fonts.faceFor(0x2d, run.style.font, run.lang)?.face : face;
      if (drawn === undefined) return 0;
      const glyph = drawn.glyphOf(0x2d);
      const size = run.size * (cells[cell]?.scale ?? 1);
      put(run, { face: drawn, size, rise: run.style.rise, glyph, shift: 0, cluster: SOFT_HYPHEN }, x);
      return (drawn.advanceOf(glyph) / drawn.unitsPerEm) * size;
    },
    object: (run, object, x, width) => {
      flush(x);
      items.push(...placedObject(run, object, x, width));
    },
    finish: (end) => {
      flush(end);
      return items;
    },
  };
}

function placedRun(open: OpenRun, end: number): PlacedRun {
  const { run, origins } = open;
  const style = run.style;
  return {
    kind: 'glyphs',
    face: open.face.id,
    size: open.size,
    x: open.x,
    rise: open.rise,
    glyphs: open.glyphs,
    advances: origins.map((origin, i) => (origins[i + 1] ?? end) - origin),
    clusters: open.clusters,
    ...(open.shifts.some((shift) => shift !== 0) ? { xOffsets: open.shifts } : {}),
    paint: style?.paint ?? 'ink',
    lang: run.lang,
    origin: run.origin,
    ...(run.tag === undefined ? {} : { tag: run.tag }),
    ...(run.note === undefined ? {} : { note: run.note }),
    ...(style?.underline === undefined ? {} : { underline: style.underline }),
    ...(style?.strike === undefined ? {} : { strike: style.strike }),
    ...(open.dots.length === 0 ? {} : { dots: open.dots }),
  };
}

function placedObject(run: CellRun, object: LineObject, x: number, width: number): readonly LineItem[] {
  switch (object.kind) {
    case 'space':
      return [];
    case 'drawing': {
      const placed = { kind: 'drawing', x, ascent: object.ascent, drawing: object.drawing } as const;
      const { alt, altSecond } = object;
      return [{ ...placed, ...(alt === undefined ? {} : { alt }), ...(altSecond === undefined ? {} : { altSecond }) }];
    }
    case 'fill':
      if (object.leader === undefined) return [];
      return [{ kind: 'drawing', x, ascent: object.leader.size, drawing: leaderDots(object.leader, width) }];
    case 'boxed':
      return placedBox(run, object, x);
  }
}
