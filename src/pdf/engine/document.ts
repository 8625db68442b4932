import type { Block, BlockTree, PageMaster } from '../../compose/block.ts';
import { type Diagnostic, diagnose, InternalError, type OriginId, type Outcome, outcome } from '../../core/index.ts';
import type { TypesetContext } from '../../typeset/types.ts';
import type { PlacedDocument } from '../placed.ts';
import { blockLabels } from './block-labels.ts';
import { hyphenatedEnds } from './broken-lines.ts';
import { type Desk, openDesk } from './desk.ts';
import { labelAsker } from './label-askers.ts';
import { attachWaiting } from './margin-notes.ts';
import { type NoteBook, noteBook } from './note-book.ts';
import { noteNumbers } from './note-numbers.ts';
import { SELF } from './page-sections.ts';
import { type PagePlan, paginate } from './pagination.ts';
import { placeDocument } from './placing.ts';
import { setChildren } from './setting.ts';
import { stackOf } from './stacking.ts';
import { documentElement, type Element } from './structure.ts';
import { type Typeset, type TypesetMemo, typesetMemo } from './typeset-memo.ts';

/** Everything the layout needs. The typeset functions are passed in, since a cell's measure exists only here. */
export interface LayoutInput {
  readonly tree: BlockTree;
  readonly typeset: Typeset;
  readonly context: Omit<TypesetContext, 'pageLabel'>;
  /** A part of a report set alone: the page of a block that is not in it prints as a dash. */
  readonly partial?: boolean;
}

/** A document broken into pages, nothing placed yet. */
export interface Plan {
  readonly tree: BlockTree;
  readonly desk: Desk;
  readonly root: Element;
  readonly notes: NoteBook;
  readonly pages: readonly PagePlan[];
  readonly faults: readonly Diagnostic[];
  /** Labels of the pages where blocks begin, and numbers of notes that are counted by the page. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Says the label of the page of a block, or the number of a note by its late name, as far as it is known. */
type Answers = (block: string) => string | undefined;

/** Page references have settled by then, or never will. */
const MAX_PASSES = 3;

/** How often paragraphs are made anew because the end of a page cut a word in two. */
const MAX_RECOMPOSITIONS = 2;

/** Stands for the page of a block that is not in this part of the report: U+2013. */
const ELSEWHERE = '–';

/**
 * Lays a block tree out on pages: pure, synchronous, linear in pages. Lengths in pt from the trim's top left, y down.
 * A document that prints page labels is broken into pages again until they settle, three times at most, and twice more at
 * most where the end of a page or column would cut a word in two; it is placed once.
 * Emits K001 overflow, K002 too-tall, K003 keep-broken, K004 references-unsettled, K005 note-too-long, and what
 * typesetting reports for the lines that were used.
 */
export function layoutDocument(input: LayoutInput): Outcome<PlacedDocument> {
  const { tree, partial = false } = input;
  const memo = typesetMemo(input.typeset, input.context);
  const counted = new Map([...tree.notes.values()].flatMap(({ id, late }) => (late === undefined ? [] : [[late, id]])));
  const usual: Answers = (name) => (counted.has(name) ? '1' : undefined);
  let answers: Answers = usual;
  let recomposed = 0;
  for (let pass = 1; ; pass += 1) {
    const { plan, told } = planPages(tree, memo, answers);
    const next: Answers = (block) => plan.labels.get(block) ?? usual(block) ?? (partial ? ELSEWHERE : undefined);
    const moved = [...told].filter(([block, label]) => next(block) !== label);
    const cutWords = recomposed < MAX_RECOMPOSITIONS ? hyphenatedEnds(plan.pages) : [];
    for (const { paragraph, width, to, place } of cutWords) memo.forbidHyphen(paragraph, width, to - 1, place);
    if (cutWords.length > 0) recomposed += 1;
    if (cutWords.length > 0 || (moved.length > 0 && pass < MAX_PASSES + recomposed)) {
      answers = next;
      continue;
    }
    const { document, faults } = placeDocument(plan, next);
    const restless = moved.map(([name, label]) => {
      const where = { origin: labelAsker(tree, name), block: counted.get(name) ?? name };
      return unsettled(where, counted.has(name), label, next(name));
    });
    return outcome(partial ? { ...document, partial } : document, [...faults, ...restless]);
  }
}

function unsettled(
  { origin, block }: { readonly origin: OriginId | undefined; readonly block: string },
  counted: boolean,
  before: string | undefined,
  now: string | undefined,
): Diagnostic {
  const what = counted ? `the number of note '${block}'` : `the page of '${block}'`;
  return diagnose('K004', `${what} is ${before ?? 'unknown'} and ${now ?? 'unknown'} in turn`, {
    ...(origin === undefined ? {} : { origin }),
    block,
    expected: before ?? 'unknown',
    found: now ?? 'unknown',
    hints: ['change the text near the reference by a few words, so that its line does not depend on the number'],
  });
}

/** One pass: sets the tree with the labels as they are known, and breaks it into pages. `told` is what it was answered. */
function planPages(
  tree: BlockTree,
  memo: TypesetMemo,
  answers: Answers,
): { readonly plan: Plan; readonly told: ReadonlyMap<string, string | undefined> } {
  const told = new Map<string, string | undefined>();
  const pageLabel = (block: string): string | undefined => {
    const label = answers(block);
    if (block !== SELF) told.set(block, label);
    return label;
  };
  const desk = openDesk(tree, memo.withLabels(pageLabel));
  const root = documentElement();
  const first = firstMaster(tree.children, tree);
  const { width } = first.flow;
  const place = { width, parent: { element: root }, flow: { master: first }, breaks: true };
  const flow = stackOf({ children: setChildren(tree.children, place, desk, undefined), width });
  attachWaiting(desk);
  const notes = noteBook(tree, desk);
  const { pages, faults } = paginate(tree, flow, first, notes.sourceAt);
  return {
    plan: {
      tree,
      desk,
      root,
      notes,
      pages,
      faults,
      labels: new Map([...blockLabels(pages), ...noteNumbers(pages, tree.notes)]),
    },
    told,
  };
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
