import { indexTargets } from '../../src/check/index.ts';
import type { IndexEntry, Report } from '../../src/content/index.ts';
import { installedFonts } from '../../src/fonts/index.ts';
import type { PlacedDocument, PlacedPage } from '../../src/pdf/index.ts';
import { buildReport } from '../../src/pipeline/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { filesOf } from '../support/project-files.ts';
import type { Ground } from './ground.ts';
import { type Kind, kind } from './seed.ts';
import type { Tally } from './table.ts';

interface Pages {
  readonly report: Report;
  readonly document: PlacedDocument;
}

/** Finished pages, changed so that one place of an index leads nowhere, or elsewhere; undefined where that cannot be. */
type PageFault = (pages: Pages, entry: IndexEntry, place: string) => PlacedDocument | undefined;

const FAULTS: readonly (readonly [name: string, fault: PageFault])[] = [
  [
    'a place that came to stand on no page',
    ({ document }, _entry, place) => ({
      ...document,
      placements: new Map([...document.placements].filter(([id]) => id !== place)),
    }),
  ],
  [
    'a place of which nothing was set',
    ({ document }, _entry, place) => {
      const at = document.placements.get(place)?.boxes[0]?.page;
      return changed(document, (page, i) => (i === at ? { ...page, items: [] } : page));
    },
  ],
  [
    'a page that has another label',
    ({ document }, _entry, place) => {
      const at = document.placements.get(place)?.boxes[0]?.page;
      return changed(document, (page, i) => (i === at ? { ...page, label: '4711' } : page));
    },
  ],
  [
    'a row of the index left out',
    ({ document }, entry) =>
      changed(document, (page) => ({ ...page, items: page.items.filter(({ origin }) => origin !== entry.origin) })),
  ],
  [
    'a row that prints no page',
    ({ document }, entry) =>
      changed(document, (page) => ({
        ...page,
        items: page.items.map((item) =>
          item.kind === 'line' && item.origin === entry.origin
            ? { ...item, line: { ...item.line, items: item.line.items.filter((one) => !('tag' in one)) } }
            : item,
        ),
      })),
  ],
];

function changed(document: PlacedDocument, change: (page: PlacedPage, at: number) => PlacedPage): PlacedDocument {
  return { ...document, pages: document.pages.map(change) };
}

/** Builds one edition of a good report and sows every fault of its pages at every entry of its indices. */
export async function pageFaults(ground: Ground): Promise<readonly Tally[]> {
  const templates = await filesOf('templates', 'templates/');
  const built = await buildReport({
    workspace: memoryWorkspace({ ...templates, ...ground.bytes }),
    shipped: memoryWorkspace(templates),
    fonts: installedFonts(),
    plan: { editions: ['en'], variant: 'screen', mode: 'draft', only: undefined, asOf: undefined, rasters: false },
    progress: () => undefined,
  });
  const [edition] = built.editions;
  if (edition === undefined || built.prepared === undefined) {
    throw new Error(built.diagnostics.map(({ message }) => message).join('; '));
  }
  const pages: Pages = { report: built.prepared.report, document: edition.document };
  const entries = [...pages.report.indices.values()].flatMap((index) => index.entries);
  return FAULTS.flatMap(([name, fault]) => {
    const own = kind('F3', name, () => []);
    return entries.flatMap((entry): readonly Tally[] => {
      const [place] = entry.where;
      const document = place === undefined ? undefined : fault(pages, entry, place);
      return document === undefined ? [] : [judged(ground, own, pages.report, entry, document)];
    });
  });
}

function judged(ground: Ground, own: Kind, report: Report, entry: IndexEntry, document: PlacedDocument): Tally {
  const told = indexTargets(report, document);
  const right = told.filter(({ code, item }) => code === 'F3' && item === entry.disclosure);
  const line = report.origins.spanOf(entry.origin);
  const place = `${line?.file}:${line?.start.line}`;
  return {
    kind: own,
    result: {
      kind: own,
      ground: ground.name,
      seed: { edits: [], lines: [place], about: `${own.name}: ${entry.disclosure}` },
      caught: told.length > 0,
      rightId: right.length > 0,
      rightLine: right.some(({ span }) => `${span?.file}:${span?.start.line}` === place),
      told: told.map(({ code, message, span }) => `${span?.file}:${span?.start.line} ${code} ${message}`),
    },
  };
}
