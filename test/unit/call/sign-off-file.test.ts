import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSignatures, readSignOff, type SignOff } from '../../../src/call/index.ts';
import { writeOutput } from '../../../src/pipeline/write-output.ts';

/** Bytes after which the disk is full; undefined while it is not. */
const disk = vi.hoisted((): { room: number | undefined } => ({ room: undefined }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return {
    ...actual,
    writeFile: async (path: string, data: Uint8Array) => {
      if (disk.room === undefined) return actual.writeFile(path, data);
      await actual.writeFile(path, data.slice(0, disk.room));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    },
  };
});

const signed = (...rows: readonly string[]): SignOff => ({
  report: 'ferry',
  rows: rows.map((row) => ({ row, hash: '0123456789abcdef', by: 'K. Lam', on: '2025-03-01' })),
});

function added(existing: string | undefined, signOff: SignOff): string {
  const result = addSignatures(existing, signOff);
  if (typeof result === 'string') throw new Error(result);
  return result.text;
}

describe('signoff.json', () => {
  let folder: string;
  const path = () => join(folder, 'signoff.json');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'petalpress-sign-'));
    await writeFile(path(), new TextEncoder().encode(added(undefined, signed('a', 'b'))));
  });
  afterEach(async () => {
    disk.room = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  it.each([0, 1, 90, 200])('is as it was, and whole, where the disk is full after %i bytes', async (room) => {
    const before = await readFile(path(), 'utf8');
    const bytes = new TextEncoder().encode(added(before, signed('c')));
    disk.room = room;
    await expect(writeOutput(folder, [{ path: 'signoff.json', bytes }])).rejects.toThrow('the disk is full');
    expect(await readFile(path(), 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['signoff.json']);
    expect(readSignOff(before)).toEqual(signed('a', 'b'));
  });

  it('takes the signatures that could not be written once there is room', async () => {
    const bytes = new TextEncoder().encode(added(await readFile(path(), 'utf8'), signed('c')));
    disk.room = 40;
    await writeOutput(folder, [{ path: 'signoff.json', bytes }]).catch(() => undefined);
    disk.room = undefined;
    await writeOutput(folder, [{ path: 'signoff.json', bytes }]);
    expect(readSignOff(await readFile(path(), 'utf8'))).toEqual(signed('a', 'b', 'c'));
  });

  it('that another program cut short is refused, and nothing is added to it', async () => {
    const whole = await readFile(path(), 'utf8');
    for (const length of [1, 60, whole.length - 10, whole.length - 3]) {
      expect(addSignatures(whole.slice(0, length), signed('c'))).toBe('the file is not JSON');
    }
    const half = whole.replace(', "on": "2025-03-01"', '').replace(',"on":"2025-03-01"', '');
    expect(addSignatures(half, signed('c'))).toBe('1 rows of the sign-off lack a row, hash, by or on');
  });
});
