import columnCalculatorModule from 'pdfmake/js/columnCalculator.js';
import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import docPreprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import documentContextModule from 'pdfmake/js/DocumentContext.js';
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import pageElementWriterModule from 'pdfmake/js/PageElementWriter.js';

/** Node hands out a CommonJS module as `{ default }`, bundlers and test runners hand out the default itself. */
function unwrapped<T>(module: { readonly default: T }): T {
  return 'default' in module ? module.default : (module as T);
}

export const columnCalculator = unwrapped(columnCalculatorModule);
export const DocMeasure = unwrapped(docMeasureModule);
export const DocPreprocessor = unwrapped(docPreprocessorModule);
export const DocumentContext = unwrapped(documentContextModule);
export const LayoutBuilder = unwrapped(layoutBuilderModule);
export const PageElementWriter = unwrapped(pageElementWriterModule);
