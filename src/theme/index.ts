export { type Grid, gridOf, readLength } from './expression.ts';
export { loadTheme } from './load.ts';
export { accentCount, accentPaint, resolvePaint } from './paint.ts';
export { type Property, REMOVABLE_PROPERTIES } from './property.ts';
export type { MasterShape } from './shape.ts';
export { token, tokenNumber, tokenNumbers, tokenText } from './token.ts';
export type * from './types.ts';
