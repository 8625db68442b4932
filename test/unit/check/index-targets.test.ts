import { beforeAll, describe, expect, it } from 'vitest';
import { indexTargets } from '../../../src/check/index.ts';
import type { Report } from '../../../src/content/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import type { PlacedDocument, PlacedPage } from '../../../src/pdf/index.ts';
import { buildReport } from '../../../src/pipeline/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, filesOf } from '../../support/project-files.ts';

let report: Report;
let document: PlacedDocument;

beforeAll(async () => {
  const built = await buildReport({
    workspace: memoryWorkspace(await baseProject()),
    shipped: memoryWorkspace(await filesOf('templates', 'templates/')),
    fonts: installedFonts(),
    plan: { editions: ['en'], variant: 'screen', mode: 'draft', only: undefined, asOf: undefined, rasters: false },
    progress: () => undefined,
  });
  const [edition] = built.editions;
  if (edition === undefined || built.prepared === undefined)
    throw new Error(built.diagnostics[0]?.message ?? 'not built');
  ({ document } = edition);
  ({ report } = built.prepared);
});

const told = (changed: PlacedDocument): readonly string[] =>
  indexTargets(report, changed).map(
    ({ code, item, message, span }) => `${code} ${item} ${span?.file.split('/').at(-1)}:${span?.start.line} ${message}`,
  );
const withPages = (change: (page: PlacedPage, at: number) => PlacedPage): PlacedDocument => ({
  ...document,
  pages: document.pages.map(change),
});
const pageOf = (block: string): number => document.placements.get(block)?.boxes[0]?.page ?? -1;

describe('F3: where an index leads', () => {
  it('is good on the pages that the build makes', () => {
    expect(pageOf('index.mini.rows')).toBeGreaterThan(0);
    expect(told(document)).toEqual([]);
  });

  it('is an error for a block that came to stand nowhere', () => {
    const placements = new Map([...document.placements].filter(([block]) => block !== 'ch.water.drawn'));
    expect(told({ ...document, placements })).toEqual([
      'F3 mini.2 mini.yaml:5 ch.water.drawn, where mini.2 is to be found, is on no page',
    ]);
  });

  it('is an error for a block of which nothing was set', () => {
    const at = pageOf('ch.water.drawn');
    const changed = withPages((page, i) => (i === at ? { ...page, items: [] } : page));
    expect(told(changed)).toEqual(['F3 mini.2 mini.yaml:5 ch.water.drawn, where mini.2 is to be found, is on no page']);
  });

  it('is an error for a label that is not that of the page', () => {
    const at = pageOf('ch.water.drawn');
    const [found] = indexTargets(
      report,
      withPages((page, i) => (i === at ? { ...page, label: '47' } : page)),
    );
    expect(found).toMatchObject({
      code: 'F3',
      item: 'mini.2',
      expected: 'page 47',
      found: `page ${document.pages[at]?.label}`,
    });
  });

  it('is an error for a row that a template left out', () => {
    const origin = report.indices.get('mini')?.entries[1]?.origin;
    const changed = withPages((page) => ({ ...page, items: page.items.filter((item) => item.origin !== origin) }));
    expect(told(changed)).toEqual(['F3 mini.2 mini.yaml:5 the index has no row for mini.2']);
  });

  it('is an error for a row that prints no page', () => {
    const changed = withPages((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.kind === 'line'
          ? {
              ...item,
              line: {
                ...item.line,
                items: item.line.items.filter((one) => !('tag' in one) || one.tag?.target !== 'about.period'),
              },
            }
          : item,
      ),
    }));
    expect(indexTargets(report, changed)[0]).toMatchObject({ item: 'mini.1', found: 'no page' });
  });

  it('is not judged where a part is set alone', () => {
    expect(told({ ...document, partial: true, placements: new Map() })).toEqual([]);
  });
});
