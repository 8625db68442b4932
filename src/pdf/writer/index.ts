export * from './input.ts';
export { writePdf } from './write.ts';
