import type { Line } from '../../typeset/types.ts';
import type { LinesGalley } from './galley.ts';

/** A ready line under the interface that pdfmake's writer asks of its own lines. */
export class PlacedGlyphLine {
  /** pdfmake looks here for text to align: ours is in its place already. */
  readonly inlines: readonly never[] = [];
  readonly line: Line;
  readonly galley: LinesGalley;
  x = 0;
  y = 0;

  constructor(line: Line, galley: LinesGalley) {
    this.line = line;
    this.galley = galley;
  }

  getHeight(): number {
    return this.galley.set.leading;
  }

  getWidth(): number {
    return this.line.width;
  }
}
