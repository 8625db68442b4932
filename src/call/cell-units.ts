import { Decimal } from '../core/index.ts';
import type { FoundFigure } from './figure.ts';
import { foldText } from './fold.ts';
import type { FreePiece } from './free-pieces.ts';
import type { TextPiece } from './page-piece.ts';
import { ENGLISH_MAGNITUDES, HAN_MAGNITUDES } from './unit-words.ts';
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
    const unit = unitNamed(head.piece, vocabulary);
    return unit === undefined ? [] : [{ head, unit }];
  });
  return (cell, figure) => {
    if (figure.kind !== 'amount' || figure.unit !== '' || !isBare(cell.piece.text, figure)) return { figure };
    const own = inRow(cell, heads) ?? inColumn(cell, heads);
    if (own !== undefined) return { figure: withUnit(figure, own.unit), plain: figure, sure: true };
    const caption = over(cell, heads);
    return { figure: caption === undefined ? figure : withUnit(figure, caption.unit), plain: figure };
  };
}

/** A figure in the unit that was found for it. */
export interface UnitFigure {
  readonly figure: FoundFigure;
  /** The figure as it is printed in its cell, where the unit stands elsewhere. */
  readonly plain?: FoundFigure;
  /** The unit is named by its row or column, and not by a caption alone. */
  readonly sure?: boolean;
}

interface Head {
  readonly head: FreePiece;
  readonly unit: FoundTail;
}

/** The figure is all that its piece holds, but for marks and for a letter that says it is restated or estimated: 334.3R. */
export function isBare(text: string, figure: Pick<FoundFigure, 'start' | 'end'>): boolean {
  const after = text.slice(figure.end).replace(MARKED, '');
  return !/\p{L}/u.test(text.slice(0, figure.start) + after);
}

const MARKED = /^\s*(?:[RrEePpacdef]|[(（[][A-Za-z][)）\]]|[(（](?:经?重述|估算|预估|restated|estimated?)[)）])\s*$/;

function inRow(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  const row = heads.filter(({ head }) => Math.abs(head.top - cell.top) < 0.7 * cell.size && head.right <= cell.x);
  return row.sort((a, b) => b.head.x - a.head.x)[0] ?? underLabel(cell, heads);
}

/** A unit that stands by itself in a line under the name of the row. */
function underLabel(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  return heads.find(({ head, unit }) => {
    const step = head.top - cell.top;
    const whole = unit.end >= foldText(head.piece.text.trim()).length;
    return whole && step > 0.8 * cell.size && step < 1.9 * cell.size && head.right <= cell.x;
  });
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

/** The nearest caption over the cell; of two side by side the one that the cell stands under, of two charts in a row. */
function over(cell: FreePiece, heads: readonly Head[]): Head | undefined {
  const above = heads.filter(({ head }) => head.bottom < cell.top && cell.top - head.bottom < HEAD_REACH);
  const lowest = Math.max(...above.map(({ head }) => head.bottom));
  const level = above.filter(({ head }) => lowest - head.bottom < 2);
  const left = level.filter(({ head }) => head.x <= cell.x).sort((a, b) => b.head.x - a.head.x)[0];
  return left ?? level[0];
}

/** A unit that a head names: the whole cell, its last line, or what stands in brackets, after 单位 or after the last comma. */
function unitNamed({ text, runs }: TextPiece, vocabulary: Vocabulary): FoundTail | undefined {
  const folded = foldText(text.trim()).replace(/[）)]$/, '');
  if (folded.length > 90 || /[。；;]/.test(folded)) return undefined;
  const lead = text.length - text.trimStart().length;
  const lines = runs.filter(({ y }, at) => at > 0 && Math.abs(y - (runs[at - 1]?.y ?? y)) > 2);
  const starts = [0, ...lines.map(({ start }) => start - lead)];
  for (const match of folded.matchAll(/[（(]|单位[:：] ?|[Uu]nit: ?|[,，] ?| in (?=[A-Za-z%])|\/ ?/g))
    starts.push(match.index + match[0].length);
  for (const start of starts.reverse()) {
    // The unit of a figure in the same text is no head: a tile’s “RMB46.73 bn”.
    if (/\d\s*$/.test(folded.slice(0, start))) continue;
    const unit = unitPhrase(folded, start, vocabulary);
    if (unit !== undefined && /^[\s)）]*$/.test(folded.slice(unit.end))) return unit;
  }
  return countNamed(folded, starts);
}

/** 万个岗位, 亿人, “million jobs”, “thousand stations”: a magnitude with a noun that is no unit of measure. */
function countNamed(folded: string, starts: readonly number[]): FoundTail | undefined {
  for (const start of starts) {
    const han = /^(万亿|亿|百万|千万|万|千)[\p{Script=Han}]{1,8}(?: [\p{Script=Han}]{2,4})?$/u.exec(
      folded.slice(start),
    );
    const english = /^(thousand|million|billion|['\u2018\u2019]000s?)(?: [A-Za-z-]+){1,4}$/.exec(folded.slice(start));
    const power = POWERS.get(han?.[1] ?? english?.[1] ?? '');
    if (power !== undefined) return { power, unit: undefined, end: folded.length };
  }
  return undefined;
}

const POWERS: ReadonlyMap<string, number> = new Map([...HAN_MAGNITUDES, ...ENGLISH_MAGNITUDES]);

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
