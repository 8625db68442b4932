import type { MarginNote } from './galley.ts';
import { SLACK } from './note-ledger.ts';

/** A margin note with the height at which it would stand level with its block, pt from the trim's top. */
export interface LevelledMargin {
  readonly note: MarginNote;
  readonly y: number;
}

/**
 * Finds places for the margin notes of one page. A note is pushed down where it would overlap the one before it in its
 * track, and the notes of a track are moved up where the last would leave the foot.
 * @param foot where a note between x and x + width must end, pt from the trim's top
 * @param gap  pt between two notes
 * @returns    notes with their places; `cramped` has the highest note of each track that even so reaches over the head, with
 *             the place where the track begins
 */
export function levelMargins(
  margins: readonly LevelledMargin[],
  head: number,
  foot: (x: number, width: number) => number,
  gap: number,
): { readonly fitting: readonly LevelledMargin[]; readonly cramped: readonly LevelledMargin[] } {
  const fitting: LevelledMargin[] = [];
  const cramped: LevelledMargin[] = [];
  for (const track of tracks(margins)) {
    const pushed: { note: MarginNote; y: number }[] = [];
    let free = Number.NEGATIVE_INFINITY;
    for (const { note, y } of track) {
      const top = Math.max(y, free);
      pushed.push({ note, y: top });
      free = top + note.galley.height + gap;
    }
    let below = Number.POSITIVE_INFINITY;
    for (const margin of [...pushed].reverse()) {
      const { galley, x } = margin.note;
      const lowest = Math.min(below, foot(x, galley.width)) - galley.height;
      margin.y = Math.min(margin.y, lowest);
      below = margin.y - gap;
    }
    const [first] = pushed;
    if (first !== undefined && first.y < head - SLACK) cramped.push({ note: highest(pushed), y: first.y });
    fitting.push(...pushed);
  }
  return { fitting, cramped };
}

function highest(track: readonly LevelledMargin[]): MarginNote {
  const notes = track.map(({ note }) => note);
  return notes.reduce((most, note) => (note.galley.height > most.galley.height ? note : most));
}

/** Notes that could overlap share a track, in the order of their heights. */
function tracks(margins: readonly LevelledMargin[]): readonly (readonly LevelledMargin[])[] {
  const found: LevelledMargin[][] = [];
  const sorted = margins.map((margin, order) => ({ margin, order }));
  sorted.sort((a, b) => a.margin.y - b.margin.y || a.order - b.order);
  for (const { margin } of sorted) {
    const track = found.find((each) => each.some((other) => overlap(other.note, margin.note)));
    if (track === undefined) found.push([margin]);
    else track.push(margin);
  }
  return found;
}

function overlap(a: MarginNote, b: MarginNote): boolean {
  return a.x < b.x + b.galley.width && b.x < a.x + a.galley.width;
}
