import type { Block, BlockTree, PageMaster } from '../../compose/block.ts';
import { type Diagnostic, diagnose, InternalError, type Outcome, outcome } from '../../core/index.ts';
import type { TypesetContext } from '../../typeset/types.ts';
import type { BlockPlacement, OutlineEntry, PlacedDocument } from '../placed.ts';
import { openDesk, pt } from './desk.ts';
import { attachWaiting } from './margin-notes.ts';
import { noteBook } from './note-book.ts';
import { type Findings, PageBuilder } from './page-builder.ts';
import { SELF, sectionsOf } from './page-sections.ts';
import { type PagePlan, paginate } from './pagination.ts';
import { placedPages, textOffPage } from './placed-pages.ts';
import { setChildren } from './setting.ts';
import { stackOf } from './stacking.ts';
import { documentElement, numberStructure } from './structure.ts';
import { type Typeset, type TypesetMemo, typesetMemo } from './typeset-memo.ts';

/** Everything the layout needs. The typeset functions are passed in, since a cell's measure exists only here. */
export interface LayoutInput {
  readonly tree: BlockTree;
  readonly typeset: Typeset;
  readonly context: Omit<TypesetContext, 'pageLabel'>;
  /** A part of a report set alone: the page of a block that is not in it prints as a dash. */
  readonly partial?: boolean;
}

/** Page references have settled by then, or never will. */
const MAX_PASSES = 3;

interface Pass {
  readonly document: PlacedDocument;
  readonly labels: ReadonlyMap<string, string>;
  readonly asked: ReadonlySet<string>;
  readonly faults: readonly Diagnostic[];
}

/**
 * Lays a block tree out on pages: pure, synchronous, linear in pages. Lengths in pt from the trim's top left, y down.
 * A document that prints page labels is laid out again until they settle, three times at most.
 * Emits K001 overflow, K002 too-tall, K003 keep-broken, K004 references-unsettled, K005 note-too-long, and what
 * typesetting reports for the lines that were used.
 */
export function layoutDocument(input: LayoutInput): Outcome<PlacedDocument> {
  const memo = typesetMemo(input.typeset, input.context);
  let known: ReadonlyMap<string, string> = new Map();
  for (let pass = 1; ; pass += 1) {
    const result = layoutOnce(input.tree, memo, known, input.partial === true);
    const moved = [...result.asked].filter((block) => result.labels.get(block) !== known.get(block));
    if (moved.length === 0) return outcome(result.document, result.faults);
    if (pass === MAX_PASSES) {
      const faults = moved.map((block) => unsettled(block, known.get(block), result.labels.get(block)));
      return outcome(result.document, [...result.faults, ...faults]);
    }
    known = result.labels;
  }
}

function unsettled(block: string, before: string | undefined, now: string | undefined): Diagnostic {
  return diagnose('K004', `the page of '${block}' is ${before ?? 'unknown'} and ${now ?? 'unknown'} in turn`, {
    block,
    expected: before ?? '',
    found: now ?? '',
    hints: ['change the text near the reference by a few words, so that its line does not depend on the number'],
  });
}

function layoutOnce(tree: BlockTree, memo: TypesetMemo, known: ReadonlyMap<string, string>, partial: boolean): Pass {
  const asked = new Set<string>();
  const pageLabel = (block: string): string | undefined => {
    if (block !== SELF) asked.add(block);
    return known.get(block) ?? (partial && known.size > 0 ? '–' : undefined);
  };
  const desk = openDesk(tree, memo.withLabels(pageLabel), pageLabel);
  const root = documentElement();
  const first = firstMaster(tree.children, tree);
  const place = { width: first.flow.width, parent: { element: root }, flow: { master: first }, breaks: true };
  const flow = stackOf({ children: setChildren(tree.children, place, desk, undefined), width: first.flow.width });
  attachWaiting(desk);
  const notes = noteBook(tree, desk);
  const { pages, faults } = paginate(tree, flow, first, notes.sourceAt);
  const builder = new PageBuilder(tree.noteArea.gap);
  const sections = sectionsOf(pages, desk, notes);
  const raw = builder.layoutDocument({ stack: [...sections] }, {}, {}, {});
  const { nodes, roleOf } = numberStructure(root);
  const placed = placedPages(raw, pages, roleOf);
  const placements = placementsOf(builder.findings, pages);
  const document: PlacedDocument = {
    lang: tree.lang,
    ...(partial ? { partial } : {}),
    pages: placed,
    structure: nodes,
    placements,
    outline: outlineOf(builder.findings),
    info: tree.info,
  };
  const labels = new Map<string, string>();
  for (const [block, { boxes }] of placements) {
    const page = boxes[0] === undefined ? undefined : pages[boxes[0].page];
    if (page !== undefined) labels.set(block, page.label);
  }
  const cramped = crampedMargins(builder.findings, pages);
  const reported = new Set(cramped.map((fault) => fault.page));
  const outside = textOffPage(placed).filter((fault) => !reported.has(fault.page));
  const found = [...cramped, ...lineFaults(builder.findings, pages), ...outside];
  return { document, labels, asked, faults: unrepeated([...desk.faults, ...faults, ...found]) };
}

/** The master that the flow begins with. */
function firstMaster(blocks: readonly Block[], tree: BlockTree): PageMaster {
  const named = leadingMaster(blocks);
  const master = named === undefined ? [...tree.masters.values()][0] : tree.masters.get(named);
  if (master === undefined) throw new InternalError(`no page master${named === undefined ? '' : ` '${named}'`}`);
  return master;
}

function leadingMaster(blocks: readonly Block[]): string | undefined {
  const [block] = blocks;
  if (block?.kind === 'page') return block.master;
  return block?.kind === 'stack' ? leadingMaster(block.children) : undefined;
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
    const excess = (plan?.master.flow.top ?? 0) - margin.y;
    return diagnose('K001', `the margin notes of a page are ${pt(excess)} higher than the page`, {
      origin: margin.note.origin,
      page: plan?.label ?? '',
      hints: ['shorten the margin notes, or move one to another page'],
    });
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
