import type { FontStyle, Lang, OriginId, Paint } from '../core/index.ts';
import { shapeText } from '../fonts/index.ts';
import type { FontBook } from '../fonts/types.ts';
import type { PlacedRun } from './types.ts';

/** Style of a one-line text. Lengths in pt. */
export interface LineStyle {
  readonly font: FontStyle;
  readonly size: number;
  readonly paint: Paint;
  readonly tracking?: number;
  readonly figures?: 'proportional' | 'tabular';
  readonly origin?: OriginId;
}

/** Shapes a one-line text of a drawing (a chart's label) at natural width; `x` counts from its start. */
export function shapeLine(text: string, style: LineStyle, lang: Lang, fonts: FontBook): readonly PlacedRun[] {
  const { font, size, tracking = 0, figures = 'proportional' } = style;
  const shaped = shapeText(text, { font, size, lang, tracking, figures }, fonts);
  return shaped.runs.map((run) => ({
    kind: 'glyphs',
    face: run.face.id,
    size: run.size,
    x: run.x,
    rise: run.rise,
    glyphs: run.glyphs,
    advances: run.advances,
    ...(run.xOffsets === undefined ? {} : { xOffsets: run.xOffsets }),
    clusters: run.clusters,
    paint: style.paint,
    lang,
    origin: style.origin ?? '',
  }));
}
