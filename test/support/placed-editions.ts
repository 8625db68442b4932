import { fileURLToPath } from 'node:url';
import { EDITIONS, type Edition } from '../../src/core/index.ts';
import type { PlacedDocument, PlacedLine, PlacedPage, StructureNode } from '../../src/pdf/placed.ts';
import { buildReport, openProject } from '../../src/pipeline/index.ts';
import { HOME } from './project-files.ts';

const FOLDERS = {
  showcase: HOME,
  ferry: fileURLToPath(new URL('../fixtures/sample-report', import.meta.url)),
} as const;

export type ProjectName = keyof typeof FOLDERS;

const known = new Map<string, Promise<ReadonlyMap<Edition, PlacedDocument>>>();

/** The finished layout of one edition: what stands where. */
export async function placedEdition(project: ProjectName, edition: Edition): Promise<PlacedDocument> {
  const building = known.get(project) ?? placeAll(project);
  known.set(project, building);
  const document = (await building).get(edition);
  if (document === undefined) throw new Error(`the ${edition} edition of the ${project} could not be built`);
  return document;
}

async function placeAll(project: ProjectName): Promise<ReadonlyMap<Edition, PlacedDocument>> {
  const { editions } = await buildReport({
    ...openProject(FOLDERS[project]),
    plan: {
      editions: EDITIONS,
      variant: 'screen',
      mode: 'draft',
      only: undefined,
      asOf: undefined,
      rasters: false,
    },
    progress: () => undefined,
  });
  return new Map(editions.map((built) => [built.edition, built.document]));
}

/** A line with the structure elements that it stands in, its own first. */
export interface ReadLine extends PlacedLine {
  readonly within: readonly StructureNode[];
}

/** The lines of a page that are read out, with what they belong to. */
export function readLines(document: PlacedDocument, page: PlacedPage): readonly ReadLine[] {
  return page.items.flatMap((item) =>
    item.kind === 'line' && 'node' in item.role ? [{ ...item, within: lineage(document, item.role.node) }] : [],
  );
}

function lineage(document: PlacedDocument, id: number): readonly StructureNode[] {
  const nodes: StructureNode[] = [];
  for (let at: number | undefined = id; at !== undefined; ) {
    const node: StructureNode | undefined = document.structure[at];
    if (node === undefined) break;
    nodes.push(node);
    at = node.parent;
  }
  return nodes;
}

/** The innermost element of one of some types that a line stands in. */
export function elementOf(line: ReadLine, types: RegExp): StructureNode | undefined {
  return line.within.find((node) => types.test(node.tag.type));
}

/** Where the ink of a line begins and ends, pt from the trim's left. */
export function inkOf(line: PlacedLine): readonly [number, number] {
  const ends = line.line.items.map((item): readonly [number, number] => {
    const width = item.kind === 'glyphs' ? sum(item.advances) : item.kind === 'box' ? item.width : item.drawing.width;
    return [line.x + item.x, line.x + item.x + width];
  });
  return [Math.min(...ends.map(([left]) => left)), Math.max(...ends.map(([, right]) => right))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
