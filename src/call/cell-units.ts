import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';
import { foldText } from './fold.ts';
import type { FreePiece } from './free-pieces.ts';
import type { FoundTail, Vocabulary } from './vocabulary.ts';
import { scaled } from './vocabulary.ts';

/** How far above a cell its head may stand, pt. */
const HEAD_REACH = 420;

/**
 * Gives the bare figures of tables and charts the unit that their row, column or caption names: 万吨 over a column makes
 * 2,290.7 in it 22,907,000 t. A figure that no unit is near stays as it is.
 * @param pieces  of one page
 */
export function cellUnits(
  pieces: readonly FreePiece[],
  vocabulary: Vocabulary,
): (cell: FreePiece, figure: FoundFigure) => UnitFigure {
  const heads = pieces.flatMap((head) => {
    const unit = unitNamed(head.piece.text, vocabulary);
    return unit === undefined ? [] : [{ head, unit }];
  });
  return (cell, figure) => {
    if (figure.kind !== 'amount' || figure.unit !== '' || !isBare(cell.piece.text, figure)) return { figure };
    const own = inRow(cell, heads) ?? inColumn(cell, heads);
    if (own !== undefined) return { figure: withUnit(figure, own.unit) };
    const caption = over(cell, heads);
    return caption === undefined
      ? { figure, plain: figure }
      : { figure: withUnit(figure, caption.unit), plain: figure };
  };
}

/** A figure in the unit that was found for it. `plain` is the figure as printed, where the unit is none or a guess. */
export interface UnitFigure {
  readonly figure: FoundFigure;
  readonly plain?: FoundFigure;
}

interface Head {
  readonly head: FreePiece;
  readonly unit: FoundTail;
}

/** The figure is all that its piece holds, but for marks. */
function isBare(text: string, figure: FoundFigure): boolean {
  return !/\p{L}/u.test(text.slice(0, figure.start) + text.slice(figure.end));
}

function inRow(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  const row = heads.filter(({ head }) => Math.abs(head.top - cell.top) < 0.7 * cell.size && head.right <= cell.x);
  return row.sort((a, b) => b.head.x - a.head.x)[0];
}

function inColumn(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  const column = heads.filter(
    ({ head }) =>
      head.bottom < cell.top && cell.top - head.bottom < HEAD_REACH && head.right > cell.x && head.x < cell.right,
  );
  // A caption stands over all columns; a head is about as wide as its own.
  const own = column.filter(({ head }) => head.right - head.x < 3.5 * Math.max(cell.right - cell.x, 40));
  return own.sort((a, b) => b.head.bottom - a.head.bottom)[0];
}

/** The nearest caption over the cell, wherever it begins. */
function over(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  return heads
    .filter(({ head }) => head.bottom < cell.top && cell.top - head.bottom < HEAD_REACH)
    .sort((a, b) => b.head.bottom - a.head.bottom)[0];
}

/** A unit that a head names: the whole cell, or what stands in brackets, after 单位 or after the last comma. */
function unitNamed(text: string, vocabulary: Vocabulary): FoundTail | undefined {
  const folded = foldText(text.trim()).replace(/[）)]$/, '');
  if (folded.length > 90 || /[。；;]/.test(folded)) return undefined;
  const starts = [0];
  for (const match of folded.matchAll(/[（(]|单位[:：] ?|[Uu]nit: ?|[,，] ?| in (?=[A-Za-z%])|\/ ?/g))
    starts.push(match.index + match[0].length);
  for (const start of starts.reverse()) {
    const unit = unitPhrase(folded, start, vocabulary);
    if (unit !== undefined && /^[\s)）]*$/.test(folded.slice(unit.end))) return unit;
  }
  return undefined;
}

function unitPhrase(text: string, start: number, vocabulary: Vocabulary): FoundTail | undefined {
  const currency = vocabulary.currencyAt(text, start);
  const from = currency === undefined ? start : text.charAt(currency.end) === ' ' ? currency.end + 1 : currency.end;
  const tail = vocabulary.tailAt(text, from, currency !== undefined);
  if (currency !== undefined) {
    const end = tail.power > 0 || tail.unit?.unit === currency.unit ? tail.end : currency.end;
    return { power: tail.power, unit: { ...currency, end }, end };
  }
  return tail.unit === undefined && tail.power === 0 ? undefined : tail;
}

function withUnit(figure: FoundFigure, { power, unit }: FoundTail): FoundFigure {
  const factor = unit?.factor ?? '1';
  const size = (value: string): string => scaled(new Decimal(value), power, factor).toFixed();
  return {
    ...figure,
    unit: unit?.unit ?? '',
    value: size(figure.value),
    upTo: figure.upTo === undefined ? undefined : size(figure.upTo),
    grain: figure.grain === undefined ? undefined : size(figure.grain),
  };
}
