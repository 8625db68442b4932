import type { EditionPlaces } from '../call/index.ts';
import { loadReport, type Metric, type Report } from '../content/index.ts';
import { type Diagnostic, diagnose, type Edition, failed, good, nearest, type Outcome } from '../core/index.ts';
import { type MetricBook, resolveMetrics } from '../metrics/index.ts';
import { type FigureChain, figureChain, type PrintedPlace, placesOfValue, placesOnPage } from '../provenance/index.ts';
import { type BuiltFiles, builtPlaces, callGround, readEdition } from './built-editions.ts';
import { dataFiles } from './data-files.ts';
import type { OpenProject } from './open-project.ts';
import { placeDiagnostics } from './place-diagnostics.ts';

/** A project with its last build. */
export interface TraceInput extends Pick<OpenProject, 'workspace' | 'shipped'> {
  readonly built: BuiltFiles;
}

/** One figure: its chain, and where it is printed; undefined where nothing is built. */
export interface TracedFigure {
  readonly chain: FigureChain;
  readonly places: readonly PrintedPlace[] | undefined;
}

/** One page of one edition, with its figures. */
export interface TracedPage {
  readonly edition: Edition;
  readonly page: string;
  readonly places: readonly PrintedPlace[];
}

/**
 * Traces a figure back to its source and forward to the finished pages.
 * Emits what reading the content emits, U003 (no such metric or period), I001, I002, I005 (a note where nothing is built).
 */
export async function traceFigure(input: TraceInput, metric: string, period: string): Promise<Outcome<TracedFigure>> {
  const read = await readFigures(input);
  if (!read.ok) return read;
  const { report, book } = read.value;
  const chain = figureChain(report, book, metric, period);
  if (chain === undefined) return failed([unknownFigure(report, metric, period)]);
  const places = await builtPlaces(input.built);
  if (!places.ok) {
    const told = places.diagnostics.map((one): Diagnostic => ({ ...one, severity: 'info' }));
    return good({ chain, places: undefined }, told);
  }
  const ground = await callGround(input, report, book);
  const told: Diagnostic[] = [...(await staleBuild(input, read.value))];
  const found: PrintedPlace[] = [];
  for (const edition of places.value) {
    const pages = await readEdition(edition, input.built, ground);
    told.push(...pages.diagnostics);
    if (pages.ok) found.push(...placesOfValue([pages.value.called], report, metric, period));
  }
  return good({ chain, places: found }, told);
}

/**
 * Traces the figures of one finished page back to the content.
 * Emits what reading the content emits, U003 (no such page), I001, I002, I005.
 */
export async function tracePage(input: TraceInput, edition: Edition, page: string): Promise<Outcome<TracedPage>> {
  const read = await readFigures(input);
  if (!read.ok) return read;
  const { report, book } = read.value;
  const places = await builtPlaces(input.built);
  if (!places.ok) return places;
  const own = places.value.find((one) => one.edition === edition);
  if (own === undefined) {
    const message = `the last build made no ${edition} edition`;
    return failed([diagnose('I005', message, { hints: [`build it: petalpress build --edition ${edition}`] })]);
  }
  if (!own.labels.includes(page)) return failed([unknownPage(own, page)]);
  const pages = await readEdition(own, input.built, await callGround(input, report, book));
  const told = [...(await staleBuild(input, read.value)), ...pages.diagnostics];
  if (!pages.ok) return failed(told);
  return good({ edition, page, places: placesOnPage(pages.value.called, report, page) }, told);
}

interface Figures {
  readonly report: Report;
  readonly book: MetricBook;
}

/** The content with its figures. What is no error is for `check` to tell. */
async function readFigures({ workspace, shipped }: TraceInput): Promise<Outcome<Figures>> {
  const loaded = await loadReport(workspace, shipped);
  const metrics = loaded.ok ? resolveMetrics(loaded.value) : failed<MetricBook>([]);
  const faults = [...loaded.diagnostics, ...metrics.diagnostics].filter(({ severity }) => severity === 'error');
  if (!loaded.ok || !metrics.ok) {
    return failed(placeDiagnostics(faults, loaded.ok ? loaded.value.origins : undefined));
  }
  return good({ report: loaded.value, book: metrics.value });
}

/** The pages show the figures as they were built: data that differ are told, not mixed in silence. */
async function staleBuild({ built }: TraceInput, { report, book }: Figures): Promise<readonly Diagnostic[]> {
  const before = await built('data.json').catch(() => undefined);
  const now = dataFiles(report, book).find(({ path }) => path === 'data.json');
  if (before !== undefined && now !== undefined && Buffer.compare(before, now.bytes) === 0) return [];
  const message = 'the content has changed since the last build; the pages are as they were built';
  return [diagnose('I005', message, { severity: 'warning', hints: ['build again: petalpress build'] })];
}

function unknownFigure({ metrics, periods }: Report, id: string, period: string): Diagnostic {
  const metric = metrics.get(id);
  if (metric === undefined) {
    const close = closeIds(id, [...metrics.keys()]);
    const hints = [
      close.length === 0 ? 'ids of metrics stand in content/metrics/' : `did you mean ${close.join(', ')}?`,
    ];
    return diagnose('U003', `there is no metric ${id}`, { hints, found: id });
  }
  const known = periods.some((one) => one.id === period);
  const message = known ? `${id} has no value for ${period}` : `there is no period ${period}`;
  return diagnose('U003', message, { hints: [`its values are for ${periodsOf(metric)}`], found: period });
}

function periodsOf({ values }: Metric): string {
  return values.map(({ period }) => period).join(', ');
}

/** Ids that may have been meant: the nearest by spelling, then those that hold what was typed or share its last part. */
function closeIds(id: string, known: readonly string[]): readonly string[] {
  const best = nearest(id, known);
  const end = id.split('.').at(-1) ?? id;
  const alike = known.filter((one) => one.includes(id) || one.split('.').includes(end) || one.startsWith(`${id}.`));
  return [...new Set([...(best === undefined ? [] : [best]), ...alike])].slice(0, MOST_MEANT);
}

const MOST_MEANT = 5;

function unknownPage({ edition, labels }: EditionPlaces, page: string): Diagnostic {
  const hints = [`its pages run from ${labels[0] ?? '–'} to ${labels.at(-1) ?? '–'}, by the numbers printed on them`];
  return diagnose('U003', `the ${edition} edition has no page ${page}`, { hints, found: page });
}
