import type { MarkupElement } from '../bind/index.ts';
import type { Block } from './block.ts';
import { boxed, innerScope } from './box.ts';
import { flowBlocks, roleTag } from './flow.ts';
import { placesOf } from './row.ts';
import { enter, isHidden, round, type Scope, type Session } from './scope.ts';
import { trimEnds, withSpace } from './spacing.ts';
import { numberOf, strokeOf } from './style.ts';

/**
 * Text columns that fill one after the other: a number of equal ones with `gap` between, or a list of [x, width]. Where they
 * are of unequal width, their blocks are composed for each.
 */
export function columnsBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const inner = innerScope(session, style, scope);
  const listed = placesOf(session, style.get('columns'), inner);
  const count = numberOrList(style.get('columns'));
  const gap = numberOf(style, 'gap') ?? session.grid.gutter;
  const share = round((inner.width - gap * (count - 1)) / count);
  const columns =
    listed.length > 0
      ? listed
      : Array.from({ length: count }, (_, i) => ({ x: round(i * (share + gap)), width: share }));
  const width = columns[0]?.width ?? inner.width;
  const heard = session.expansions.heard();
  const { tables } = session.counts;
  const inside = trimEnds(flowBlocks(session, element.children, { ...inner, width }));
  // Which column a block falls into is known only when pages are broken.
  const others = [...new Set(columns.map((column) => column.width))].slice(1).map((other) => {
    const again = { ...session, diagnostics: [], counts: { tables }, expansions: session.expansions.from(heard) };
    return { width: other, children: trimEnds(flowBlocks(again, element.children, { ...inner, width: other })).blocks };
  });
  const rule = strokeOf(style, 'divider', session.theme, scope.accent);
  const tag = roleTag(session, element, style, scope);
  const block: Block = {
    kind: 'columns',
    origin: element.origin,
    columns,
    children: inside.blocks,
    ...(others.length === 0 ? {} : { others }),
    ...(style.get('balance') === true ? { balance: true } : {}),
    ...(rule === undefined ? {} : { rule }),
    ...(tag === undefined ? {} : { tag }),
  };
  return boxed(session, withSpace(block, inside.before, inside.after), {
    style,
    scope,
    origin: element.origin,
    id: element.attributes['id'],
  });
}

function numberOrList(value: unknown): number {
  return typeof value === 'number' ? value : Array.isArray(value) ? value.length : 2;
}
