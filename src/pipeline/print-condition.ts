import { diagnose, failed, good, type Outcome, type Workspace } from '../core/index.ts';
import { type PrintCondition, readPrintCondition } from '../pdf/index.ts';
import { type Theme, token } from '../theme/index.ts';

/**
 * The printing condition that the theme names under `press:`; undefined for a theme that names none.
 * Emits W002 for a file that is not there or no profile for CMYK output, at the place in the theme that names it.
 */
export async function printCondition(workspace: Workspace, theme: Theme): Promise<Outcome<PrintCondition | undefined>> {
  const text = (key: string): string => {
    const value = token(theme, `press.${key}`);
    return typeof value === 'string' ? value : '';
  };
  const path = text('profile');
  if (path === '') return good(undefined);
  const span = theme.placeOf?.(['press', 'profile']);
  const place = span === undefined ? {} : { span };
  if (!(await workspace.has(path))) {
    const hints = ['name the file from the project folder, as templates/theme/coated.icc'];
    return failed([diagnose('W002', `there is no print profile ${path}`, { ...place, hints })]);
  }
  const known = { identifier: text('identifier'), info: text('info'), registry: text('registry') };
  const condition = readPrintCondition(await workspace.read(path), known);
  if (condition.ok) return condition;
  return failed(condition.diagnostics.map((one) => ({ ...one, ...place })));
}
