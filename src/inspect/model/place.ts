import { type Box, union } from '../content/matrix.ts';
import type { Facts } from './facts.ts';
import { contentKey, type StructureElement } from './structure.ts';

/** Where an element stands: its object, and its box on the first page that it reaches. */
export interface ElementPlace {
  readonly object: number | undefined;
  readonly page: number | undefined;
  readonly box: Box | undefined;
}

export function placeOf(facts: Facts, element: StructureElement): ElementPlace {
  let page: number | undefined;
  let box: Box | undefined;
  const visit = (at: StructureElement): void => {
    for (const kid of at.kids) {
      if (kid.kind === 'element') visit(kid.element);
      if (kid.kind !== 'content') continue;
      for (const item of facts.byContent.get(contentKey(kid.stream, kid.mcid)) ?? []) {
        page ??= item.page;
        if (item.page === page) box = box === undefined ? item.box : union(box, item.box);
      }
    }
  };
  visit(element);
  return { object: element.id, page, box };
}

/** The text of an element with all that it holds, in reading order; replacement texts stand for what they replace. */
export function textOfElement(facts: Facts, element: StructureElement): string {
  let text = '';
  for (const kid of element.kids) {
    if (kid.kind === 'element') text += textOfElement(facts, kid.element);
    if (kid.kind !== 'content') continue;
    for (const item of facts.byContent.get(contentKey(kid.stream, kid.mcid)) ?? []) {
      if (item.kind === 'text') text += item.text;
    }
  }
  return text;
}
