import type { IndexEntry, Report } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { BlockPlacement, PlacedDocument, PlacedLine } from '../../pdf/index.ts';

/** Lines of one row of an index, as they came to stand. */
type Rows = ReadonlyMap<OriginId, readonly PlacedLine[]>;

/**
 * F3, on the finished pages of an edition: each place that an index names stands on a page, something is set there, and the
 * label that the row prints is the label of that page. A part that was set alone is not judged: its pages are elsewhere.
 */
export function indexTargets(report: Report, document: PlacedDocument): readonly Diagnostic[] {
  if (document.partial === true) return [];
  const printed = [...report.indices.values()].filter((index) => hasRows(document, index.framework));
  const rows = rowsOf(document, new Set(printed.flatMap(({ entries }) => entries.map(({ origin }) => origin))));
  return printed.flatMap((index) => {
    const inForce = new Set(
      report.frameworks.get(index.framework)?.disclosures.flatMap((one) => (one.inForce ? [one.id] : [])),
    );
    return index.entries
      .filter(({ disclosure }) => inForce.has(disclosure))
      .flatMap((entry) => judgeEntry(report, document, entry, rows.get(entry.origin)));
  });
}

function hasRows(document: PlacedDocument, framework: string): boolean {
  return document.placements.has(`index.${framework}.rows`);
}

function rowsOf(document: PlacedDocument, entries: ReadonlySet<OriginId>): Rows {
  const rows = new Map<OriginId, PlacedLine[]>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'line' || !entries.has(item.origin)) continue;
      const row = rows.get(item.origin) ?? [];
      row.push(item);
      rows.set(item.origin, row);
    }
  }
  return rows;
}

function judgeEntry(
  report: Report,
  document: PlacedDocument,
  entry: IndexEntry,
  row: readonly PlacedLine[] | undefined,
): readonly Diagnostic[] {
  const at = (origin: OriginId) => {
    const span = report.origins.spanOf(origin);
    return { ...(span === undefined ? {} : { span }), item: entry.disclosure };
  };
  if (row === undefined) {
    const hints = ['an index layout prints a row for each entry: check the template'];
    return [diagnose('F3', `the index has no row for ${entry.disclosure}`, { ...at(entry.origin), hints })];
  }
  const labels = labelsOf(row);
  return entry.where.flatMap((target, i): readonly Diagnostic[] => {
    const place = `${entry.origin}/where/${i}`;
    const placement = document.placements.get(target);
    const label = placement === undefined ? undefined : labelOf(document, placement);
    if (placement === undefined || label === undefined || !isSetThere(document, placement)) {
      const hints = ['print the block, or name another place'];
      return [
        diagnose('F3', `${target}, where ${entry.disclosure} is to be found, is on no page`, { ...at(place), hints }),
      ];
    }
    const found = labels.get(target);
    // A place on a page that another place of the row has named already prints nothing more.
    if (found === label || (found === undefined && [...labels.values()].includes(label))) return [];
    return [
      diagnose('F3', `the row of ${entry.disclosure} does not lead to the page of ${target}`, {
        ...at(place),
        expected: `page ${label}`,
        found: found === undefined ? 'no page' : `page ${found}`,
        page: label,
        hints: ['an index layout prints the page of each place: check the template'],
      }),
    ];
  });
}

/** The page labels that a row prints, by the block that each leads to. */
function labelsOf(row: readonly PlacedLine[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { line } of row) {
    for (const item of line.items) {
      if (item.kind !== 'glyphs' || item.tag?.target === undefined || item.note !== undefined) continue;
      labels.set(item.tag.target, (labels.get(item.tag.target) ?? '') + item.clusters.join(''));
    }
  }
  // In a list the comma belongs to the label that follows it.
  return new Map([...labels].map(([target, text]) => [target, text.replace(/^[,，、\s]+/, '').trim()] as const));
}

function labelOf(document: PlacedDocument, { boxes }: BlockPlacement): string | undefined {
  const [box] = boxes;
  return box === undefined ? undefined : document.pages[box.page]?.label;
}

/** Whether anything stands in the first box of a block: a box alone is no content. */
function isSetThere(document: PlacedDocument, { boxes }: BlockPlacement): boolean {
  const [box] = boxes;
  const items = box === undefined ? [] : (document.pages[box.page]?.items ?? []);
  return items.some(
    ({ x, y, role }) =>
      box !== undefined &&
      'node' in role &&
      y >= box.y - SLACK &&
      y <= box.y + box.height + SLACK &&
      x >= box.x - SLACK &&
      x <= box.x + box.width + SLACK,
  );
}

/** Marks that hang outside a measure, and rounding. pt */
const SLACK = 6;
