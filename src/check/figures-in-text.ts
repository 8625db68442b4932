import { maskedSource, type Reference, type Report, reportTexts, type Text, textReferences } from '../content/index.ts';
import { type DirectionWord, directionWord } from './direction-words.ts';

/** A reference with the word of direction that stands beside it. */
export interface WordedFigure {
  readonly ref: Reference;
  readonly text: Text;
  readonly word: DirectionWord;
}

/** References to values and changes that a word of direction stands beside, in all texts of a report. */
export function wordedFigures(report: Report): readonly WordedFigure[] {
  return reportTexts(report).flatMap(({ text, role }) =>
    role === 'formula' ? [] : [text.zh, text.en].flatMap((one) => inText(one)),
  );
}

function inText(text: Text): readonly WordedFigure[] {
  const plain = maskedSource(text);
  return textReferences(text).flatMap((ref): readonly WordedFigure[] => {
    if (ref.format.name === 'unit') return [];
    const before = plain.slice(0, ref.start).replace(/\*+$/, '');
    const after = plain.slice(ref.end).replace(/^\*+/, '');
    const word = directionWord(before, after, text.lang);
    return word === undefined ? [] : [{ ref, text, word }];
  });
}
