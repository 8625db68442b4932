import type { BlockTree, PageMaster } from '../../compose/block.ts';
import { type Diagnostic, diagnose, InternalError } from '../../core/index.ts';
import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { pt } from './desk.ts';
import { behindFloats } from './float-queue.ts';
import { type CutPage, fullestPage } from './fuller-page.ts';
import { type Anchor, type Galley, isSolid, type SheetGalley, type StackGalley } from './galley.ts';
import {
  BLIND_LEDGER,
  EMPTY_LEDGER,
  type Ledger,
  type NoteEntry,
  type NoteSource,
  noteWidth,
  openLedger,
} from './note-ledger.ts';
import { type LabelStart, pageLabel } from './page-label.ts';
import { type EarlierPage, earlierBreak } from './short-tail.ts';
import { stackOf } from './stacking.ts';

/** What stands on one page of the flow. */
export interface PagePlan {
  readonly master: PageMaster;
  readonly label: string;
  /** The page change that the page begins with. */
  readonly opener: Anchor | undefined;
  readonly flow: Galley | undefined;
  readonly notes: readonly NoteEntry[];
  /** Height of the notes with their rule, pt. */
  readonly notesHeight: number;
}

export interface Pagination {
  readonly pages: readonly PagePlan[];
  readonly faults: readonly Diagnostic[];
}

/** Of a page that still has text, notes carried from the page before may take this part at most. */
const CARRIED_SHARE = 0.8;

/** Why the page that is about to be filled exists, although it may stay empty. */
type Opened = 'nothing' | 'break' | 'master';

/** The state in which the page before was begun, to break it anew. */
interface Snapshot extends EarlierPage {
  readonly state: Pick<Progress, 'carried' | 'opened' | 'opener'>;
  readonly pages: number;
  readonly faults: number;
}

/** How far the document has been broken. */
interface Progress {
  readonly pages: PagePlan[];
  readonly faults: Diagnostic[];
  rest: Galley | undefined;
  master: PageMaster;
  start: LabelStart | undefined;
  carried: readonly NoteEntry[];
  opened: Opened;
  /** The page change that the next page begins with. */
  opener: Anchor | undefined;
}

/**
 * Breaks the whole flow into pages. Each turn takes from what is left as much as fits on one page; where that leaves but
 * a few lines for the last page of a chapter, the page before is broken once more, earlier.
 * @param flow  the document's blocks, set
 * @param first the master of the first page
 * @param noteOf makes the galley of a note for a citation at a width in pt
 * Emits K002, K003 and K005.
 */
export function paginate(
  tree: BlockTree,
  flow: StackGalley,
  first: PageMaster,
  noteOf: (width: number) => NoteSource,
): Pagination {
  const about = { start: undefined, carried: [], opened: 'nothing', opener: undefined } as const;
  const state: Progress = { ...about, pages: [], faults: [], rest: flow, master: first };
  fillPages(state, { tree, noteOf });
  return { pages: state.pages, faults: state.faults };
}

/** What pages are made with, beside what stands on them. */
interface Means {
  readonly tree: BlockTree;
  readonly noteOf: (width: number) => NoteSource;
}

/** Makes pages until nothing of the flow and no note is left. */
function fillPages(state: Progress, means: Means): void {
  const { tree, noteOf } = means;
  let before: Snapshot | undefined;
  let planned: Cut | undefined;
  while (state.rest !== undefined || state.carried.length > 0) {
    const rules = rulesFor(tree, state.master, noteOf);
    const { height } = rules;
    if (state.rest === undefined) {
      if (!finishNotes(state, means, rules)) break;
      continue;
    }
    const ledger = openLedger(state.carried, height * CARRIED_SHARE, rules.foot);
    const force = ledger.entries.length === 0;
    const from: Galley = { ...state.rest, before: 0 };
    const whole: Room = { height, ledger, force };
    const { page: result, room }: CutPage =
      planned === undefined ? fullestPage(from, whole, rules) : { page: planned, room: whole };
    const earlier = result && before && earlierBreak(before, result, rules);
    if (before !== undefined && earlier !== undefined) {
      goBack(state, before);
      planned = earlier;
      before = undefined;
      continue;
    }
    before = planned === undefined && result?.end === undefined ? snapshotOf(state, { from, room }) : undefined;
    planned = undefined;
    if (result === undefined) {
      if (force) throw new InternalError('a page took nothing of the flow');
      finish(state, undefined, openLedger(state.carried, height, rules.foot));
    } else take(state, result, means, rules);
  }
}

function snapshotOf(state: Progress, page: EarlierPage): Snapshot {
  const { carried, opened, opener, pages, faults } = state;
  return { ...page, state: { carried, opened, opener }, pages: pages.length, faults: faults.length };
}

function goBack(state: Progress, before: Snapshot): void {
  Object.assign(state, before.state);
  state.rest = before.from;
  state.pages.length = before.pages;
  state.faults.length = before.faults;
}

function finish(state: Progress, flow: Galley | undefined, ledger: Ledger): void {
  const { pages, master, opener, carried, start } = state;
  const label = pageLabel(pages.length, start);
  pages.push({ master, label, opener, flow, notes: ledger.entries, notesHeight: ledger.height });
  state.faults.push(...lateNotes(ledger, carried, label));
  state.carried = ledger.carried;
  state.opener = undefined;
}

