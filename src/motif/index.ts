export { drawMotif, MOTIF_KINDS, type MotifKind, type MotifOptions, petalMark } from './draw.ts';
