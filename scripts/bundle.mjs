// Bundles the sources into dist/, with every package left outside: Node loads those from node_modules.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const { metafile } = await build({
  entryPoints: { cli: 'src/cli/main.ts', 'build-worker': 'src/pipeline/build-worker.ts' },
  absWorkingDir: new URL('..', import.meta.url).pathname,
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
  define: { PETALPRESS_VERSION: JSON.stringify(manifest.version) },
  logLevel: 'warning',
  metafile: true,
});

// Chunks carry a hash in their names: those of earlier bundles would pile up, and go into the package.
const current = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const file of readdirSync(new URL('../dist', import.meta.url))) {
  if (!current.has(file)) rmSync(new URL(`../dist/${file}`, import.meta.url));
}