/** A page of nothing but notes that go on; false where they can never be placed. */
function finishNotes(state: Progress, { tree }: Means, rules: BreakRules): boolean {
  const ledger = openLedger(state.carried, rules.height, rules.foot);
  if (ledger.entries.length > 0) finish(state, undefined, ledger);
  else state.faults.push(...unplacedNotes(state.carried, tree, rules.height));
  return ledger.entries.length > 0;
}

/** Makes a page of what was cut and of the sheets behind it, and turns to the next. */
function take(state: Progress, result: Cut, means: Means, rules: BreakRules): void {
  const { end, head, ledger } = result;
  const { tree } = means;
  state.faults.push(...result.faults);
  const bare = ledger.entries.length === 0 && (head === undefined || (ledger.sheets.length > 0 && !isSolid(head)));
  // A note that runs on does so on the next page: sheets stand behind that.
  const sheets = bare || ledger.carried.length === 0 ? ledger.sheets : [];
  const waiting = [...(sheets.length === 0 ? ledger.sheets : []), ...ledger.floats];
  if (waiting.length > 0) {
    if (bare) state.carried = ledger.carried;
    else finish(state, head, ledger);
    setSheets(state, sheets, bare ? head : undefined, means);
    state.rest = behindFloats(result, waiting, state.master.flow.width);
    state.opened = 'nothing';
    return;
  }
  const stands = !bare || (end?.kind === 'page' && state.opened === 'master' && sheets.length === 0);
  if (stands) finish(state, head, ledger);
  else state.carried = ledger.carried;
  setSheets(state, sheets, bare ? head : undefined, means);
  state.rest = result.rest;
  if (end?.kind === 'page') {
    state.opened = 'master';
    while (state.carried.length > 0 && openLedger(state.carried, rules.height, rules.foot).entries.length > 0) {
      finishNotes(state, means, rules);
    }
    state.master = tree.masters.get(end.master) ?? state.master;
    state.opener = end.anchor;
    if (end.label !== undefined) state.start = { page: state.pages.length, label: end.label };
  } else if (stands) state.opened = end === undefined ? 'nothing' : 'break';
  if (end?.kind === 'break' && end.to === 'recto' && state.pages.length % 2 === 1) {
    finish(state, undefined, EMPTY_LEDGER);
  }
  if (state.rest === undefined && state.opened === 'master') finish(state, undefined, EMPTY_LEDGER);
}

/**
 * Sheets stand on pages of their own with their own master; the flow goes on behind them with the one that it had.
 * @param above what the page before would have held, which is nothing to be seen: anchors that lead to the first sheet
 */
function setSheets(state: Progress, sheets: readonly SheetGalley[], above: Galley | undefined, means: Means): void {
  sheets.forEach((sheet, i) => {
    const { rest, master, carried } = state;
    const own = means.tree.masters.get(sheet.master) ?? master;
    const content =
      i === 0 && above !== undefined
        ? stackOf({ children: [above, sheet.content], width: own.flow.width })
        : sheet.content;
    Object.assign(state, { rest: content, master: own, carried: [], opened: 'nothing' });
    fillPages(state, means);
    Object.assign(state, { rest, master, carried, opened: 'nothing' });
  });
}

function rulesFor(tree: BlockTree, master: PageMaster, noteOf: (width: number) => NoteSource): BreakRules {
  const rules: BreakRules = {
    widows: tree.widows,
    orphans: tree.orphans,
    height: master.flow.bottom - master.flow.top,
    foot: {
      area: tree.noteArea,
      columns: master.notes.columns,
      source: noteOf(noteWidth(master)),
      split: (note, height) => cut(note, { height, ledger: BLIND_LEDGER, force: false }, rules),
    },
  };
  return rules;
}

/** Notes that could not even begin on the page of their mark. */
function lateNotes(ledger: Ledger, waiting: readonly NoteEntry[], page: string): readonly Diagnostic[] {
  const known = new Set([...ledger.entries, ...waiting].map((entry) => entry.citation.note));
  const late = ledger.carried.filter((entry) => !entry.continued && !known.has(entry.citation.note));
  const [first] = late;
  if (first === undefined) return [];
  return [
    diagnose('K003', `${late.length} of the notes cited on page ${page} begin on a later page`, {
      origin: first.citation.origin,
      page,
      expected: 'each note on the page of its mark, its first two lines at least',
      found: `a foot of the page that has no room for ${late.length} of them`,
      hints: ['shorten the notes, or cite fewer of them on one page'],
    }),
  ];
}

function unplacedNotes(entries: readonly NoteEntry[], tree: BlockTree, height: number): readonly Diagnostic[] {
  return entries.map(({ citation, galley }) =>
    diagnose('K005', `note '${citation.note}' holds something higher than a page`, {
      origin: tree.notes.get(citation.note)?.block.origin ?? citation.origin,
      expected: `at most ${pt(height)}, with the rule over the notes`,
      found: `${pt(galley.height)} that cannot break`,
      hints: ['shorten the note, or make what it holds smaller'],
    }),
  );
}
