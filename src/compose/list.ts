import type { MarkupElement } from '../bind/index.ts';
import type { Block, StructureTag } from './block.ts';
import { innerScope, stackOf } from './box.ts';
import { flowBlocks } from './flow.ts';
import type { InlineItem } from './paragraph.ts';
import { enter, isHidden, report, round, type Scope, type Session } from './scope.ts';
import { trimEnds, withSpace } from './spacing.ts';
import { numberOf, type Style, wordOf } from './style.ts';
import { paragraphBlock, withLang } from './text-block.ts';
import { runStyleOf } from './text-state.ts';

/** Deeper lists take the next marker of the style's list. */
interface ListScope extends Scope {
  readonly depth?: number;
}

/** A list: each item a marker and, hung beside it, its body. Source: ISO 32000-1 14.8.4.3.3 (L, LI, Lbl, LBody). */
export function listBlock(session: Session, element: MarkupElement, outer: ListScope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const depth = outer.depth ?? 0;
  const inner: ListScope = { ...innerScope(session, style, scope), depth: depth + 1 };
  const items = element.children.filter((child): child is MarkupElement => child.kind === 'element');
  const first = Number(element.attributes['start'] ?? '1');
  const blocks = items.flatMap((item, index): readonly Block[] => {
    if (item.tag !== 'li') {
      report(session, 'B006', item.origin, `<${item.tag}> stands in <${element.tag}>, which holds <li>s only`);
      return [];
    }
    const marker = element.tag === 'ol' ? ordinal(style, first + index) : bullet(style, depth);
    return [itemBlock(session, item, inner, style, marker)];
  });
  const tag: StructureTag = { type: 'L', listNumbering: element.tag === 'ol' ? 'Decimal' : 'Disc' };
  return stackOf(session, blocks, {
    style,
    scope,
    origin: element.origin,
    id: element.attributes['id'],
    tag: scope.artifact ? undefined : withLang(session, tag, scope),
  });
}

function ordinal(style: Style, number: number): string {
  const pattern = wordOf(style, 'marker') ?? '1.';
  return pattern.replace('1', String(number));
}

function bullet(style: Style, depth: number): string {
  const markers = style.get('marker');
  if (!Array.isArray(markers)) return typeof markers === 'string' ? markers : '•';
  return String(markers[Math.min(depth, markers.length - 1)]);
}

function itemBlock(session: Session, element: MarkupElement, outer: ListScope, list: Style, marker: string): Block {
  const { style, scope } = enter(session, element, outer);
  const indent = numberOf(list, 'marker-width') ?? 15;
  const place: ListScope = {
    ...scope,
    x: round(outer.x + indent),
    width: round(outer.width - indent),
    depth: outer.depth ?? 1,
  };
  const inside = trimEnds(flowBlocks(session, element.children, place));
  const row: Block = {
    kind: 'row',
    origin: element.origin,
    level: true,
    ...(scope.artifact ? {} : { tag: { type: 'LI' } as const }),
    ...(element.attributes['id'] === undefined ? {} : { id: element.attributes['id'] }),
    cells: [
      { x: 0, width: indent, block: markerBlock(session, marker, scope, element) },
      {
        x: indent,
        width: place.width,
        block: {
          kind: 'stack',
          origin: element.origin,
          ...(scope.artifact ? {} : { tag: { type: 'LBody' } as const }),
          children: ledLists(inside.blocks),
        },
      },
    ],
  };
  return withSpace(row, numberOf(style, 'before') ?? 0, numberOf(style, 'after') ?? inside.after);
}

/** What leads into a list stays with its first item. */
function ledLists(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) => {
    const tag = blocks[i + 1]?.tag;
    const leads = tag !== undefined && tag !== 'artifact' && tag.type === 'L';
    return leads ? { ...block, keep: { ...block.keep, withNext: true } } : block;
  });
}

function markerBlock(session: Session, marker: string, scope: Scope, element: MarkupElement): Block {
  const item: InlineItem = {
    kind: 'text',
    text: marker,
    lang: scope.lang,
    style: runStyleOf(scope.text, undefined, { theme: session.theme, accent: scope.accent, lang: scope.lang }),
    keep: true,
    origin: element.origin,
  };
  const tag = scope.artifact ? undefined : ({ type: 'Lbl' } as const);
  return withSpace(paragraphBlock(session, [item], { style: new Map(), scope, origin: element.origin, tag }), 0, 0);
}
