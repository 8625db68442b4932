export type { CheckFacts, EarlierFigure, EarlierFigures, Rule } from './facts.ts';
export { type FixedFile, fixFiles } from './fix.ts';
export { type FrameworkGaps, type Gap, gapsOf } from './gaps.ts';
export { indexTargets } from './rules/f3-index-target.ts';
export { runChecks } from './run-checks.ts';
