import {
  dictOf,
  isArray,
  isName,
  isReference,
  isText,
  nameOf,
  type PdfFile,
  textOf,
  type Value,
} from '../objects/index.ts';
import type { Page } from './pages.ts';
import { treePairs } from './tree-pairs.ts';

/** Finds the page, from 0, that a destination leads to: one that is written out, or one by its name. */
export type PageOfDestination = (destination: Value | undefined) => number | undefined;

/** Reads the named destinations of a file once. Source: ISO 32000-1 12.3.2. */
export function openDestinations(file: PdfFile, pages: readonly Page[]): PageOfDestination {
  const byId = new Map(pages.flatMap(({ id, index }) => (id === undefined ? [] : [[id, index] as const])));
  const tree = dictOf(file.get(dictOf(file.get(file.catalog, 'Names')), 'Dests'));
  const named = new Map<string, Value>(
    (tree === undefined ? [] : treePairs(file, tree, 'Names')).map(([key, value]) => [
      textOf(file.resolve(key)) ?? '',
      value,
    ]),
  );
  const old = dictOf(file.get(file.catalog, 'Dests'));
  return (destination) => {
    const written = file.resolve(destination);
    const found = isText(written)
      ? file.resolve(named.get(textOf(written) ?? ''))
      : isName(written)
        ? file.get(old, nameOf(written) ?? '')
        : written;
    const list = isArray(found) ? found : file.get(dictOf(found), 'D');
    const target = isArray(list) ? list[0] : undefined;
    if (isReference(target)) return byId.get(target.ref);
    return typeof target === 'number' && target < pages.length ? target : undefined;
  };
}
