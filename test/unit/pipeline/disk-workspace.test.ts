import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileMissing, PathEscape, type Workspace } from '../../../src/core/index.ts';
import { diskWorkspace } from '../../../src/pipeline/index.ts';

let root: string;
let ws: Workspace;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'petalpress-ws-'));
  for (const folder of [
    'project/content/metrics',
    'project/templates/partials',
    'home/templates/partials',
    'outside',
  ]) {
    await mkdir(join(root, folder), { recursive: true });
  }
  const files = {
    'project/content/report.yaml': 'own',
    'project/content/metrics/b.yaml': 'b',
    'project/content/metrics/a.yaml': 'a',
    'project/templates/partials/tile.hbs': 'own tile',
    'home/templates/partials/tile.hbs': 'default tile',
    'home/templates/partials/note.hbs': 'default note',
    'home/content/secret.yaml': 'not layered',
    'outside/secret.txt': 'secret',
  };
  await mkdir(join(root, 'home/content'), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  ws = diskWorkspace(join(root, 'project'), join(root, 'home'));
});

afterEach(() => rm(root, { recursive: true }));

const read = async (path: string): Promise<string> => new TextDecoder().decode(await ws.read(path));

describe('diskWorkspace', () => {
  it('lays the templates of a project over those of the package, and nothing else', async () => {
    expect(await read('templates/partials/tile.hbs')).toBe('own tile');
    expect(await read('templates/partials/note.hbs')).toBe('default note');
    expect(await ws.list('templates')).toEqual(['templates/partials/note.hbs', 'templates/partials/tile.hbs']);
    await expect(ws.read('content/secret.yaml')).rejects.toThrow(FileMissing);
  });

  it('lists files by code point, and says nothing of folders that are not there', async () => {
    expect(await ws.list('content')).toEqual([
      'content/metrics/a.yaml',
      'content/metrics/b.yaml',
      'content/report.yaml',
    ]);
    expect(await ws.list('fonts')).toEqual([]);
    expect(await ws.has('content/metrics')).toBe(false);
  });

  it.each(['../outside/secret.txt', '/etc/passwd', 'content/../../outside/secret.txt', 'C:\\x', 'content\\..\\..\\x'])(
    'does not leave the project for %s',
    async (path) => {
      await expect(ws.read(path)).rejects.toThrow(PathEscape);
      await expect(ws.has(path)).rejects.toThrow(PathEscape);
    },
  );

  it('does not follow a link out of the project, of a file or of a folder', async () => {
    await symlink(join(root, 'outside/secret.txt'), join(root, 'project/content/link.yaml'));
    await symlink(join(root, 'outside'), join(root, 'project/content/folder'));
    await expect(ws.read('content/link.yaml')).rejects.toThrow(PathEscape);
    await expect(ws.read('content/folder/secret.txt')).rejects.toThrow(PathEscape);
    expect(await ws.list('content')).toContain('content/link.yaml');
  });

  it('follows a link that stays inside, and survives one that goes in circles', async () => {
    await symlink(join(root, 'project/content/report.yaml'), join(root, 'project/content/alias.yaml'));
    await symlink(join(root, 'project/content'), join(root, 'project/content/round'));
    expect(await read('content/alias.yaml')).toBe('own');
    await symlink(join(root, 'project/content/self.yaml'), join(root, 'project/content/self.yaml'));
    await expect(ws.read('content/self.yaml')).rejects.toThrow(FileMissing);
    expect((await ws.list('content')).filter((path) => path.includes('round/'))).toEqual([]);
  });
});
