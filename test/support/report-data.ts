import { loadReport, type Report } from '../../src/content/index.ts';
import { type MetricBook, resolveMetrics } from '../../src/metrics/index.ts';
import { type ReportData, reportData } from '../../src/provenance/index.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import { baseProject, filesOf, type ProjectFiles } from './project-files.ts';

/** A report with its figures, from files in memory. */
export async function resolvedReport(
  files: ProjectFiles,
): Promise<{ readonly report: Report; readonly book: MetricBook }> {
  const loaded = await loadReport(memoryWorkspace(files));
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const metrics = resolveMetrics(loaded.value);
  if (!metrics.ok) throw new Error(metrics.diagnostics.map(({ message }) => message).join('\n'));
  return { report: loaded.value, book: metrics.value };
}

/** One change of a file: what stands there once gives way to the other. */
export type TextEdit = readonly [file: string, find: string, replacement: string];

/** The minimal good project with some of its texts changed. */
export async function editedProject(...edits: readonly TextEdit[]): Promise<ProjectFiles> {
  const files: Record<string, string | Uint8Array> = { ...(await baseProject()) };
  for (const [file, find, replacement] of edits) {
    const data = files[`content/${file}`];
    const before = typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (!before.includes(find)) throw new Error(`${find} is not in ${file}`);
    files[`content/${file}`] = before.replace(find, () => replacement);
  }
  return files;
}

/** The data of the minimal good project with some of its texts changed. */
export async function editedData(...edits: readonly TextEdit[]): Promise<ReportData> {
  const { report, book } = await resolvedReport(await editedProject(...edits));
  return reportData(report, book);
}

/** The data of the ferry company’s report. */
export async function ferryData(): Promise<ReportData> {
  const project = await filesOf('test/fixtures/sample-report');
  const templates = await filesOf('templates', 'templates/');
  const { report, book } = await resolvedReport({ ...templates, ...project });
  return reportData(report, book);
}
