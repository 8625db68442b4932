import type { PlacedPage } from '../../placed.ts';
import type { PageFrame } from '../page-frame.ts';
import type { ContentStream } from '../paint/content-stream.ts';
import { type LinkArea, type PainterTools, paintPage } from '../paint/page-painter.ts';
import { isFurniture } from './press-pages.ts';

/** Paints a landscape page on its side, its head at the left of the sheet, and the furniture of the sheet over it. */
export function paintTurned(
  content: ContentStream,
  page: PlacedPage,
  number: number,
  frame: PageFrame,
  tools: PainterTools,
): readonly LinkArea[] {
  const flow = { ...page, items: page.items.filter((item) => !isFurniture(item)) };
  const furniture = { ...page, items: page.items.filter(isFurniture) };
  const [, bottom, right] = frame.trim;
  content.saveAndTransform([0, 1, -1, 0, right, bottom]);
  const areas = paintPage(content, flow, number, { left: 0, top: page.height }, tools);
  content.restore();
  return [...areas, ...paintPage(content, furniture, number, frame, tools)];
}
