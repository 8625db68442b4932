import { type ChartLook, line, run } from './chart-look.ts';
import type { ModelSeries, Phrases } from './chart-model.ts';
import { patternOver } from './hatch.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import { wrapLabel } from './label-wrap.ts';
import type { SeriesStyle } from './palette.ts';
import type { Box, Pen } from './pen.ts';

/** Names of series beside the plot, each level with what it names. Lengths in pt. */
export interface NameColumn {
  readonly stacks: readonly LabelStack[];
  /** Room that the column takes, its distance from the plot included. */
  readonly width: number;
}

/** Side of a swatch, and its distance from the words. */
const SWATCH = 6;
const SWATCH_GAP = 4;
/** Distance of the column from the plot, and of two names. */
const COLUMN_GAP = 10;
const NAME_GAP = 3;
/** Widest share of the drawing that names take. */
const SHARE = 0.26;

/**
 * Measures the names of series for a column at the right of a chart.
 * @param values  labels that stand over the names, none by default
 */
export function nameColumn(
  series: readonly ModelSeries[],
  width: number,
  look: ChartLook,
  values: readonly LabelStack[] = [],
): NameColumn {
  const stacks = series.map(({ name }, index) => [...(values[index] ?? []), ...nameStack(name, width * SHARE, look)]);
  const widest = Math.max(...stacks.map((stack) => stackSize(stack, look.measure).width));
  return { stacks, width: widest + SWATCH + SWATCH_GAP + COLUMN_GAP };
}

/** Words of a name, broken to a room and never cut. */
export function nameStack(name: Phrases, room: number, look: ChartLook, strong = false): LabelStack {
  const { tokens, measure } = look;
  return name.flatMap(({ lang, text }, index) => {
    const size = index === 0 ? tokens.text.annotation : Math.min(tokens.text.annotation, tokens.text.second);
    const weight = strong && index === 0 ? 600 : 400;
    const widthOf = (part: string): number => measure.width(part, { family: 'sans', weight }, size, lang);
    return wrapLabel(text, lang, room, widthOf).map((part) =>
      line([run(part, lang, { size, paint: index === 0 ? 'ink' : 'ink2', weight })]),
    );
  });
}

/**
 * Draws the names of a column with their swatches. `levels` are the heights at which they should stand; names that would
 * touch are moved apart, in the order of their levels.
 */
export function drawNames(
  pen: Pen,
  column: NameColumn,
  place: { readonly x: number; readonly top: number; readonly bottom: number; readonly levels: readonly number[] },
  drawSwatch: (index: number, x: number, y: number) => void,
  look: ChartLook,
): void {
  const heights = column.stacks.map((stack) => stackSize(stack, look.measure).height);
  const tops = spread(
    place.levels.map((level, index) => level - (heights[index] ?? 0) / 2),
    heights,
    place,
  );
  column.stacks.forEach((stack, index) => {
    const top = tops[index] ?? 0;
    const first = stack[0]?.leading ?? 9;
    drawSwatch(index, place.x + COLUMN_GAP, top + first / 2 - SWATCH / 2);
    drawStack(pen, stack, { x: place.x + COLUMN_GAP + SWATCH + SWATCH_GAP, y: top, align: 'start' }, look.measure);
  });
}

/** Moves boxes of given tops and heights apart, within bounds. */
export function spread(
  tops: readonly number[],
  heights: readonly number[],
  bounds: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = tops.map((_, index) => index).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0) || a - b);
  const placed = [...tops];
  let floor = bounds.top;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + (heights[index] ?? 0) + NAME_GAP;
  }
  let ceiling = bounds.bottom;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling - (heights[index] ?? 0));
    ceiling = (placed[index] ?? 0) - NAME_GAP;
  }
  return placed;
}

/** A square in the colour and pattern of a series. */
export function drawSwatch(pen: Pen, style: SeriesStyle, x: number, y: number): void {
  const box: Box = { x, y, width: SWATCH, height: SWATCH };
  fillBox(pen, box, style);
}

/** Fills a box as a series is filled: colour, pattern, outline. */
function fillBox(pen: Pen, box: Box, style: SeriesStyle): void {
  pen.rect(box, { fill: style.paint });
  dressBox(pen, box, style);
}

/** What a filled box of a series has over its colour. */
export function dressBox(pen: Pen, box: Box, style: SeriesStyle): void {
  patternOver(pen, box, style);
  if (style.outlined) pen.rect(box, { stroke: { paint: 'ink', width: 0.6 } });
}

/** A key over the plot: swatches and names in lines, as wide as there is room. */
export interface KeyLines {
  readonly items: readonly { readonly stack: LabelStack; readonly x: number; readonly y: number }[];
  readonly height: number;
}

/** Lays out a key in lines no wider than `width` pt. */
export function keyLines(series: readonly ModelSeries[], width: number, look: ChartLook): KeyLines {
  const gap = 14;
  let x = 0;
  let y = 0;
  let tallest = 0;
  const items = series.map(({ name }) => {
    const stack = nameStack(name, width - SWATCH - SWATCH_GAP, look);
    const size = stackSize(stack, look.measure);
    const room = SWATCH + SWATCH_GAP + size.width;
    if (x > 0 && x + room > width) {
      x = 0;
      y += tallest + 2;
      tallest = 0;
    }
    const item = { stack, x, y };
    x += room + gap;
    tallest = Math.max(tallest, size.height);
    return item;
  });
  return { items, height: y + tallest };
}

/** Draws a key with its top at `top`; styles in the order of its items. */
export function drawKey(pen: Pen, key: KeyLines, top: number, styles: readonly SeriesStyle[], look: ChartLook): void {
  key.items.forEach(({ stack, x, y }, index) => {
    const style = styles[index];
    if (style === undefined) return;
    drawSwatch(pen, style, x, top + y + (stack[0]?.leading ?? 9) / 2 - SWATCH / 2);
    drawStack(pen, stack, { x: x + SWATCH + SWATCH_GAP, y: top + y, align: 'start' }, look.measure);
  });
}
