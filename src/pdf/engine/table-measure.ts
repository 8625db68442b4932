import { columnCalculator, DocMeasure } from './pdfmake.ts';

/** A leaf for pdfmake's measuring: it has no text to measure, its widths are known. */
export interface LeafNode {
  readonly text: '';
  readonly min: number;
  readonly max: number;
  readonly colSpan?: number;
}

interface MeasuredNode {
  _minWidth?: number;
  _maxWidth?: number;
}

/** pdfmake's measuring without its text machinery: leaves and pictures say their widths themselves. */
export class ReadyMeasure extends DocMeasure {
  constructor() {
    super({}, {}, {}, undefined, {});
  }

  override measureLeaf(node: LeafNode & MeasuredNode): object {
    node._minWidth = node.min;
    node._maxWidth = node.max;
    return node;
  }

  override measureImage(node: PictureNode & MeasuredNode & { _width?: number; _height?: number }): object {
    node._width = node._minWidth = node._maxWidth = node.width;
    node._height = node.height;
    return node;
  }
}

export interface PictureNode {
  readonly image: string;
  readonly width: number;
  readonly height: number;
}

/** A table without rules and padding of pdfmake's own: ours stand in the cells, and are drawn by the builder. */
export const BARE_LAYOUT = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/**
 * Solves column widths with pdfmake's own rule.
 * @param columns pt or `auto`
 * @param rows    narrowest and natural width of each cell, pt; `null` where a span covers
 * @param place   width of the table's place, pt
 * @returns       a width for each column, pt
 */
export function solveColumns(
  columns: readonly (number | 'auto')[],
  rows: readonly (readonly ({ readonly min: number; readonly max: number; readonly colSpan: number } | null)[])[],
  place: number,
): readonly number[] {
  const body = rows.map((row) =>
    row.map((cell): LeafNode => {
      if (cell === null) return { text: '', min: 0, max: 0 };
      const spans = cell.colSpan > 1 ? { colSpan: cell.colSpan } : {};
      return { text: '', min: cell.min, max: cell.max, ...spans };
    }),
  );
  const widths: { width: number | 'auto'; _calcWidth?: number }[] = columns.map((width) => ({ width }));
  if (body.length === 0) return columns.map((width) => (width === 'auto' ? 0 : width));
  new ReadyMeasure().measureTable({ table: { widths, body }, layout: BARE_LAYOUT });
  columnCalculator.buildColumnWidths(widths, place);
  return widths.map((column) => column._calcWidth ?? 0);
}
