export type * from './block.ts';
export { composeBlocks } from './compose-blocks.ts';
export type { MeasureText } from './decimal.ts';
export type { Abbreviations } from './expansion.ts';
export type { ComposeInput, ImageFacts } from './input.ts';
export type * from './paragraph.ts';
