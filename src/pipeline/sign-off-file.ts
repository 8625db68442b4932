import { addSignatures, readSignOff } from '../call/index.ts';
import { loadReport } from '../content/index.ts';
import { openProject } from './open-project.ts';

/**
 * Adds the signatures of a saved sign-off to those of a project. Nothing that stands in a sign-off is ever changed.
 * @param existing  the project’s `signoff.json` as it is, undefined where there is none yet
 * @param saved     what the ledger saved
 * @returns         the new text of `signoff.json` with the number of signatures added, or what is wrong
 */
export async function addSignOff(
  folder: string,
  existing: string | undefined,
  saved: string,
): Promise<{ readonly text: string; readonly count: number } | string> {
  const added = readSignOff(saved);
  if (typeof added === 'string') return added;
  const report = await loadReport(openProject(folder).workspace);
  if (report.ok && report.value.id !== added.report) {
    return `the sign-off is of ${added.report}, this report is ${report.value.id}`;
  }
  const result = addSignatures(existing, added);
  return typeof result === 'string' ? `signoff.json: ${result}` : result;
}
