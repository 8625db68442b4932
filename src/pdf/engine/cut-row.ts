import { citationsOf } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { splitLines } from './cut-lines.ts';
import { type CellGalley, type Galley, type LinesGalley, laterAnchor, type RowGalley } from './galley.ts';
import { matchingBreak } from './matching-break.ts';
import { BLIND_LEDGER, charge, SLACK } from './note-ledger.ts';
import { rowOf, stackOf } from './stacking.ts';

/** What each cell keeps and what goes on. */
interface Sides {
  readonly heads: readonly Galley[];
  readonly rests: readonly (Galley | undefined)[];
}

/**
 * Breaks a level row over the page, all sides at once: paragraphs at one point of their text, as near as the rules for widows
 * and orphans allow, otherwise each side where it can. The parts on the next page start level again. The notes of all
 * sides are charged together; while they do not fit, the row breaks earlier.
 */
export function cutRow(row: RowGalley, room: Room, rules: BreakRules): Cut | undefined {
  let height = room.height - room.ledger.height;
  for (;;) {
    const sides = matched(row, height, rules) ?? apart(row, height, rules, room.force);
    if (sides === undefined) return undefined;
    const tall = Math.max(0, ...sides.heads.map((head, i) => (row.cells[i]?.top ?? 0) + head.before + head.height));
    const citations = sides.heads.flatMap(citationsOf);
    const ledger = charge(room.ledger, citations, room.height - tall, rules.foot, false);
    if (ledger !== undefined) return { ...divided(row, sides), ledger, end: undefined, faults: [] };
    const shorter = Math.min(height, tall) - 2 * SLACK;
    const next = matched(row, shorter, rules) ?? apart(row, shorter, rules, false);
    if (next === undefined) {
      if (!room.force) return undefined;
      const forced = charge(room.ledger, citations, room.height - tall, rules.foot, true) ?? room.ledger;
      return { ...divided(row, sides), ledger: forced, end: undefined, faults: [] };
    }
    height = shorter;
  }
}

/**
 * Paragraphs side by side break at one point of their text. What else stands in the row, such as the number of a pair, has to
 * have room as a whole.
 */
function matched(row: RowGalley, height: number, rules: BreakRules): Sides | undefined {
  const sides: LinesGalley[] = [];
  const fits: number[] = [];
  for (const { galley, top } of row.cells) {
    const room = height - top - galley.before;
    if (galley.kind === 'lines') {
      sides.push(galley);
      fits.push(Math.floor((room + SLACK) / galley.set.leading));
    } else if (galley.height > room + SLACK) return undefined;
  }
  const kept = matchingBreak(sides, fits, rules);
  if (kept === undefined) return undefined;
  let side = 0;
  const halves = row.cells.map(({ galley }) => {
    if (galley.kind !== 'lines') return { head: galley, rest: undefined };
    const lines = kept[side] ?? 0;
    side += 1;
    return lines >= galley.to - galley.from ? { head: galley, rest: undefined } : splitLines(galley, lines);
  });
  return { heads: halves.map((half) => half.head), rests: halves.map((half) => half.rest) };
}

/** Each side breaks where it can; undefined when one of them cannot even begin. */
function apart(row: RowGalley, height: number, rules: BreakRules, force: boolean): Sides | undefined {
  const heads: Galley[] = [];
  const rests: (Galley | undefined)[] = [];
  for (const cell of row.cells) {
    const left = height - cell.top - cell.galley.before;
    const result = cut(cell.galley, { height: left, ledger: BLIND_LEDGER, force }, rules);
    if (result?.head === undefined) return undefined;
    heads.push(result.head);
    rests.push(result.rest);
  }
  return rests.some((rest) => rest !== undefined) || force ? { heads, rests } : undefined;
}

function divided(row: RowGalley, sides: Sides): { readonly head: Galley; readonly rest: Galley | undefined } {
  const { kind, height, cells, ...base } = row;
  const withGalley = (cell: CellGalley, galley: Galley): Omit<CellGalley, 'top'> => ({
    x: cell.x,
    width: cell.width,
    align: cell.align,
    stretch: cell.stretch,
    galley,
  });
  const head = rowOf(
    { ...base, after: 0, keepNext: false },
    cells.map((cell, i) => withGalley(cell, { ...(sides.heads[i] ?? cell.galley), after: 0 })),
  );
  if (sides.rests.every((rest) => rest === undefined)) return { head, rest: undefined };
  const rest = rowOf(
    { ...base, before: 0, anchor: laterAnchor(row.anchor) },
    cells.map((cell, i) => {
      const part = sides.rests[i];
      return withGalley(
        cell,
        part === undefined ? stackOf({ children: [], width: cell.width }) : { ...part, before: 0 },
      );
    }),
  );
  return { head, rest };
}
