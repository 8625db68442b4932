import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../core/index.ts';

/** The folder of petalpress itself, whether it runs from its sources or bundled: the nearest above that holds its templates. */
export function packageHome(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates', 'layouts')) && existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new InternalError('the package has no templates');
  }
}
