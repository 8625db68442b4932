// The few members of pdfmake 0.3.11 that the engine leans on, held by test/contract/pdfmake-seam.test.ts.

declare module 'pdfmake/js/DocumentContext.js' {
  export interface PdfmakePage {
    readonly items: { readonly type: string; readonly item: unknown }[];
    readonly pageSize: { readonly width: number; readonly height: number };
  }
  export class DocumentContext {
    pages: PdfmakePage[];
    page: number;
    x: number;
    y: number;
    availableWidth: number;
    availableHeight: number;
    initializePage(): void;
    moveTo(x?: number, y?: number): void;
    moveDown(offset: number): boolean;
  }
  const module: { readonly default: typeof DocumentContext };
  export default module;
}

declare module 'pdfmake/js/PageElementWriter.js' {
  import type { DocumentContext } from 'pdfmake/js/DocumentContext.js';
  export class PageElementWriter {
    constructor(context: DocumentContext);
    context(): DocumentContext;
    addPage(
      pageSize: { readonly width: number; readonly height: number },
      pageOrientation: undefined,
      pageMargin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
    ): void;
    addVector(vector: object, ignoreContextX: boolean, ignoreContextY: boolean): void;
    addImage(node: object): unknown;
  }
  const module: { readonly default: typeof PageElementWriter };
  export default module;
}

declare module 'pdfmake/js/DocPreprocessor.js' {
  export class DocPreprocessor {
    preprocessDocument(node: object): object;
  }
  const module: { readonly default: typeof DocPreprocessor };
  export default module;
}

declare module 'pdfmake/js/DocMeasure.js' {
  export class DocMeasure {
    constructor(pdfDocument: object, styles: object, defaultStyle: object, svgMeasure: undefined, tableLayouts: object);
    measureDocument(node: object): object;
    measureTable(node: object): object;
    measureLeaf(node: object): object;
    measureImage(node: object): object;
  }
  const module: { readonly default: typeof DocMeasure };
  export default module;
}

declare module 'pdfmake/js/columnCalculator.js' {
  interface Column {
    readonly width: number | string;
    readonly _minWidth?: number;
    readonly _maxWidth?: number;
    readonly _calcWidth?: number;
  }
  const module: {
    readonly default: { buildColumnWidths(columns: Column[], availableWidth: number): void };
  };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { DocMeasure } from 'pdfmake/js/DocMeasure.js';
  import type { DocPreprocessor } from 'pdfmake/js/DocPreprocessor.js';
  import type { PdfmakePage } from 'pdfmake/js/DocumentContext.js';
  import type { PageElementWriter } from 'pdfmake/js/PageElementWriter.js';
  export class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: undefined);
    writer: PageElementWriter;
    docPreprocessor: DocPreprocessor;
    docMeasure: DocMeasure;
    nestedLevel: number;
    linearNodeList: object[];
    layoutDocument(
      definition: object,
      pdfDocument: object,
      styles: object,
      defaultStyle: object,
      ...rest: undefined[]
    ): PdfmakePage[];
    tryLayoutDocument(definition: object): { pages: PdfmakePage[]; linearNodeList: object[] };
    processNode(node: object, isVerticalAlignmentAllowed?: boolean): void;
    processSection(node: object): void;
    processVerticalContainer(node: object): void;
    processColumns(node: object): void;
    processTable(node: object): void;
    processRow(row: {
      readonly cells: readonly object[];
      readonly widths: readonly { readonly _calcWidth: number }[];
      readonly gaps: readonly number[];
      readonly height: number;
    }): unknown;
    processLeaf(node: object): void;
    buildNextLine(node: object): object | null;
  }
  const module: { readonly default: typeof LayoutBuilder };
  export default module;
}
