import type { EarlierFigures } from '../check/index.ts';
import type { Edition, Variant } from '../core/index.ts';

/** Draft marks what is not settled; release refuses it without a waiver. */
export type BuildMode = 'draft' | 'release';

/** What one run is to make. */
export interface BuildPlan {
  readonly editions: readonly Edition[];
  readonly variant: Variant;
  readonly mode: BuildMode;
  /** Print only: two pages side by side, in the order of a stitched booklet. */
  readonly impose?: 'saddle';
  /** Only this chapter, for a quick look; page references that lead out of it print as a dash. */
  readonly only: string | undefined;
  /** Date that waivers are judged against, `YYYY-MM-DD`; by default the report's date of publication. */
  readonly asOf: string | undefined;
  /** Figures that were published before, which this report may not change in silence. */
  readonly against?: EarlierFigures;
  /** Whether raster copies of the charts are made. */
  readonly rasters: boolean;
}

/** The stages of a build, in order, as progress shows them. */
const STAGES = [
  'content',
  'metrics',
  'check',
  'theme',
  'fonts',
  'bind',
  'charts',
  'compose',
  'typeset',
  'pdf',
  'write',
] as const;

export type StageName = (typeof STAGES)[number];

/** Told when a stage begins; the edition is named where a stage runs once for each. */
export type Progress = (stage: StageName, edition?: Edition) => void;
