import { circle, type Drawing, type Segment } from '../core/index.ts';

/** Distance of leader dots, and their radius, em. */
const LEADER = { pitch: 0.55, radius: 0.05, clear: 0.4 } as const;

/** Dots on a common grid from the right end, so that those of several lines stand under one another. */
export function leaderDots(leader: { readonly paint: string; readonly size: number }, width: number): Drawing {
  const { size, paint } = leader;
  const segments: Segment[] = [];
  const radius = LEADER.radius * size;
  for (let x = width - LEADER.clear * size; x > LEADER.clear * size; x -= LEADER.pitch * size) {
    segments.push(...circle(x, size - radius, radius));
  }
  return { width, height: size, ops: [{ op: 'path', segments, fill: paint }] };
}
