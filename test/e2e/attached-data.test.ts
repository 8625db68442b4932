import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import { readReportData } from '../../src/provenance/index.ts';
import { builtFile, editionFacts } from '../support/built-editions.ts';
import { HOME } from '../support/project-files.ts';

const run = promisify(execFile);
const NAMES = ['data.csv', 'data.json'] as const;

describe.each(['showcase', 'ferry'] as const)('the data of the %s', (project) => {
  it('is written by the build, as its schema asks', async () => {
    const data = readReportData(new TextDecoder().decode(await builtFile(project, 'data.json')));
    expect(data).toMatchObject({ schema: 'data/1' });
  });

  it.each(EDITIONS)('travels in the %s edition, byte for byte, and says what it is', async (edition) => {
    const { attachments } = await editionFacts(project, edition);
    expect(attachments.map(({ name }) => name).sort()).toEqual(NAMES);
    for (const { name, bytes, description } of attachments) {
      expect(Buffer.from(bytes).equals(await builtFile(project, name)), name).toBe(true);
      expect(/\p{Script=Han}/u.test(description), description).toBe(edition !== 'en');
      expect(/[a-z]{4}/.test(description), description).toBe(edition !== 'zh-Hans');
    }
  });
});

it('does not depend on what is set: one chapter alone, or print', async () => {
  const out = await mkdtemp(join(tmpdir(), 'petalpress-data-'));
  try {
    const bin = join(HOME, 'bin/petalpress.mjs');
    const ferry = join(HOME, 'test/fixtures/sample-report');
    const chapter = 'ch.safety';
    for (const flags of [
      ['--edition', 'en', '--only', chapter],
      ['--edition', 'en', '--variant', 'print'],
    ]) {
      await run(process.execPath, [bin, 'build', ferry, '--out', out, '--no-charts', ...flags]);
      for (const name of NAMES) {
        expect(Buffer.from(await builtFile('ferry', name)).equals(await readFile(join(out, name))), name).toBe(true);
        await rm(join(out, name));
      }
    }
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
