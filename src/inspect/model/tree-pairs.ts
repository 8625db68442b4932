import { type Dict, dictOf, isArray, type PdfFile, type Value } from '../objects/index.ts';

/**
 * Keys and values of a name or number tree, in order. A tree that leads back into itself ends there.
 * Source: ISO 32000-1 7.9.6 and 7.9.7.
 * @param key where the leaves keep their pairs
 */
export function treePairs(file: PdfFile, root: Dict, key: 'Names' | 'Nums'): readonly (readonly [Value, Value])[] {
  const pairs: (readonly [Value, Value])[] = [];
  const seen = new Set<Dict>();
  const visit = (node: Dict, depth: number): void => {
    if (seen.has(node) || depth > file.budget.limits.levels) return;
    seen.add(node);
    const leaf = file.get(node, key);
    if (isArray(leaf)) for (let i = 0; i + 1 < leaf.length; i += 2) pairs.push([leaf[i] ?? null, leaf[i + 1] ?? null]);
    const kids = file.get(node, 'Kids');
    for (const kid of isArray(kids) ? kids : []) {
      const dict = dictOf(file.resolve(kid));
      if (dict !== undefined) visit(dict, depth + 1);
    }
  };
  visit(root, 0);
  return pairs;
}
