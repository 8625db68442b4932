import { readNumber, wordAt } from './english-numeral.ts';
import type { FigureSketch } from './figure.ts';
import { matchAt, PLAIN } from './sketch.ts';

/** How many times, in English words: doubled, threefold, 2.5-fold, twice the, to quadruple. */
export function englishMultiple(text: string, at: number): FigureSketch | undefined {
  const word = wordAt(text, at);
  const known = MULTIPLES.get(word);
  const found = (value: number | string, length: number): FigureSketch => ({
    kind: 'multiple',
    ...PLAIN,
    unit: 'multiple',
    value: String(value),
    end: at + length,
  });
  if (known !== undefined) return found(known, word.length);
  const verb = TO_MULTIPLY.exec(text.slice(Math.max(0, at - 8), at + word.length))?.[1]?.toLowerCase();
  if (verb !== undefined) return found(verb === 'double' ? 2 : verb === 'quadruple' ? 4 : 3, word.length);
  const fold = matchAt(FOLD, text, at);
  if (fold !== undefined) return found(readNumber(fold[1])?.toFixed() ?? '', fold[0].length);
  const much = matchAt(AS_MUCH, text, at);
  return much === undefined ? undefined : found(/^t[re]/i.test(much[0]) ? 3 : 2, (much[1] ?? '').length);
}

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['doubles', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['triples', 3],
  ['trebled', 3],
  ['trebling', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halve', 0.5],
  ['halved', 0.5],
  ['halving', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['tenfold', 10],
]);

const FOLD = /(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)[- ]?fold\b/iy;
/** “to double”, “will triple”: the verb, not the adjective of “double materiality”. */
const TO_MULTIPLY = /\b(?:to|will|would|should|can|and) (double|triple|treble|quadruple)$/i;
const AS_MUCH = /(twice|double|triple|treble) (?:as|the|that|those|what|its|their|in|from)\b/iy;
