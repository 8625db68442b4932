import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/fonts/index.ts';
import { buildReport } from '../../../src/pipeline/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf, HOME } from '../../support/project-files.ts';

const text = readFileSync(`${HOME}docs/theming.md`, 'utf8');
const example = Object.fromEntries(
  [...text.matchAll(/^`([\w./]+)`\n```\w+\n(.*?)^```$/gms)].map(([, path = '', source = '']) => [path, source]),
);
const templates = await filesOf('templates', 'templates/');
const scaffold = await filesOf('scaffold');

async function build(own: Readonly<Record<string, string>>) {
  return buildReport({
    workspace: memoryWorkspace({ ...templates, ...scaffold, ...own }),
    shipped: memoryWorkspace(templates),
    fonts: installedFonts(),
    plan: { editions: ['en'], variant: 'screen', mode: 'draft', only: undefined, asOf: undefined, rasters: false },
    progress: () => undefined,
  });
}

describe('the example of docs/theming.md', () => {
  it('shows a file of each kind', () => {
    expect(Object.keys(example)).toEqual([
      'templates/theme/base.yaml',
      'templates/partials/callout.hbs',
      'templates/strings.yaml',
      'fonts/manifest.yaml',
    ]);
  });

  it('builds, with its label, its colour and its typeface', async () => {
    const built = await build(example);
    expect(built.diagnostics.filter((one) => one.severity !== 'info')).toEqual([]);
    const [edition] = built.editions;
    const lines = edition?.document.pages
      .flatMap((page) => page.items)
      .flatMap((item) => (item.kind === 'line' ? [item.line] : []));
    const label = lines?.find(
      (line) => line.text === 'Sample' && line.items.some((item) => item.kind === 'glyphs' && item.size > 8),
    );
    expect(label?.items.map((item) => (item.kind === 'glyphs' ? [item.face, item.paint] : item.kind))).toEqual([
      ['house-600', 'pine'],
    ]);
    expect(edition?.fonts.filter((name) => name.includes('SourceSans'))).toEqual([]);
  });
});
