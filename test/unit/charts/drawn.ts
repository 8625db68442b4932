import type { Drawing, Lang, PathOp, Segment, TextOp } from '../../../src/core/index.ts';
import { type FontBook, measureText } from '../../../src/fonts/index.ts';

/** What a reader sees of a drawing. */
export interface Seen {
  readonly texts: readonly TextOp[];
  readonly paths: readonly PathOp[];
}

export function seen(drawing: Drawing): Seen {
  return {
    texts: drawing.ops.filter((op): op is TextOp => op.op === 'text'),
    paths: drawing.ops.filter((op): op is PathOp => op.op === 'path'),
  };
}

/** Texts in reading order of the display list. */
export function words(drawing: Drawing, lang?: Lang): readonly string[] {
  return seen(drawing)
    .texts.filter((op) => lang === undefined || op.lang === lang)
    .map(({ text }) => text);
}

/** The text, which must be there once. */
export function textOp(drawing: Drawing, text: string): TextOp {
  const found = seen(drawing).texts.filter((op) => op.text === text);
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} times “${text}” in ${words(drawing).join(' | ')}`);
  return first;
}

export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Extent of a path. */
export function extentOf({ segments }: { readonly segments: readonly Segment[] }): Extent {
  const points = segments.flatMap(([, ...all]) => all as number[]);
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Filled rectangles of a paint, from left to right. */
export function filled(drawing: Drawing, paint: string): readonly Extent[] {
  return seen(drawing)
    .paths.filter((op) => op.fill === paint && op.segments.length === 5)
    .map(extentOf)
    .sort((a, b) => a.x - b.x);
}

/** The ground that a text covers: its width, from its capitals to its baseline. */
export function textBox(op: TextOp, fonts: FontBook): Extent {
  const width = measureText(op.text, { font: op.font, size: op.size, lang: op.lang }, fonts);
  const height = op.size * 0.68;
  const start = op.align === 'start' ? 0 : op.align === 'middle' ? width / 2 : width;
  if (op.rotate === -90) return { x: op.x - height, y: op.y - width + start, width: height, height: width };
  return { x: op.x - start, y: op.y - height, width, height };
}

/** Whether two extents share more ground than a hairline. */
export function touch(a: Extent, b: Extent): boolean {
  const slack = 0.25;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}
