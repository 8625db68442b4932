import {
  type CallContext,
  type CalledEdition,
  type EditionPlaces,
  type Ledger,
  type LedgerRow,
  ledgerFiles,
  misprints,
  openLedger,
  readSignOff,
  reportFacts,
  type SignOff,
  signStates,
} from '../call/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import {
  type Diagnostic,
  diagnose,
  type Edition,
  failed,
  good,
  type Outcome,
  type Span,
  sortDiagnostics,
} from '../core/index.ts';
import type { PagePicture } from '../inspect/index.ts';
import { type MetricBook, resolveMetrics } from '../metrics/index.ts';
import { type EntryOf, ledgerChains } from '../provenance/index.ts';
import { type BuiltFiles, callGround, orMissing, readEdition, wholeBuild } from './built-editions.ts';
import type { OpenProject } from './open-project.ts';
import { type PagePainter, paintEditions } from './page-painter.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import type { OutputFile } from './write-output.ts';

/** A project whose finished pages are to be called. */
export interface CallProjectInput extends Pick<OpenProject, 'workspace' | 'shipped'> {
  readonly built: BuiltFiles;
  /** The sign-off file as it is; undefined where there is none yet. */
  readonly signOff: string | undefined;
  /** Makes the page pictures of the ledger; it has none without it. */
  readonly paint: PagePainter | undefined;
  /** Asks who entered what spans of the content show; the ledger’s chains say that nobody knows without it. */
  readonly entries: ((spans: readonly Span[]) => Promise<EntryOf>) | undefined;
}

/** Finished pages, called. */
export interface CalledProject {
  readonly report: Report;
  readonly book: MetricBook;
  readonly editions: readonly CalledEdition[];
  readonly ledger: Ledger;
  readonly files: readonly OutputFile[];
  /** How many figures are signed as they are now. */
  readonly signed: number;
  /** Sorted, with their places. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the finished PDFs of a project back and calls every figure on their pages against the content.
 * Emits what reading the content emits, I001, I002, I005, N5, P6, V7, V8, V9.
 */
export async function callProject(input: CallProjectInput): Promise<Outcome<CalledProject>> {
  const { workspace, built, paint } = input;
  const places = await wholeBuild(built);
  // Asked for first, since other threads may draw while this one reads.
  const painting = places.ok && paint !== undefined ? paintPages(places.value, built, paint) : undefined;
  painting?.catch(() => undefined);
  const loaded = await loadReport(workspace);
  const metrics = loaded.ok ? resolveMetrics(loaded.value) : failed<MetricBook>([]);
  const faults = [...loaded.diagnostics, ...metrics.diagnostics].filter(({ severity }) => severity === 'error');
  if (!loaded.ok || !metrics.ok) return failed(faults);
  const [report, book] = [loaded.value, metrics.value];

  if (!places.ok) return places;
  const told: Diagnostic[] = [...places.diagnostics];
  const signOff = input.signOff === undefined ? undefined : readSignOff(input.signOff);
  told.push(...signOffFaults(signOff, report));

  const ground = await callGround(input, report, book);
  const editions: CalledEdition[] = [];
  for (const edition of places.value) {
    const read = await readEdition(edition, built, ground);
    told.push(...read.diagnostics);
    if (!read.ok) continue;
    editions.push(read.value.called);
  }
  const ledger = openLedger(report, editions);
  told.push(...ledger.diagnostics, ...misprintFaults(ground.context));
  const table = {
    report: report.id,
    rows: ledger.rows,
    factsOf: reportFacts(report, book, await chainTexts(input, report, book, ledger)),
    signOff: typeof signOff === 'string' ? undefined : signOff,
  };
  const template = new TextDecoder().decode(await input.shipped.read('templates/ledger.html'));
  const title = `${report.shortTitle.en.source} · ${report.shortTitle.zh.source}`;
  const pictures = (await painting) ?? new Map<Edition, readonly PagePicture[]>();
  const files = ledgerFiles({ ...table, title, template, pictures });
  const diagnostics = sortDiagnostics(placeDiagnostics(told, report.origins));
  const signed = [...signStates(table.signOff, ledger.rows).values()].filter(({ state }) => state === 'signed').length;
  return good({ report, book, editions, ledger, files, signed, diagnostics });
}

/** Says the chain of a row, with who entered its values. */
async function chainTexts(
  { entries }: CallProjectInput,
  report: Report,
  book: MetricBook,
  { rows }: Ledger,
): Promise<(row: LedgerRow) => string> {
  const chains = ledgerChains(report, book);
  const spans = chains.spansOf(rows.flatMap(({ account }) => account ?? []));
  const entryOf: EntryOf = (await entries?.(spans)) ?? (() => undefined);
  return ({ account }) => (account === undefined ? '' : chains.textOf(account, entryOf));
}

/** Of the two editions in one language, as far as their files are there. */
async function paintPages(
  places: readonly EditionPlaces[],
  built: BuiltFiles,
  paint: PagePainter,
): Promise<ReadonlyMap<Edition, readonly PagePicture[]>> {
  const shown = places.filter(({ edition }) => edition !== 'bilingual');
  const files = await Promise.all(
    shown.map(async ({ edition, file }) => [edition, await orMissing(built(file))] as const),
  );
  return paintEditions(
    paint,
    files.flatMap(([edition, bytes]) => (bytes === undefined ? [] : [[edition, bytes] as const])),
  );
}

function signOffFaults(signOff: SignOff | string | undefined, report: Report): readonly Diagnostic[] {
  if (typeof signOff === 'string') {
    return [
      diagnose('V9', `signoff.json: ${signOff}`, {
        hints: ['restore it from version control; it is only ever added to'],
      }),
    ];
  }
  if (signOff === undefined || signOff.report === report.id) return [];
  const message = `signoff.json was signed for ${signOff.report}, this report is ${report.id}`;
  return [diagnose('V9', message, { hints: ['keep one sign-off file for each report'] })];
}

function misprintFaults(context: CallContext): readonly Diagnostic[] {
  return misprints(context).map(({ account, figure }) => {
    const stored = context.book.canonical(account.metric ?? '', account.period ?? '') ?? '';
    return diagnose('N5', `${account.key} is ${stored}, and prints as “${figure.text}”`, {
      origin: account.origin,
      item: account.key,
      expected: stored,
      found: figure.value,
    });
  });
}
