import { overlap } from './label-place.ts';
import type { Box } from './pen.ts';

/** A point with a label to be set near it. pt. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  /** Half the marker's size. */
  readonly reach: number;
  readonly width: number;
  readonly height: number;
}

/** Distance of a label from its marker, pt; how many heights it may be pushed; rounds after which nothing moves any more. */
const AWAY = 3;
const SHIFTS = [1, 2, 3, 4] as const;
const ROUNDS = 24;
/** Costs of leaving the bounds, of covering something, of crossing a line, and of each step away from the point. */
const OUTSIDE = 100_000;
const COVERED = 1000;
const CROSSED = 12;
const DIAGONAL = 6;
const PUSHED = 20;

interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

/**
 * Places for the labels of points, so that none covers a marker or another label as far as there is room: every label
 * takes the cheapest of its places while the others keep theirs, round after round, until none moves. Several orders are
 * tried and the best result is kept. Deterministic: ties go to the earlier place, right of the point before left.
 * @param lines  thin boxes that labels should rather not cross
 */
export function placePointLabels(points: readonly LabelledPoint[], lines: readonly Box[], bounds: Box): readonly Box[] {
  const markers = points.map(markerBox);
  const candidates = points.map((point, index) =>
    candidatesOf(point).map(({ box, cost }): Candidate => {
      const covered = markers.filter((marker, other) => other !== index && overlap(box, marker)).length;
      const crossed = lines.filter((other) => overlap(box, other)).length;
      return { box, cost: cost + covered * COVERED + crossed * CROSSED + (inside(box, bounds) ? 0 : OUTSIDE) };
    }),
  );
  const natural = points.map((_, index) => index);
  const by = (value: (point: LabelledPoint) => number): readonly number[] =>
    natural.toSorted((a, b) => value(points[a] as LabelledPoint) - value(points[b] as LabelledPoint) || a - b);
  const orders = [natural, by(({ y }) => y), by(({ y }) => -y), by(({ x }) => x), by(({ x }) => -x)];
  const results = orders.map((order) => settle(candidates, order));
  const best = results.reduce((a, b) => (b.cost < a.cost ? b : a));
  return best.boxes;
}

/** Where a leader from a point meets its label; undefined for a label that stands at its point. */
export function leaderTo(point: LabelledPoint, box: Box): readonly [number, number] | undefined {
  const x = Math.max(box.x, Math.min(point.x, box.x + box.width));
  const y = Math.max(box.y, Math.min(point.y, box.y + box.height));
  return Math.hypot(x - point.x, y - point.y) > point.reach + AWAY + 3 ? [x, y] : undefined;
}

function settle(
  candidates: readonly (readonly Candidate[])[],
  order: readonly number[],
): { readonly boxes: readonly Box[]; readonly cost: number } {
  const chosen: Candidate[] = candidates.map((all) => all[0] as Candidate);
  const costOf = (index: number, { box, cost }: Candidate): number =>
    cost + COVERED * chosen.filter((other, k) => k !== index && overlap(box, other.box)).length;
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const index of order) {
      const all = candidates[index] ?? [];
      const costs = all.map((candidate) => costOf(index, candidate));
      const best = all[costs.indexOf(Math.min(...costs))];
      if (best !== undefined && best !== chosen[index]) {
        chosen[index] = best;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return { boxes: chosen.map(({ box }) => box), cost: chosen.reduce((sum, one, index) => sum + costOf(index, one), 0) };
}

/** Places round a point, each with what it costs to be there. */
function candidatesOf({ x, y, reach, width, height }: LabelledPoint): readonly Candidate[] {
  const right = x + reach + AWAY;
  const left = x - reach - AWAY - width;
  const level = y - height / 2;
  const over = y - reach - AWAY - height + 1;
  const under = y + reach + AWAY - 1;
  const at = (cost: number, places: readonly (readonly [number, number])[]): readonly Candidate[] =>
    places.map(([left, top], rank) => ({ box: { x: left, y: top, width, height }, cost: cost + rank }));
  return [
    ...at(0, [
      [right, level],
      [left, level],
      [x - width / 2, over],
      [x - width / 2, under],
    ]),
    ...at(DIAGONAL, [
      [right, level - height / 2],
      [right, level + height / 2],
      [left, level - height / 2],
      [left, level + height / 2],
      [x - reach, over],
      [x - reach, under],
      [x + reach - width, over],
      [x + reach - width, under],
    ]),
    ...SHIFTS.flatMap((shift) =>
      at(shift * PUSHED, [
        [right, level - shift * height],
        [right, level + shift * height],
        [left, level - shift * height],
        [left, level + shift * height],
        [x - width / 2, over - shift * height],
        [x - width / 2, under + shift * height],
      ]),
    ),
  ];
}

function markerBox({ x, y, reach }: LabelledPoint): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}
