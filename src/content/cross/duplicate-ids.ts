import { type Diagnostic, diagnose, type OriginId, type OriginIndex } from '../../core/index.ts';

/** Something that has an id. */
export interface Identified {
  readonly id: string;
  readonly origin: OriginId;
}

/**
 * Puts things under their ids. The first of two stays.
 * Emits C007, at the second, with the place of the first.
 */
export function byId<T extends Identified>(
  what: string,
  items: readonly T[],
  origins: OriginIndex,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const first = map.get(item.id);
    if (first === undefined) map.set(item.id, item);
    else diagnostics.push(duplicate(what, item, first, origins));
  }
  return map;
}

function duplicate(what: string, item: Identified, first: Identified, origins: OriginIndex): Diagnostic {
  const span = origins.spanOf(`${item.origin}/id`);
  const firstSpan = origins.spanOf(`${first.origin}/id`);
  return diagnose('C007', `the ${what} \`${item.id}\` is defined twice`, {
    ...(span === undefined ? {} : { span }),
    related: firstSpan === undefined ? [] : [{ span: firstSpan, note: 'the first stands here' }],
    hints: ['give one of them another id, or remove it'],
  });
}
