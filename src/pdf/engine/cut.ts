import { type Diagnostic, diagnose } from '../../core/index.ts';
import { citationsOf } from './citations.ts';
import { cutColumns } from './cut-columns.ts';
import { cutLines } from './cut-lines.ts';
import { cutRow } from './cut-row.ts';
import { cutStack } from './cut-stack.ts';
import { cutTable } from './cut-table.ts';
import { pt } from './desk.ts';
import { type BreakGalley, type Galley, innerGalleys, type PageGalley } from './galley.ts';
import { charge, type Ledger, type NoteFoot, SLACK } from './note-ledger.ts';

/** The rules of breaking, the same for a whole document. */
export interface BreakRules {
  readonly widows: number;
  readonly orphans: number;
  /** Of a page's flow, pt. */
  readonly height: number;
  readonly foot: NoteFoot;
}

/** What is left of a page (or column) from the head of a galley down. */
export interface Room {
  /** pt, the notes at the foot included. */
  readonly height: number;
  readonly ledger: Ledger;
  /** Nothing stands above: something has to stay, or the layout would never end. */
  readonly force: boolean;
}

/** A galley broken in two. Without `rest` all of it stayed. */
export interface Cut {
  readonly head: Galley | undefined;
  readonly rest: Galley | undefined;
  readonly ledger: Ledger;
  /** The break was asked for. */
  readonly end: BreakGalley | PageGalley | undefined;
  readonly faults: readonly Diagnostic[];
}

/**
 * Takes from a galley what fits. This is the one place where pages are broken: widows, orphans, keeps, notes and
 * repeated heads are all decided here, from known heights, before anything is placed.
 * @returns undefined when nothing of the galley fits; never with `force`
 * Emits K002 for what cannot be broken and is higher than a page, K003 where a keep had to give way.
 */
export function cut(galley: Galley, room: Room, rules: BreakRules): Cut | undefined {
  if (galley.kind === 'stack' && !galley.together && galley.box?.style.height === undefined) {
    return cutStack(galley, room, rules);
  }
  if (galley.kind === 'sheet') {
    const ledger = { ...room.ledger, sheets: [...room.ledger.sheets, galley] };
    return { head: undefined, rest: undefined, ledger, end: undefined, faults: [] };
  }
  if (galley.kind === 'columns' && !galley.together) return cutColumns(galley, room, rules);
  const whole = takeWhole(galley, room, rules);
  if (whole !== undefined) return whole;
  if (isAtom(galley)) return room.force ? overflow(galley, room, rules) : undefined;
  if (!galley.together) return cutBreakable(galley, room, rules);
  if (!room.force) return undefined;
  return withFault(cutBreakable(galley, room, rules), tooTall(galley, room));
}

function cutBreakable(galley: Galley, room: Room, rules: BreakRules): Cut | undefined {
  switch (galley.kind) {
    case 'lines':
      return cutLines(galley, room, rules);
    case 'stack':
      return cutStack(galley, room, rules);
    case 'row':
      return cutRow(galley, room, rules);
    case 'table':
      return cutTable(galley, room, rules);
    case 'columns':
      return cutColumns(galley, room, rules);
    default:
      return overflow(galley, room, rules);
  }
}

function isAtom(galley: Galley): boolean {
  switch (galley.kind) {
    case 'lines':
    case 'table':
    case 'columns':
      return false;
    case 'row':
      return !galley.level;
    case 'stack':
      return galley.box?.style.height !== undefined;
    default:
      return true;
  }
}

/** The whole galley, if it fits with the notes that it cites. */
export function takeWhole(galley: Galley, room: Room, rules: BreakRules): Cut | undefined {
  if (galley.height > room.height + SLACK) return undefined;
  const ledger = charge(room.ledger, citationsOf(galley), room.height - galley.height, rules.foot, false);
  return ledger === undefined ? undefined : { head: galley, rest: undefined, ledger, end: undefined, faults: [] };
}

/** The whole galley although it, or what it cites, does not fit: it would fit nowhere. */
function overflow(galley: Galley, room: Room, rules: BreakRules): Cut {
  const left = room.height - galley.height;
  const ledger = charge(room.ledger, citationsOf(galley), left, rules.foot, true) ?? room.ledger;
  const faults = left >= -SLACK ? [] : [tooTall(galley, room)];
  return { head: galley, rest: undefined, ledger, end: undefined, faults };
}

export function tooTall(galley: Galley, room: Room): Diagnostic {
  return diagnose(
    'K002',
    `a block of ${pt(galley.height)} that cannot break stands where ${pt(room.height)} are free`,
    {
      ...whereOf(galley),
      expected: `at most ${pt(room.height)}`,
      found: pt(galley.height),
      hints: ['allow the block to break, or make it smaller than the page'],
    },
  );
}

/** Origin and block id of a galley, or of the first in it that has them. */
export function whereOf(galley: Galley): { origin?: string; block?: string } {
  const { anchor } = galley;
  if (anchor !== undefined) {
    return anchor.block === undefined ? { origin: anchor.origin } : { origin: anchor.origin, block: anchor.block };
  }
  if (galley.kind === 'lines' || galley.kind === 'picture') return { origin: galley.origin };
  for (const inner of innerGalleys(galley)) {
    const found = whereOf(inner);
    if (found.origin !== undefined) return found;
  }
  return {};
}

function withFault(result: Cut | undefined, fault: Diagnostic): Cut | undefined {
  return result === undefined ? undefined : { ...result, faults: [...result.faults, fault] };
}
