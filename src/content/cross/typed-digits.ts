import { type Diagnostic, diagnose, type Lang, type OriginIndex, type PerLang } from '../../core/index.ts';
import { maskedSource, REFERENCE_SIGN } from '../text-parts.ts';
import type { PlacedText } from '../texts.ts';
import type { Report, Text } from '../types.ts';

/** Formulas and names that hold digits and are no figures. */
const FORMULA =
  /CO2e?|(?<!\w)(?:m3|km2|m2|NO2|SO2|CH4|N2O|SF6|NF3|PM2\.5|PM10)(?!\w)|(?:Scopes? ?|范围)[123](?:(?:\+|, | and |、|和|及|与)[123])*\+?/g;

/**
 * Digits in prose come from references, so that the languages cannot drift and every figure can be traced.
 * Formulas, Scope 1 to 3 and the forms of the termbase are left out.
 * Emits P3, at the digits or the words of a percentage.
 */
export function checkTypedDigits(report: Report, texts: readonly PlacedText[]): readonly Diagnostic[] {
  const terms: Readonly<Record<Lang, readonly string[]>> = { zh: termForms(report, 'zh'), en: termForms(report, 'en') };
  return texts.flatMap(({ text, role, shared }) => {
    if (role !== 'prose') return [];
    return (shared ? [text.zh] : [text.zh, text.en]).flatMap((one) => [
      ...typedDigits(one, terms[one.lang], report.origins),
      ...writtenShares(one, report.origins),
      ...(shared ? oneLanguage(one, report.origins) : []),
    ]);
  });
}

/** Forms of terms that hold a digit, longest first; each language may use the other's abbreviations. */
function termForms(report: Report, lang: Lang): readonly string[] {
  const forms = [...report.terms.values()].flatMap((term) => [
    term[lang],
    term.zh,
    term.en,
    term.abbr.zh ?? '',
    term.abbr.en ?? '',
    term.expansion?.[lang] ?? '',
    // A form to avoid is told as such, by T1.
    ...term.avoid[lang],
  ]);
  return [...new Set(forms)].filter((form) => /\p{Nd}/u.test(form)).sort((a, b) => b.length - a.length);
}

function typedDigits(text: Text, terms: readonly string[], origins: OriginIndex): readonly Diagnostic[] {
  const masked = maskedSource(text);
  if (!DIGIT.test(masked)) return [];
  const plain = withoutNames(masked, terms);
  return [...plain.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*[%‰％]?/gu)].map((match) => {
    const span = origins.spanOf(`${text.origin}@${match.index}-${match.index + match[0].length}`);
    return diagnose('P3', `the digits ${match[0]} are typed into the text`, {
      ...(span === undefined ? {} : { span }),
      hints: [
        `cite the metric, period or date that they stand for, or write {{lit:${match[0]}|reason}}`,
        'the name of a standard belongs in the termbase',
      ],
      lang: text.lang,
    });
  });
}

const DIGIT = /\p{Nd}/u;

/** Percentages written out in words. “百分之百” and “one hundred per cent” say all of it, and are no measure. */
const WRITTEN_SHARE: PerLang<RegExp> = {
  zh: /[百千]分之(?!百(?![一二三四五六七八九十分零]))[一二两三四五六七八九十百零点]+(?!几)/g,
  en: /\b(?!(?:one |a )?hundred per ?cent\b)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)[ -](?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|and|a|point)[ -])*(?:per ?cent|percent)(?:age points?)?\b/gi,
};

/** What every percentage in words holds. */
const SHARE_WORD: PerLang<RegExp> = { zh: /分之/, en: /cent/i };

function writtenShares(text: Text, origins: OriginIndex): readonly Diagnostic[] {
  const masked = maskedSource(text);
  if (!SHARE_WORD[text.lang].test(masked)) return [];
  return [...masked.matchAll(WRITTEN_SHARE[text.lang])].map((match) => {
    const span = origins.spanOf(`${text.origin}@${match.index}-${match.index + match[0].length}`);
    return diagnose('P3', `the figure “${match[0]}” is written into the text`, {
      ...(span === undefined ? {} : { span }),
      hints: [
        `cite the metric that it stands for, or write {{lit:${match[0]}|reason}}`,
        'a reference prints digits, and digits are the style for percentages',
      ],
      lang: text.lang,
    });
  });
}

/** Blanks out formulas and forms of terms. Both are looked for in the text as written: one may hold a part of the other. */
function withoutNames(source: string, terms: readonly string[]): string {
  const units = source.split('');
  const { text, at: origin } = asSeen(source);
  const blank = (start: number, length: number): void => {
    units.fill(REFERENCE_SIGN, origin(start), origin(start + length - 1) + 1);
  };
  for (const found of text.matchAll(FORMULA)) blank(found.index, found[0].length);
  for (const form of terms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) blank(at, form.length);
  }
  return units.join('');
}

/** What nobody sees in a text: a name with it is the same name to its reader, and T2 tells of it. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u3000]/g;

/** The text as it looks, and where each of its units stands in the text as it is written. */
function asSeen(source: string): { readonly text: string; readonly at: (index: number) => number } {
  const text = source.replace(ODD_SPACE, ' ').replace(UNSEEN, '');
  if (text.length === source.length) return { text, at: (index) => index };
  const places = [...source.split('').keys()].filter((i) => source.charAt(i).replace(UNSEEN, '') !== '');
  return { text, at: (index) => places[index] ?? source.length };
}

/** A cell that stands for both languages holds no words. */
function oneLanguage(text: Text, origins: OriginIndex): readonly Diagnostic[] {
  const word = /\p{L}{2,}/u.exec(maskedSource(text).replace(FORMULA, ''));
  if (word === null) return [];
  const span = origins.spanOf(text.origin);
  return [
    diagnose('P1', `the words “${word[0]}” stand here in one language`, {
      ...(span === undefined ? {} : { span }),
      hints: ['write `{zh: …, en: …}`'],
    }),
  ];
}
