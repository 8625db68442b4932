export { type LayoutInput, layoutDocument } from './document.ts';
export type { Typeset } from './typeset-memo.ts';
