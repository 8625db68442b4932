import {
  type CallContext,
  type CalledEdition,
  callContext,
  callEdition,
  type EditionPlaces,
  expectedOfLabel,
  type FixedTexts,
  plainAccount,
  readPlaces,
} from '../call/index.ts';
import { matrixThreshold } from '../charts/index.ts';
import type { Report } from '../content/index.ts';
import {
  type Diagnostic,
  diagnose,
  type Edition,
  FileMissing,
  failed,
  good,
  type Outcome,
  sha256,
} from '../core/index.ts';
import { type FinishedPages, readText } from '../inspect/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import { loadTheme } from '../theme/index.ts';
import { readGoals } from './goals.ts';
import type { OpenProject } from './open-project.ts';

/** Reads a file of the build, relative to the output folder. */
export type BuiltFiles = (path: string) => Promise<Uint8Array>;

/** What the build left behind for reading its pages: what stands where in each edition that it made. Emits I005. */
export async function builtPlaces(built: BuiltFiles): Promise<Outcome<readonly EditionPlaces[]>> {
  const bytes = await orMissing(built('places.json'));
  const text = bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  const places = text === undefined ? undefined : readPlaces(text);
  if (places !== undefined) return good(places);
  const message =
    text === undefined ? 'there is no build to call: places.json is missing' : 'places.json is not what a build writes';
  return failed([notBuilt(message)]);
}

/** Undefined for a file that is not there. */
export async function orMissing(read: Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await read;
  } catch (cause) {
    if (cause instanceof FileMissing) return undefined;
    throw cause;
  }
}

/** Both languages are needed to call a report; the bilingual edition is called when it is there. Emits I005. */
export async function wholeBuild(built: BuiltFiles): Promise<Outcome<readonly EditionPlaces[]>> {
  const places = await builtPlaces(built);
  if (!places.ok) return places;
  const has = (edition: Edition): boolean => places.value.some((one) => one.edition === edition);
  return has('zh-Hans') && has('en') ? places : failed([notBuilt('the last build made one language alone')]);
}

function notBuilt(message: string): Diagnostic {
  return diagnose('I005', message, { hints: ['build all editions first: petalpress build'] });
}

/** What the pages of every edition of a report are called against. */
export interface CallGround {
  readonly context: CallContext;
  readonly fixed: FixedTexts;
}

/** A finished edition read back and called, with its bytes. */
export interface ReadEdition {
  readonly called: CalledEdition;
  readonly pdf: FinishedPages;
  readonly bytes: Uint8Array;
}

/** Reads one finished edition back and calls every figure on it. Emits I001, I002, I005 (not the file that was built). */
export async function readEdition(
  places: EditionPlaces,
  built: BuiltFiles,
  { context, fixed }: CallGround,
): Promise<Outcome<ReadEdition>> {
  const bytes = await orMissing(built(places.file));
  if (bytes === undefined) return failed([notBuilt(`${places.file} is missing, which the last build wrote`)]);
  const told: readonly Diagnostic[] = sha256(bytes) === places.sha256 ? [] : [otherFile(places)];
  const pdf = readText(bytes);
  const named = pdf.diagnostics.map((one): Diagnostic => ({ ...one, message: `${places.file}: ${one.message}` }));
  if (!pdf.ok) return failed([...told, ...named]);
  const called = callEdition(pdf.value, places, { ...context, labelOf: labelsOf(context.report, places) }, fixed);
  return good({ called, pdf: pdf.value, bytes }, [...told, ...named]);
}

function otherFile({ edition, file }: EditionPlaces): Diagnostic {
  const message = `${file} is not the file that the last build wrote for ${edition}; it is called as it is`;
  return diagnose('I005', message, {
    severity: 'warning',
    hints: ['build again, unless the file was changed on purpose'],
  });
}

/** The label of the page that a block, chapter or part begins on. */
export function labelsOf(report: Report, { boxes, labels }: EditionPlaces): (block: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const find = (id: string): string | undefined => {
    const part = Object.values(report.parts).find(({ kind }) => kind === id);
    const origin = (report.blocks.get(id) ?? report.chapters.get(id) ?? part)?.origin;
    const box = boxes.find((one) => one.origin === origin || one.origin.startsWith(`${origin}/`));
    return box === undefined ? undefined : labels[box.page];
  };
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id);
  };
}

/** The threshold of the matrix and the names of goals, which are the design’s and not the report’s. */
export async function callGround(
  { workspace, shipped }: Pick<OpenProject, 'workspace' | 'shipped'>,
  report: Report,
  book: MetricBook,
): Promise<CallGround> {
  const [theme, goals] = await Promise.all([loadTheme(workspace, 'screen', shipped), readGoals(workspace)]);
  const account = plainAccount('score', 'matrix threshold', report.origin);
  const context = callContext(report, book);
  const fixed = {
    expected: theme.ok ? expectedOfLabel(String(matrixThreshold(theme.value)), account, context) : [],
    labels: goals.ok ? goals.value : [],
  };
  return { context, fixed };
}
