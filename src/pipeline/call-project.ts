import {
  type CalledEdition,
  callContext,
  callEdition,
  type EditionPlaces,
  expectedOfLabel,
  type FixedTexts,
  type Ledger,
  ledgerCsv,
  ledgerPage,
  ledgerWorkbook,
  misprints,
  openLedger,
  plainAccount,
  readPlaces,
  readSignOff,
  reportFacts,
  type SignOff,
  signStates,
} from '../call/index.ts';
import { matrixThreshold } from '../charts/index.ts';
import { loadReport, type Report } from '../content/index.ts';
import {
  type Diagnostic,
  diagnose,
  type Edition,
  FileMissing,
  failed,
  good,
  type Outcome,
  sha256,
  sortDiagnostics,
} from '../core/index.ts';
import { type PagePicture, readPages, renderPages } from '../inspect/index.ts';
import { type MetricBook, resolveMetrics } from '../metrics/index.ts';
import { loadTheme } from '../theme/index.ts';
import { readGoals } from './goals.ts';
import type { OpenProject } from './open-project.ts';
import { placeDiagnostics } from './place-diagnostics.ts';
import type { OutputFile } from './write-output.ts';

/** A project whose finished pages are to be called. */
export interface CallProjectInput extends Pick<OpenProject, 'workspace' | 'shipped'> {
  /** Reads a file of the build, relative to the output folder. */
  readonly built: (path: string) => Promise<Uint8Array>;
  /** The sign-off file as it is; undefined where there is none yet. */
  readonly signOff: string | undefined;
  /** Whether the ledger shows its pages. */
  readonly pictures: boolean;
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
  const { workspace } = input;
  const loaded = await loadReport(workspace);
  const metrics = loaded.ok ? resolveMetrics(loaded.value) : failed<MetricBook>([]);
  const faults = [...loaded.diagnostics, ...metrics.diagnostics].filter(({ severity }) => severity === 'error');
  if (!loaded.ok || !metrics.ok) return failed(faults);
  const [report, book] = [loaded.value, metrics.value];

  const places = await builtPlaces(input);
  if (!places.ok) return places;
  const told: Diagnostic[] = [...places.diagnostics];
  const signOff = input.signOff === undefined ? undefined : readSignOff(input.signOff);
  told.push(...signOffFaults(signOff, report));

  const fixed = await fixedTexts(input, report, book);
  const editions: CalledEdition[] = [];
  const pictures = new Map<Edition, readonly PagePicture[]>();
  for (const edition of places.value) {
    const bytes = await input.built(edition.file);
    if (sha256(bytes) !== edition.sha256) told.push(otherFile(edition));
    const pdf = await readPages(bytes, { links: true, alts: true });
    told.push(...pdf.diagnostics);
    if (!pdf.ok) continue;
    const context = callContext(report, book, labelsOf(report, edition));
    editions.push(callEdition(pdf.value, edition, context, fixed));
    if (input.pictures && edition.edition !== 'bilingual') {
      const rendered = await renderPages(
        bytes,
        pdf.value.pages.map(({ index }) => index),
      );
      if (rendered.ok) pictures.set(edition.edition, rendered.value);
    }
  }
  const ledger = openLedger(report, editions);
  told.push(...ledger.diagnostics, ...misprintFaults(report, book));
  const table = {
    report: report.id,
    rows: ledger.rows,
    factsOf: reportFacts(report, book),
    signOff: typeof signOff === 'string' ? undefined : signOff,
  };
  const template = new TextDecoder().decode(await input.shipped.read('templates/ledger.html'));
  const title = `${report.shortTitle.en.source} · ${report.shortTitle.zh.source}`;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files: readonly OutputFile[] = [
    { path: 'ledger.html', bytes: encode(ledgerPage({ ...table, title, template, pictures })) },
    { path: 'ledger.csv', bytes: encode(ledgerCsv(table)) },
    { path: 'ledger.xlsx', bytes: ledgerWorkbook(table) },
  ];
  const diagnostics = sortDiagnostics(placeDiagnostics(told, report.origins));
  const signed = [...signStates(table.signOff, ledger.rows).values()].filter(({ state }) => state === 'signed').length;
  return good({ report, book, editions, ledger, files, signed, diagnostics });
}

/** What the build left behind for calling. Both languages are needed, the bilingual edition is called when it is there. */
async function builtPlaces({ built }: CallProjectInput): Promise<Outcome<readonly EditionPlaces[]>> {
  const text = await built('places.json').then(
    (bytes) => new TextDecoder().decode(bytes),
    (cause: unknown) => {
      if (cause instanceof FileMissing) return undefined;
      throw cause;
    },
  );
  const places = text === undefined ? undefined : readPlaces(text);
  const has = (edition: Edition): boolean => places?.some((one) => one.edition === edition) === true;
  if (places !== undefined && has('zh-Hans') && has('en')) return good(places);
  const message =
    text === undefined
      ? 'there is no build to call: places.json is missing'
      : places === undefined
        ? 'places.json is not what a build writes'
        : 'the last build made one language alone';
  return failed([diagnose('I005', message, { hints: ['build all editions first: petalpress build'] })]);
}

function otherFile({ edition, file }: EditionPlaces): Diagnostic {
  const message = `${file} is not the file that the last build wrote for ${edition}; it is called as it is`;
  return diagnose('I005', message, {
    severity: 'warning',
    hints: ['build again, unless the file was changed on purpose'],
  });
}

/** The label of the page that a block, chapter or part begins on. */
function labelsOf(report: Report, { boxes, labels }: EditionPlaces): (block: string) => string | undefined {
  return (id) => {
    const part = Object.values(report.parts).find(({ kind }) => kind === id);
    const origin = (report.blocks.get(id) ?? report.chapters.get(id) ?? part)?.origin;
    const box = boxes.find((one) => one.origin === origin || one.origin.startsWith(`${origin}/`));
    return box === undefined ? undefined : labels[box.page];
  };
}

/** The threshold of the matrix and the names of goals, which are the design’s and not the report’s. */
async function fixedTexts(
  { workspace, shipped }: Pick<CallProjectInput, 'workspace' | 'shipped'>,
  report: Report,
  book: MetricBook,
): Promise<FixedTexts> {
  const [theme, goals] = await Promise.all([loadTheme(workspace, 'screen', shipped), readGoals(workspace)]);
  const account = plainAccount('score', 'matrix threshold', report.origin);
  const context = callContext(report, book);
  return {
    expected: theme.ok ? expectedOfLabel(String(matrixThreshold(theme.value)), account, context) : [],
    labels: goals.ok ? goals.value : [],
  };
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

function misprintFaults(report: Report, book: MetricBook): readonly Diagnostic[] {
  return misprints(callContext(report, book)).map(({ account, figure }) => {
    const stored = book.canonical(account.metric ?? '', account.period ?? '') ?? '';
    return diagnose('N5', `${account.key} is ${stored}, and prints as “${figure.text}”`, {
      origin: account.origin,
      item: account.key,
      expected: stored,
      found: figure.value,
    });
  });
}
