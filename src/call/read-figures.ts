import { Decimal } from '../core/index.ts';
import type { FigureSketch, FoundFigure, Recogniser, UnitWord } from './figure.ts';
import { figureResult, figureWay } from './figure-way.ts';
import { foldText } from './fold.ts';
import { asRateBase } from './rate-bases.ts';
import { englishRecogniser } from './scan-english.ts';
import { hanPhraseEnd, hanRecogniser } from './scan-han.ts';
import { nameRecogniser } from './scan-name.ts';
import { numberRecogniser } from './scan-number.ts';
import { timeRecogniser } from './scan-time.ts';
import { openVocabulary } from './vocabulary.ts';

/** Reads the figures of a text; made once for a set of unit words. */
export type FigureReader = (text: string) => readonly FoundFigure[];

/**
 * Makes a reader that finds every figure in running Chinese and English text: amounts with magnitude and unit, shares,
 * points, ranges, dates, years, ordinals, names that hold digits, and numbers in words of both languages.
 * Where several readings begin at one place the longest holds. Nothing is skipped: what has digits and is no measure comes
 * back as a `name`.
 * @param own  unit words of a project beyond the usual ones
 */
export function figureReader(own: readonly UnitWord[] = []): FigureReader {
  const vocabulary = openVocabulary(own);
  const number = numberRecogniser(vocabulary);
  const han = hanRecogniser(vocabulary);
  const english = englishRecogniser(vocabulary);
  return (text) => {
    const folded = foldText(text);
    const found: FoundFigure[] = [];
    let at = 0;
    while (at < folded.length) {
      const phrase = hanPhraseEnd(folded, at) ?? thousandsEnd(folded, at);
      if (phrase !== undefined) {
        at = phrase;
        continue;
      }
      const sketch = longest(recognisersAt(folded, at, number, han, english), folded, at);
      if (sketch === undefined) {
        at = skipFrom(folded, at);
        continue;
      }
      found.push(finished(text, folded, at, sketch));
      at = sketch.end;
    }
    return found;
  };
}

/** Takes ranges apart: each end is a figure of its own, as where the other language tells of a way from one to the other. */
export function splitRanges(figures: readonly FoundFigure[]): readonly FoundFigure[] {
  return figures.flatMap((figure) => {
    const { upTo, far, ...near } = figure;
    if (upTo === undefined || far === undefined) return [figure];
    const [stop, start] = far.cut;
    const [before, after] = [figure.text.slice(0, stop - figure.start), figure.text.slice(start - figure.start)];
    return [
      { ...near, upTo: undefined, end: stop, text: before },
      { ...near, upTo: undefined, start, text: after, value: upTo, number: far.number, grain: far.grain },
    ];
  });
}

/** ’000 in a head is a magnitude, and no figure. */
const THOUSANDS = /(?<!\d)['\u2018\u2019]000s?(?!\d)/y;

function thousandsEnd(text: string, at: number): number | undefined {
  THOUSANDS.lastIndex = at;
  return THOUSANDS.test(text) ? THOUSANDS.lastIndex : undefined;
}

const DIGIT = /[\d\u2212+$¥€£￥]/;
const LETTER = /[A-Za-z]/;
const HAN =
  /[零一二两三四五六七八九十百千万亿第翻半过近减数几上成逾超约若对范范附注图表编原类可人港美欧英日新下大晚凌每“]/;

/** Which readings can begin with a character; most characters begin none. */
function recognisersAt(
  text: string,
  at: number,
  number: Recogniser,
  han: Recogniser,
  english: Recogniser,
): readonly Recogniser[] {
  const mark = text.charAt(at);
  if (LETTER.test(mark)) {
    if (LETTER.test(text.charAt(at - 1))) return [];
    return [timeRecogniser, number, nameRecogniser, english];
  }
  if (DIGIT.test(mark)) return [timeRecogniser, number, nameRecogniser, han, english];
  if (mark === '-' || mark === '\u2013' || mark === '(' || mark === '\uFF08') return [number];
  return HAN.test(mark) ? [timeRecogniser, number, nameRecogniser, han] : [];
}

/** The first of the longest: times before counts, so that 2024年 is a year. */
function longest(recognisers: readonly Recogniser[], text: string, at: number): FigureSketch | undefined {
  let best: FigureSketch | undefined;
  for (const recognise of recognisers) {
    const sketch = recognise(text, at);
    if (sketch !== undefined && sketch.end > (best?.end ?? at)) best = sketch;
  }
  return best;
}

/** Past a Latin word, or by one character. */
function skipFrom(text: string, at: number): number {
  if (!LETTER.test(text.charAt(at))) return at + 1;
  let end = at + 1;
  while (LETTER.test(text.charAt(end))) end += 1;
  return end;
}

function finished(text: string, folded: string, start: number, sketch: FigureSketch): FoundFigure {
  const way = figureWay(folded, { kind: sketch.kind, start, end: sketch.end });
  const result = figureResult(folded, { kind: sketch.kind, start });
  const value = sketch.kind === 'multiple' ? wholeFactor(folded, start, sketch, way) : sketch.value;
  return {
    ...asRateBase(folded, start, sketch),
    ...(sketch.kind === 'multiple' ? { value } : {}),
    start,
    text: text.slice(start, sketch.end),
    way,
    ...(result === undefined ? {} : { result }),
  };
}

/** 增长一倍 adds one time to what there was; 增至两倍 and 是两倍 do not. */
function wholeFactor(folded: string, start: number, sketch: FigureSketch, way: FoundFigure['way']): string {
  const added = folded.charAt(sketch.end - 1) === '倍' && !folded.startsWith('翻', start);
  const up = way?.direction === 'up' && way.form === 'by';
  return added && up ? new Decimal(sketch.value).plus(1).toFixed() : sketch.value;
}
