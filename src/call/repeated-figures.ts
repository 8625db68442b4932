import type { FoundFigure } from './figure.ts';
import type { SetFigure } from './set-figures.ts';

/**
 * What the other language says too, less often: a year or a name that it has in this section, as a head that a page repeats
 * or a sentence implies; a share or multiple that a text says in two ways (四倍，翻了两番).
 */
export function isRepeated(
  { figure, piece }: SetFigure,
  own: readonly SetFigure[],
  others: readonly SetFigure[],
): boolean {
  if (figure.kind === 'period')
    return isImplied(figure, others) || others.some((other) => other.figure.value === figure.value);
  if (figure.kind === 'name') return isNamed(figure, others);
  if (figure.number !== undefined || !/^(?:multiple|fraction)$/.test(figure.kind)) return false;
  return own.some((one) => one.piece === piece && one.figure.kind === figure.kind && one.figure.value === figure.value);
}

/** Words that say a year by the year of the report. */
const RELATIVE =
  /[上去前][一]?年|上一?财年|同期|同比|[本当今]年|\b(?:last|previous|prior|this) year\b|\byear (?:before|earlier)\b|year-on-year/i;

/** “a dozen fewer than in 2023” is 同比少了十二件: the other language tells the year by its place. */
function isImplied({ value }: FoundFigure, others: readonly SetFigure[]): boolean {
  const told = others.filter(({ piece }) => RELATIVE.test(piece.text));
  const years = others.flatMap(({ figure }) => (figure.kind === 'period' ? [Number(figure.value.slice(0, 4))] : []));
  return told.length > 0 && years.some((year) => year - Number(value.slice(0, 4)) === 1);
}

/** “Scope 1 and 2” names what 范围一 and 范围二 name. */
function isNamed({ value }: FoundFigure, others: readonly SetFigure[]): boolean {
  const [key, list] = [value.replace(/ ?[\d,]+$/, ''), /[\d,]+$/.exec(value)?.[0] ?? ''];
  if (list === '' || key === '') return false;
  const named = new Set(
    others.flatMap(({ figure: { kind, value: other } }) =>
      kind === 'name' && other.replace(/ ?[\d,]+$/, '') === key ? (/[\d,]+$/.exec(other)?.[0] ?? '').split(',') : [],
    ),
  );
  return list.split(',').every((number) => named.has(number));
}

/** A small number that stands alone numbers something: a chapter, a goal, a tab. Layouts of two languages set them apart. */
export function isLoneNumber({ figure, piece }: SetFigure): boolean {
  return /^\d{1,2}$/.test(figure.text) && Number(figure.text) <= 20 && piece.text.trim() === figure.text;
}
