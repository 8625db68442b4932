import { Decimal, decimalPlaces, type Lang, type PerLang } from '../core/index.ts';
import type { Unit } from './built-in-units.ts';
import type { ReadFigure } from './types.ts';
import type { UnitForm } from './unit-form.ts';
import type { DisplayUnit, UnitBook } from './units.ts';

/**
 * Reads a printed figure back: the inverse of printing, to check that what stands on the page is what was meant.
 * Takes full-width digits, both minus signs, grouping by commas, a leading 约, about, ◇ or ≈, and a trailing ◇ or ≈.
 * @param text  one figure with its unit: `−1,890万港元`, `about 6.9 thousand tonnes`
 * @param unit  the canonical unit to read it in, which says the dimension
 * @returns     one reading for each display unit that the text may mean; empty when it is no figure of this language
 */
export function readFigure(text: string, lang: Lang, unit: Unit, units: UnitBook): readonly ReadFigure[] {
  const plain = bareText(text, lang);
  return units.displays(lang).flatMap((display) => {
    if (display.dimension !== unit.dimension) return [];
    const figure = matchUnit(plain, display.form, lang);
    return figure === undefined ? [] : [reading(figure, display, unit)];
  });
}

/**
 * Whether a figure that prints in a display unit reads as itself, whatever its digits: no unit of the dimension begins or ends
 * where digits might go on, and those that print the like, told by a one and a two, are as large.
 */
export function readsAsItself(display: DisplayUnit, lang: Lang, unit: Unit, units: UnitBook): boolean {
  const known = PLAIN[lang].get(display) ?? isPlainUnit(display, lang, unit, units);
  PLAIN[lang].set(display, known);
  return known;
}

const PLAIN: PerLang<WeakMap<DisplayUnit, boolean>> = { zh: new WeakMap(), en: new WeakMap() };

/** What may be part of a figure: digits of any width, marks between them, signs, and the marks of a status. */
const FIGURE_LIKE = /[约\d.,+\-\u2212\u25C7\u2248\uFF05\uFF0C\uFF0E\uFF10-\uFF19]/u;

function isPlainUnit(display: DisplayUnit, lang: Lang, unit: Unit, units: UnitBook): boolean {
  const alike = units.displays(lang).filter(({ dimension }) => dimension === unit.dimension);
  const opens = alike.some(({ form: { prefix = '', suffix, one = '' } }) =>
    [prefix.slice(0, 1), prefix.slice(-1), suffix.slice(0, 1), one.slice(0, 1)].some((edge) => FIGURE_LIKE.test(edge)),
  );
  if (opens) return false;
  return ['1', '2'].every((digit) => {
    const { form, factor } = display;
    const suffix = digit === '1' ? (form.one ?? form.suffix) : form.suffix;
    const gap = lang === 'en' && form.closed !== true && suffix !== '' ? ' ' : '';
    const prefix = form.prefix === undefined ? '' : `${form.prefix}${lang === 'en' ? ' ' : ''}`;
    const read = readFigure(`${prefix}${digit}${gap}${suffix}`, lang, unit, units);
    const exact = new Decimal(digit).times(factor.div(unit.factor)).toFixed();
    return read.length > 0 && read.every(({ value }) => value === exact);
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
  const match = patternOf(form, lang).exec(text);
  if (match === null) return undefined;
  const sign = match[1] === '\u2212' || match[1] === '-' ? '-' : '';
  return `${sign}${(match[2] ?? '').replaceAll(',', '')}`;
}

/** A pattern for each form that was asked for: making one costs more than a match. */
const PATTERNS: PerLang<WeakMap<UnitForm, RegExp>> = { zh: new WeakMap(), en: new WeakMap() };

function patternOf(form: UnitForm, lang: Lang): RegExp {
  const known = PATTERNS[lang].get(form) ?? makePattern(form, lang);
  PATTERNS[lang].set(form, known);
  return known;
}

function makePattern(form: UnitForm, lang: Lang): RegExp {
  const gap = lang === 'en' && form.closed !== true && form.suffix !== '' ? ' ?' : '';
  const prefix = form.prefix === undefined ? '' : `${literally(form.prefix)}${lang === 'en' ? ' ?' : ''}`;
  const suffix =
    form.one === undefined ? literally(form.suffix) : `(?:${literally(form.suffix)}|${literally(form.one)})`;
  return new RegExp(`^(${SIGN})${prefix}(${FIGURE})${gap}${suffix}$`, 'u');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The trailing zeros of a whole figure are left open, as 2,000 may be rounded to thousands. */
function placesRead(figure: string): number {
  if (figure.includes('.') || /^-?0$/.test(figure)) return decimalPlaces(figure);
  return -(/0*$/.exec(figure)?.[0].length ?? 0);
}

function reading(figure: string, display: DisplayUnit, unit: Unit): ReadFigure {
  const factor = display.factor.div(unit.factor);
  const value = new Decimal(figure).times(factor);
  const half = new Decimal(10).pow(-placesRead(figure)).times(factor).div(2);
  const [low, high] = [value.minus(half).toFixed(), value.plus(half).toFixed()];
  return { figure, unit: display.text, value: value.toFixed(), low, high };
}
