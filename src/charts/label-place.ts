import { InternalError } from '../core/index.ts';
import type { Box } from './pen.ts';

/** Keeps labels apart: remembers what stands where and finds room for what comes next. */
export interface LabelPlaces {
  /** Ground that no label may cover (bars, rings, words already set). */
  occupy(box: Box): void;
  /** Whether a box lies within the drawing and touches nothing. */
  free(box: Box): boolean;
  /**
   * Takes the first of the places that is free; when none is, the free place nearest to the first one, found by moving
   * up and down, then sideways, then anywhere; when the drawing is full, the first one moved inside. The place is then
   * occupied.
   */
  take(candidates: readonly Box[]): Box;
}

/** Steps in which a label looks for room, pt. */
const STEP = 1.5;
const REACH = 60;
const GRID = 4;

/** @param bounds  the drawing, or the part of it that labels may use */
export function createLabelPlaces(bounds: Box): LabelPlaces {
  const taken: Box[] = [];
  const inside = (box: Box): boolean =>
    box.x >= bounds.x - 0.01 &&
    box.y >= bounds.y - 0.01 &&
    box.x + box.width <= bounds.x + bounds.width + 0.01 &&
    box.y + box.height <= bounds.y + bounds.height + 0.01;
  const free = (box: Box): boolean => inside(box) && !taken.some((other) => overlap(box, other));
  const moveInside = (box: Box): Box => ({
    ...box,
    x: Math.max(bounds.x, Math.min(box.x, bounds.x + bounds.width - box.width)),
    y: Math.max(bounds.y, Math.min(box.y, bounds.y + bounds.height - box.height)),
  });
  const search = (start: Box): Box | undefined => {
    for (const dx of [0, -6, 6, -14, 14, -24, 24]) {
      for (let dy = 0; dy <= REACH; dy += STEP) {
        for (const y of [start.y - dy, start.y + dy]) {
          const box = { ...start, x: start.x + dx, y };
          if (free(box)) return box;
        }
      }
    }
    return undefined;
  };
  /** Anywhere, the nearest first. */
  const anywhere = (start: Box): Box | undefined => {
    let best: { readonly box: Box; readonly distance: number } | undefined;
    for (let y = bounds.y; y + start.height <= bounds.y + bounds.height; y += GRID) {
      for (let x = bounds.x; x + start.width <= bounds.x + bounds.width; x += GRID) {
        const box = { ...start, x, y };
        const distance = Math.hypot(x - start.x, y - start.y);
        if ((best === undefined || distance < best.distance) && free(box)) best = { box, distance };
      }
    }
    return best?.box;
  };
  return {
    occupy: (box) => {
      taken.push(box);
    },
    free,
    take(candidates) {
      const [first] = candidates;
      if (first === undefined) throw new InternalError('a label without a place to try');
      const start = moveInside(first);
      const box = candidates.find(free) ?? search(start) ?? anywhere(start) ?? start;
      taken.push(box);
      return box;
    },
  };
}

/** Whether two boxes share ground; touching edges do not count. */
export function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 0.01 &&
    b.x < a.x + a.width - 0.01 &&
    a.y < b.y + b.height - 0.01 &&
    b.y < a.y + a.height - 0.01
  );
}
