import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  columnCalculator,
  DocMeasure,
  DocPreprocessor,
  DocumentContext,
  LayoutBuilder,
  PageElementWriter,
} from '../../src/pdf/engine/pdfmake.ts';
import { BARE_LAYOUT, ReadyMeasure, solveColumns } from '../../src/pdf/engine/table-measure.ts';

const manifest = createRequire(import.meta.url)('pdfmake/package.json') as { readonly version: string };

/** A leaf of so many lines of ten points. */
interface Leaf {
  readonly text: '';
  readonly min: number;
  readonly max: number;
  readonly name: string;
  left: number;
}

const leaf = (name: string, lines: number): Leaf => ({ text: '', min: 0, max: 0, name, left: lines });

/** The smallest builder that feeds ready lines, and keeps a record of what pdfmake calls. */
class Probe extends LayoutBuilder {
  readonly calls: string[] = [];
  readonly endless: boolean;

  constructor(endless: boolean) {
    super({}, {}, undefined);
    this.endless = endless;
  }

  override tryLayoutDocument(definition: object): ReturnType<InstanceType<typeof LayoutBuilder>['tryLayoutDocument']> {
    this.linearNodeList = [];
    this.docPreprocessor = new DocPreprocessor();
    this.docMeasure = new ReadyMeasure();
    const measured = this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(definition));
    this.writer = new PageElementWriter(new DocumentContext());
    const margins = { left: 10, right: 10, top: 20, bottom: 30 };
    this.writer.addPage({ width: 200, height: 100 }, undefined, margins);
    if (this.endless) this.writer.context().availableHeight = Number.POSITIVE_INFINITY;
    this.processNode(measured);
    return { pages: this.writer.context().pages, linearNodeList: this.linearNodeList };
  }

  override processNode(node: object, aligned?: boolean): void {
    super.processNode(node, aligned);
  }

  override processVerticalContainer(node: object): void {
    this.calls.push('stack');
    super.processVerticalContainer(node);
  }

  override processSection(node: object): void {
    this.calls.push('section');
    this.processNode((node as { section: object }).section);
  }

  override processColumns(node: object): void {
    this.calls.push('columns');
    const { columns } = node as { columns: object[] };
    const widths = columns.map(() => ({ _calcWidth: 30 }));
    this.processRow({ cells: columns, widths, gaps: columns.map((_, i) => (i === 0 ? -5 : 12)), height: 50 });
  }

  override buildNextLine(node: object): object | null {
    const asked = node as Leaf;
    this.calls.push(`line ${asked.name}`);
    if (asked.left === 0) return null;
    asked.left -= 1;
    const inlines: never[] = [];
    return { name: asked.name, inlines, x: 0, y: 0, getHeight: () => 10, getWidth: () => 0 };
  }
}

interface Placed {
  readonly name?: string;
  readonly x: number;
  readonly y: number;
}

function place(
  definition: object,
  endless = true,
): { pages: [string | undefined, number, number][][]; calls: string[] } {
  const probe = new Probe(endless);
  const pages = probe.layoutDocument(definition, {}, {}, {});
  const items = pages.map((page) =>
    page.items.map(({ item }): [string | undefined, number, number] => {
      const { name, x, y } = item as Placed;
      return [name, x, y];
    }),
  );
  return { pages: items, calls: probe.calls };
}

