import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { BlockPlacement, OutlineEntry, PlacedDocument } from '../placed.ts';
import { pt } from './desk.ts';
import type { Plan } from './document.ts';
import { type Findings, PageBuilder } from './page-builder.ts';
import { sectionsOf } from './page-sections.ts';
import type { PagePlan } from './pagination.ts';
import { placedPages, textOffPage } from './placed-pages.ts';
import { numberStructure } from './structure.ts';

/**
 * Has pdfmake place a planned document, and reads back what stands where.
 * @param pageLabel labels of blocks, for furniture that prints them
 * Emits K001 for margin notes without room and text outside its page; passes on the faults of the plan.
 */
export function placeDocument(
  plan: Plan,
  pageLabel: (block: string) => string | undefined,
): { readonly document: PlacedDocument; readonly faults: readonly Diagnostic[] } {
  const { tree, desk, root, pages } = plan;
  const builder = new PageBuilder(tree.noteArea.gap);
  const sections = sectionsOf(plan, pageLabel);
  const raw = builder.layoutDocument({ stack: [...sections] }, {}, {}, {});
  const { findings } = builder;
  const { nodes, roleOf } = numberStructure(root);
  const placed = placedPages(raw, pages, roleOf);
  const document: PlacedDocument = {
    lang: tree.lang,
    pages: placed,
    structure: nodes,
    placements: placementsOf(findings, pages),
    outline: outlineOf(findings),
    info: tree.info,
  };
  const cramped = crampedMargins(findings, pages);
  const reported = new Set(cramped.map((fault) => fault.page));
  const outside = textOffPage(placed).filter((fault) => !reported.has(fault.page));
  const found = [...cramped, ...lineFaults(findings, pages), ...outside];
  return { document, faults: unrepeated([...desk.faults, ...plan.faults, ...found]) };
}

/** Where blocks stand; a block that only changes the page stands at the head of the page that it opens. */
function placementsOf(findings: Findings, pages: readonly PagePlan[]): ReadonlyMap<string, BlockPlacement> {
  const placements = new Map([...findings.placements].map(([block, boxes]) => [block, { block, boxes }]));
  pages.forEach((plan, page) => {
    const block = plan.opener?.block;
    if (block === undefined || placements.has(block)) return;
    const { x, width, top } = plan.master.flow;
    placements.set(block, { block, boxes: [{ page, x, y: top, width, height: 0 }] });
  });
  return placements;
}

function outlineOf(findings: Findings): readonly OutlineEntry[] {
  const entries = [...findings.outline].sort((a, b) => a.anchor.order - b.anchor.order);
  return entries.flatMap(({ anchor, page, y }) =>
    anchor.outline === undefined ? [] : [{ ...anchor.outline, block: anchor.block, page, y }],
  );
}

function crampedMargins(findings: Findings, pages: readonly PagePlan[]): readonly Diagnostic[] {
  return findings.cramped.map(({ margin, page }) => {
    const plan = pages[page];
    const { top, bottom } = plan?.master.flow ?? { top: 0, bottom: 0 };
    const excess = top - margin.y;
    return diagnose('K001', `the margin notes of a page are ${pt(excess)} higher than the page`, {
      origin: margin.note.origin,
      page: plan?.label ?? '',
      expected: `at most ${pt(bottom - top)} of them`,
      found: `${pt(bottom - top + excess)}, of which this one takes ${pt(margin.note.galley.height)}`,
      hints: ['shorten the margin notes, or move one to another page'],
    });
  });
}

/** What typesetting said about the paragraphs that were placed, once each. */
function lineFaults(findings: Findings, pages: readonly PagePlan[]): readonly Diagnostic[] {
  const seen = new Set<object>();
  return findings.lines.flatMap(({ galley, page }) => {
    if (seen.has(galley.set)) return [];
    seen.add(galley.set);
    const label = pages[page]?.label ?? '';
    return galley.set.diagnostics.map((fault) => ({ origin: galley.origin, page: label, ...fault }));
  });
}

/** Furniture is set on every page: what it reports is reported once. */
function unrepeated(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const key = [fault.code, fault.message, fault.origin, fault.block].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
