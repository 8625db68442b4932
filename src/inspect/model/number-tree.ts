import { type Dict, dictOf, isArray, numberOf, type PdfFile, type Value } from '../objects/index.ts';

/** Keys and values of a number tree. A tree that leads back into itself ends there. Source: ISO 32000-1 7.9.7. */
export function readNumberTree(file: PdfFile, root: Dict): ReadonlyMap<number, Value> {
  const values = new Map<number, Value>();
  const seen = new Set<Dict>();
  const visit = (node: Dict, depth: number): void => {
    if (seen.has(node) || depth > file.budget.limits.levels) return;
    seen.add(node);
    const numbers = file.get(node, 'Nums');
    if (isArray(numbers)) {
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const key = numberOf(file.resolve(numbers[i]));
        if (key !== undefined) values.set(key, numbers[i + 1] ?? null);
      }
    }
    const kids = file.get(node, 'Kids');
    for (const kid of isArray(kids) ? kids : []) {
      const dict = dictOf(file.resolve(kid));
      if (dict !== undefined) visit(dict, depth + 1);
    }
  };
  visit(root, 0);
  return values;
}
