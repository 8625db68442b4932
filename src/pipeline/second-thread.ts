import type { Report } from '../content/index.ts';
import type { Variant } from '../core/index.ts';
import type { BuildResult } from './build-report.ts';
import type { FinishedEdition } from './finished-edition.ts';
import type { BuildPlan } from './plan.ts';
import type { OutputFile } from './write-output.ts';

/** What a thread is started with: enough to read templates, theme and fonts while the content is being read elsewhere. */
export interface ThreadStart {
  /** Absolute. */
  readonly folder: string;
  readonly variant: Variant;
}

/** The content without what only the thread that read it can answer. Plain data, so that it can cross to another thread. */
export type PortableReport = Omit<Report, 'origins'>;

/** What a thread is to make, and of what. */
export interface ShareOrder {
  readonly plan: BuildPlan;
  readonly report: PortableReport;
}

/** What one thread made of its share: plain data. Its diagnostics carry origins that the thread that read the content can place. */
export interface BuiltShare {
  readonly editions: readonly FinishedEdition[];
  readonly diagnostics: BuildResult['diagnostics'];
  readonly rasters: readonly OutputFile[];
}

/** A thread that was started for a project and waits for its share. Whoever started it ends it. */
export interface SecondThread {
  readonly take: (order: ShareOrder) => Promise<BuiltShare>;
}

/** What may cross to another thread. */
export function portableReport({ origins: _places, ...report }: Report): PortableReport {
  return report;
}

/** The content as it came from another thread: no origin has a place here. */
export function arrivedReport(report: PortableReport): Report {
  return { ...report, origins: { spanOf: () => undefined } };
}
