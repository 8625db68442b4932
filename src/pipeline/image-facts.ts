import type { ImageFacts } from '../compose/index.ts';
import { type Report, readImageHead } from '../content/index.ts';

/** Sizes of the report's pictures. Those that cannot be read were told when the content was loaded. */
export function imageFacts(report: Report): ReadonlyMap<string, ImageFacts> {
  return new Map(
    [...report.assets.values()].flatMap((asset) => {
      const head = readImageHead(asset.bytes);
      return 'fault' in head
        ? []
        : [[asset.id, { width: head.width, height: head.height, raster: head.format !== 'svg' }] as const];
    }),
  );
}
