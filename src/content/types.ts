/** The types of a loaded report, by family: its texts, its figures, its registers, its blocks, and the report as a whole. */
export type * from './block-types.ts';
export type * from './figure-types.ts';
export type * from './register-types.ts';
export type * from './report-types.ts';
export type * from './text-types.ts';
