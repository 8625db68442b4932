import type { BlockTree, PageMaster } from '../../compose/block.ts';
import { type Citation, type FloatGalley, type Galley, lineCount, type SheetGalley } from './galley.ts';

/** A note, or a part of one, at the foot of a page. */
export interface NoteEntry {
  readonly citation: Citation;
  readonly galley: Galley;
  /** The note began on an earlier page. */
  readonly continued: boolean;
}

/**
 * What a page owes apart from its flow: the notes at its foot, those that go on on the next page, the floats that stand on it
 * or wait for the next page's head, and the sheets that follow the page. A ledger is never changed; charging notes to it makes another.
 */
export interface Ledger {
  readonly entries: readonly NoteEntry[];
  readonly carried: readonly NoteEntry[];
  readonly height: number;
  readonly floats: readonly FloatGalley[];
  /** Floats that stand on the page, and how many may at most. */
  readonly standing: readonly FloatGalley[];
  readonly mayStand: number;
  readonly sheets: readonly SheetGalley[];
  /** Counts no notes: columns are tried without them, and charged together afterwards. */
  readonly blind: boolean;
}

export const EMPTY_LEDGER: Ledger = {
  entries: [],
  carried: [],
  height: 0,
  floats: [],
  standing: [],
  mayStand: Number.POSITIVE_INFINITY,
  sheets: [],
  blind: false,
};
export const BLIND_LEDGER: Ledger = { ...EMPTY_LEDGER, blind: true };

/** Rounding slack of sums of lengths, pt. */
export const SLACK = 0.005;

/** The least length, in lines, of a note that may be broken to save room; shorter ones go with their mark. */
const LONG_NOTE = 6;

/** Makes the galley of a cited note; undefined when the tree has no such note. */
export type NoteSource = (citation: Citation) => Galley | undefined;

export interface NoteFoot {
  readonly area: BlockTree['noteArea'];
  readonly columns: number;
  readonly source: NoteSource;
  /** Breaks a note at a height in pt; undefined when nothing of it fits. */
  readonly split: (note: Galley, height: number) => SplitNote | undefined;
}

export interface SplitNote {
  readonly head: Galley | undefined;
  readonly rest: Galley | undefined;
}

/** Width of a note's column, pt. */
export function noteWidth(master: PageMaster): number {
  const { width, columns, columnGap } = master.notes;
  return (width - columnGap * (columns - 1)) / columns;
}

/**
 * Charges cited notes to a page. A note already on the page costs nothing.
 * @param room  pt that the notes may take at most, all together
 * @param force the mark stands here in any case: what does not fit is carried to the next page
 * @returns     undefined when the notes do not fit
 */
export function charge(
  ledger: Ledger,
  citations: readonly Citation[],
  room: number,
  foot: NoteFoot,
  force: boolean,
): Ledger | undefined {
  if (ledger.blind) return ledger;
  const fresh = freshEntries(ledger, citations, foot);
  if (fresh.length === 0) return ledger.height <= room + SLACK || force ? ledger : undefined;
  if (ledger.carried.length > 0) return force ? { ...ledger, carried: [...ledger.carried, ...fresh] } : undefined;
  const whole = withEntries(ledger, [...ledger.entries, ...fresh], [], foot);
  if (whole.height <= room + SLACK) return whole;
  return pour(ledger, fresh, room, foot, force);
}

/** Puts the notes carried from the page before at the foot of a new one, as far as `room` goes. */
export function openLedger(carried: readonly NoteEntry[], room: number, foot: NoteFoot): Ledger {
  if (carried.length === 0) return EMPTY_LEDGER;
  const whole = withEntries(EMPTY_LEDGER, carried, [], foot);
  if (whole.height <= room + SLACK) return whole;
  return pour(EMPTY_LEDGER, carried, room, foot, true) ?? EMPTY_LEDGER;
}

function freshEntries(ledger: Ledger, citations: readonly Citation[], foot: NoteFoot): readonly NoteEntry[] {
  if (citations.length === 0) return [];
  const present = new Set([...ledger.entries, ...ledger.carried].map((entry) => entry.citation.note));
  const fresh: NoteEntry[] = [];
  for (const citation of citations) {
    if (present.has(citation.note)) continue;
    present.add(citation.note);
    const galley = foot.source(citation);
    if (galley !== undefined) fresh.push({ citation, galley, continued: false });
  }
  return fresh;
}

/** As many notes as fit, the first that does not broken in two, the others carried. */
function pour(
  ledger: Ledger,
  fresh: readonly NoteEntry[],
  room: number,
  foot: NoteFoot,
  force: boolean,
): Ledger | undefined {
  let low = 0;
  let high = fresh.length;
  const fits = (count: number): boolean =>
    withEntries(ledger, [...ledger.entries, ...fresh.slice(0, count)], [], foot).height <= room + SLACK;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  const next = fresh[low];
  if (next === undefined) return undefined;
  const later = fresh.slice(low + 1);
  if (!force && (later.length > 0 || lineCount(next.galley) < LONG_NOTE)) return undefined;
  const kept = [...ledger.entries, ...fresh.slice(0, low)];
  const taken =
    low === 0 && ledger.entries.length === 0
      ? overhead(foot)
      : withEntries(ledger, kept, [], foot).height + foot.area.gap;
  const parts = foot.columns === 1 || kept.length === 0 ? foot.split(next.galley, room - taken) : undefined;
  if (parts?.head === undefined) {
    return force ? withEntries(ledger, kept, fresh.slice(low), foot) : undefined;
  }
  const rest = parts.rest === undefined ? [] : [{ ...next, galley: parts.rest, continued: true }];
  return withEntries(ledger, [...kept, { ...next, galley: parts.head }], [...rest, ...later], foot);
}

function withEntries(
  ledger: Ledger,
  entries: readonly NoteEntry[],
  carried: readonly NoteEntry[],
  foot: NoteFoot,
): Ledger {
  const height = entries.length === 0 ? 0 : overhead(foot) + notesHeight(entries, foot);
  return { ...ledger, entries, carried: [...ledger.carried, ...carried], height };
}

/** Rule and gaps over the notes of a page, pt. */
function overhead(foot: NoteFoot): number {
  return foot.area.before + foot.area.rule.width + foot.area.after;
}

/** Height of the notes themselves, in as many columns as the master has. */
function notesHeight(entries: readonly NoteEntry[], foot: NoteFoot): number {
  return Math.max(0, ...noteColumns(entries, foot).map((column) => columnHeight(column, foot.area.gap)));
}

function columnHeight(column: readonly NoteEntry[], gap: number): number {
  return column.reduce((sum, entry) => sum + entry.galley.height, 0) + gap * Math.max(0, column.length - 1);
}

/** Shares the notes of a page out over its columns, in order, so that the higher column is as low as can be. */
export function noteColumns(
  entries: readonly NoteEntry[],
  foot: Pick<NoteFoot, 'area' | 'columns'>,
): readonly (readonly NoteEntry[])[] {
  if (foot.columns === 1 || entries.length < 2) return [entries];
  const { gap } = foot.area;
  const total = columnHeight(entries, gap);
  let best = entries.length;
  let lowest = total;
  let before = 0;
  for (let i = 1; i < entries.length; i += 1) {
    before += (entries[i - 1]?.galley.height ?? 0) + (i > 1 ? gap : 0);
    const height = Math.max(before, total - before - gap);
    if (height >= lowest) continue;
    lowest = height;
    best = i;
  }
  return [entries.slice(0, best), entries.slice(best)];
}
