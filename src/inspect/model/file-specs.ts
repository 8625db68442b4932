import { type Dict, dictOf, isArray, isReference, nameOf, type PdfFile, type Value } from '../objects/index.ts';
import type { Page } from './pages.ts';
import type { Structure } from './structure.ts';
import { treePairs } from './tree-pairs.ts';

/** A file specification, and how the document is tied to it. */
export interface FileSpec {
  readonly id: number | undefined;
  readonly dict: Dict;
  /** Named in the tree of embedded files. */
  readonly listed: boolean;
  /** Named in an `AF` array. */
  readonly associated: boolean;
  /** Of a file attachment annotation. */
  readonly annotated: boolean;
}

/** Every file specification that the document reaches. Source: ISO 32000-1 7.11; ISO 19005-3 annex E. */
export function readFileSpecs(
  file: PdfFile,
  pages: readonly Page[],
  structure: Structure | undefined,
): readonly FileSpec[] {
  const specs = new Map<Dict, { -readonly [K in keyof FileSpec]: FileSpec[K] }>();
  const note = (value: Value | undefined, how: 'listed' | 'associated' | 'annotated'): void => {
    const dict = dictOf(file.resolve(value));
    if (dict === undefined) return;
    const known = specs.get(dict) ?? {
      id: isReference(value) ? value.ref : undefined,
      dict,
      listed: false,
      associated: false,
      annotated: false,
    };
    known[how] = true;
    specs.set(dict, known);
  };
  const associate = (dict: Dict): void => {
    const written = file.get(dict, 'AF');
    for (const item of isArray(written) ? written : [dict.entries.get('AF')]) note(item, 'associated');
  };
  const names = dictOf(file.get(dictOf(file.get(file.catalog, 'Names')), 'EmbeddedFiles'));
  if (names !== undefined) for (const value of readNameTree(file, names)) note(value, 'listed');
  associate(file.catalog);
  for (const page of pages) {
    associate(page.dict);
    for (const { dict } of page.annotations) {
      if (nameOf(file.get(dict, 'Subtype')) === 'FileAttachment') note(dict.entries.get('FS'), 'annotated');
      associate(dict);
    }
  }
  for (const element of structure?.elements ?? []) if (element.dict.entries.has('AF')) associate(element.dict);
  return [...specs.values()];
}

/** Values of a name tree, in order. Source: ISO 32000-1 7.9.6. */
export function readNameTree(file: PdfFile, root: Dict): readonly Value[] {
  return treePairs(file, root, 'Names').map(([, value]) => value);
}
