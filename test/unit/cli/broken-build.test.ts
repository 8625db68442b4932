import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExitCode } from '../../../src/cli/host.ts';
import { type CommandRun, runCommandLine } from '../../support/command-line.ts';
import { HOME } from '../../support/project-files.ts';

let folder: string;
let told: CommandRun;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-broken-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<ExitCode> {
  told = await runCommandLine(folder, ...argv);
  return told.code;
}

async function breakFigure(): Promise<void> {
  const path = join(folder, 'content/metrics/energy.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"3980"', '3980.0'));
}

describe('a broken project', () => {
  it('is refused with the line and the caret, and nothing is written', async () => {
    await breakFigure();
    expect(await run('build')).toBe(1);
    expect(told.err).toContain('content/metrics/energy.yaml:13:33  C006 unquoted-number  error  ');
    expect(told.err).toContain('\n  hint     write "3980.0"\n');
    expect(told.out).toBe('');
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });

  it('keeps standard output for programs', async () => {
    await breakFigure();
    expect(await run('check', '--json')).toBe(1);
    expect(JSON.parse(told.out).diagnostics.map((d: { code: string }) => d.code)).toEqual(['C006']);
  });

  it('is told apart from a folder that is none', async () => {
    await rm(join(folder, 'content'), { recursive: true });
    expect(await run('check')).toBe(2);
    expect(told.err).toContain('U002');
  });
});
