import type { Block } from './block.ts';

/** Blocks that stand outside the flow and so part nothing from nothing. */
function isOutside(block: Block): boolean {
  return block.kind === 'placed' || block.kind === 'margin' || block.kind === 'sheet';
}

/** Blocks at which the flow begins anew. */
function isBreak(block: Block): boolean {
  return block.kind === 'page' || block.kind === 'break';
}

/** The same block with other space around it. */
export function withSpace(block: Block, before: number, after: number): Block {
  const { before: _before, after: _after, ...rest } = block;
  return { ...rest, ...(before === 0 ? {} : { before }), ...(after === 0 ? {} : { after }) } as Block;
}

/**
 * Of the space below one block and above the next the larger holds: it is put above the next, so that the engine may add.
 * A float may leave its place, so the text around it closes up without it, and its own space stays with it.
 */
export function collapseSpacing(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  let previous: number | undefined;
  for (const block of blocks) {
    if (isOutside(block)) {
      result.push(block);
      continue;
    }
    const last = previous === undefined ? undefined : result[previous];
    if (block.kind === 'float') {
      result.push(withSpace(block, Math.max(last?.after ?? 0, block.before ?? 0), block.after ?? 0));
      continue;
    }
    if (previous !== undefined && last !== undefined && !isBreak(block) && !isBreak(last)) {
      const gap = Math.max(last.after ?? 0, block.before ?? 0);
      result[previous] = withSpace(last, last.before ?? 0, 0);
      result.push(withSpace(block, gap, block.after ?? 0));
    } else result.push(block);
    previous = result.length - 1;
  }
  return result;
}

/** Lets each block that asks for it have the one before keep with it. */
export function keptToPrevious(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.keep?.withPrevious === true)) return blocks;
  const result: Block[] = [];
  let previous: number | undefined;
  for (const block of blocks) {
    const { withPrevious, ...keep } = block.keep ?? {};
    const before = previous === undefined ? undefined : result[previous];
    if (withPrevious === true && previous !== undefined && before !== undefined && !isBreak(before)) {
      result[previous] = { ...before, keep: { ...before.keep, withNext: true } };
    }
    result.push(withPrevious === true ? { ...block, keep } : block);
    if (!isOutside(block)) previous = result.length - 1;
  }
  return result;
}

/** Takes the space above the first and below the last block off, for the box around them to carry or to drop. */
export function trimEnds(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly before: number;
  readonly after: number;
} {
  const collapsed = collapseSpacing(blocks);
  const first = collapsed.findIndex((block) => !isOutside(block) && block.kind !== 'float');
  const last = collapsed.findLastIndex((block) => !isOutside(block) && block.kind !== 'float');
  const before = first < 0 ? 0 : (collapsed[first]?.before ?? 0);
  const after = last < 0 ? 0 : (collapsed[last]?.after ?? 0);
  const trimmed = collapsed.map((block, index) => {
    if (index !== first && index !== last) return block;
    const above = index === first ? 0 : (block.before ?? 0);
    const below = index === last ? 0 : (block.after ?? 0);
    return withSpace(block, above, below);
  });
  return { blocks: trimmed, before, after };
}
