import { resolve } from 'node:path';
import { installedFonts } from '../../fonts/index.ts';
import type { BuildInput } from '../../pipeline/index.ts';
import { diskWorkspace, packageHome } from '../../pipeline/index.ts';
import type { Host } from '../host.ts';

/** Opens a project folder: its files over the package's, and the fonts that can be found from it. */
export function openProject(
  host: Host,
  dir: string,
): Pick<BuildInput, 'workspace' | 'shipped' | 'fonts'> & { readonly folder: string } {
  const folder = resolve(host.cwd, dir);
  const home = packageHome();
  return {
    folder,
    workspace: diskWorkspace(folder, home),
    shipped: diskWorkspace(home, home),
    fonts: installedFonts(folder),
  };
}
