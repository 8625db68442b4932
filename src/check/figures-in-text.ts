import { maskedSource, type Reference, type Report, reportTexts, type Text, textReferences } from '../content/index.ts';
import { comparisonWord } from './comparison-words.ts';
import { type DirectionWord, directionWord } from './direction-words.ts';

/** A reference with the word of direction that stands beside it. */
export interface WordedFigure {
  readonly ref: Reference;
  readonly text: Text;
  readonly word: DirectionWord;
  /** A value of the same metric for another period, cited before it in the sentence: what the word counts from. */
  readonly from: Reference | undefined;
}

/** Two values of one metric in a sentence, with the word that compares the first with the second. */
export interface ComparedFigures {
  readonly first: Reference;
  readonly second: Reference;
  readonly text: Text;
  readonly word: string;
  readonly direction: 'up' | 'down';
}

/** References to values and changes that a word of direction stands beside, in all texts of a report. */
export function wordedFigures(report: Report): readonly WordedFigure[] {
  const known = WORDED.get(report) ?? findWorded(report);
  WORDED.set(report, known);
  return known;
}

/** A report never changes, and two checks ask for its words of direction. */
const WORDED = new WeakMap<Report, readonly WordedFigure[]>();

function findWorded(report: Report): readonly WordedFigure[] {
  return proseOf(report).flatMap((text) => {
    const plain = maskedSource(text);
    const references = textReferences(text);
    return references.flatMap((ref): readonly WordedFigure[] => {
      if (ref.format.name === 'unit') return [];
      const before = upTo(plain, ref.start);
      const after = behind(plain, ref.end);
      const word = directionWord(before, after, text.lang);
      return word === undefined ? [] : [{ ref, text, word, from: sameMetricBefore(plain, references, ref, text) }];
    });
  });
}

/** Values of one metric that a sentence compares with each other. */
export function comparedFigures(report: Report): readonly ComparedFigures[] {
  return proseOf(report).flatMap((text) => {
    const plain = maskedSource(text);
    const references = textReferences(text);
    return references.flatMap((second): readonly ComparedFigures[] => {
      const comparison = comparisonWord(upTo(plain, second.start), text.lang);
      const first = comparison === undefined ? undefined : sameMetricBefore(plain, references, second, text);
      return comparison === undefined || first === undefined ? [] : [{ first, second, text, ...comparison }];
    });
  });
}

/** The text before a figure, emphasis marks beside it left out. */
function upTo(plain: string, end: number): string {
  let at = end;
  while (plain.charAt(at - 1) === '*') at -= 1;
  return plain.slice(0, at);
}

/** The text behind a figure, likewise. */
function behind(plain: string, start: number): string {
  let at = start;
  while (plain.charAt(at) === '*') at += 1;
  return plain.slice(at);
}

function proseOf(report: Report): readonly Text[] {
  return reportTexts(report).flatMap(({ text, role }) => (role === 'formula' ? [] : [text.zh, text.en]));
}

const SENTENCE_END: Readonly<Record<Text['lang'], RegExp>> = { zh: /[。！？；]/, en: /[.!?;] / };

function sameMetricBefore(
  plain: string,
  references: readonly Reference[],
  ref: Reference,
  text: Text,
): Reference | undefined {
  const { target } = ref;
  if (target.kind !== 'm') return undefined;
  return references.findLast(
    (one) =>
      one.end <= ref.start &&
      one.target.kind === 'm' &&
      one.target.metric === target.metric &&
      one.target.period !== target.period &&
      !SENTENCE_END[text.lang].test(plain.slice(one.end, ref.start)),
  );
}
