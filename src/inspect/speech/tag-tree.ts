import type { Facts } from '../model/facts.ts';
import { contentKey, type StructureElement } from '../model/structure.ts';
import { textOf } from '../objects/index.ts';

/** An element of the structure tree, as it is written. */
export interface TagNode {
  readonly type: string;
  /** Of the element itself, not of what it stands in. */
  readonly lang: string | undefined;
  /** Title, alternative or replacement text. */
  readonly words: string | undefined;
  /** Pages that it reaches, from 0. */
  readonly pages: ReadonlySet<number>;
  readonly children: readonly TagNode[];
}

export function tagTree(facts: Facts): readonly TagNode[] {
  return (facts.structure?.roots ?? []).map((root) => tagNode(facts, root));
}

function tagNode(facts: Facts, element: StructureElement): TagNode {
  const pages = new Set<number>();
  const children: TagNode[] = [];
  for (const kid of element.kids) {
    if (kid.kind === 'content') {
      for (const { page } of facts.byContent.get(contentKey(kid.stream, kid.mcid)) ?? []) pages.add(page);
    }
    if (kid.kind !== 'element') continue;
    const child = tagNode(facts, kid.element);
    for (const page of child.pages) pages.add(page);
    children.push(child);
  }
  const text = (key: string): string | undefined => textOf(facts.file.get(element.dict, key));
  const words = text('Alt') ?? text('ActualText') ?? text('T');
  return { type: element.type, lang: element.ownLang, words, pages, children };
}
