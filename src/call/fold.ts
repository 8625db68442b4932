/**
 * Brings look-alike characters to one form, character for character, so that offsets hold: full-width digits and signs,
 * subscripts and superscripts of formulas, no-break and thin spaces, no-break and other hyphens.
 * A full-width comma becomes a grouping mark only between full-width digits.
 */
export function foldText(text: string): string {
  if (!FOLDED.test(text)) return text;
  return text
    .replace(/(?<=[\uFF10-\uFF19])\uFF0C(?=[\uFF10-\uFF19]{3})/g, ',')
    .replace(/[\uFF01-\uFF5D]/g, (mark) => (KEPT.has(mark) ? mark : shifted(mark)))
    .replace(/[\u2070\u00B9\u00B2\u00B3\u2074-\u2079\u2080-\u2089]/g, (mark) => RAISED.get(mark) ?? mark)
    .replace(/(?<=\d)[\u00A0\u2006-\u2009\u202F](?=\d{3}(?!\d))/g, '\u2009')
    .replace(/[\u00A0\u2002-\u2008\u200A\u202F\u3000\n\r\t]|(?<!\d)\u2009|\u2009(?!\d)/g, ' ')
    .replace(/[\u2010\u2011\uFE63\uFF0D]/g, '-')
    .replace(/\u3007/g, '\u96F6');
}

const FOLDED = /[\u00A0\u00B2\u00B3\u00B9\u2002-\u2011\u202F\u2070-\u2089\u3000\u3007\uFE63\uFF01-\uFF5E\n\r\t]/;

/** Marks of Chinese sentences, which keep their width: they end figures and are never part of one. */
const KEPT = new Set(['\uFF0C', '\uFF01', '\uFF1F', '\uFF1B', '\uFF1A', '\uFF08', '\uFF09']);

const RAISED = new Map<string, string>(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
    .map((mark, digit): [string, string] => [mark, String(digit)])
    .concat([...'₀₁₂₃₄₅₆₇₈₉'].map((mark, digit): [string, string] => [mark, String(digit)])),
);

function shifted(mark: string): string {
  return String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0);
}
