export * from './engine/index.ts';
export type * from './placed.ts';
export * from './writer/index.ts';
