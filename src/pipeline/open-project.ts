import { resolve } from 'node:path';
import type { Workspace } from '../core/index.ts';
import { type FontFiles, installedFonts } from '../fonts/index.ts';
import { diskWorkspace } from './disk-workspace.ts';
import { packageHome } from './package-home.ts';

/** A project folder opened: its files over the package's, the package's alone, and the fonts that can be found from it. */
export interface OpenProject {
  readonly folder: string;
  readonly workspace: Workspace;
  readonly shipped: Workspace;
  readonly fonts: FontFiles;
}

/** @param dir folder of the project; relative to the current folder */
export function openProject(dir: string): OpenProject {
  const folder = resolve(dir);
  const home = packageHome();
  return {
    folder,
    workspace: diskWorkspace(folder, home),
    shipped: diskWorkspace(home, home),
    fonts: installedFonts(folder),
  };
}
