import { describe, expect, it } from 'vitest';
import { HELPER_VALUES } from '../../../src/bind/helpers.ts';
import { loadTemplates } from '../../../src/bind/index.ts';
import { pageViews, sharedView } from '../../../src/bind/view/report-view.ts';
import { createViewContext } from '../../../src/bind/view/view-context.ts';
import { VIEW_NAMES } from '../../../src/bind/view-names.ts';
import { loadReport } from '../../../src/content/index.ts';
import { EDITIONS } from '../../../src/core/index.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf } from '../../support/project-files.ts';

async function told(source: string): Promise<readonly string[]> {
  const loaded = await loadTemplates(memoryWorkspace({ 'templates/layouts/page.hbs': source }));
  return loaded.diagnostics.map(({ code, found }) => `${code} ${found}`);
}

describe('names that a template prints', () => {
  it('prints a name of the view', async () => {
    expect(await told('<h1 outline="{{plain}}">{{html}}</h1>')).toEqual([]);
  });

  it('refuses a helper that is given nothing, since it would print nothing', async () => {
    expect(await told('<p>{{all}}</p>')).toEqual(['B005 {{all}}']);
  });

  it('knows all names of the package’s own templates', async () => {
    const loaded = await loadTemplates(memoryWorkspace(await filesOf('templates', 'templates/')));
    expect(loaded.diagnostics).toEqual([]);
  });
});

describe('templates/README.md', () => {
  it('documents every helper', async () => {
    const readme = new TextDecoder().decode((await filesOf('templates'))['README.md'] as Uint8Array);
    const table = readme.slice(readme.indexOf('| helper |'), readme.indexOf('Every layout sees'));
    expect(Object.keys(HELPER_VALUES).filter((name) => !table.includes(name))).toEqual([]);
  });
});

describe('the register of names', () => {
  it('holds every name of the views of both projects, and no other', async () => {
    const names = new Set<string>(['length']);
    for (const folder of ['content', 'test/fixtures/sample-report/content']) await gather(folder, names);
    expect([...names].sort()).toEqual([...VIEW_NAMES].sort());
  });
});

/** Adds the names in the views of all pages of a project, in every edition. */
async function gather(folder: string, names: Set<string>): Promise<void> {
  const files = { ...(await filesOf(folder, 'content/')), ...(await filesOf('templates', 'templates/')) };
  const loaded = await loadReport(memoryWorkspace(files));
  const book = loaded.ok ? resolveMetrics(loaded.value) : loaded;
  if (!loaded.ok || !book.ok) throw new Error(`${folder} does not load`);
  const goals = [{ number: 1, zh: '无贫穷', en: 'No poverty' }];
  for (const edition of EDITIONS) {
    const input = { report: loaded.value, book: book.value, edition, goals };
    const context = createViewContext(input, () => undefined);
    walk([sharedView(context), ...pageViews(context).map((page) => page.view)], names);
  }
}

/** Names of plain objects; words that are ready to print have none. */
function walk(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) walk(one, names);
  else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [name, inner] of Object.entries(value)) {
      names.add(name);
      walk(inner, names);
    }
  }
}
