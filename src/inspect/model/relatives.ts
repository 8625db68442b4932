import type { StructureElement } from './structure.ts';

/** Children of an element; what stands in a NonStruct counts as if it stood outside. Source: ISO 32000-1 table 333. */
export function childrenOf(element: StructureElement): readonly StructureElement[] {
  return element.kids.flatMap((kid): readonly StructureElement[] => {
    if (kid.kind !== 'element') return [];
    return kid.element.role === 'NonStruct' ? childrenOf(kid.element) : [kid.element];
  });
}

/** Role of the element around; undefined at the root. */
export function parentRole(element: StructureElement): string | undefined {
  let parent = element.parent;
  while (parent?.role === 'NonStruct') parent = parent.parent;
  return parent?.role;
}

/** Whether an element holds content or objects itself. */
export function holdsContent(element: StructureElement): boolean {
  return element.kids.some((kid) => kid.kind !== 'element');
}
