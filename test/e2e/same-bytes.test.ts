import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import { builtFile } from '../support/built-editions.ts';

const run = promisify(execFile);

it('writes the same bytes from another folder, in another time zone and language', async () => {
  const out = await mkdtemp(join(tmpdir(), 'petalpress-again-'));
  try {
    const bin = join(import.meta.dirname, '../../bin/petalpress.mjs');
    const project = join(import.meta.dirname, '../..');
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' };
    await run(process.execPath, [bin, 'build', project, '--out', out], { cwd: tmpdir(), env });
    const names = [...EDITIONS.map((edition) => `report.${edition}.pdf`), 'report.json'];
    for (const name of names) {
      const again = await readFile(join(out, name));
      expect(Buffer.compare(again, Buffer.from(await builtFile('showcase', name))), name).toBe(0);
    }
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
