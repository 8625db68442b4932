export { readPrintCondition } from './icc/print-condition.ts';
export * from './input.ts';
export { pressPages } from './print/press-pages.ts';
export { writePdf } from './write.ts';
