import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const fromHere = createRequire(import.meta.url);
let loaded: typeof Yaml | undefined;

/** The full reader of YAML, loaded when first asked for: reports are read without it unless something is wrong or uncommon. */
export function yamlPackage(): typeof Yaml {
  loaded ??= fromHere('yaml') as typeof Yaml;
  return loaded;
}
