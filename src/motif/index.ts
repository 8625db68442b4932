export { drawMotif, MOTIF_KINDS, type MotifKind, type MotifOptions, petalMark } from './draw.ts';
export { circle, rectangle, straight } from './place.ts';
