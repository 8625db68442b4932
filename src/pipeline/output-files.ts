import { placesJson } from '../call/index.ts';
import type { ProjectBuild } from './build-project.ts';
import type { BuildPlan } from './plan.ts';
import { editionPath, reportJson } from './report-json.ts';
import type { OutputFile } from './write-output.ts';

/** Every file that a sound build writes, in memory. */
export function outputFiles(result: ProjectBuild, plan: BuildPlan): readonly OutputFile[] {
  const { prepared, editions, diagnostics, rasters } = result;
  if (!prepared) return [];
  const files: OutputFile[] = editions.map((built) => ({
    path: editionPath(built.edition, plan),
    bytes: built.bytes,
  }));
  const json = new TextEncoder().encode(reportJson(prepared.report.id, plan, editions, diagnostics));
  files.push({ path: sidePath('report', plan), bytes: json });
  files.push({ path: sidePath('places', plan), bytes: placesOf(result, plan) });
  return [...files, ...prepared.dataFiles, ...rasters];
}

/** Where a file beside the editions is written. */
function sidePath(name: string, { variant, impose }: BuildPlan): string {
  return `${variant === 'print' ? 'print/' : ''}${name}${impose === undefined ? '' : `.${impose}`}.json`;
}

/** What stands where, so that finished pages can be called against the content. */
function placesOf({ editions }: ProjectBuild, plan: BuildPlan): Uint8Array {
  const places = editions.map(({ edition, sha256, labels, boxes }) => ({
    edition,
    file: editionPath(edition, plan),
    sha256,
    labels,
    boxes,
  }));
  return new TextEncoder().encode(placesJson(places));
}
