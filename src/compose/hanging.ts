import type { MarkupElement, MarkupNode } from '../bind/index.ts';
import type { Block, RowCell } from './block.ts';
import { boxed } from './box.ts';
import { inlineItems } from './inline.ts';
import { lengthIn, round, type Scope, type Session } from './scope.ts';
import { withSpace } from './spacing.ts';
import type { Style } from './style.ts';
import { paragraphBlock, withLang } from './text-block.ts';
import { isInline } from './vocabulary.ts';

/** A paragraph whose first inline has a width of its own, and what stands beside it. */
export interface HangingParts {
  readonly label: readonly MarkupNode[];
  readonly width: number;
  readonly rest: readonly MarkupNode[];
}

/** Splits a paragraph that begins with an inline whose style states a `width`: a number before a name, as in a list. */
export function hangingParts(session: Session, element: MarkupElement, scope: Scope): HangingParts | undefined {
  const [first, ...rest] = element.children;
  if (first?.kind !== 'element' || !isInline(first.tag)) return undefined;
  const style = session.cascade.styleOf(first, scope.lang, scope.ancestry);
  const width = lengthIn(session, style.get('width'), scope);
  return width === undefined ? undefined : { label: [first], width, rest };
}

/** The label in a column of its own, the rest beside it, as one paragraph of the structure. */
export function hungBlock(
  session: Session,
  parts: HangingParts,
  about: { readonly element: MarkupElement; readonly style: Style; readonly scope: Scope },
): Block {
  const { element, style, scope } = about;
  const { origin } = element;
  const cell = (nodes: readonly MarkupNode[], x: number, width: number): RowCell => {
    const items = inlineItems(session, nodes, scope, origin);
    const text = paragraphBlock(session, items, { style: new Map(), scope, origin });
    return { x, width, block: withSpace(text, 0, 0) };
  };
  const row: Block = {
    kind: 'row',
    origin,
    level: true,
    ...(scope.artifact ? {} : { tag: withLang(session, { type: 'P' as const }, scope) }),
    cells: [cell(parts.label, 0, parts.width), cell(parts.rest, parts.width, round(scope.width - parts.width))],
  };
  return boxed(session, row, { style, scope, origin, id: element.attributes['id'] });
}
