import type { Facts } from '../model/facts.ts';
import { childrenOf } from '../model/relatives.ts';
import type { StructureElement } from '../model/structure.ts';
import { headingLevel } from '../model/structure-types.ts';
import type { TableGrid } from '../model/table-grid.ts';
import { textOf } from '../objects/index.ts';

/** What is told of an element before the things that it holds; undefined for one that is not told. */
export function announcement(facts: Facts, element: StructureElement, grid: TableGrid | undefined): string | undefined {
  const title = textOf(facts.file.get(element.dict, 'T')) ?? '';
  const what = kindOf(element, grid);
  return what === undefined || title === '' ? what : `${what}: ${title}`;
}

function kindOf(element: StructureElement, grid: TableGrid | undefined): string | undefined {
  const count = (role: string): number => childrenOf(element).filter((child) => child.role === role).length;
  switch (element.role) {
    case 'Sect':
      return 'section';
    case 'L':
      return `list, ${numbered(count('LI'), 'item')}`;
    case 'TOC':
      return `contents, ${numbered(count('TOCI'), 'entry', 'entries')}`;
    case 'Table':
      return `table, ${numbered(grid?.rows.length ?? 0, 'row')}, ${numbered(Math.max(0, ...(grid?.widths ?? [])), 'column')}`;
    case 'Note':
      return 'note';
    case 'BlockQuote':
      return 'quotation';
    default:
      return element.type === 'Aside' ? 'aside' : undefined;
  }
}

function numbered(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['Figure', 'figure'],
  ['Formula', 'formula'],
  ['Lbl', 'label'],
  ['LBody', ''],
  ['Caption', 'caption'],
  ['H', 'heading'],
  ['LI', 'item'],
  ['TOCI', 'entry'],
  ['TH', 'header'],
  ['TD', 'cell'],
]);

/** What is told of an element together with what it says itself; empty for a paragraph. */
export function roleWords(element: StructureElement, headers: readonly string[]): string {
  const level = headingLevel(element.role);
  if (level !== undefined) return `heading ${level}`;
  const word = WORDS.get(element.role) ?? '';
  return headers.length === 0 ? word : `${word} of ${headers.join(', ')}`;
}
