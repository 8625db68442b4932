import type { ValueStatus } from '../content/types.ts';
import type { Decimal, Lang, OriginId } from '../core/index.ts';
import { type Figure, figureOf, figureText, NO_BREAK_SPACE, type SignRule } from './figure.ts';
import type { ChangeSense, Quantity, QuantityPart, QuantityStyle } from './types.ts';
import { type UnitForm, unitText } from './unit-form.ts';
import { DERIVED_MARK, ESTIMATE_MARK, NOTHING, tagOf, type Wording } from './wording.ts';

/** What a quantity is about, apart from how it looks. */
export interface QuantityFacts {
  readonly status: ValueStatus;
  /** Canonical value as a decimal string, null where there is none. */
  readonly value: string | null;
  readonly unit: string | undefined;
  readonly metric: string | undefined;
  readonly period: string | undefined;
  readonly sense: ChangeSense | undefined;
  readonly origin: OriginId;
}

/** A value ready to be written in one language. */
export interface Written {
  /** In display units. */
  readonly value: Decimal;
  readonly places: number;
  readonly form: UnitForm;
  readonly lang: Lang;
  readonly sign: SignRule;
  readonly manner: Manner;
}

/** Which pieces stand with the digits. */
export interface Manner {
  /** A word or ◇ before the figure as in prose, a mark before it as in a cell, or a mark after the digits as on a label. */
  readonly mark: 'prose' | 'before' | 'after';
  readonly figure: boolean;
  readonly unit: boolean;
  readonly tag: boolean;
}

export const PROSE: Manner = { mark: 'prose', figure: true, unit: true, tag: true };
const LABEL: Manner = { mark: 'after', figure: true, unit: true, tag: true };
export const CELL: Manner = { mark: 'before', figure: true, unit: false, tag: false };
/** A change column: its unit differs from row to row, so it prints it; the row has the tag. */
export const CHANGE_CELL: Manner = { ...CELL, unit: true };

/** The manner of a place. */
export function mannerOf(place: QuantityStyle['place']): Manner {
  return place === 'prose' ? PROSE : place === 'label' ? LABEL : CELL;
}

/**
 * Writes a figure with its unit and the marks of its status, in reading order:
 * 约 or ◇, sign, currency, digits, unit, tag. On a label the mark follows the digits; a cell has neither unit nor tag.
 * Spaces between figure and unit are U+00A0 in English and absent in Chinese.
 */
export function writeQuantity(written: Written, facts: QuantityFacts, wording: Wording): Quantity {
  const { lang, form, manner } = written;
  if (!manner.figure) return quantity(part('unit', unbroken(unitText(form, lang))), facts);
  const figure = figureOf(written.value, written.places, written.sign);
  const body = manner.unit ? withUnit(figure, written) : part('figure', figureText(figure));
  const tag = manner.tag ? tagParts(lang, facts, wording) : [];
  const marked =
    manner.mark === 'after'
      ? afterDigits(body, statusMark(facts.status))
      : [...(manner.mark === 'prose' ? proseMark(lang, facts, wording) : cellMark(facts)), ...body];
  return quantity([...marked, ...tag], facts);
}

/** A quantity of other parts than a figure: words, a date, a dash. */
export function textQuantity(text: string, facts: QuantityFacts): Quantity {
  return quantity(part('text', text), facts);
}

/** What stands where nothing is disclosed: words in prose, a dash in cells and on labels. */
export function undisclosedQuantity(
  lang: Lang,
  place: QuantityStyle['place'],
  facts: QuantityFacts,
  wording: Wording,
): Quantity {
  return textQuantity(place === 'prose' ? wording.notDisclosed[lang] : NOTHING, facts);
}

/** Words in place of digits, with the marks that the digits would have. */
export function wordedQuantity(words: string, lang: Lang, facts: QuantityFacts, wording: Wording): Quantity {
  const parts = [...proseMark(lang, facts, wording), ...part('figure', words), ...tagParts(lang, facts, wording)];
  return quantity(parts, facts);
}

const space: QuantityPart = { kind: 'text', text: NO_BREAK_SPACE };

function quantity(parts: readonly QuantityPart[], facts: QuantityFacts): Quantity {
  return { text: parts.map(({ text }) => text).join(''), parts, ...facts };
}

function part(kind: QuantityPart['kind'], text: string): readonly QuantityPart[] {
  return text === '' ? [] : [{ kind, text }];
}

function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}

function withUnit(figure: Figure, { form, lang }: Written): readonly QuantityPart[] {
  const gap = lang === 'en' && form.closed !== true ? [space] : [];
  const suffix = unbroken(form.one !== undefined && figure.digits === '1' ? form.one : form.suffix);
  const after = suffix === '' ? [] : [...gap, ...part('unit', suffix)];
  if (form.prefix === undefined) return [...part('figure', figureText(figure)), ...after];
  return [
    ...part('figure', figure.sign),
    ...part('unit', form.prefix),
    ...(lang === 'en' ? [space] : []),
    ...part('figure', figure.digits),
    ...after,
  ];
}

function statusMark(status: ValueStatus): string {
  if (status === 'derived') return DERIVED_MARK;
  return status === 'estimate' ? ESTIMATE_MARK : '';
}

function tagParts(lang: Lang, { status }: QuantityFacts, wording: Wording): readonly QuantityPart[] {
  const tag = tagOf(status, lang, wording);
  return tag === undefined ? [] : [space, { kind: 'tag', text: tag }];
}

function cellMark({ status }: QuantityFacts): readonly QuantityPart[] {
  const mark = statusMark(status);
  return mark === '' ? [] : [{ kind: 'mark', text: mark }, space];
}

function proseMark(lang: Lang, { status }: QuantityFacts, wording: Wording): readonly QuantityPart[] {
  if (status !== 'estimate') return part('mark', statusMark(status));
  return lang === 'en'
    ? [
        { kind: 'word', text: wording.about.en },
        { kind: 'text', text: ' ' },
      ]
    : part('word', wording.about.zh);
}

function afterDigits(body: readonly QuantityPart[], mark: string): readonly QuantityPart[] {
  if (mark === '') return body;
  const last = body.findLastIndex(({ kind }) => kind === 'figure');
  return [...body.slice(0, last + 1), { kind: 'mark', text: mark }, ...body.slice(last + 1)];
}
