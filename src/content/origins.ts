import type { OriginId, OriginIndex, Span } from '../core/index.ts';
import type { Located, PathKey } from '../source/index.ts';

/** Answers where an origin id stands, from the files that were read. Ids of a stretch of a text end with `@start-end`. */
export function originIndex(files: ReadonlyMap<string, Located<unknown>>): OriginIndex {
  return {
    spanOf: (origin: OriginId): Span | undefined => {
      const hash = origin.indexOf('#');
      const located = files.get(origin.slice(0, hash));
      if (hash < 0 || located === undefined) return undefined;
      const stretch = /@(\d+)-(\d+)$/.exec(origin);
      const path = pointerPath(origin.slice(hash + 1, stretch?.index ?? origin.length));
      if (stretch === null) return located.spanOf(path);
      return located.textSpanOf(path, Number(stretch[1]), Number(stretch[2]));
    },
  };
}

/** Keys of a JSON pointer; whole numbers count as places in a list. Source: RFC 6901. */
function pointerPath(pointer: string): readonly PathKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : part));
}
