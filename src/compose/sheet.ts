import type { MarkupElement } from '../bind/index.ts';
import type { Block } from './block.ts';
import { stackOf } from './box.ts';
import { flowBlocks } from './flow.ts';
import { areaOf, sessionOn } from './master-area.ts';
import { enter, isHidden, type Scope, type Session } from './scope.ts';
import { addMaster, childrenOf, scopeOn } from './section.ts';

/**
 * Pages of another kind in the flow of a section, such as a landscape page for a wide table. They follow the page that this
 * place falls on, with the furniture of the section, unless the sheet has its own. Inside a box or cell, where no page
 * can follow, the sheet is only a box. Emits B006 for a master that the theme does not have.
 */
export function sheetBlock(around: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope: entered } = enter(around, element, outer);
  if (isHidden(style)) return undefined;
  const { origin } = element;
  const name = element.attributes['master'];
  const own = childrenOf(element, 'furniture');
  const children = element.children.filter((child) => child.kind === 'text' || child.tag !== 'furniture');
  if (name === undefined || !outer.flow) {
    const blocks = flowBlocks(around, children, entered);
    return blocks.length === 0 ? undefined : stackOf(around, blocks, { style, scope: entered, origin });
  }
  const session = sessionOn(around, name);
  const area = areaOf(session, name, origin);
  const furniture = own.length > 0 ? own : outer.furniture;
  const placed: Scope = { ...entered, ancestry: entered.ancestry.map(withoutMaster) };
  const scope = scopeOn(area, name, { element, entered: placed, furniture });
  const blocks = flowBlocks(session, children, scope);
  if (blocks.length === 0) return undefined;
  const master = addMaster(session, { ...element, children: furniture }, { name, area, scope });
  return { kind: 'sheet', origin, master, block: stackOf(session, blocks, { style, scope, origin }) };
}

/** What the theme says of the kind of page around does not hold on this one. */
function withoutMaster(element: Scope['ancestry'][number]): Scope['ancestry'][number] {
  const { classes, attributes, tag } = element;
  const master = tag === 'section' ? attributes['master'] : undefined;
  return master === undefined ? element : { ...element, classes: classes.filter((one) => one !== master) };
}
