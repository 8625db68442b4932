import type { Drawing, Segment } from '../core/index.ts';
import { KIND } from '../fonts/index.ts';
import type { Face, FontBook } from '../fonts/types.ts';
import { placedBox } from './boxed-text.ts';
import type { Gaps } from './glue.ts';
import type { CellRun, Itemized, LineObject } from './itemize.ts';
import type { LineText } from './line-text.ts';
import type { Line, LineItem, PlacedRun } from './types.ts';

/** One line to be drawn: which inked cells, where it starts, and what its gaps are. Lengths in pt. */
export interface LinePlan {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  /** Added to each gap by justification. */
  readonly adjust: Float64Array;
  /** Room that fills share. */
  readonly fill: number;
  readonly hyphen: boolean;
  /** Width of a mark that stands outside. */
  readonly hang: number;
  readonly natural: number;
  readonly ratio: number;
  readonly end: Line['end'];
}

export interface LineSource {
  readonly text: LineText;
  readonly itemized: Itemized;
  readonly gaps: Gaps;
  readonly fonts: FontBook;
}

const SOFT_HYPHEN = '\u00ad';

/**
 * Draws a line: glyphs at their places, runs of one face, size and meaning together. A space at the line's end stays in the
 * text, without width, so that words of two lines do not run together when they are copied.
 */
export function drawLine(source: LineSource, plan: LinePlan): Line {
  const { text, itemized, gaps } = source;
  const writer = runWriter(itemized);
  const notes: string[] = [];
  let x = plan.x;
  let fills = 0;
  for (let k = plan.from; k < plan.to; k += 1) fills += objectAt(itemized, text, k)?.kind === 'fill' ? 1 : 0;
  for (let k = plan.from; k < plan.to; k += 1) {
    const cell = text.cell[k] ?? 0;
    if (k > plan.from) {
      const gap = (gaps.gap[k] ?? 0) + (plan.adjust[k] ?? 0);
      if (hasDrawnSpace(source, k)) writer.space(cell, text.cell[k - 1] ?? 0, x);
      x += gap;
    }
    const run = itemized.runs[itemized.runOf[cell] ?? 0];
    if (run === undefined) continue;
    if (run.note !== undefined && notes.at(-1) !== run.note) notes.push(run.note);
    const width = gaps.box[k] ?? 0;
    if (run.object !== undefined) {
      const extra = run.object.kind === 'fill' ? plan.fill / fills : 0;
      writer.object(run, run.object, x, width + extra);
      x += width + extra;
    } else {
      writer.glyph(cell, x, -(gaps.lead[k] ?? 0));
      x += width;
    }
  }
  if (plan.hyphen) {
    const cell = text.cell[plan.to - 1] ?? 0;
    x += writer.hyphen(cell, x, source.fonts);
  }
  const trailing = plan.to < text.count && plan.end === 'soft' && hasDrawnSpace(source, plan.to);
  if (trailing) writer.space(text.cell[plan.to] ?? 0, text.cell[plan.to - 1] ?? 0, x);
  const items = writer.finish(x);
  return {
    items,
    natural: plan.natural,
    width: x - plan.hang,
    ratio: plan.ratio,
    end: plan.end,
    notes,
    text: items.map((item) => (item.kind === 'glyphs' ? item.clusters.join('') : '')).join(''),
  };
}

function objectAt(itemized: Itemized, text: LineText, k: number): LineObject | undefined {
  return itemized.runs[itemized.runOf[text.cell[k] ?? 0] ?? 0]?.object;
}

/** Whether a space cell stands before an inked cell and is drawn there: not beside Han or a full-width mark. */
function hasDrawnSpace(source: LineSource, k: number): boolean {
  const { cells } = source.itemized;
  const from = (source.text.cell[k - 1] ?? 0) + 1;
  const to = source.text.cell[k] ?? 0;
  for (let cell = from; cell < to; cell += 1)
    if (cells[cell]?.kind === KIND.space) return source.gaps.stretchStep[k] === 1;
  return false;
}

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
}

interface DrawnGlyph {
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly glyph: number;
  /** From the origin to where the glyph is drawn: a halved opening mark is drawn half an em to the left. */
  readonly shift: number;
  readonly cluster: string;
}

interface RunWriter {
  glyph(cell: number, x: number, shift: number): void;
  space(before: number, after: number, x: number): void;
  hyphen(cell: number, x: number, fonts: FontBook): number;
  object(run: CellRun, object: LineObject, x: number, width: number): void;
  finish(end: number): readonly LineItem[];
}

function runWriter(itemized: Itemized): RunWriter {
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
      open = { run, face, size, rise, x, glyphs: [], origins: [], shifts: [], clusters: [] };
    }
    open?.glyphs.push(drawn.glyph);
    open?.origins.push(x);
    open?.shifts.push(drawn.shift);
    open?.clusters.push(drawn.cluster);
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
  };
}

function placedObject(run: CellRun, object: LineObject, x: number, width: number): readonly LineItem[] {
  switch (object.kind) {
    case 'space':
      return [];
    case 'drawing': {
      const placed = { kind: 'drawing', x, ascent: object.ascent, drawing: object.drawing } as const;
      return [object.alt === undefined ? placed : { ...placed, alt: object.alt }];
    }
    case 'fill':
      if (object.leader === undefined) return [];
      return [{ kind: 'drawing', x, ascent: object.leader.size, drawing: leaderDots(object.leader, width) }];
    case 'boxed':
      return placedBox(run, object, x);
  }
}

/** Distance of leader dots, and their radius, em. */
const LEADER = { pitch: 0.55, radius: 0.05, clear: 0.4 } as const;
/** Bézier arm for a quarter of a circle. */
const ARC = 0.5523;

/** Dots on a common grid from the right end, so that those of several lines stand under one another. */
function leaderDots(leader: { readonly paint: string; readonly size: number }, width: number): Drawing {
  const { size, paint } = leader;
  const segments: Segment[] = [];
  const radius = LEADER.radius * size;
  for (let x = width - LEADER.clear * size; x > LEADER.clear * size; x -= LEADER.pitch * size) {
    segments.push(...dot(x, size - radius, radius));
  }
  return { width, height: size, ops: [{ op: 'path', segments, fill: paint }] };
}

function dot(x: number, y: number, r: number): readonly Segment[] {
  const arm = ARC * r;
  return [
    ['M', x + r, y],
    ['C', x + r, y + arm, x + arm, y + r, x, y + r],
    ['C', x - arm, y + r, x - r, y + arm, x - r, y],
    ['C', x - r, y - arm, x - arm, y - r, x, y - r],
    ['C', x + arm, y - r, x + r, y - arm, x + r, y],
    ['Z'],
  ];
}
