import { type Dict, dictOf, isArray, isName, type PdfFile, type Value } from '../objects/index.ts';
import type { StructureElement } from './structure.ts';

/** Attribute objects and classes of one element: there are ten owners of attributes in all. */
const MOST = 32;

/**
 * An attribute of an element, from its own attribute objects or from its classes.
 * Source: ISO 32000-1 14.7.5, 14.8.5.
 */
export function attributeOf(file: PdfFile, element: StructureElement, key: string): Value | undefined {
  const { entries } = element.dict;
  const own = entries.has('A') ? objectsOf(file, file.get(element.dict, 'A')) : [];
  if (!entries.has('C')) return firstOf(file, own, key);
  const classes = file.get(element.dict, 'C');
  const map = dictOf(file.get(dictOf(file.get(file.catalog, 'StructTreeRoot')), 'ClassMap'));
  const names = (isArray(classes) ? classes.slice(0, MOST).map((item) => file.resolve(item)) : [classes]).filter(
    isName,
  );
  const shared = names.flatMap(({ name }) => objectsOf(file, file.get(map, name)));
  return firstOf(file, [...own, ...shared], key);
}

function firstOf(file: PdfFile, dicts: readonly Dict[], key: string): Value | undefined {
  for (const dict of dicts) {
    const value = file.get(dict, key);
    if (value !== null) return value;
  }
  return undefined;
}

function objectsOf(file: PdfFile, value: Value): readonly Dict[] {
  const list: readonly Value[] = isArray(value) ? value.slice(0, MOST) : [value];
  return list.flatMap((item) => {
    const dict = dictOf(file.resolve(item));
    return dict === undefined ? [] : [dict];
  });
}
