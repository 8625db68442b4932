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
/** What labels keep free around them where they can, across and up, pt; less looks like one label. */
const CLEAR = { x: 4, y: 2.5 };
/** Costs of leaving the bounds, of covering, of crossing, of standing near, of standing nearer to another point, of each step away. */
const OUTSIDE = 100_000;
const COVERED = 1000;
const CROSSED = 15;
const NEAR = 45;
const NEARER = 120;
const DIAGONAL = 6;
const PUSHED = 20;
/** Step in which a label looks for room anywhere, pt. */
const STEP = 2;

interface Candidate {
  readonly box: Box;
  readonly cost: number;
  readonly leader: readonly [number, number] | undefined;
}

/**
 * Places for the labels of points, so that none covers a marker or another label as far as there is room: every label
 * takes the cheapest of its places while the others keep theirs, round after round, until none moves. Several orders are
 * tried and the best result is kept; what then still covers something goes to the nearest free place. Deterministic: ties go
 * to the earlier place, right of the point before left.
 * @param lines  thin boxes that labels should rather not cross
 */
export function placePointLabels(points: readonly LabelledPoint[], lines: readonly Box[], bounds: Box): readonly Box[] {
  const markers = points.map(markerBox);
  const candidates = points.map((point, index) => {
    const others = markers.filter((_, other) => other !== index);
    return candidatesOf(point).map(({ box, cost }): Candidate => {
      const leader = leaderTo(point, box);
      const covered = others.filter((marker) => overlap(box, marker)).length;
      const near = others.filter((marker) => overlap(widened(box), marker)).length - covered;
      const nearer = points.filter((other, k) => k !== index && distance(other, box) <= distance(point, box)).length;
      const led = leader === undefined ? 0 : others.filter((marker) => crosses(point, leader, marker)).length;
      const crossed = lines.filter((other) => overlap(box, other)).length + led;
      const out = inside(box, bounds) ? 0 : OUTSIDE;
      return { box, leader, cost: cost + covered * COVERED + nearer * NEARER + near * NEAR + crossed * CROSSED + out };
    });
  });
  const natural = points.map((_, index) => index);
  const by = (value: (point: LabelledPoint) => number): readonly number[] =>
    natural.toSorted((a, b) => value(points[a] as LabelledPoint) - value(points[b] as LabelledPoint) || a - b);
  const orders = [natural, by(({ y }) => y), by(({ y }) => -y), by(({ x }) => x), by(({ x }) => -x)];
  const results = orders.map((order) => settle(points, candidates, order));
  const best = results.reduce((a, b) => (b.cost < a.cost ? b : a));
  return uncovered(points, best.boxes, bounds);
}

/** Where a leader from a point meets its label; undefined for a label that stands at its point. */
export function leaderTo(point: LabelledPoint, box: Box): readonly [number, number] | undefined {
  return distance(point, box) > point.reach + AWAY + 3 ? nearestIn(point, box) : undefined;
}

function settle(
  points: readonly LabelledPoint[],
  candidates: readonly (readonly Candidate[])[],
  order: readonly number[],
): { readonly boxes: readonly Box[]; readonly cost: number } {
  const chosen: Candidate[] = candidates.map((all) => all[0] as Candidate);
  const costOf = (index: number, one: Candidate): number =>
    chosen.reduce((sum, other, k) => (k === index ? sum : sum + between(points, [index, one], [k, other])), one.cost);
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

/** What two labels cost each other: by covering, by standing near, by a leader through the other. */
function between(
  points: readonly LabelledPoint[],
  [a, one]: readonly [number, Candidate],
  [b, other]: readonly [number, Candidate],
): number {
  if (overlap(one.box, other.box)) return COVERED;
  const led = (index: number, { leader }: Candidate, box: Box): number => {
    const point = points[index];
    return point !== undefined && leader !== undefined && crosses(point, leader, box) ? CROSSED : 0;
  };
  return (overlap(widened(one.box), other.box) ? NEAR : 0) + led(a, one, other.box) + led(b, other, one.box);
}

/** Labels that cover something go to the free place nearest to their point, where there is one. */
function uncovered(points: readonly LabelledPoint[], placed: readonly Box[], bounds: Box): readonly Box[] {
  const boxes = [...placed];
  const markers = points.map(markerBox);
  points.forEach((point, index) => {
    const box = boxes[index];
    const taken = [...boxes.filter((_, k) => k !== index), ...markers];
    if (box === undefined || (inside(box, bounds) && !taken.some((other) => overlap(box, other)))) return;
    boxes[index] = nearestFree(point, taken.map(widened), bounds) ?? nearestFree(point, taken, bounds) ?? box;
  });
  return boxes;
}

function nearestFree(point: LabelledPoint, taken: readonly Box[], bounds: Box): Box | undefined {
  const { width, height } = point;
  let best: Box | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let y = bounds.y; y + height <= bounds.y + bounds.height; y += STEP) {
    for (let x = bounds.x; x + width <= bounds.x + bounds.width; x += STEP) {
      const box = { x, y, width, height };
      const away = distance(point, box);
      if (away >= nearest || taken.some((other) => overlap(box, other))) continue;
      best = box;
      nearest = away;
    }
  }
  return best;
}

function widened({ x, y, width, height }: Box): Box {
  return { x: x - CLEAR.x, y: y - CLEAR.y, width: width + 2 * CLEAR.x, height: height + 2 * CLEAR.y };
}

function distance(point: { readonly x: number; readonly y: number }, box: Box): number {
  const [x, y] = nearestIn(point, box);
  return Math.hypot(x - point.x, y - point.y);
}

/** The point of a box that is nearest to another. */
function nearestIn({ x, y }: { readonly x: number; readonly y: number }, box: Box): readonly [number, number] {
  return [Math.max(box.x, Math.min(x, box.x + box.width)), Math.max(box.y, Math.min(y, box.y + box.height))];
}

/** Whether a leader runs through a box: the part of it that lies within both pairs of sides is not empty. */
function crosses(from: { readonly x: number; readonly y: number }, to: readonly [number, number], box: Box): boolean {
  let [start, end] = [0, 1];
  const sides = [
    [from.x, to[0] - from.x, box.x, box.x + box.width],
    [from.y, to[1] - from.y, box.y, box.y + box.height],
  ] as const;
  for (const [origin, run, low, high] of sides) {
    if (run === 0) {
      if (origin <= low || origin >= high) return false;
      continue;
    }
    const [a, b] = [(low - origin) / run, (high - origin) / run];
    start = Math.max(start, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
  }
  return start < end;
}

/** Places round a point, each with what it costs to be there. */
function candidatesOf({ x, y, reach, width, height }: LabelledPoint): readonly Omit<Candidate, 'leader'>[] {
  const right = x + reach + AWAY;
  const left = x - reach - AWAY - width;
  const level = y - height / 2;
  const over = y - reach - AWAY - height + 1;
  const under = y + reach + AWAY - 1;
  const at = (cost: number, places: readonly (readonly [number, number])[]): readonly Omit<Candidate, 'leader'>[] =>
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
