import { maskedSource, REFERENCE_SIGN, reportTexts, type Text, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose, type Lang, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

const PLACES_ZH = '亚洲|亚太|全球|世界|国际|全国|国内|行业|业内|业界|同业|同行';
const RANKS_ZH = '领先|领跑|第一|首创|首个|首家|首位|之首|之最|唯一|前列|前三|前十|一流|标杆|龙头|最[大高低优好佳强]';
const PLACES_EN =
  'asia|asia-pacific|europe|the world|the industry|the market|the sector|the country|the region|the trade|its class|its field|its kind|china';
const RANKS_EN =
  'leading|first|largest|biggest|best|lowest|highest|cleanest|safest|greenest|most [a-z]+|top|foremost|number one';

/** Claims of rank among others: a place or a trade, and a superlative; and words that claim it by themselves. */
const CLAIMS: PerLang<RegExp> = {
  zh: new RegExp(
    `(?:${PLACES_ZH})[^，。；、\\d${REFERENCE_SIGN}]{0,6}?(?:${RANKS_ZH})|遥遥领先|首屈一指|名列前茅|独一无二|无可比拟|无出其右|领先水平|独占鳌头|独步|冠绝|冠居|位列榜首|稳居(?:第一|首位|榜首|前列)|出类拔萃|(?:行业|业界|业内)?(?:标杆|典范|翘楚|龙头)(?:地位|企业|水平)?(?=[，。；！、]|$)|(?:世界|国际|全国|全球)一流|绝无仅有|前所未有|数一数二`,
    'g',
  ),
  en: new RegExp(
    [
      '\\b(?:asia|world|industry|market|class|sector|globally?)[- ](?:leading|beating|leader|first)\\b',
      `\\b(?:leads?|leading|leader in|outperform(?:s|ed|ing)?|ahead of) (?:all of |${PLACES_EN}\\b|(?:its|our|all|the) (?:peers|rivals|competitors|industry|sector))`,
      '\\b(?:state of the art|cutting[- ]edge|top[- ]tier|unprecedented|unequall?ed|peerless|unsurpassed|bar none)\\b',
      '\\b(?:ranks?|ranked|ranking|comes?|came|places?|placed|stands?|stood) (?:first|top|number one|at the top)\\b',
      '\\b(?:sets?|setting|the) (?:the )?(?:benchmark|gold standard|pace|standard) (?:for|of|in) (?:the|our|its|all) ',
      '\\b(?:nobody|no one|none)(?: else)? (?:does|do|did|has|have|offers?|comes?)\\b',
      '\\bworld[- ]class\\b|\\bbest[- ]in[- ]class\\b|\\bsecond to none\\b|\\bunrivall?ed\\b|\\bunparalleled\\b|\\bunmatched\\b|\\bwithout equal\\b',
      `\\b(?:one of|among) the (?:${RANKS_EN})\\b`,
      `\\b(?:${RANKS_EN})(?: [a-z-]+){0,3} (?:in|across|of) (?:${PLACES_EN})\\b`,
      `\\b(?:the only|no other) (?:company|firm|operator|producer|business|group|port|bank|maker)\\b`,
    ].join('|'),
    'gi',
  ),
};

/** Words by which a sentence tells what another one claims. */
const ATTRIBUTION: PerLang<RegExp> = {
  zh: /据[^，。；]{0,12}[称报显介披]|根据|依据|(?<![名简职俗统合通堪])称(?!号|职|重|谓)|表示|写作|写道/,
  en: /\b(?:says?|said|states?|stated|claims?|according to)\b/i,
};
const SENTENCE_END: PerLang<RegExp> = { zh: /[。！？；]/, en: /[.!?;] / };

/**
 * V3: a claim of rank has a source or a note beside it, which tells among whom and when, or the figure with its time. What
 * stands in quotation marks or is told as the claim of another is no claim of the report.
 */
export function claimSupport({ report }: CheckFacts): readonly Diagnostic[] {
  return reportTexts(report).flatMap(({ text, role, shared }) =>
    shared || role !== 'prose' ? [] : [text.zh, text.en].flatMap((one) => claimsIn(one, report.origins)),
  );
}

function claimsIn(text: Text, origins: CheckFacts['report']['origins']): readonly Diagnostic[] {
  if (isSupported(text)) return [];
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

/** A source or a note; or a figure and its time, which the reader finds in the tables with their source. */
function isSupported(text: Text): boolean {
  const kinds = new Set(textReferences(text).map(({ target }) => target.kind));
  return kinds.has('src') || kinds.has('note') || (kinds.has('m') && (kinds.has('period') || kinds.has('date')));
}

function isReported(plain: string, start: number, length: number, lang: Lang): boolean {
  const before = plain.slice(0, start);
  const quoted = before.lastIndexOf('“') > before.lastIndexOf('”') && plain.slice(start + length).includes('”');
  // What was quoted before is told by itself; what follows it is the report’s own again.
  const sentence = (before.split(SENTENCE_END[lang]).at(-1) ?? '').split('”').at(-1) ?? '';
  return quoted || ATTRIBUTION[lang].test(sentence);
}
