import {
  type Block,
  maskedSource,
  REFERENCE_SIGN,
  type Report,
  reportTexts,
  type Text,
  textReferences,
} from '../../content/index.ts';
import { type Diagnostic, diagnose, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/**
 * Letters of English to one Chinese character, and how far the logarithm of that may stray: by this over the square root
 * of the Chinese length. Measured on 738 pairs of the showcase and the sample report, references left out: medians 2.3 to
 * 3.0 by kind, the largest deviation 2.64; half of a paragraph deviates by 0.69 √length.
 */
const LETTERS: Partial<Readonly<Record<Block['type'], number>>> = { heading: 2.8, kpi: 2.6, kpi_grid: 2.6, list: 2.85 };
const USUAL_LETTERS = 2.95;
const DEVIATION = 3;
/** Shorter texts say nothing: a label of three characters may need six words. */
const LEAST = 8;
/** What a figure, a date or a page counts for, in Chinese characters: it weighs on both sides alike. */
const REFERENCE = 3;

/** P5: a translation far shorter or longer than its source may lack a sentence, or have one too many. */
export function parityLength({ report }: CheckFacts): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, role, shared, owner }): readonly Diagnostic[] => {
    if (shared || role !== 'prose') return [];
    const letters = LETTERS[report.blocks.get(owner ?? '')?.type ?? 'paragraph'] ?? USUAL_LETTERS;
    const zh = lengthOf(report, text.zh, REFERENCE);
    const en = lengthOf(report, text.en, REFERENCE * letters);
    const length = Math.max(zh, en / letters);
    if (length < LEAST || zh === 0 || en === 0) return [];
    const deviation = Math.log(en / zh / letters) * Math.sqrt(length);
    if (Math.abs(deviation) <= DEVIATION) return [];
    return [unlike(text, deviation < 0 ? 'en' : 'zh', { zh, en }, report.origins)];
  });
}

/** Characters of the words: without marks of emphasis and spaces, terms as their words, other references as one figure each. */
function lengthOf(report: Report, text: Text, reference: number): number {
  const words = charactersOf(maskedSource(text));
  return textReferences(text).reduce((sum, { target }) => {
    if (target.kind === 'src' || target.kind === 'note') return sum;
    const term = target.kind === 'term' ? report.terms.get(target.term)?.[text.lang] : undefined;
    return sum + (term === undefined ? reference : [...term.replace(/\s/g, '')].length);
  }, words);
}

const [SIGN, STAR, BLANK] = [REFERENCE_SIGN.charCodeAt(0), 0x2a, 0x20];
const [LAST_ASCII, FIRST_HAN] = [0x7e, 0x3400];
const BYTE_ORDER_MARK = 0xfeff;
const SPACE = /\s/;

/** Characters other than references, marks of emphasis and spaces. */
function charactersOf(masked: string): number {
  let count = 0;
  for (let i = 0; i < masked.length; i += 1) {
    const unit = masked.charCodeAt(i);
    if (unit === SIGN || unit === STAR || unit === BLANK) continue;
    const isPlain = (unit > BLANK && unit <= LAST_ASCII) || (unit >= FIRST_HAN && unit !== BYTE_ORDER_MARK);
    if (!isPlain && SPACE.test(masked.charAt(i))) continue;
    // The second half of a pair is no character of its own.
    if ((unit & 0xfc00) === 0xdc00 && (masked.charCodeAt(i - 1) & 0xfc00) === 0xd800) continue;
    count += 1;
  }
  return count;
}

function unlike(
  text: PerLang<Text>,
  short: Text['lang'],
  length: PerLang<number>,
  origins: CheckFacts['report']['origins'],
): Diagnostic {
  const span = origins.spanOf(text[short].origin);
  const other = origins.spanOf(text[short === 'zh' ? 'en' : 'zh'].origin);
  const name = short === 'zh' ? 'Chinese' : 'English';
  return diagnose('P5', `the ${name} text is short for what it translates`, {
    ...(span === undefined ? {} : { span }),
    found: `about ${length.zh} Chinese characters, ${Math.round(length.en)} English letters`,
    related: other === undefined ? [] : [{ span: other, note: 'the other language' }],
    hints: ['compare the two sentence by sentence'],
    lang: short,
  });
}
