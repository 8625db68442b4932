import { type BenchPart, tableLines } from '../part.ts';
import { benchFonts, corpusFile, FACE } from '../setting.ts';
import { type CorpusText, readCorpus } from './corpus.ts';
import { ROWS, type Row } from './faults.ts';
import { chromium, PETALPRESS, type Setter, typst } from './setters.ts';
import { perThousand, type Reading, readLines, type Tally, tallyOf } from './tally.ts';

/** The first is what the setting was tuned on; the last was read only after that. */
const CORPORA = ['report-lines', 'held-out-lines', 'blind-lines'] as const;
/** mm; the first is also told apart. */
const MEASURES = [165, 80, 50] as const;

/**
 * English lines are looser than Chinese ones, so a count over all lines hangs on how much English a corpus has. The count is given
 * for the first so many English paragraphs of each corpus beside all others too: between 4 and 5 of them Typst has 77 loose lines
 * in 1,000, as in published counts over corpora that are mostly Chinese.
 */
const SHARES = [4, 5, 6, 10] as const;

/** How lines are set, read back from the glyphs that the files draw. */
export const part: BenchPart = {
  title: `faults in 1,000 lines, pooled over ${MEASURES.join(', ')} mm; in brackets at ${MEASURES[0]} mm alone`,
  async run(print) {
    const face = (await benchFonts()).faces.get(FACE);
    if (face === undefined) throw new Error('the face is not there');
    const setters = [PETALPRESS, chromium(), typst()].filter((one): one is Setter => one !== undefined);
    const everything: Column[] = setters.map(({ name }) => ({ name, readings: [] }));
    const rank = new Map<CorpusText, number>();
    for (const name of CORPORA) {
      const source = await corpusFile(name);
      const texts = readCorpus(source);
      const columns: Column[] = [];
      for (const [i, setter] of setters.entries()) {
        const readings: Reading[] = [];
        for (const measure of MEASURES)
          readings.push(readLines(await setter.set(source, texts, measure), texts, measure, face));
        columns.push({ name: setter.name, readings });
        everything[i]?.readings.push(...readings);
      }
      texts.filter(({ group }) => group === 'en').forEach((text, i) => rank.set(text, i));
      table(print, `${name} (${texts.length} paragraphs)`, columns);
    }
    table(print, 'all three', everything);
    print(`${ROWS.looseEn}, by the English paragraphs that are counted of each corpus`);
    const rows = [...SHARES, Number.POSITIVE_INFINITY].map((share) => [
      Number.isFinite(share) ? `the first ${share}` : 'all',
      ...cellsOf(everything, 'looseEn', (text) => (rank.get(text) ?? -1) < share),
    ]);
    for (const line of tableLines([['', ...everything.map(({ name }) => name)], ...rows])) print(line);
  },
};

interface Column {
  readonly name: string;
  readonly readings: Reading[];
}

type Counted = (text: CorpusText) => boolean;

function talliesOf(columns: readonly Column[], counted: Counted): readonly { pooled: Tally; widest: Tally }[] {
  return columns.map(({ readings }) => ({
    pooled: tallyOf(readings, counted),
    widest: tallyOf(
      readings.filter((_, i) => i % MEASURES.length === 0),
      counted,
    ),
  }));
}

function cellsOf(columns: readonly Column[], row: Row, counted: Counted): readonly string[] {
  return talliesOf(columns, counted).map(
    ({ pooled, widest }) => `${perThousand(pooled, row)} (${perThousand(widest, row)})`,
  );
}

type Print = (line: string) => void;

function table(print: Print, title: string, columns: readonly Column[]): void {
  const rows = (Object.keys(ROWS) as Row[]).map((row) => [ROWS[row], ...cellsOf(columns, row, () => true)]);
  const tallies = talliesOf(columns, () => true);
  const lost = ['characters lost', ...tallies.map(({ pooled }) => String(pooled.lost))];
  const lines = ['lines', ...tallies.map(({ pooled, widest }) => `${pooled.lines} (${widest.lines})`)];
  print(title);
  for (const line of tableLines([['', ...columns.map(({ name }) => name)], ...rows, lost, lines])) print(line);
  print('');
}
