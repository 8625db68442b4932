import { Decimal, decimalPlaces, type Lang } from '../core/index.ts';
import type { ReadFigure } from './types.ts';
import type { UnitForm } from './unit-form.ts';
import type { DisplayUnit, UnitBook } from './units.ts';

/**
 * Reads a printed figure back: the inverse of printing, to check that what stands on the page is what was meant.
 * Takes full-width digits, both minus signs, grouping by commas, a leading 约, about, ◇ or ≈, and a trailing ◇ or ≈.
 * @param text  one figure with its unit: `−1,890万港元`, `about 6.9 thousand tonnes`
 * @returns     one reading for each dimension that the unit has; empty when it is no figure of this language
 */
export function readFigure(text: string, lang: Lang, units: UnitBook): readonly ReadFigure[] {
  const plain = bareText(text, lang);
  return units.displays(lang).flatMap((unit) => {
    const figure = matchUnit(plain, unit.form, lang);
    return figure === undefined ? [] : [reading(figure, unit)];
  });
}

const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SIGN = '[-+\u2212]?';

function bareText(text: string, lang: Lang): string {
  const folded = text
    .replace(/[\uFF10-\uFF19\uFF05]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\uFF0C', ',')
    .replaceAll('\uFF0E', '.')
    .replaceAll('\u00A0', ' ')
    .replace(/[\u25C7\u2248]/g, '')
    .trim();
  return lang === 'zh' ? folded.replace(/^约/, '') : folded.replace(/^about /, '');
}

function matchUnit(text: string, form: UnitForm, lang: Lang): string | undefined {
  const gap = lang === 'en' && form.closed !== true && form.suffix !== '' ? ' ?' : '';
  const prefix = form.prefix === undefined ? '' : `${literally(form.prefix)}${lang === 'en' ? ' ?' : ''}`;
  const suffix =
    form.one === undefined ? literally(form.suffix) : `(?:${literally(form.suffix)}|${literally(form.one)})`;
  const match = new RegExp(`^(${SIGN})${prefix}(${FIGURE})${gap}${suffix}$`, 'u').exec(text);
  if (match === null) return undefined;
  const sign = match[1] === '\u2212' || match[1] === '-' ? '-' : '';
  return `${sign}${(match[2] ?? '').replaceAll(',', '')}`;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function reading(figure: string, unit: DisplayUnit): ReadFigure {
  const value = new Decimal(figure).times(unit.factor);
  const half = new Decimal(10).pow(-decimalPlaces(figure)).times(unit.factor).div(2);
  return {
    figure,
    unit: unit.text,
    dimension: unit.dimension,
    value: value.toFixed(),
    low: value.minus(half).toFixed(),
    high: value.plus(half).toFixed(),
  };
}
