import type { Lang } from '../core/index.ts';
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
  const length = Math.max(...found.map(({ text }) => text.length));
  return found.filter(({ text }) => text.length === length);
}

/** Whether a text begins with a unit, as a word of its own. */
function leads(text: string, unit: string, lang: Lang): boolean {
  const start = lang === 'en' ? text.replace(/^[ \u00a0]/, '') : text;
  return start.startsWith(unit) && !(/[A-Za-z]$/.test(unit) && /^[A-Za-z]/.test(start.slice(unit.length)));
}
