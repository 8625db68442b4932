// Bundles the sources into dist/, where they are younger than what is there.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE_OPTIONS } from './bundle-options.mjs';
import { licencesOf, PACKAGE_OPTIONS, withoutOptional } from './bundled-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Whose work is in the bundle, and on which terms. */
const LICENCES = 'LICENCES.txt';

if (!isCurrent()) await bundle();

/** Whether the bundle is younger than all that it is made of. */
function isCurrent() {
  const bundled = filesBelow(dist);
  if (!bundled.some((file) => basename(file) === 'cli.mjs')) return false;
  const oldest = Math.min(...bundled.map(changed));
  const sources = [...filesBelow(join(root, 'src')), join(root, 'package.json'), ...filesBelow(join(root, 'scripts'))];
  return sources.every((file) => changed(file) < oldest);
}

function changed(file) {
  return statSync(file).mtimeMs;
}

function filesBelow(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  } catch (fault) {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  }
}

async function bundle() {
  // Loaded only when there is something to do, since loading takes longer than looking.
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { metafile } = await build({
    ...BUNDLE_OPTIONS,
    ...PACKAGE_OPTIONS,
    plugins: [...BUNDLE_OPTIONS.plugins, withoutOptional],
    entryPoints: {
      cli: 'src/cli/main.ts',
      'build-worker': 'src/pipeline/build-worker.ts',
      'picture-worker': 'src/pipeline/picture-worker.ts',
    },
    absWorkingDir: root,
    outdir: 'dist',
    sourcemap: 'linked',
    legalComments: 'none',
    define: { PETALPRESS_VERSION: JSON.stringify(version) },
    metafile: true,
  });
  // Chunks carry a hash in their names: those of earlier bundles would pile up, and go into the package.
  const current = new Set([...Object.keys(metafile.outputs).map((path) => basename(path)), LICENCES]);
  for (const file of filesBelow(dist)) if (!current.has(basename(file))) rmSync(file);
  writeFileSync(join(dist, LICENCES), licencesOf(root, Object.keys(metafile.inputs)));
}
