export type * from './facts.ts';
export { inspectPdf } from './inspect.ts';
