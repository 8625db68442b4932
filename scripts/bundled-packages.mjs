// Packages that every command loads go into the bundle, only what we call of them: to find and read their three hundred files
// took a third of the start. The others are large, native, hold data or are seldom asked for: Node loads them where they are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OUTSIDE = [
  '@expo-google-fonts',
  '@napi-rs/canvas',
  'chartjs-node-canvas',
  'fontkit',
  'pdfjs-dist',
  'pdfmake',
  'yaml',
];

/** The options of esbuild that take packages in. */
export const PACKAGE_OPTIONS = {
  external: OUTSIDE.flatMap((name) => [name, `${name}/*`]),
  // Packages written for `require` ask it for what Node brings.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
};

/** A plugin of esbuild: leaves out what a package can do without, and would do without if it were not installed. */
export const withoutOptional = {
  name: 'without-optional',
  setup(build) {
    // For source maps of templates, which we do not make.
    build.onResolve({ filter: /^source-map$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error('${path} is left out of the bundle');`,
    }));
  },
};

/**
 * The licences of the packages in a bundle, which travel with it.
 * @param root   folder of node_modules
 * @param inputs paths of the files that were bundled, relative to `root`
 */
export function licencesOf(root, inputs) {
  const names = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)]
    .sort()
    .map((name) => licenceOf(join(root, 'node_modules', name), name))
    .join('\n');
}

function licenceOf(folder, name) {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = existsSync(folder) ? readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) : undefined;
  if (file === undefined) throw new Error(`${name} is bundled, and brings no licence`);
  return `${name} ${version}: ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
