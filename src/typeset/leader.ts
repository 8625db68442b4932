import type { Drawing, Segment } from '../core/index.ts';

/** Distance of leader dots, and their radius, em. */
const LEADER = { pitch: 0.55, radius: 0.05, clear: 0.4 } as const;
/** Bézier arm for a quarter of a circle. */
const ARC = 0.5523;

/** Dots on a common grid from the right end, so that those of several lines stand under one another. */
export function leaderDots(leader: { readonly paint: string; readonly size: number }, width: number): Drawing {
  const { size, paint } = leader;
  const segments: Segment[] = [];
  const radius = LEADER.radius * size;
  for (let x = width - LEADER.clear * size; x > LEADER.clear * size; x -= LEADER.pitch * size) {
    segments.push(...dot(x, size - radius, radius));
  }
  return { width, height: size, ops: [{ op: 'path', segments, fill: paint }] };
}

function dot(x: number, y: number, r: number): readonly Segment[] {
  const arm = ARC * r;
  return [
    ['M', x + r, y],
    ['C', x + r, y + arm, x + arm, y + r, x, y + r],
    ['C', x - arm, y + r, x - r, y + arm, x - r, y],
    ['C', x - r, y - arm, x - arm, y - r, x, y - r],
    ['C', x + arm, y - r, x + r, y - arm, x + r, y],
    ['Z'],
  ];
}
