import { maskedSource, reportTexts, type Text, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose, type Lang, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Claims of rank among others: a place or a trade, and a superlative. */
const CLAIMS: PerLang<RegExp> = {
  zh: /(?:亚洲|亚太|全球|世界|全国|国内|行业|业内|同业)(?:范围内)?(?:领先|第一|首创|首个|首家|唯一|最[大高低优好])/g,
  en: /\b(?:(?:asia|world|industry|market|class)-leading|(?:leading|first|largest|best|lowest|highest|top) in (?:asia|the world|the industry|the market|the country|its class|china))\b/gi,
};

/** Words by which a sentence tells what another one claims. */
const ATTRIBUTION: PerLang<RegExp> = {
  zh: /[称据]|表示|写作|写道/,
  en: /\b(?:says?|said|states?|stated|claims?|according to)\b/i,
};
const SENTENCE_END: PerLang<RegExp> = { zh: /[。！？；]/, en: /[.!?;] / };

/**
 * V3: a claim of rank has a source or a note beside it, which tells among whom and when. What stands in quotation marks
 * or is told as the claim of another is no claim of the report.
 */
export function claimSupport({ report }: CheckFacts): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, role, shared }) =>
    shared || role !== 'prose' ? [] : [text.zh, text.en].flatMap((one) => claimsIn(one, report.origins)),
  );
}

function claimsIn(text: Text, origins: CheckFacts['report']['origins']): readonly Diagnostic[] {
  const supported = textReferences(text).some(({ target }) => target.kind === 'src' || target.kind === 'note');
  if (supported) return [];
  const plain = maskedSource(text);
  return [...plain.matchAll(CLAIMS[text.lang])].flatMap((match): readonly Diagnostic[] => {
    if (isReported(plain, match.index, match[0].length, text.lang)) return [];
    const span = origins.spanOf(`${text.origin}@${match.index}-${match.index + match[0].length}`);
    return [
      diagnose('V3', `“${match[0]}” has no source beside it`, {
        ...(span === undefined ? {} : { span }),
        hints: ['cite the source with src:, and say among whom and when; or leave the claim out'],
        lang: text.lang,
      }),
    ];
  });
}

function isReported(plain: string, start: number, length: number, lang: Lang): boolean {
  const before = plain.slice(0, start);
  const quoted = before.lastIndexOf('“') > before.lastIndexOf('”') && plain.slice(start + length).includes('”');
  const sentence = before.split(SENTENCE_END[lang]).at(-1) ?? '';
  return quoted || ATTRIBUTION[lang].test(sentence);
}
