import { type Box, union } from '../content/matrix.ts';
import type { Facts } from './facts.ts';
import { contentKey, type StructureElement } from './structure.ts';

/** Where an element stands: its object, and its box on the first page that it reaches. */
export interface ElementPlace {
  readonly object: number | undefined;
  readonly page: number | undefined;
  readonly box: Box | undefined;
  /** Of an element without content: the place of what stands before it in the tree, else behind it. Asked for only where it is told. */
  readonly near: () => Lie | undefined;
}

/** A part of one page. */
export interface Lie {
  readonly page: number;
  readonly box: Box;
}

export function placeOf(facts: Facts, element: StructureElement): ElementPlace {
  const { page, box } = ownPlace(facts, element);
  return { object: element.id, page, box, near: () => (box === undefined ? nearestLie(facts, element) : undefined) };
}

/** Elements that are looked into for a neighbour with content. */
const MOST_NEIGHBOURS = 1000;

function nearestLie(facts: Facts, element: StructureElement): Lie | undefined {
  let left = MOST_NEIGHBOURS;
  const firstIn = ({ kids }: StructureElement): Lie | undefined => {
    left -= 1;
    for (const kid of kids) {
      if (left < 0) return undefined;
      if (kid.kind === 'object') continue;
      const found =
        kid.kind === 'element' ? firstIn(kid.element) : facts.byContent.get(contentKey(kid.stream, kid.mcid))?.[0];
      if (found !== undefined) return { page: found.page, box: found.box };
    }
    return undefined;
  };
  for (let at = element; at.parent !== undefined && left > 0; at = at.parent) {
    const siblings = at.parent.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
    const own = siblings.indexOf(at);
    for (const one of [...siblings.slice(0, own).reverse(), ...siblings.slice(own + 1)]) {
      const found = firstIn(one);
      if (found !== undefined) return found;
      if (left <= 0) return undefined;
    }
  }
  return undefined;
}

function ownPlace(facts: Facts, element: StructureElement): Pick<ElementPlace, 'page' | 'box'> {
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
  return { page, box };
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
