import type { MarkupElement } from '../bind/index.ts';
import { type Drawing, type DrawingOp, rectangle } from '../core/index.ts';
import { gridOf, resolvePaint } from '../theme/index.ts';
import type { Block, PlacedBlock, StructureTag } from './block.ts';
import { stackOf } from './box.ts';
import { elementBlocks, flowBlocks } from './flow.ts';
import { areaOf, type MasterArea, sessionOn } from './master-area.ts';
import { enter, isHidden, report, type Scope, type Session } from './scope.ts';
import { withLang } from './text-block.ts';

/**
 * A section of the structure. With a `master` it begins a new page of that kind, with furniture and ground of its own; inside
 * a section without one it is only that: pages of the section around it.
 */
export function sectionBlocks(around: Session, element: MarkupElement, outer: Scope): readonly Block[] {
  const { style, scope: entered } = enter(around, element, outer);
  if (isHidden(style)) return [];
  const name = element.attributes['master'];
  const session = name === undefined ? around : sessionOn(around, name);
  const isSection = name === undefined || !isPagesOfSection(outer);
  if (isSection) session.expansions.restart();
  const area = name === undefined ? undefined : areaOf(session, name, element.origin);
  const furniture = childrenOf(element, 'furniture');
  const scope =
    area === undefined || name === undefined ? entered : scopeOn(area, name, { element, entered, furniture });
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

/** The scope of what flows on pages of a master. Styles ask for a kind of page as they ask for a class: `.text .col-unit`. */
export function scopeOn(
  area: MasterArea,
  name: string,
  at: { readonly element: MarkupElement; readonly entered: Scope; readonly furniture: readonly MarkupElement[] },
): Scope {
  const { element, entered, furniture } = at;
  const ancestry = [...entered.ancestry.slice(0, -1), { ...element, classes: [...element.classes, name] }];
  const { columns, columnGap } = area.notes;
  return {
    ...entered,
    ancestry,
    x: area.flow.x,
    width: area.flow.width,
    divider: area.divider,
    notes: { x: area.notes.x, width: (area.notes.width - columnGap * (columns - 1)) / columns },
    furniture,
  };
}

function isPagesOfSection({ ancestry }: Scope): boolean {
  const around = ancestry.at(-1);
  return around?.tag === 'section' && around.attributes['master'] === undefined;
}

/** Registers the page master of a section or sheet: the theme's areas with its own furniture and ground. */
export function addMaster(
  session: Session,
  element: MarkupElement,
  input: { readonly name: string; readonly area: MasterArea; readonly scope: Scope },
): string {
  const { area, scope, name } = input;
  const id = `${name}.${session.masters.size + 1}`;
  const { width, height } = session.theme.page;
  const ground = groundOf(session, element, area, scope);
  const turned = width !== session.input.theme.page.width && session.theme.page.landscape === 'turned';
  // On a turned page the furniture stands where all pages of the book have it.
  const around = turned ? { ...session, theme: session.input.theme, grid: gridOf(session.input.theme) } : session;
  const place = turned ? { ...scope, ancestry: scope.ancestry.map((one) => without(one, name)) } : scope;
  session.masters.set(id, {
    id,
    width,
    height,
    flow: area.flow,
    notes: area.notes,
    ...(ground === undefined ? {} : { ground }),
    ...(turned ? { turned } : {}),
    recto: furnitureOf(around, element, place, 'recto'),
    verso: furnitureOf(around, element, place, 'verso'),
  });
  return id;
}

function without(element: Scope['ancestry'][number], name: string): Scope['ancestry'][number] {
  return { ...element, classes: element.classes.filter((one) => one !== name) };
}

export function childrenOf(element: MarkupElement, tag: string): readonly MarkupElement[] {
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
