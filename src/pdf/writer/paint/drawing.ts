import { type Drawing, InternalError, type Lang, langTag, multiply, type Segment } from '../../../core/index.ts';
import type { FontBook } from '../../../fonts/types.ts';
import { bytesString, type Syntax } from '../file/syntax.ts';
import type { FontTable } from '../font/glyph-codes.ts';
import { type ContentStream, createContentStream, type OverprintStates } from './content-stream.ts';
import { shapeLabel } from './label.ts';
import { lineTexts } from './line-text.ts';
import { flipped, rotationAt } from './matrix.ts';
import type { Palette } from './palette.ts';

/** What replaying needs beside the drawing. */
export interface DrawingTools {
  readonly book: FontBook;
  readonly fonts: FontTable;
  readonly palette: Palette;
  readonly overprint: OverprintStates | undefined;
  /** Texts in another language than this one say so; undefined: the file is not tagged. */
  readonly lang: Lang | undefined;
}

/** Replays a drawing as operators. The origin is its top left corner, y upwards, so that one stream serves any place. */
export function drawingSyntax(drawing: Drawing, tools: DrawingTools): Syntax {
  const content = createContentStream(tools.palette, { overprint: tools.overprint, inherits: true });
  let depth = 0;
  for (const op of drawing.ops) {
    if (op.op === 'path') {
      content.drawPath({ ...op, segments: turnedUp(op.segments) });
    } else if (op.op === 'clip') {
      content.saveAndClip(turnedUp(op.segments));
      depth += 1;
    } else if (op.op === 'transform') {
      content.saveAndTransform(flipped(op.matrix));
      depth += 1;
    } else if (op.op === 'restore') {
      if (depth === 0) throw new InternalError('a drawing restores more than it saved');
      content.restore();
      depth -= 1;
    } else {
      showLabel(content, op, tools);
    }
  }
  for (; depth > 0; depth -= 1) content.restore();
  return content.syntax;
}

function showLabel(
  content: ContentStream,
  op: Extract<Drawing['ops'][number], { readonly op: 'text' }>,
  tools: DrawingTools,
): void {
  const { runs, width } = shapeLabel(op, tools.book);
  const texts = lineTexts(runs, tools.fonts);
  if (texts.length === 0) return;
  const shift = op.align === 'start' ? 0 : op.align === 'middle' ? -width / 2 : -width;
  const foreign = tools.lang !== undefined && op.lang !== tools.lang;
  if (foreign) content.openMark(languageMark(op.lang));
  for (const { run, origin, shown } of texts) {
    const x = shift + origin;
    if (op.rotate === undefined || op.rotate === 0) content.showText(shown, [op.x + x, -op.y + run.rise]);
    else content.showText(shown, multiply([1, 0, 0, 1, x, run.rise], rotationAt(op.rotate, op.x, -op.y)));
  }
  if (foreign) content.closeMark();
}

/** Opens a stretch of text in another language. Source: ISO 32000-1 14.9.2.2. */
export function languageMark(lang: Lang): Syntax {
  return `/Span<</Lang${bytesString(langTag(lang))}>>BDC`;
}

function turnedUp(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment): Segment => {
    if (segment[0] === 'Z') return segment;
    if (segment[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = segment;
      return ['C', x1, -y1, x2, -y2, x3, -y3];
    }
    return [segment[0], segment[1], -segment[2]];
  });
}
