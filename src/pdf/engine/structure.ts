import type { StructureTag } from '../../compose/block.ts';
import { InternalError, type OriginId } from '../../core/index.ts';
import type { ArtifactKind, ItemRole, StructureNode } from '../placed.ts';

/**
 * A structure element while the layout is still being made. `followers` stand right after it: the notes that its text
 * cites, which become known only when their page is.
 */
export interface Element {
  readonly tag: StructureTag | undefined;
  readonly block: string | undefined;
  readonly origin: OriginId;
  readonly children: Element[];
  readonly followers: Element[];
  /** The element that this is the same as, where a block was set more than once. */
  same: Element | undefined;
}

/** What an item belongs to: an element, or nothing that is read out. */
export type Role =
  | { readonly element: Element }
  | { readonly artifact: ArtifactKind; readonly subtype?: 'Header' | 'Footer' };

/** The element that stands for the document itself; it has no tag and no node of its own. */
export function documentElement(): Element {
  return { tag: undefined, block: undefined, origin: '', children: [], followers: [], same: undefined };
}

/** Opens an element under another. */
export function openElement(parent: Element, tag: StructureTag, origin: OriginId, block: string | undefined): Element {
  const element: Element = { tag, block, origin, children: [], followers: [], same: undefined };
  parent.children.push(element);
  return element;
}

/** Makes the elements of a block that was set again the same as those of its first setting. */
export function unite(again: readonly Element[], first: readonly Element[]): void {
  if (again.length !== first.length) throw new InternalError('a block has another structure at another width');
  again.forEach((element, i) => {
    const same = first[i];
    if (same === undefined) return;
    element.same = same;
    unite(element.children, same.children);
  });
}

/** True for the document's own element, which cannot hold content. */
export function isDocument(role: Role): boolean {
  return 'element' in role && role.element.tag === undefined;
}

export interface NumberedStructure {
  readonly nodes: readonly StructureNode[];
  readonly roleOf: (role: Role) => ItemRole;
}

/**
 * Numbers all elements in reading order: an element, its children, then what follows it. A note printed on a second page
 * has an element of its own there, so an id that was given before gets a suffix.
 */
export function numberStructure(root: Element): NumberedStructure {
  const nodes: StructureNode[] = [];
  const ids = new Map<Element, number>();
  const given = new Map<string, number>();
  const visit = (element: Element, parent: number | undefined): void => {
    const { tag } = element;
    const id = tag === undefined ? undefined : nodes.length;
    if (tag !== undefined && id !== undefined) {
      ids.set(element, id);
      const block = element.block === undefined ? {} : { block: element.block };
      nodes.push({ id, parent, tag: withUniqueId(tag, given), origin: element.origin, ...block });
    }
    for (const child of element.children) visit(child, id);
    for (const follower of element.followers) visit(follower, parent);
  };
  visit(root, undefined);
  const roleOf = (role: Role): ItemRole => {
    if ('artifact' in role) return role;
    const node = ids.get(role.element.same ?? role.element);
    return node === undefined ? { artifact: 'Layout' } : { node };
  };
  return { nodes, roleOf };
}

function withUniqueId(tag: StructureTag, given: Map<string, number>): StructureTag {
  if (tag.id === undefined) return tag;
  const times = (given.get(tag.id) ?? 0) + 1;
  given.set(tag.id, times);
  return times === 1 ? tag : { ...tag, id: `${tag.id}-${times}` };
}
