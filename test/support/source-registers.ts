import type { Lang } from '../../src/core/index.ts';
import { type Project, type SourceBlock, sourceFile, sourceFiles, sourceSections } from './source-texts.ts';

type Words = Readonly<Record<Lang, string>>;

/** One disclosure of an index, as framework and index say it. */
export interface SourceRow {
  readonly code: string | undefined;
  readonly title: Words;
  /** Blocks that it is disclosed in. */
  readonly where: readonly string[];
  /** Why it is not disclosed. */
  readonly omission: Words | undefined;
}

interface IndexFile {
  readonly framework: string;
  readonly entries: readonly {
    readonly disclosure: string;
    readonly where?: readonly string[];
    readonly omission?: { readonly text: Words };
  }[];
}

/** The rows of each index file, in the order of the framework. */
export function sourceIndexes(project: Project): readonly (readonly SourceRow[])[] {
  return sourceFiles<IndexFile>(project, 'index').map(({ framework, entries }) => {
    const byId = new Map(entries.map((entry) => [entry.disclosure, entry]));
    return disclosures(sourceFile(project, `frameworks/${framework}.yaml`)).flatMap(({ id, code, zh, en }) => {
      const entry = byId.get(id);
      if (entry === undefined) return [];
      return [{ code, title: { zh, en }, where: entry.where ?? [], omission: entry.omission?.text }];
    });
  });
}

interface Disclosure extends Words {
  readonly id: string;
  readonly code?: string;
}

/** Whatever in a framework has an id and both languages, in its order. */
function disclosures(node: unknown): readonly Disclosure[] {
  if (Array.isArray(node)) return node.flatMap(disclosures);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Partial<Disclosure>;
  const here = own.id !== undefined && own.zh !== undefined && own.en !== undefined ? [own as Disclosure] : [];
  return [...here, ...Object.values(node).flatMap(disclosures)];
}

export interface SourceTerm extends Words {
  readonly gloss?: Words;
}

export function sourceTerms(project: Project): readonly SourceTerm[] {
  return sourceFile<{ readonly terms: readonly SourceTerm[] }>(project, 'termbase.yaml').terms;
}

export interface SourceEntry {
  readonly title: Words;
  readonly where: string;
  readonly note?: Words;
}

export function sourceEntries(project: Project): readonly SourceEntry[] {
  return sourceFile<{ readonly sources: readonly SourceEntry[] }>(project, 'sources.yaml').sources;
}

/** A tile: the name of its figure, its own caption, and how many sources its figure has. */
export interface SourceTile {
  readonly label: Words;
  readonly caption: Words | undefined;
  readonly sources: number;
}

interface TileSource {
  readonly metric: string;
  readonly period: string;
  readonly caption?: Words;
}

interface MetricFile {
  readonly metrics: readonly {
    readonly id: string;
    readonly label: Words;
    readonly short?: Words;
    readonly values: readonly { readonly period: string; readonly source?: readonly string[] }[];
  }[];
}

/** The tiles of each section that has some, with the section's title. */
export function sourceTiles(
  project: Project,
): readonly { readonly title: Words; readonly tiles: readonly SourceTile[] }[] {
  const metrics = sourceFiles<MetricFile>(project, 'metrics').flatMap((file) => file.metrics);
  return sourceSections(project).flatMap(({ title, blocks }) => {
    const tiles = blocks.flatMap(tilesOf).flatMap(({ metric, period, caption }) => {
      const found = metrics.find(({ id }) => id === metric);
      if (found === undefined) return [];
      const sources = found.values.find((value) => value.period === period)?.source?.length ?? 0;
      return [{ label: found.short ?? found.label, caption, sources }];
    });
    return tiles.length === 0 ? [] : [{ title, tiles }];
  });
}

function tilesOf(block: SourceBlock): readonly TileSource[] {
  const { type, tiles } = block as SourceBlock & { readonly tiles?: readonly TileSource[] };
  if (type === 'kpi') return [block as unknown as TileSource];
  return type === 'kpi_grid' ? (tiles ?? []) : [];
}
