import type { MarkupElement, MarkupNode } from '../bind/index.ts';
import type { Block } from './block.ts';
import type { Scope, Session } from './scope.ts';
import { collapseSpacing, trimEnds, withSpace } from './spacing.ts';

/**
 * How many nodes float as one: an element whose style says so in the flow of pages, and what stands beside it right behind
 * it. None where something stands beside the element in another place, and would lose it if it left its own.
 */
export function floatLength(session: Session, nodes: readonly MarkupNode[], index: number, scope: Scope): number {
  const element = nodes[index];
  if (element?.kind !== 'element' || !scope.flow) return 0;
  if (session.cascade.styleOf(element, scope.lang, scope.ancestry).get('float') !== true) return 0;
  let end = index + 1;
  for (let i = end; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (node?.kind === 'text' ? node.text.trim() === '' : node?.tag === 'note') continue;
    if (!isBeside(node, element)) break;
    end = i + 1;
  }
  const elsewhere = nodes.some((node, i) => (i < index || i >= end) && isBeside(node, element));
  return elsewhere ? 0 : end - index;
}

/** Blocks that may leave their place as one. Space stays with them. */
export function floatBlocks(blocks: readonly Block[], beside: readonly Block[], origin: string): readonly Block[] {
  if (beside.length === 0) {
    return blocks.map((block) => {
      if (block.kind === 'margin' || block.kind === 'placed') return block;
      return floating(withSpace(block, 0, 0), block.before, block.after);
    });
  }
  const { blocks: children, before, after } = trimEnds(collapseSpacing([...blocks, ...beside]));
  return [floating({ kind: 'stack', origin, children, keep: { together: true } }, before, after)];
}

function floating(block: Block, before = 0, after = 0): Block {
  return withSpace({ kind: 'float', origin: block.origin, block }, before, after);
}

function isBeside(node: MarkupNode | undefined, element: MarkupElement): boolean {
  const id = node?.kind === 'element' ? node.attributes['beside'] : undefined;
  return id !== undefined && id !== '' && hasId(element, id);
}

function hasId(element: MarkupElement, id: string): boolean {
  if (element.attributes['id'] === id) return true;
  return element.children.some((child) => child.kind === 'element' && hasId(child, id));
}
