import type { PageMaster } from '../../compose/block.ts';
import type { BlockPlacement } from '../placed.ts';
import { define, type Node } from './definition.ts';
import type { Anchor, Galley, LinesGalley } from './galley.ts';
import { type LevelledMargin, levelMargins } from './margin-track.ts';
import { boxVectors, rowVectors, tableVectors, type Vector } from './ornaments.ts';
import { DocPreprocessor, DocumentContext, LayoutBuilder, PageElementWriter } from './pdfmake.ts';
import { PlacedGlyphLine } from './placed-glyph-line.ts';
import { ReadyMeasure } from './table-measure.ts';

/** One page of a definition: what flows, what stands at fixed places, and the margin notes found on the way. */
export interface SectionNode {
  readonly section: Node;
  readonly master: PageMaster;
  /** Behind everything. */
  readonly behind: readonly Node[];
  /** At fixed places over the flow: notes and furniture. */
  readonly over: readonly Node[];
  /** Where margin notes must end, pt from the trim's top, for notes that stand from x to x + width. */
  readonly marginFoot: (x: number, width: number) => number;
}

export interface FoundOutline {
  readonly anchor: Anchor;
  readonly page: number;
  readonly y: number;
}

/** What the builder learns while pdfmake places: where blocks stand, and which margin notes found no room. */
export interface Findings {
  readonly placements: Map<string, BlockPlacement['boxes'][number][]>;
  readonly outline: FoundOutline[];
  readonly cramped: { readonly margin: LevelledMargin; readonly page: number }[];
  readonly lines: { readonly galley: LinesGalley; readonly page: number }[];
}

/**
 * pdfmake's page context without a foot: by the time a node reaches pdfmake its page is decided, so pdfmake never breaks
 * one itself, which it would do line by line, without looking ahead.
 */
class OpenContext extends DocumentContext {
  override initializePage(): void {
    super.initializePage();
    this.availableHeight = Number.POSITIVE_INFINITY;
  }

  override moveTo(x?: number, y?: number): void {
    super.moveTo(x, y);
    this.availableHeight = Number.POSITIVE_INFINITY;
  }
}

/**
 * pdfmake's layout builder over galleys: it walks stacks, rows, tables and leaves and places them; lines come ready from
 * typesetting instead of from pdfmake's own text, and every node reports where it came to stand.
 */
export class PageBuilder extends LayoutBuilder {
  readonly findings: Findings = { placements: new Map(), outline: [], cramped: [], lines: [] };
  readonly #marginGap: number;
  #margins: LevelledMargin[] = [];

  constructor(marginGap: number) {
    super({}, {}, undefined);
    this.#marginGap = marginGap;
  }

  override tryLayoutDocument(definition: object): ReturnType<InstanceType<typeof LayoutBuilder>['tryLayoutDocument']> {
    this.linearNodeList = [];
    this.docPreprocessor = new DocPreprocessor();
    this.docMeasure = new ReadyMeasure();
    const measured = this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(definition));
    this.writer = new PageElementWriter(new OpenContext());
    this.processNode(measured);
    return { pages: this.writer.context().pages, linearNodeList: this.linearNodeList };
  }

  override processSection(node: SectionNode): void {
    const { master } = node;
    const { flow, width, height } = master;
    const margins = { left: flow.x, right: width - flow.x - flow.width, top: flow.top, bottom: height - flow.bottom };
    this.writer.addPage({ width, height }, undefined, margins);
    for (const each of node.behind) this.processDetached(each);
    this.#margins = [];
    this.processNode(node.section);
    const { fitting, cramped } = levelMargins(this.#margins, flow.top, node.marginFoot, this.#marginGap);
    for (const margin of cramped) this.findings.cramped.push({ margin, page: this.writer.context().page });
    for (const { note, y } of fitting) this.processDetached(detached(note.galley, note.x, y));
    for (const each of node.over) this.processDetached(each);
  }

  override processNode(node: Node, isVerticalAlignmentAllowed = false): void {
    this.#note(node);
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  /** Without pdfmake's gathering of positions, which serves page breaks that it does not make here. */
  override processVerticalContainer(node: Node): void {
    const { galley, stack = [] } = node;
    const context = this.writer.context();
    const { x, y } = context;
    const boxed = galley?.kind === 'stack' && galley.box !== undefined;
    if (boxed) this.#draw(boxVectors(galley.box, { x, y, width: galley.width, height: galley.height }));
    for (const child of stack) this.processNode(child);
    if (boxed) context.moveDown(y + galley.height - context.y);
  }

  override processColumns(node: Node): void {
    const { galley, columns = [], gaps = [] } = node;
    if (galley?.kind !== 'row' || columns.length === 0) return;
    const { x, y } = this.writer.context();
    this.#draw(rowVectors(galley, { x, y }));
    this.nestedLevel += 1;
    const widths = galley.cells.map((cell) => ({ _calcWidth: cell.width }));
    this.processRow({ cells: columns, widths, gaps, height: galley.height });
    this.nestedLevel -= 1;
  }

  override processTable(node: Node): void {
    const { x, y } = this.writer.context();
    const vectors = node.galley?.kind === 'table' ? tableVectors(node.galley, { x, y }) : { grounds: [], rules: [] };
    this.#draw(vectors.grounds);
    super.processTable(node);
    this.#draw(vectors.rules);
  }

  override buildNextLine(node: Node & { cursor?: number }): PlacedGlyphLine | null {
    const { galley } = node;
    if (galley?.kind !== 'lines') return null;
    const cursor = node.cursor ?? galley.from;
    const line = galley.set.lines[cursor];
    if (line === undefined || cursor >= galley.to) return null;
    node.cursor = cursor + 1;
    if (cursor === galley.from) this.findings.lines.push({ galley, page: this.writer.context().page });
    return new PlacedGlyphLine(line, galley);
  }

  private processDetached(node: Node): void {
    this.processNode(this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(node)) as Node);
  }

  #draw(vectors: readonly Vector[]): void {
    for (const vector of vectors) this.writer.addVector(vector, true, true);
  }

  #note({ galley, margin }: Node): void {
    const anchor = galley?.anchor;
    if (galley === undefined || anchor === undefined || galley.kind === 'placed') return;
    const context = this.writer.context();
    const { page } = context;
    const x = context.x + (margin?.[0] ?? 0);
    const y = context.y + (margin?.[1] ?? 0);
    if (anchor.block !== undefined) {
      const boxes = this.findings.placements.get(anchor.block) ?? [];
      boxes.push({ page, x, y, width: galley.width, height: galley.height });
      this.findings.placements.set(anchor.block, boxes);
    }
    if (anchor.outline !== undefined) this.findings.outline.push({ anchor, page, y });
    for (const note of anchor.margins) this.#margins.push({ note, y });
  }
}

/** A node at a fixed place of its page, `x` and `y` in pt from the trim's top left. */
export function detached(galley: Galley, x: number, y: number): Node {
  return { stack: [define(galley)], absolutePosition: { x, y } };
}
