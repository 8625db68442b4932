import type { Block, BlockTree, TableRow } from '../../compose/block.ts';
import type { InlineItem } from '../../compose/paragraph.ts';
import type { OriginId } from '../../core/index.ts';

/**
 * Where a label that is known only when pages are is asked for first: the origin of the reference to a page, or of the mark of
 * a note that is counted by the page. Text of the flow comes before that of notes, and furniture last.
 * @param name the block whose page is printed, or the late name of a note
 */
export function labelAsker(tree: BlockTree, name: string): OriginId | undefined {
  const notes = [...tree.notes.values()].map((note) => note.block);
  const furniture = [...tree.masters.values()].flatMap((master) => [...master.recto, ...master.verso]);
  return askerIn([...tree.children, ...notes, ...furniture], name);
}

function askerIn(blocks: readonly Block[], name: string): OriginId | undefined {
  for (const block of blocks) {
    const found = block.kind === 'text' ? askingItem(block.paragraph.items, name) : askerIn(innerBlocks(block), name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function askingItem(items: readonly InlineItem[], name: string): OriginId | undefined {
  for (const item of items) {
    if (item.kind === 'page' && (item.target === name || item.after?.includes(name) === true)) return item.origin;
    if (item.kind === 'text' && item.late === name) return item.origin;
  }
  return undefined;
}

/** The blocks inside one, in the order in which they are read. */
function innerBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'stack':
    case 'columns':
      return block.children;
    case 'row':
      return block.cells.map((cell) => cell.block);
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...[...block.head, ...block.body].flatMap(rowBlocks),
        ...(block.foot === undefined ? [] : [block.foot]),
      ];
    case 'margin':
    case 'placed':
    case 'float':
    case 'sheet':
      return [block.block];
    default:
      return [];
  }
}

function rowBlocks(row: TableRow): readonly Block[] {
  return row.cells.flatMap((cell) => (cell === null ? [] : [cell.block]));
}
