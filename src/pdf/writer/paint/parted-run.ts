import type { Face } from '../../../fonts/types.ts';
import type { PlacedRun } from '../../../typeset/types.ts';

/** A gap from this on parts two words, em of the text after it. Marks of sources and derived values stand closer. */
const PARTING = 0.3;
/** The same beside Han, where the other language begins: wider than justification opens a gap between Han and Latin. */
const PARTING_HAN = 0.6;
/** What a space stands behind and before. Chinese parts by look alone. */
const BEHIND = /[\p{L}\p{N}\p{Sc}%°)）\].,:;!?]$/u;
const BEFORE = /^[\p{L}\p{N}\p{Sc}(（[+\u2212-]/u;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * A run with a space at its end, where only a gap parts it from the next one: styles keep room between a number and its title,
 * a figure and its unit, a name and its tag, and what is copied, searched and spoken is to have words there and not one word.
 * @param face of the run
 */
export function partedRun(run: PlacedRun, next: PlacedRun | undefined, face: Face): PlacedRun {
  if (next === undefined) return run;
  const left = run.clusters.join('');
  const right = next.clusters.join('');
  const han = HAN.test(left.slice(-1)) || HAN.test(right.charAt(0));
  if (!BEHIND.test(left) || !BEFORE.test(right) || (han && run.lang === next.lang)) return run;
  const gap = next.x - run.x - run.advances.reduce((sum, advance) => sum + advance, 0);
  const space = face.glyphOf(0x20);
  if (gap < (han ? PARTING_HAN : PARTING) * next.size || space === 0) return run;
  return {
    ...run,
    glyphs: [...run.glyphs, space],
    advances: [...run.advances, gap],
    clusters: [...run.clusters, ' '],
    ...(run.xOffsets === undefined ? {} : { xOffsets: [...run.xOffsets, 0] }),
  };
}
