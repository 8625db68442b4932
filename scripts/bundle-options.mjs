import { straightImports } from './straight-imports.mjs';

/** How our sources are bundled, whatever for. */
export const BUNDLE_OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [straightImports],
  logLevel: 'warning',
};
