import { type Block, maskedSource, REFERENCE_SIGN, reportTexts, type Text } from '../../content/index.ts';
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

/** P5: a translation far shorter or longer than its source may lack a sentence, or have one too many. */
export function parityLength({ report }: CheckFacts): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, role, shared, owner }): readonly Diagnostic[] => {
    if (shared || role !== 'prose') return [];
    const [zh, en] = [lengthOf(text.zh), lengthOf(text.en)];
    const letters = LETTERS[report.blocks.get(owner ?? '')?.type ?? 'paragraph'] ?? USUAL_LETTERS;
    const length = Math.max(zh, en / letters);
    if (length < LEAST || zh === 0 || en === 0) return [];
    const deviation = Math.log(en / zh / letters) * Math.sqrt(length);
    if (Math.abs(deviation) <= DEVIATION) return [];
    return [unlike(text, deviation < 0 ? 'en' : 'zh', { zh, en }, report.origins)];
  });
}

/** Characters of the words alone: without references, marks of emphasis and spaces. */
function lengthOf(text: Text): number {
  return [...maskedSource(text).replaceAll(REFERENCE_SIGN, '').replace(/[\s*]/g, '')].length;
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
    found: `${length.zh} Chinese characters, ${length.en} English letters`,
    related: other === undefined ? [] : [{ span: other, note: 'the other language' }],
    hints: ['compare the two sentence by sentence'],
    lang: short,
  });
}
