import type { MarkupElement, MarkupNode } from '../bind/index.ts';
import type { Block, StructureTag } from './block.ts';
import { innerScope, stackOf } from './box.ts';
import { columnsBlock } from './columns.ts';
import { floatBlocks, floatLength } from './float.ts';
import { listBlock } from './list.ts';
import { marginBlock } from './margin.ts';
import { gatherNote } from './note.ts';
import { dividedPairs, pairBlock } from './pair.ts';
import { pictureBlock } from './picture.ts';
import { rowBlock } from './row.ts';
import { enter, isHidden, report, type Scope, type Session, structureOf } from './scope.ts';
import { sectionBlocks } from './section.ts';
import { sheetBlock } from './sheet.ts';
import { collapseSpacing, keptToPrevious } from './spacing.ts';
import type { Style } from './style.ts';
import { tableBlock } from './table.ts';
import { looseText, textBlock, withLang } from './text-block.ts';
import { isInline } from './vocabulary.ts';

/** Everything that stands below one another in a box, from the nodes that it holds. Emits B006. */
export function flowBlocks(session: Session, nodes: readonly MarkupNode[], scope: Scope): readonly Block[] {
  const blocks: Block[] = [];
  let loose: MarkupNode[] = [];
  let pairs: MarkupElement[] = [];
  const endLoose = (): void => {
    const first = loose.find((node): node is MarkupElement => node.kind === 'element');
    const text = looseText(session, loose, scope, first?.origin ?? '');
    if (text !== undefined) blocks.push(text);
    loose = [];
  };
  const endPairs = (): void => {
    if (pairs.length > 0) blocks.push(...dividedPairs(session, pairs, scope));
    pairs = [];
  };
  let taken = 0;
  for (const [index, node] of nodes.entries()) {
    if (index < taken) continue;
    if (node.kind === 'text' || isInline(node.tag)) {
      if (node.kind === 'text' && node.text.trim() === '' && loose.length === 0) continue;
      endPairs();
      loose.push(node);
      continue;
    }
    endLoose();
    if (node.tag === 'pair') {
      pairs.push(node);
      continue;
    }
    // Notes print elsewhere and so part nothing.
    if (node.tag !== 'note') endPairs();
    const made = elementBlocks(session, node, scope);
    const length = floatLength(session, nodes, index, scope);
    const beside = length > 1 ? flowBlocks(session, nodes.slice(index + 1, index + length), scope) : [];
    blocks.push(...(length === 0 ? made : floatBlocks(made, beside, node.origin)));
    taken = index + length;
  }
  endLoose();
  endPairs();
  return collapseSpacing(keptToPrevious(blocks));
}

/** The blocks of one block element; none for what prints elsewhere or not at all. */
export function elementBlocks(session: Session, element: MarkupElement, scope: Scope): readonly Block[] {
  switch (element.tag) {
    case 'section':
      return sectionBlocks(session, element, scope);
    case 'sheet':
      return some(sheetBlock(session, element, scope));
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
    case 'p':
    case 'figcaption':
    case 'caption':
      return some(textBlock(session, element, scope));
    case 'div':
    case 'figure':
    case 'cell':
    case 'li':
      return some(divBlock(session, element, scope));
    case 'row':
      return some(rowBlock(session, element, scope));
    case 'pair':
      return some(pairBlock(session, element, scope));
    case 'columns':
      return some(columnsBlock(session, element, scope));
    case 'ul':
    case 'ol':
      return some(listBlock(session, element, scope));
    case 'table':
      return some(tableBlock(session, element, scope));
    case 'aside':
      return some(marginBlock(session, element, scope));
    case 'note':
      gatherNote(session, element, scope);
      return [];
    case 'chart':
    case 'trend':
    case 'materiality':
    case 'sdg-map':
    case 'img':
    case 'motif':
    case 'rule':
      return some(pictureBlock(session, element, scope));
    case 'break':
      return [breakBlock(element)];
    default:
      enter(session, element, scope);
      report(session, 'B006', element.origin, `<${element.tag}> cannot stand here`);
      return [];
  }
}

function some(block: Block | undefined): readonly Block[] {
  return block === undefined ? [] : [block];
}

function breakBlock(element: MarkupElement): Block {
  const to = element.attributes['to'] === 'column' ? 'column' : element.attributes['to'] === 'recto' ? 'recto' : 'page';
  return { kind: 'break', to, origin: element.origin };
}

/** A box of blocks. */
function divBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const blocks = flowBlocks(session, element.children, innerScope(session, style, scope));
  const id = element.attributes['id'];
  const tag = roleTag(session, element, style, scope);
  if (blocks.length === 0 && id === undefined && style.size === 0) return undefined;
  const keep = element.tag === 'figure' ? { together: true } : undefined;
  return stackOf(session, blocks, { style, scope, origin: element.origin, id, tag, keep });
}

/** The structure element of a box, by its role or its style; most boxes have none of their own. */
export function roleTag(
  session: Session,
  element: MarkupElement,
  style: Style,
  scope: Scope,
): StructureTag | undefined {
  if (scope.artifact) return undefined;
  const types = {
    aside: 'Aside',
    note: 'Note',
    toc: 'TOC',
    toci: 'TOCI',
    index: 'Index',
    quote: 'BlockQuote',
  } as const;
  const role = element.attributes['role'];
  const asked = structureOf(style);
  if (role !== undefined && Object.hasOwn(types, role)) {
    return withLang(session, { type: types[role as keyof typeof types] }, scope);
  }
  return asked === undefined || asked === 'none' ? undefined : withLang(session, { type: asked as 'Div' }, scope);
}
