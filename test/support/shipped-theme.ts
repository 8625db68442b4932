import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Variant } from '../../src/core/index.ts';
import { loadTheme, type Theme } from '../../src/theme/index.ts';
import { memoryWorkspace } from './memory-workspace.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'templates', 'theme');

/** The theme files of the package, by their path in a project. */
export function shippedThemeFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['base', 'screen', 'print'].map((name) => [
      `templates/theme/${name}.yaml`,
      readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'),
    ]),
  );
}

/** The package's own theme. */
export async function shippedTheme(variant: Variant = 'screen'): Promise<Theme> {
  const loaded = await loadTheme(memoryWorkspace(shippedThemeFiles()), variant);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  return loaded.value;
}
