import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/fonts/index.ts';
import { checkReport } from '../../../src/pipeline/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf } from '../../support/project-files.ts';

const templates = await filesOf('templates', 'templates/');
const scaffold = await filesOf('scaffold');

const check = (mode: 'draft' | 'release', over: Readonly<Record<string, string>> = {}) =>
  checkReport({
    workspace: memoryWorkspace({ ...templates, ...scaffold, ...over }),
    shipped: memoryWorkspace(templates),
    fonts: installedFonts(),
    mode,
    asOf: undefined,
  });

describe('the project that init starts', () => {
  it('is clean, as a draft and as a release', async () => {
    for (const mode of ['draft', 'release'] as const) {
      const told = await check(mode);
      expect(told.map((d) => `${d.code} ${d.severity} ${d.item}`)).toEqual(['V1 info people.training@FY2024']);
    }
  });

  it('says itself that it needs its waiver for a release', async () => {
    const told = await check('release', { 'content/waivers.yaml': 'schema: waivers/1\nwaivers: []\n' });
    expect(told.map((d) => `${d.code} ${d.severity}`)).toEqual(['V1 error']);
  });

  it('explains each of its files in comments', () => {
    const silent = Object.entries(scaffold).filter(
      ([path, data]) => path.endsWith('.yaml') && !/(?:^|\s)# \S/m.test(new TextDecoder().decode(data as Uint8Array)),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });
});
