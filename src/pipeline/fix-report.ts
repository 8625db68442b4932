import { type FixedFile, fixFiles } from '../check/index.ts';
import { type BuildInput, checkReport } from './build-report.ts';
import type { BuildPlan } from './plan.ts';

/** Checks a project and mends what has one certain cure. Nothing is written here; only files that change come back. */
export async function fixReport(
  input: Omit<BuildInput, 'plan' | 'progress'> & Pick<BuildPlan, 'mode' | 'asOf'>,
): Promise<readonly FixedFile[]> {
  return fixFiles(await checkReport(input), input.workspace.read);
}
