import { type FrameworkGaps, gapsOf } from '../check/index.ts';
import { loadReport } from '../content/index.ts';
import { failed, good, type Outcome, sortDiagnostics, type Workspace } from '../core/index.ts';

/** What each framework of a project still asks for; or what keeps its content from being read. */
export async function reportGaps(workspace: Workspace): Promise<Outcome<readonly FrameworkGaps[]>> {
  const loaded = await loadReport(workspace);
  if (loaded.ok) return good(gapsOf(loaded.value));
  // Disclosures without an entry are what is asked about.
  return failed(sortDiagnostics(loaded.diagnostics));
}
