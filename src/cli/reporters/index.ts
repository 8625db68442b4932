import { type Diagnostic, sortDiagnostics, type Workspace } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { prettyReport } from './pretty.ts';
import { sarifReport } from './sarif.ts';
import { readSources } from './source-lines.ts';

/** How diagnostics are printed. */
export type Format = 'pretty' | 'json' | 'github' | 'sarif';

/** Prints diagnostics: for people on standard error, for programs on standard output. */
export async function printDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
  format: Format,
  workspace: Workspace,
): Promise<void> {
  const sorted = sortDiagnostics(diagnostics);
  switch (format) {
    case 'pretty':
      host.err(prettyReport(sorted, await readSources(workspace, sorted)));
      return;
    case 'json':
      host.out(jsonReport(sorted));
      return;
    case 'github':
      host.out(githubReport(sorted));
      return;
    case 'sarif':
      host.out(sarifReport(sorted));
      return;
  }
}
