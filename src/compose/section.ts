import type { MarkupElement } from '../bind/index.ts';
import { type Drawing, type DrawingOp, rectangle } from '../core/index.ts';
import { resolvePaint } from '../theme/index.ts';
import type { Block, PlacedBlock, StructureTag } from './block.ts';
import { stackOf } from './box.ts';
import { elementBlocks, flowBlocks } from './flow.ts';
import { areaOf, type MasterArea } from './master-area.ts';
import { enter, isHidden, report, type Scope, type Session } from './scope.ts';
import { withLang } from './text-block.ts';

/**
 * A section of the structure. With a `master` it begins a new page of that kind, with furniture and ground of its own; inside
 * a section without one it is only that: pages of the section around it.
 */
export function sectionBlocks(session: Session, element: MarkupElement, outer: Scope): readonly Block[] {
  const { style, scope: entered } = enter(session, element, outer);
  if (isHidden(style)) return [];
  const name = element.attributes['master'];
  const isSection = name === undefined || !isPagesOfSection(outer);
  if (isSection) session.expansions.restart();
  // Styles ask for a kind of page as they ask for a class: `.text .col-unit`.
  const ancestry = [
    ...outer.ancestry,
    { ...element, classes: [...element.classes, ...(name === undefined ? [] : [name])] },
  ];
  const area = name === undefined ? undefined : areaOf(session, name, element.origin);
  const scope: Scope =
    area === undefined
      ? entered
      : {
          ...entered,
          ancestry,
          x: area.flow.x,
          width: area.flow.width,
          divider: area.divider,
          notes: {
            x: area.notes.x,
            width: (area.notes.width - area.notes.columnGap * (area.notes.columns - 1)) / area.notes.columns,
          },
        };
  const aside = new Set(['furniture', 'ground']);
  const flow = element.children.filter((child) => child.kind === 'text' || !aside.has(child.tag));
  const blocks = flowBlocks(session, flow, scope);
  const title = element.attributes['title'];
  const tag: StructureTag = { type: 'Sect', ...(title === undefined || title === '' ? {} : { title }) };
  const section = stackOf(session, blocks, {
    style,
    scope,
    origin: element.origin,
    id: element.attributes['id'],
    tag: isSection ? withLang(session, tag, scope) : undefined,
  });
  if (area === undefined || name === undefined) return [section];
  const master = addMaster(session, element, { name, area, scope });
  const label = element.attributes['label'];
  return [{ kind: 'page', master, origin: element.origin, ...(label === undefined ? {} : { label }) }, section];
}

function isPagesOfSection({ ancestry }: Scope): boolean {
  const around = ancestry.at(-1);
  return around?.tag === 'section' && around.attributes['master'] === undefined;
}

/** Registers the page master of a section: the theme's areas with the section's own furniture and ground. */
function addMaster(
  session: Session,
  element: MarkupElement,
  input: { readonly name: string; readonly area: MasterArea; readonly scope: Scope },
): string {
  const { area, scope, name } = input;
  const id = `${name}.${session.masters.size + 1}`;
  const { width, height } = session.theme.page;
  const ground = groundOf(session, element, area, scope);
  session.masters.set(id, {
    id,
    width,
    height,
    flow: area.flow,
    notes: area.notes,
    ...(ground === undefined ? {} : { ground }),
    recto: furnitureOf(session, element, scope, 'recto'),
    verso: furnitureOf(session, element, scope, 'verso'),
  });
  return id;
}

function childrenOf(element: MarkupElement, tag: string): readonly MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => child.kind === 'element' && child.tag === tag);
}

function furnitureOf(
  session: Session,
  section: MarkupElement,
  scope: Scope,
  side: 'recto' | 'verso',
): readonly PlacedBlock[] {
  const { left, textWidth } = session.grid;
  const onPage: Scope = {
    ...scope,
    x: left,
    width: textWidth,
    side,
    artifact: true,
    flow: false,
    text: { name: 'caption' },
  };
  return childrenOf(section, 'furniture').flatMap((furniture) => {
    const { scope: inner } = enter(session, furniture, onPage);
    return furniture.children.flatMap((child): readonly PlacedBlock[] => {
      if (child.kind === 'text') return [];
      const only = child.attributes['side'] ?? furniture.attributes['side'];
      if (only !== undefined && only !== side) return [];
      return elementBlocks(session, child, inner).flatMap((block): readonly PlacedBlock[] => {
        if (block.kind === 'placed') return [{ ...block, tag: 'artifact' }];
        report(session, 'B006', child.origin, `<${child.tag}> in <furniture> has no place on the page`, [
          'give it a class whose style states `y`',
        ]);
        return [];
      });
    });
  });
}

/** What stands behind the text: the master's ground, and the motifs of `<ground>` over it. Artifact. */
function groundOf(session: Session, section: MarkupElement, area: MasterArea, scope: Scope): Drawing | undefined {
  const { width, height, bleed } = session.theme.page;
  const fill: readonly DrawingOp[] =
    area.ground === undefined
      ? []
      : [
          {
            op: 'path',
            segments: rectangle(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed),
            fill: resolvePaint(session.theme, area.ground, scope.accent),
          },
        ];
  const page: Scope = { ...scope, x: 0, width, artifact: true };
  const art = childrenOf(section, 'ground').flatMap((ground) =>
    ground.children.flatMap((child) =>
      child.kind === 'text' ? [] : elementBlocks(session, child, page).flatMap((block) => opsOf(block, 0, 0)),
    ),
  );
  const ops = [...fill, ...art];
  return ops.length === 0 ? undefined : { width, height, ops };
}

function opsOf(block: Block, x: number, y: number): readonly DrawingOp[] {
  if (block.kind === 'placed') return opsOf(block.block, block.x, block.y);
  if (block.kind === 'stack') return block.children.flatMap((child) => opsOf(child, x, y));
  if (block.kind !== 'drawing') return [];
  if (x === 0 && y === 0) return block.drawing.ops;
  return [{ op: 'transform', matrix: [1, 0, 0, 1, x, y] }, ...block.drawing.ops, { op: 'restore' }];
}
