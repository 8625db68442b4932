// Bundles the sources into dist/, with every package left outside: Node loads those from node_modules.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

if (!isCurrent()) await bundle();

/** Whether the bundle is younger than all that it is made of. */
function isCurrent() {
  const bundled = filesBelow(dist);
  if (!bundled.some((file) => basename(file) === 'cli.mjs')) return false;
  const oldest = Math.min(...bundled.map(changed));
  const sources = [...filesBelow(join(root, 'src')), join(root, 'package.json'), fileURLToPath(import.meta.url)];
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
    entryPoints: { cli: 'src/cli/main.ts', 'build-worker': 'src/pipeline/build-worker.ts' },
    absWorkingDir: root,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    legalComments: 'none',
    define: { PETALPRESS_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
    metafile: true,
  });
  // Chunks carry a hash in their names: those of earlier bundles would pile up, and go into the package.
  const current = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const file of filesBelow(dist)) if (!current.has(basename(file))) rmSync(file);
}
