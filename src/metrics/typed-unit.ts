import { Decimal, type Lang, type PerLang } from '../core/index.ts';
import type { DisplayUnit, UnitBook } from './units.ts';

/**
 * The display units that a figure would have between two texts, as its unit is typed around it: `RMB ` and ` billion`, or
 * nothing and `亿吨`. The longest are given, one for each dimension that the words may mean; none where no unit stands there.
 */
export function unitsAround(before: string, after: string, lang: Lang, units: UnitBook): readonly DisplayUnit[] {
  const found = units.displays(lang).filter(({ text, form }) => {
    const { prefix = '', suffix, one } = form;
    if (suffix === '' && prefix === '') return false;
    // A currency may be typed after the figure, too, as the head of a column has it.
    if (prefix !== '' && leads(after, text, lang)) return true;
    const isLed = prefix === '' || before.trimEnd().endsWith(prefix);
    return isLed && (suffix === '' || [suffix, one].some((word) => word !== undefined && leads(after, word, lang)));
  });
  if (found.length === 0) return enlarged(after, lang, units);
  const length = Math.max(...found.map(({ text }) => text.length));
  return found.filter(({ text }) => text.length === length);
}

/** Magnitudes, the longest first. A project’s own unit has displays for some of them, and 亿支 may be typed for 万支 all the same. */
const MAGNITUDES: PerLang<readonly (readonly [string, number])[]> = {
  zh: [
    ['万亿', 12],
    ['千万', 7],
    ['百万', 6],
    ['亿', 8],
    ['万', 4],
  ],
  en: [
    ['thousand', 3],
    ['million', 6],
    ['billion', 9],
  ],
};

function enlarged(after: string, lang: Lang, units: UnitBook): readonly DisplayUnit[] {
  const start = after.replace(/^[ \u00a0]/, '');
  const [word, power] = MAGNITUDES[lang].find(([magnitude]) => start.startsWith(magnitude)) ?? [];
  if (word === undefined || power === undefined) return [];
  const rest = start.slice(word.length);
  return units.displays(lang).flatMap((display): DisplayUnit[] => {
    const { prefix = '', suffix, one } = display.form;
    const plain = [suffix, one].find((text) => text !== undefined && text !== '' && leads(rest, text, lang));
    if (prefix !== '' || plain === undefined || MAGNITUDES[lang].some(([magnitude]) => plain.startsWith(magnitude)))
      return [];
    const text = lang === 'zh' ? `${word}${plain}` : `${word} ${plain}`;
    return [{ ...display, text, factor: display.factor.times(new Decimal(10).pow(power)) }];
  });
}

/** Whether a text begins with a unit, as a word of its own. */
function leads(text: string, unit: string, lang: Lang): boolean {
  const start = lang === 'en' ? text.replace(/^[ \u00a0]/, '') : text;
  return start.startsWith(unit) && !(/[A-Za-z]$/.test(unit) && /^[A-Za-z]/.test(start.slice(unit.length)));
}
