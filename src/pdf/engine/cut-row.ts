import { citationsOf } from './citations.ts';
import { type BreakRules, type Cut, cut, type Room } from './cut.ts';
import { allowedLines, splitLines } from './cut-lines.ts';
import { type CellGalley, type Galley, type LinesGalley, laterAnchor, type RowGalley } from './galley.ts';
import { BLIND_LEDGER, charge, SLACK } from './note-ledger.ts';
import { rowOf, stackOf } from './stacking.ts';

/** What each cell keeps and what goes on. */
interface Sides {
  readonly heads: readonly Galley[];
  readonly rests: readonly (Galley | undefined)[];
}

/**
 * Breaks a level row over the page, all sides at once: after the same line where the rules for widows and orphans allow
 * it on every side, otherwise each side where it can. The parts on the next page start level again. The notes of all
 * sides are charged together; while they do not fit, the row breaks earlier.
 */
export function cutRow(row: RowGalley, room: Room, rules: BreakRules): Cut | undefined {
  let height = room.height - room.ledger.height;
  for (;;) {
    const sides = atSameLine(row, height, rules) ?? apart(row, height, rules, room.force);
    if (sides === undefined) return undefined;
    const tall = Math.max(0, ...sides.heads.map((head, i) => (row.cells[i]?.top ?? 0) + head.before + head.height));
    const citations = sides.heads.flatMap(citationsOf);
    const ledger = charge(room.ledger, citations, room.height - tall, rules.foot, false);
    if (ledger !== undefined) return { ...divided(row, sides), ledger, end: undefined, faults: [] };
    const shorter = Math.min(height, tall) - 2 * SLACK;
    const next = atSameLine(row, shorter, rules) ?? apart(row, shorter, rules, false);
    if (next === undefined) {
      if (!room.force) return undefined;
      const forced = charge(room.ledger, citations, room.height - tall, rules.foot, true) ?? room.ledger;
      return { ...divided(row, sides), ledger: forced, end: undefined, faults: [] };
    }
    height = shorter;
  }
}

/** Every side is one paragraph, and all break after the same number of lines; a shorter side may be over by then. */
function atSameLine(row: RowGalley, height: number, rules: BreakRules): Sides | undefined {
  const sides = row.cells.map((cell) => cell.galley).filter((galley) => galley.kind === 'lines');
  if (sides.length !== row.cells.length) return undefined;
  const fits = row.cells.map((cell, i) => {
    const side = sides[i];
    return side === undefined ? 0 : Math.floor((height - cell.top - side.before + SLACK) / side.set.leading);
  });
  const most = Math.max(0, ...sides.map((side) => side.to - side.from));
  for (let lines = most - 1; lines >= 1; lines -= 1) {
    const kept = sides.map((side, i) => keptOf(side, lines, fits[i] ?? 0, rules));
    if (kept.every((count): count is number => count !== undefined)) return splitAll(sides, kept);
  }
  return undefined;
}

function keptOf(side: LinesGalley, lines: number, fit: number, rules: BreakRules): number | undefined {
  const count = side.to - side.from;
  const kept = Math.min(lines, count);
  if (kept > fit) return undefined;
  return kept === count || allowedLines(kept, count, side, rules) === kept ? kept : undefined;
}

function splitAll(sides: readonly LinesGalley[], kept: readonly number[]): Sides {
  const halves = sides.map((side, i) => {
    const lines = kept[i] ?? 0;
    return lines >= side.to - side.from ? { head: side, rest: undefined } : splitLines(side, lines);
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
