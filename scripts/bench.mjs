// Bundles the parts of bench/ and runs them: all of them, or those named on the command line.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS } from './bundle-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}.cache/bench`;
const all = readdirSync(`${root}bench`).filter((name) => existsSync(`${root}bench/${name}/index.ts`));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`there is no part ${unknown.join(', ')}; there are ${all.join(', ')}\n`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : all;

await build({
  ...BUNDLE_OPTIONS,
  packages: 'external',
  entryPoints: Object.fromEntries(names.map((name) => [name, `bench/${name}/index.ts`])),
  absWorkingDir: root,
  outdir: out,
  define: { PETALPRESS_VERSION: '"bench"' },
});

for (const name of names) {
  const { part } = await import(pathToFileURL(`${out}/${name}.mjs`).href);
  process.stdout.write(`\n${name}: ${part.title}\n\n`);
  await part.run((line) => process.stdout.write(`${line}\n`));
}
