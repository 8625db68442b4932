import type { MarkupElement } from '../bind/index.ts';
import type { Block } from './block.ts';
import { boxOf, innerScope, stackOf } from './box.ts';
import { flowBlocks, roleTag } from './flow.ts';
import { enter, isHidden, lengthOnPage, round, type Scope, type Session } from './scope.ts';
import { trimEnds } from './spacing.ts';
import type { Style } from './style.ts';

/**
 * What stands in the margin, level with another block. A style without `x` has no margin to go to, and what it holds
 * stays in the flow.
 */
export function marginBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const x = lengthOnPage(session, style.get('x'));
  const width = lengthOnPage(session, style.get('width'));
  const about = { style, scope, origin: element.origin, id: element.attributes['id'] };
  if (x === undefined || width === undefined) {
    const blocks = flowBlocks(session, element.children, innerScope(session, style, scope));
    return blocks.length === 0
      ? undefined
      : stackOf(session, blocks, { ...about, tag: roleTag(session, element, style, scope) });
  }
  const place: Scope = { ...scope, flow: false, x, width };
  const inside = trimEnds(flowBlocks(session, element.children, innerScope(session, unplaced(style), place)));
  if (inside.blocks.length === 0) return undefined;
  const box = boxOf(session, style, scope);
  const tag = roleTag(session, element, style, scope);
  const beside = element.attributes['beside'];
  return {
    kind: 'margin',
    origin: element.origin,
    x: round(x),
    width: round(width),
    ...(about.id === undefined ? {} : { id: about.id }),
    ...(beside === undefined || beside === '' ? {} : { beside }),
    block: {
      kind: 'stack',
      origin: element.origin,
      children: inside.blocks,
      ...(box === undefined ? {} : { box }),
      ...(tag === undefined ? {} : { tag }),
    },
  };
}

function unplaced(style: Style): Style {
  return new Map([...style].filter(([property]) => property !== 'x' && property !== 'width'));
}
