import { type Dict, numberOf, type PdfFile, type Value } from '../objects/index.ts';
import { treePairs } from './tree-pairs.ts';

/** Keys and values of a number tree. Source: ISO 32000-1 7.9.7. */
export function readNumberTree(file: PdfFile, root: Dict): ReadonlyMap<number, Value> {
  const values = new Map<number, Value>();
  for (const [key, value] of treePairs(file, root, 'Nums')) {
    const number = numberOf(file.resolve(key));
    if (number !== undefined) values.set(number, value);
  }
  return values;
}
