// A folder is entered through its index. A chunk that enters it so would hold all that the index names: the bundle goes
// straight to the file that declares a name, and each command loads what it uses.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const FROM_INDEX = /^(import|export) \{([^}]*)\} from '(\.[^']*\/index\.ts)';/gm;
const NAMED = /^export \{([^}]*)\} from '(\.[^']*\.ts)';/gm;
const STARRED = /^export \* from '(\.[^']*\.ts)';/gm;

/** A plugin of esbuild. Types are gone from what it makes, and lines stay where they were. */
export const straightImports = {
  name: 'straight-imports',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: straightened(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

function straightened(file, source) {
  return source.replace(FROM_INDEX, (statement, verb, list, from) => {
    const index = resolve(dirname(file), from);
    const straight = specifiers(list).map(({ name, as }) => {
      const home = homeOf(index, name) ?? { file: index, name };
      return `${verb} { ${home.name} as ${as} } from '${home.file}';`;
    });
    return straight.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
  });
}

/** The values that are named in braces. */
function specifiers(list) {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) => {
      const [name, as = name] = one.split(' as ');
      return { name, as };
    });
}

/** The file that declares a name which an index exports, and what it is called there. */
function homeOf(file, name) {
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  if (new RegExp(`^export (?:async )?(?:const|function|class) ${name}\\b`, 'm').test(source)) return { file, name };
  for (const [, list, from] of source.matchAll(NAMED)) {
    const found = specifiers(list).find(({ as }) => as === name);
    const next = resolve(dirname(file), from);
    if (found !== undefined) return homeOf(next, found.name) ?? { file: next, name: found.name };
  }
  for (const [, from] of source.matchAll(STARRED)) {
    const home = homeOf(resolve(dirname(file), from), name);
    if (home !== undefined) return home;
  }
  return undefined;
}
