import { readPlaces } from '../call/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import { failed, good, type Outcome, type Workspace } from '../core/index.ts';
import { type MetricBook, resolveMetrics } from '../metrics/index.ts';
import { type DataChange, dataJson, diffData, type ReportData, reportData } from '../provenance/index.ts';
import type { BuiltFiles } from './built-editions.ts';
import { changePages, type EditionPages } from './change-pages.ts';
import { placeDiagnostics } from './place-diagnostics.ts';

/** A state of a report: its data, and its content where the state is one of content and not a file of data. */
export interface ReportState {
  readonly data: ReportData;
  readonly report: Report | undefined;
}

/** A change with the pages that it stands on; undefined where no build shows the newer state. */
export interface PlacedChange extends DataChange {
  readonly pages: readonly EditionPages[] | undefined;
}

/** Reads the data that a build of this content would write. Emits what reading content and figures emits, errors only. */
export async function contentState(workspace: Workspace, shipped: Workspace): Promise<Outcome<ReportState>> {
  const loaded = await loadReport(workspace, shipped);
  const metrics = loaded.ok ? resolveMetrics(loaded.value) : failed<MetricBook>([]);
  const faults = [...loaded.diagnostics, ...metrics.diagnostics].filter(({ severity }) => severity === 'error');
  if (!loaded.ok || !metrics.ok) {
    return failed(placeDiagnostics(faults, loaded.ok ? loaded.value.origins : undefined));
  }
  return good({ data: reportData(loaded.value, metrics.value), report: loaded.value });
}

/**
 * What changed between two states of a report, and where it is printed.
 * @param project  the content that the build was made of; its pages are told where its data are those of `after`
 */
export async function diffStates(
  before: ReportState,
  after: ReportState,
  project: ReportState | undefined,
  built: BuiltFiles,
): Promise<readonly PlacedChange[]> {
  const changes = diffData(before.data, after.data);
  const now = dataJson(after.data);
  const report = after.report ?? (project !== undefined && dataJson(project.data) === now ? project.report : undefined);
  const shown = await textOf(built, 'data.json');
  const places = shown === now ? readPlaces((await textOf(built, 'places.json')) ?? '') : undefined;
  return changes.map((change) => {
    const known = report !== undefined && places !== undefined;
    return { ...change, pages: known ? changePages(change, report, places) : undefined };
  });
}

/** A build that is not there, or not whole, only leaves the pages open. */
async function textOf(built: BuiltFiles, path: string): Promise<string | undefined> {
  const bytes = await built(path).catch(() => undefined);
  return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
