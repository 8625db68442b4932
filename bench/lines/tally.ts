import type { Face } from '../../src/fonts/types.ts';
import { readGlyphs } from '../../src/inspect/index.ts';
import { type CorpusText, type KnownLine, matchLines } from './corpus.ts';
import { drawnLines } from './drawn-lines.ts';
import { countFaults, naturalSpace, type Row } from './faults.ts';

const MM = 72 / 25.4;
const LEFT = 25 * MM;

/** The lines of one corpus as one setter set it at one measure. Lengths in pt. */
export interface Reading {
  readonly lines: readonly KnownLine[];
  readonly lost: number;
  readonly left: number;
  readonly measure: number;
  /** Word space of its English, em. */
  readonly natural: number;
}

export interface Tally {
  readonly lines: number;
  readonly lost: number;
  readonly counts: ReadonlyMap<Row, number>;
}

/** Reads a file back from the glyphs it draws; `measure` in mm. */
export function readLines(pdf: Uint8Array, texts: readonly CorpusText[], measure: number, face: Face): Reading {
  const glyphs = readGlyphs(pdf);
  if (!glyphs.ok) throw new Error(glyphs.diagnostics[0]?.message);
  const { lines, lost } = matchLines(drawnLines(glyphs.value, face), texts);
  return { lines, lost, left: leftOf(lines), measure: measure * MM, natural: naturalSpace(lines) };
}

/** Counts the faults of all readings together, in the lines of those texts that are asked for. */
export function tallyOf(readings: readonly Reading[], counted: (text: CorpusText) => boolean): Tally {
  const counts = new Map<Row, number>();
  let lines = 0;
  let lost = 0;
  for (const reading of readings) {
    const asked = reading.lines.filter(({ text }) => counted(text));
    for (const [row, n] of countFaults(asked, reading)) counts.set(row, (counts.get(row) ?? 0) + n);
    lines += asked.length;
    lost += reading.lost;
  }
  return { lines, lost, counts };
}

export function perThousand({ lines, counts }: Tally, row: Row): string {
  return ((1000 * (counts.get(row) ?? 0)) / Math.max(1, lines)).toFixed(1);
}

/** The left edge as most lines have it, within a point of where it should be. */
function leftOf(lines: readonly KnownLine[]): number {
  const starts = lines.flatMap(({ line }) => line.characters.slice(0, 1).map(({ x }) => Math.round(x * 10) / 10));
  const counts = new Map<number, number>();
  for (const x of starts) if (Math.abs(x - LEFT) < 1) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? LEFT;
}
