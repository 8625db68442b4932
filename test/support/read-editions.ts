import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CalledEdition, callEdition, type EditionPlaces, openLedger, readPlaces } from '../../src/call/index.ts';
import { loadReport } from '../../src/content/index.ts';
import type { Diagnostic, Edition, OriginId } from '../../src/core/index.ts';
import { type FinishedPages, readText } from '../../src/inspect/index.ts';
import { resolveMetrics } from '../../src/metrics/index.ts';
import { callGround, labelsOf } from '../../src/pipeline/built-editions.ts';
import { openProject } from '../../src/pipeline/index.ts';

/** The editions of a build in two languages as they were read back, to be called as they are or altered. */
export interface ReadEditions {
  readonly pages: (edition: Edition) => FinishedPages;
  readonly places: (edition: Edition) => EditionPlaces;
  /** What is wrong when one edition has other pages. */
  readonly faults: (edition?: Edition, altered?: FinishedPages) => readonly Diagnostic[];
  /** Origins of the chart blocks. */
  readonly charts: ReadonlySet<OriginId>;
  readonly called: (edition: Edition, altered?: FinishedPages) => CalledEdition;
}

/** Reads a build of a project back. */
export async function readEditions(project: string, output: string): Promise<ReadEditions> {
  const opened = openProject(project);
  const loaded = await loadReport(opened.workspace);
  if (!loaded.ok) throw new Error('the report cannot be read');
  const metrics = resolveMetrics(loaded.value);
  if (!metrics.ok) throw new Error('the figures do not resolve');
  const ground = await callGround(opened, loaded.value, metrics.value);
  const all = readPlaces(await readFile(join(output, 'places.json'), 'utf8')) ?? [];
  const known = new Map<Edition, { readonly pages: FinishedPages; readonly places: EditionPlaces }>();
  for (const places of all) {
    const read = readText(await readFile(join(output, places.file)));
    if (!read.ok) throw new Error(`${places.file} cannot be read`);
    known.set(places.edition, { pages: read.value, places });
  }
  const of = (edition: Edition) => {
    const found = known.get(edition);
    if (found === undefined) throw new Error(`${edition} was not built`);
    return found;
  };
  const called = (edition: Edition, altered?: FinishedPages): CalledEdition => {
    const { pages, places } = of(edition);
    const context = { ...ground.context, labelOf: labelsOf(loaded.value, places) };
    return callEdition(altered ?? pages, places, context, ground.fixed);
  };
  const sound = new Map((['zh-Hans', 'en'] as const).map((edition) => [edition as Edition, called(edition)]));
  return {
    pages: (edition) => of(edition).pages,
    places: (edition) => of(edition).places,
    called,
    charts: new Set(
      [...loaded.value.blocks.values()].flatMap(({ type, origin }) => (type === 'chart' ? [origin] : [])),
    ),
    faults: (edition, altered) => {
      const editions = [...sound].map(([own, good]) => (own === edition ? called(own, altered) : good));
      return openLedger(loaded.value, editions).diagnostics;
    },
  };
}
