/** One thing to be measured: a folder of `bench/` whose `index.ts` exports a part by the name `part`. */
export interface BenchPart {
  /** What is measured, and how to read the numbers. */
  readonly title: string;
  /** Measures and prints, line by line. */
  run(print: (line: string) => void): Promise<void>;
}

/** A table with its columns flush: the first to the left, the others to the right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cellsWide(cell))));
  return rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0, i > 0))
      .join('  ')
      .trimEnd(),
  );
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - cellsWide(text)));
  return right ? space + text : text + space;
}

/** A Han character takes two cells of a terminal. */
function cellsWide(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? 2 : 1), 0);
}
