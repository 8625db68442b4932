import type { PdfFile } from './pdf-file.ts';
import { createScanner, isKeyword } from './scanner.ts';
import { numberOf, type Stream, type Value } from './value.ts';

/** Objects of one object stream by their numbers; null for one that is not in it. Throws Malformed for a damaged one. */
export type Pack = (id: number) => Value;

export const EMPTY_PACK: Pack = () => null;

/** Opens an object stream. Each object is read when it is asked for. Source: ISO 32000-1 7.5.7. */
export function openPack(file: PdfFile, stream: Stream): Pack {
  const content = file.data(stream);
  const count = numberOf(file.get(stream.dict, 'N')) ?? 0;
  const first = numberOf(file.get(stream.dict, 'First')) ?? 0;
  const { objects, nesting } = file.budget.limits;
  if (content === undefined || count > objects) return EMPTY_PACK;
  const offsets = new Map<number, number>();
  const heads = createScanner(content, 0, Math.min(first, content.length), nesting);
  for (let i = 0; i < count; i += 1) {
    const id = heads.next();
    const offset = heads.next();
    if (typeof id !== 'number' || typeof offset !== 'number') break;
    offsets.set(id, first + offset);
  }
  const scanner = createScanner(content, 0, content.length, nesting);
  return (id) => {
    const offset = offsets.get(id);
    if (offset === undefined) return null;
    scanner.position = offset;
    const value = scanner.object();
    return value === undefined || isKeyword(value) ? null : value;
  };
}
