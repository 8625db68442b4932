export { isWhite } from './characters.ts';
export { filtersOf } from './decode-stream.ts';
export { LIMITS, type Limits, Malformed, TooLarge } from './limits.ts';
export { openPdf, type PdfFile, type SyntaxFault } from './pdf-file.ts';
export { createScanner, isKeyword, type Keyword, type Scanner } from './scanner.ts';
export * from './value.ts';
