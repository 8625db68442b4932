import type { Paragraph } from '../compose/paragraph.ts';
import type { TypesetContext, TypesetParagraph, TypesetWishes } from './types.ts';

interface Known {
  readonly key: string;
  readonly labels: readonly (string | undefined)[];
  readonly result: TypesetParagraph;
}

const books = new WeakMap<object, WeakMap<Paragraph, Known[]>>();

/**
 * Composes a paragraph once for each measure and set of wishes, as long as the page labels in it read the same.
 * Keyed by the paragraph's identity: the same content has to be the same object.
 */
export function memoised(
  paragraph: Paragraph,
  measure: number,
  context: TypesetContext,
  wishes: TypesetWishes,
  compose: () => TypesetParagraph,
): TypesetParagraph {
  const key = `${measure} ${wishes.unhyphenated?.join() ?? ''} ${JSON.stringify(context.policy)}`;
  const labels = paragraph.items.flatMap((item) => (item.kind === 'page' ? [context.pageLabel(item.target)] : []));
  let paragraphs = books.get(context.fonts);
  if (paragraphs === undefined) {
    paragraphs = new WeakMap();
    books.set(context.fonts, paragraphs);
  }
  const known = paragraphs.get(paragraph) ?? [];
  const same = known.find((entry) => entry.key === key && entry.labels.every((label, i) => label === labels[i]));
  if (same !== undefined) return same.result;
  const result = compose();
  known.push({ key, labels, result });
  paragraphs.set(paragraph, known);
  return result;
}
