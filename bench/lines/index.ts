import type { Face } from '../../src/fonts/types.ts';
import { readGlyphs } from '../../src/inspect/index.ts';
import { type BenchPart, tableLines } from '../part.ts';
import { benchFonts, corpusFile, FACE } from '../setting.ts';
import { type CorpusText, type KnownLine, matchLines, readCorpus } from './corpus.ts';
import { drawnLines } from './drawn-lines.ts';
import { countFaults, ROWS, type Row } from './faults.ts';
import { chromium, PETALPRESS, type Setter } from './setters.ts';

/** The first is what the setting was tuned on; the last was read only after that. */
const CORPORA = ['report-lines', 'held-out-lines', 'blind-lines'] as const;
/** mm; the first is also told apart. */
const MEASURES = [165, 80, 50] as const;
const MM = 72 / 25.4;
const LEFT = 25 * MM;

interface Tally {
  lines: number;
  lost: number;
  readonly counts: Map<Row, number>;
}

/** How lines are set, read back from the glyphs that the files draw. */
export const part: BenchPart = {
  title: `faults in 1,000 lines, pooled over ${MEASURES.join(', ')} mm; in brackets at ${MEASURES[0]} mm alone`,
  async run(print) {
    const face = (await benchFonts()).faces.get(FACE);
    if (face === undefined) throw new Error('the face is not there');
    const setters = [PETALPRESS, chromium()].filter((one): one is Setter => one !== undefined);
    for (const name of CORPORA) {
      const source = await corpusFile(name);
      const texts = readCorpus(source);
      const results: { readonly setter: Setter; readonly pooled: Tally; readonly widest: Tally }[] = [];
      for (const setter of setters) {
        const tallies: Tally[] = [];
        for (const measure of MEASURES)
          tallies.push(tallyOf(await setter.set(source, texts, measure), texts, measure, face));
        results.push({ setter, pooled: pool(tallies), widest: pool(tallies.slice(0, 1)) });
      }
      print(`${name} (${texts.length} paragraphs)`);
      const cell = (row: Row): readonly string[] =>
        results.map(({ pooled, widest }) => `${perThousand(pooled, row)} (${perThousand(widest, row)})`);
      const rows = (Object.keys(ROWS) as Row[]).map((row) => [ROWS[row], ...cell(row)]);
      const lost = ['characters lost', ...results.map(({ pooled }) => String(pooled.lost))];
      const lines = ['lines', ...results.map(({ pooled, widest }) => `${pooled.lines} (${widest.lines})`)];
      for (const line of tableLines([['', ...results.map(({ setter }) => setter.name)], ...rows, lost, lines]))
        print(line);
      print('');
    }
  },
};

function tallyOf(pdf: Uint8Array, texts: readonly CorpusText[], measure: number, face: Face): Tally {
  const glyphs = readGlyphs(pdf);
  if (!glyphs.ok) throw new Error(glyphs.diagnostics[0]?.message);
  const { lines, lost } = matchLines(drawnLines(glyphs.value, face), texts);
  return { lines: lines.length, lost, counts: new Map(countFaults(lines, leftOf(lines), measure * MM)) };
}

/** The left edge as most lines have it, within a point of where it should be. */
function leftOf(lines: readonly KnownLine[]): number {
  const starts = lines.flatMap(({ line }) => line.characters.slice(0, 1).map(({ x }) => Math.round(x * 10) / 10));
  const counts = new Map<number, number>();
  for (const x of starts) if (Math.abs(x - LEFT) < 1) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? LEFT;
}

function pool(tallies: readonly Tally[]): Tally {
  const counts = new Map<Row, number>();
  for (const tally of tallies) for (const [row, n] of tally.counts) counts.set(row, (counts.get(row) ?? 0) + n);
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return { lines: sum(({ lines }) => lines), lost: sum(({ lost }) => lost), counts };
}

function perThousand({ lines, counts }: Tally, row: Row): string {
  return ((1000 * (counts.get(row) ?? 0)) / Math.max(1, lines)).toFixed(1);
}
