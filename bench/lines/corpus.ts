import { parse } from 'yaml';
import type { Lang } from '../../src/core/index.ts';
import { guessLanguage } from '../../src/typeset/index.ts';
import type { DrawnLine } from './drawn-lines.ts';

export interface CorpusText {
  readonly id: string;
  /** Where the corpus has it: `zh`, `en` or `mixed`. */
  readonly group: string;
  readonly lang: Lang;
  readonly text: string;
}

export function readCorpus(source: string): readonly CorpusText[] {
  const groups = parse(source) as Readonly<Record<string, readonly { readonly id: string; readonly text: string }[]>>;
  return Object.entries(groups).flatMap(([group, texts]) =>
    texts.map(({ id, text }) => ({ id, group, text, lang: group === 'mixed' ? guessLanguage(text) : (group as Lang) })),
  );
}

/** A line and what of the corpus it shows: characters of `text` without white space, from `from` to `to`. */
export interface KnownLine {
  readonly line: DrawnLine;
  readonly text: CorpusText;
  readonly inked: string;
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Ends with a hyphen that the text has not. */
  readonly hyphenated: boolean;
  readonly wrong: number;
}

export interface Matched {
  readonly lines: readonly KnownLine[];
  /** Characters of the corpus that no line shows. */
  readonly lost: number;
}

const INVISIBLE = /[\s\u00a0\u00ad\u200b\u2060\u200e\u200f]/gu;

/** Finds each line in the texts, which follow one another in the order of the corpus. */
export function matchLines(lines: readonly DrawnLine[], corpus: readonly CorpusText[]): Matched {
  const known: KnownLine[] = [];
  let lost = 0;
  let at = 0;
  for (const text of corpus) {
    const inked = text.text.replace(INVISIBLE, '');
    let from = 0;
    at = startOf(lines, at, inked) ?? at;
    while (from < inked.length && at < lines.length) {
      const line = lines[at];
      if (line === undefined) break;
      const found = shownBy(line.text, inked.slice(from));
      if (found === undefined) break;
      const to = from + found.length;
      const last = to >= inked.length;
      known.push({
        line,
        text,
        inked,
        from,
        to,
        first: from === 0,
        last,
        hyphenated: found.hyphenated,
        wrong: found.wrong + line.ligatures,
      });
      from = to;
      at += 1;
    }
    lost += inked.length - from;
  }
  return { lines: known, lost };
}

/** How far to look for the beginning of a text after lines that show none. */
const REACH = 80;

function startOf(lines: readonly DrawnLine[], at: number, inked: string): number | undefined {
  for (let i = at; i < Math.min(lines.length, at + REACH); i += 1) {
    if (shownBy(lines[i]?.text ?? '', inked) !== undefined) return i;
  }
  return undefined;
}

/** How much of the rest of a text a line shows, and how many code points are not the text's. */
function shownBy(
  line: string,
  rest: string,
): { readonly length: number; readonly hyphenated: boolean; readonly wrong: number } | undefined {
  const added = /[-\u2010]$/u.test(line) && !/[-\u2010]/u.test(rest[line.length - 1] ?? '');
  const inked = added ? line.slice(0, -1) : line;
  const wrong = mismatches(inked, rest.slice(0, inked.length));
  return wrong === undefined ? undefined : { length: inked.length, hyphenated: added, wrong };
}

/** Share of characters that may be others than the text's before a line counts as another text. */
const TOLERATED = 0.15;

/** How many code points are not the text's. A radical in place of its Han is wrong, but still that Han. */
function mismatches(drawn: string, text: string): number | undefined {
  if (drawn.length !== text.length || drawn.length === 0) return undefined;
  let wrong = 0;
  let other = 0;
  for (let i = 0; i < drawn.length; i += 1) {
    if (drawn[i] === text[i]) continue;
    wrong += 1;
    if (drawn[i]?.normalize('NFKC') !== text[i]) other += 1;
  }
  return other <= Math.max(1, TOLERATED * drawn.length) ? wrong : undefined;
}
