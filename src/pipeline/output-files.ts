import type { ProjectBuild } from './build-project.ts';
import type { BuildPlan } from './plan.ts';
import { editionPath, reportJson } from './report-json.ts';
import type { OutputFile } from './write-output.ts';

/** Every file that a sound build writes, in memory. */
export function outputFiles(result: ProjectBuild, plan: BuildPlan): readonly OutputFile[] {
  const { prepared, editions, diagnostics, rasters } = result;
  if (!prepared) return [];
  const files: OutputFile[] = editions.map((built) => ({
    path: editionPath(built.edition, plan.variant),
    bytes: built.bytes,
  }));
  const json = new TextEncoder().encode(reportJson(prepared.report.id, plan, editions, diagnostics));
  files.push({ path: plan.variant === 'print' ? 'print/report.json' : 'report.json', bytes: json });
  return [...files, ...rasters];
}
