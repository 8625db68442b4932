/** A place in a text. Lines and columns count from 1, offsets from 0, in UTF-16 units as editors count. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file. `end` is exclusive; `file` is relative to the workspace, with `/`. */
export interface Span {
  readonly file: string;
  readonly start: Point;
  readonly end: Point;
}

/**
 * Names a place in the content by file and JSON pointer, as `content/report.yaml#/about/blocks/2/zh`.
 * An id survives templates and layout, where a position would not; the report's origin index turns it into a `Span`.
 */
export type OriginId = string;

/** Builds an origin id from a file and the path of keys that leads to the value. */
export function originId(file: string, path: readonly (string | number)[]): OriginId {
  if (path.length === 0) return `${file}#`;
  return `${file}#/${(path.some(isMarked) ? path.map(escaped) : path).join('/')}`;
}

/** Whether a key holds what means something in a pointer. */
function isMarked(key: string | number): boolean {
  return typeof key === 'string' && (key.includes('/') || key.includes('~'));
}

function escaped(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Looks up where an origin id stands. The nearest known ancestor answers when the value itself has no place of its own. */
export interface OriginIndex {
  spanOf(origin: OriginId): Span | undefined;
}