describe('pdfmake, as the page engine leans on it', () => {
  it('is the version that was read', () => {
    expect(manifest.version).toBe('0.3.11');
  });

  it.each([
    [LayoutBuilder, 'layoutDocument', 9],
    [LayoutBuilder, 'tryLayoutDocument', 8],
    [LayoutBuilder, 'processNode', 1],
    [LayoutBuilder, 'processSection', 1],
    [LayoutBuilder, 'processVerticalContainer', 1],
    [LayoutBuilder, 'processColumns', 1],
    [LayoutBuilder, 'processTable', 1],
    [LayoutBuilder, 'processRow', 1],
    [LayoutBuilder, 'processLeaf', 1],
    [LayoutBuilder, 'buildNextLine', 1],
    [DocPreprocessor, 'preprocessDocument', 1],
    [DocMeasure, 'measureDocument', 1],
    [DocMeasure, 'measureTable', 1],
    [DocMeasure, 'measureLeaf', 1],
    [DocMeasure, 'measureImage', 1],
    [DocumentContext, 'initializePage', 0],
    [DocumentContext, 'moveTo', 2],
    [DocumentContext, 'moveDown', 1],
    [PageElementWriter, 'addPage', 3],
    [PageElementWriter, 'addVector', 5],
  ])('has %o.%s with %i parameters', (owner, name, parameters) => {
    const method: unknown = Reflect.get(owner.prototype, name);
    expect(typeof method).toBe('function');
    expect(method).toHaveLength(parameters);
  });

  it('hands each kind of node to its own method, and asks for lines until there are none', () => {
    const { calls } = place({ stack: [{ section: { stack: [leaf('a', 1)] } }, { columns: [leaf('b', 0)] }] });
    expect(calls).toEqual(['stack', 'section', 'stack', 'line a', 'line a', 'columns', 'line b']);
  });

  it('applies margins as [left, top, right, bottom] from the page margins on', () => {
    const { pages } = place({ stack: [{ ...leaf('a', 2), margin: [3, 4, 0, 6] }, leaf('b', 1)] });
    expect(pages).toEqual([
      [
        ['a', 13, 24],
        ['a', 13, 34],
        ['b', 10, 50],
      ],
    ]);
  });

  it('never breaks a page whose height is endless, and does otherwise', () => {
    expect(place({ stack: [leaf('a', 30)] }).pages).toHaveLength(1);
    expect(place({ stack: [leaf('a', 30)] }, false).pages).toHaveLength(6);
  });

  it('loses a block that cannot break and is taller than a page, without a word', () => {
    const { pages } = place({ stack: [{ stack: [leaf('a', 7)], unbreakable: true }, leaf('b', 1)] }, false);
    expect(pages.flat().filter(([name]) => name === 'a').length).toBeLessThan(7);
  });

  it('places a node at an absolute position and comes back', () => {
    const { pages } = place({ stack: [{ stack: [leaf('a', 1)], absolutePosition: { x: 0, y: 50 } }, leaf('b', 1)] });
    expect(pages[0]).toEqual([
      ['a', 0, 50],
      ['b', 10, 20],
    ]);
  });

  it('sets the cells of a row by widths and gaps, the first gap and negative ones included, and gives the row its height', () => {
    const { pages } = place({ stack: [{ columns: [leaf('a', 1), leaf('b', 2)] }, leaf('c', 1)] });
    expect(pages[0]).toEqual([
      ['a', 5, 20],
      ['b', 47, 20],
      ['b', 47, 30],
      ['c', 10, 70],
    ]);
  });

  it('sets table rows at given heights and widths, with spans, and nothing of its own', () => {
    const body = [
      [{ ...leaf('a', 1), rowSpan: 2 }, { ...leaf('b', 1), margin: [2, 3, 0, 0] }, leaf('c', 1)],
      [
        { text: '', min: 0, max: 0 },
        { ...leaf('d', 1), colSpan: 2 },
        { text: '', min: 0, max: 0 },
      ],
    ];
    const table = { widths: [30, 40, 50], heights: [25, 15], body };
    const { pages } = place({ stack: [{ table, layout: BARE_LAYOUT }, leaf('e', 1)] });
    expect(pages[0]).toEqual([
      ['a', 10, 20],
      ['b', 42, 23],
      ['c', 80, 20],
      ['d', 40, 45],
      ['e', 10, 60],
    ]);
  });

  it('takes pictures at their own size, as items of their node', () => {
    const { pages } = place({
      stack: [{ image: 'x', name: 'p', width: 40, height: 25, margin: [7, 0, 0, 0] }, leaf('a', 1)],
    });
    expect(pages[0]).toEqual([
      ['p', 17, 20],
      ['a', 10, 45],
    ]);
  });

  it('leaves vectors where they are told to stand', () => {
    const writer = new PageElementWriter(new DocumentContext());
    writer.addPage({ width: 100, height: 100 }, undefined, { left: 10, right: 10, top: 10, bottom: 10 });
    const vector = { type: 'rect', x: 3, y: 4, w: 5, h: 6 };
    writer.addVector(vector, true, true);
    expect(writer.context().pages[0]?.items).toEqual([{ type: 'vector', item: { ...vector } }]);
  });

  it('sets the height of a page only where the engine opens it: on a new page and after moving', () => {
    const context = new DocumentContext();
    const writer = new PageElementWriter(context);
    writer.addPage({ width: 100, height: 100 }, undefined, { left: 0, right: 0, top: 10, bottom: 10 });
    expect(context.availableHeight).toBe(80);
    context.availableHeight = Number.POSITIVE_INFINITY;
    context.moveDown(500);
    expect([context.availableHeight, context.y]).toEqual([Number.POSITIVE_INFINITY, 510]);
    context.moveTo(5, 7);
    expect(context.availableHeight).toBe(83);
  });

  it('solves columns between narrowest and natural width', () => {
    const cell = (min: number, max: number, colSpan = 1): { min: number; max: number; colSpan: number } => ({
      min,
      max,
      colSpan,
    });
    const rows = [[cell(10, 30), cell(20, 20), cell(10, 90)]];
    expect(solveColumns([50, 'auto', 'auto'], rows, 300)).toEqual([50, 20, 90]);
    expect(solveColumns([50, 'auto', 'auto'], rows, 120)).toEqual([50, 20, 50]);
    expect(solveColumns([50, 'auto', 'auto'], rows, 60)).toEqual([50, 20, 10]);
    expect(solveColumns(['auto', 'auto'], [[cell(50, 80, 2), null]], 300)).toEqual([40, 40]);
    expect(typeof columnCalculator.buildColumnWidths).toBe('function');
  });
});
