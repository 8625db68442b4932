import type { Edition, Outcome } from '../core/index.ts';
import { type PagePicture, renderPages } from '../inspect/index.ts';

/** Makes pictures of all pages of a file: on this thread, or on another one while this goes on. */
export type PagePainter = (bytes: Uint8Array) => Promise<Outcome<readonly PagePicture[]>>;

/** Draws on this thread. Emits I001, I002. */
export const paintHere: PagePainter = (bytes) => renderPages(bytes);

/** What a thread that makes pictures is asked, and answers. Plain data. */
export interface PictureOrder {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export interface PictureAnswer {
  readonly id: number;
  readonly pictures: Outcome<readonly PagePicture[]>;
}

/** The pictures of editions by their bytes; a file that cannot be drawn has none, since reading it tells why. */
export async function paintEditions(
  paint: PagePainter,
  files: readonly (readonly [edition: Edition, bytes: Uint8Array])[],
): Promise<ReadonlyMap<Edition, readonly PagePicture[]>> {
  const painted = await Promise.all(files.map(async ([edition, bytes]) => [edition, await paint(bytes)] as const));
  return new Map(painted.flatMap(([edition, result]) => (result.ok ? [[edition, result.value] as const] : [])));
}
