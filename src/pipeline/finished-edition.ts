import { type EditionPlaces, placeBoxes } from '../call/index.ts';
import { type OriginId, sha256 } from '../core/index.ts';
import type { BuiltEdition } from './edition-build.ts';

/** An edition as it is written and told of: its bytes and what stands where, without the glyphs. Small enough to cross threads. */
export interface FinishedEdition extends Omit<EditionPlaces, 'file'> {
  readonly bytes: Uint8Array;
  readonly fonts: readonly string[];
  /** Where each block begins; `page` from 1. */
  readonly anchors: readonly (readonly [block: OriginId, place: { readonly page: number; readonly label: string }])[];
}

/** What is kept of an edition when its pages are done. */
export function finishEdition({ edition, bytes, document, fonts }: BuiltEdition): FinishedEdition {
  const labels = document.pages.map((page) => page.label);
  const anchors = [...document.placements].map(([block, placement]) => {
    const page = placement.boxes[0]?.page ?? 0;
    return [block, { page: page + 1, label: labels[page] ?? '' }] as const;
  });
  return { edition, bytes, sha256: sha256(bytes), fonts, labels, anchors, boxes: placeBoxes(document) };
}
