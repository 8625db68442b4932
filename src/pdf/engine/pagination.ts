import type { BlockTree, PageMaster } from '../../compose/block.ts';
import { type Diagnostic, diagnose, InternalError } from '../../core/index.ts';
import { type BreakRules, type Cut, cut } from './cut.ts';
import type { Anchor, BreakGalley, Galley, PageGalley, StackGalley } from './galley.ts';
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

/**
 * Breaks the whole flow into pages. Each turn takes from what is left as much as fits on one page.
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
  const pages: PagePlan[] = [];
  const faults: Diagnostic[] = [];
  let rest: Galley | undefined = flow;
  let master = first;
  let start: LabelStart | undefined;
  let carried: readonly NoteEntry[] = [];
  let opened: Opened = 'nothing';
  let opener: Anchor | undefined;
  const finish = (part: Galley | undefined, ledger: Ledger): void => {
    const label = pageLabel(pages.length, start);
    pages.push({ master, label, opener, flow: part, notes: ledger.entries, notesHeight: ledger.height });
    faults.push(...lateNotes(ledger, carried, label));
    carried = ledger.carried;
    opener = undefined;
  };
  while (rest !== undefined || carried.length > 0) {
    const rules = rulesFor(tree, master, noteOf);
    const height = master.flow.bottom - master.flow.top;
    const share = rest === undefined ? height : height * CARRIED_SHARE;
    const ledger = openLedger(carried, share, rules.foot);
    if (rest === undefined) {
      if (ledger.entries.length === 0) {
        faults.push(...unplacedNotes(carried));
        break;
      }
      finish(undefined, ledger);
      continue;
    }
    const force = ledger.entries.length === 0;
    const result: Cut | undefined = cut({ ...rest, before: 0 }, { height, ledger, force }, rules);
    if (result === undefined) {
      if (force) throw new InternalError('a page took nothing of the flow');
      finish(undefined, openLedger(carried, height, rules.foot));
      continue;
    }
    faults.push(...result.faults);
    const floats = result.ledger.floats;
    const end = result.end;
    if (floats.length > 0) {
      finish(result.head, result.ledger);
      rest = stackOf({ children: [...floats, ...afterFloats(end, result.rest)], width: master.flow.width });
      opened = 'nothing';
      continue;
    }
    const empty = result.head === undefined && result.ledger.entries.length === 0;
    const stands = !empty || (end?.kind === 'page' && opened === 'master');
    if (stands) finish(result.head, result.ledger);
    else carried = result.ledger.carried;
    rest = result.rest;
    if (end?.kind === 'page') opened = 'master';
    else if (stands) opened = end === undefined ? 'nothing' : 'break';
    if (end?.kind === 'page') {
      while (carried.length > 0) {
        const left = openLedger(carried, height, rules.foot);
        if (left.entries.length === 0) break;
        finish(undefined, left);
      }
      master = tree.masters.get(end.master) ?? master;
      opener = end.anchor;
      if (end.label !== undefined) start = { page: pages.length, label: end.label };
    }
    if (end?.kind === 'break' && end.to === 'recto' && pages.length % 2 === 1) finish(undefined, EMPTY_LEDGER);
    if (rest === undefined && opened === 'master') finish(undefined, EMPTY_LEDGER);
  }
  return { pages, faults };
}

/** Floats that waited stand before a forced break, since they may not overtake it. */
function afterFloats(end: BreakGalley | PageGalley | undefined, rest: Galley | undefined): readonly Galley[] {
  return [...(end === undefined ? [] : [end]), ...(rest === undefined ? [] : [{ ...rest, before: 0 }])];
}

function rulesFor(tree: BlockTree, master: PageMaster, noteOf: (width: number) => NoteSource): BreakRules {
  const rules: BreakRules = {
    widows: tree.widows,
    orphans: tree.orphans,
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
      hints: ['shorten the notes, or cite fewer of them on one page'],
    }),
  ];
}

function unplacedNotes(entries: readonly NoteEntry[]): readonly Diagnostic[] {
  return entries.map((entry) =>
    diagnose('K005', `note '${entry.citation.note}' holds something higher than a page`, {
      origin: entry.citation.origin,
      hints: ['shorten the note, or make what it holds smaller'],
    }),
  );
}
