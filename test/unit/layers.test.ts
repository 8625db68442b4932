import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Layer {
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const root = join(import.meta.dirname, '../..');
const layers = JSON.parse(await readFile(join(root, 'src/layers.json'), 'utf8')) as Readonly<Record<string, Layer>>;

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

async function imports(): Promise<readonly Import[]> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'));
  const found: Import[] = [];
  for (const name of files) {
    const text = await readFile(join(root, 'src', name), 'utf8');
    const file = name.split(sep).join('/');
    const statement = /(?:^|\n)(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/g;
    for (const match of text.matchAll(statement)) {
      const target = match[2] ?? match[3] ?? '';
      found.push({ file, folder: file.split('/')[0] ?? '', target, typeOnly: match[1] !== undefined });
    }
  }
  return found;
}

const all = await imports();

describe('the house', () => {
  it('finds imports to look at', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('has a row for every folder', async () => {
    const folders = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((one) => one.isDirectory());
    expect(folders.map((one) => one.name).filter((name) => !(name in layers))).toEqual([]);
  });

  it('is described folder by folder, as it stands', async () => {
    const folders = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((one) => one.isDirectory());
    const architecture = await readFile(join(root, 'docs/architecture.md'), 'utf8');
    const described = [...architecture.matchAll(/^\| `([a-z]+)(?:\/[a-z]+)?` \|/gm)].map((row) => row[1]);
    expect([...new Set(described)].sort()).toEqual(folders.map((one) => one.name).sort());
  });

  it('gives every folder a public function that its index exports', async () => {
    const architecture = await readFile(join(root, 'docs/architecture.md'), 'utf8');
    const rows = [...architecture.matchAll(/^\| `([a-z/]+)` \| .* \| `(\w+)` \|$/gm)];
    expect(rows.length).toBeGreaterThan(15);
    for (const [, folder = '', name = ''] of rows) {
      const file = folder === 'cli' ? 'main.ts' : 'index.ts';
      const door: unknown = await import(join(root, 'src', folder, file));
      expect(door, `${folder} exports ${name}`).toHaveProperty(name);
    }
  });

  it('imports only what its row names', () => {
    const wrong = all.filter(({ file, folder, target, typeOnly }) => {
      if (!target.startsWith('.')) return false;
      const path = relative(join(root, 'src'), join(root, 'src', file, '..', target))
        .split(sep)
        .join('/');
      const other = path.split('/')[0] ?? '';
      if (other === folder || other === 'core' || path.startsWith('..')) return false;
      const row = layers[folder];
      if (row === undefined) return true;
      if (row.imports.includes('*') || row.imports.includes(other)) return false;
      const order = Object.keys(layers);
      return !(typeOnly && order.indexOf(other) < order.indexOf(folder));
    });
    expect(wrong).toEqual([]);
  });

  it('imports third-party packages only in the folder that owns them', () => {
    const wrong = all.filter(({ file, folder, target }) => {
      if (target.startsWith('.') || target.startsWith('node:')) return false;
      const row = layers[folder];
      const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '');
      const inner = row?.only?.[file.split('/')[1] ?? ''] ?? [];
      return !(row?.packages.includes(name) || inner.includes(name));
    });
    expect(wrong).toEqual([]);
  });
});
