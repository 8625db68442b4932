import { rasterCharts } from '../charts/index.ts';
import type { BuildResult } from './build-report.ts';
import type { BuildPlan } from './plan.ts';
import { editionPath, reportJson } from './report-json.ts';
import type { OutputFile } from './write-output.ts';

/** Every file that a sound build writes, in memory. */
export async function outputFiles(result: BuildResult, plan: BuildPlan): Promise<readonly OutputFile[]> {
  const { prepared, editions, diagnostics } = result;
  if (!prepared) return [];
  const files: OutputFile[] = editions.map((built) => ({
    path: editionPath(built.edition, plan.variant),
    bytes: built.bytes,
  }));
  const json = new TextEncoder().encode(reportJson(prepared.report.id, plan, editions, diagnostics));
  files.push({ path: plan.variant === 'print' ? 'print/report.json' : 'report.json', bytes: json });
  if (plan.rasters && plan.variant === 'screen') files.push(...(await rasterCharts(prepared)));
  return files;
}
