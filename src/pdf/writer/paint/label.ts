import type { TextOp } from '../../../core/index.ts';
import { type FontBook, shapeText } from '../../../fonts/index.ts';
import type { PlacedRun } from '../../../typeset/types.ts';

/** A drawing's text as glyph runs that begin at x = 0, pt. */
export interface Label {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
  /** Characters that no face has. */
  readonly missing: readonly string[];
}

/** Shapes the text of a drawing. */
export function shapeLabel(op: TextOp, fonts: FontBook): Label {
  const { text, font, size, lang, tracking } = op;
  const shaped = shapeText(text, { font, size, lang, ...(tracking === undefined ? {} : { tracking }) }, fonts);
  const runs = shaped.runs.map(
    ({ face, ...run }): PlacedRun => ({ ...run, kind: 'glyphs', face: face.id, paint: op.paint, lang, origin: '' }),
  );
  return { runs, width: shaped.width, missing: shaped.missing };
}
