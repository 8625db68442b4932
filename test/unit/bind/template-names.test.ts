import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../../src/bind/index.ts';
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
