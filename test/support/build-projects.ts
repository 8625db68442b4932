import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders that hold the built editions. */
    readonly showcase: string;
    readonly ferry: string;
  }
}

const run = promisify(execFile);

/** Builds both projects once, through the command line that users call; every end-to-end test reads these files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'petalpress-'));
  const showcase = join(folder, 'showcase');
  const ferry = join(folder, 'ferry');
  const bin = join(import.meta.dirname, '../../bin/petalpress.mjs');
  const root = join(import.meta.dirname, '../..');
  const build = (dir: string, out: string): Promise<unknown> =>
    run(process.execPath, [bin, 'build', dir, '--out', out]);
  await Promise.all([build(root, showcase), build(join(root, 'test/fixtures/sample-report'), ferry)]);
  project.provide('showcase', showcase);
  project.provide('ferry', ferry);
  return () => rm(folder, { recursive: true, force: true });
}
