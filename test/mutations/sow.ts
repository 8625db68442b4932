import { runChecks } from '../../src/check/index.ts';
import { loadReport } from '../../src/content/index.ts';
import type { Diagnostic } from '../../src/core/index.ts';
import { resolveMetrics } from '../../src/metrics/index.ts';
import { distinctDiagnostics } from '../../src/pipeline/build-report.ts';
import { placeDiagnostics } from '../../src/pipeline/place-diagnostics.ts';
import { loadTheme } from '../../src/theme/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { filesOf } from '../support/project-files.ts';
import type { Ground } from './ground.ts';
import { type Kind, type Seed, sown } from './seed.ts';

/** What the checks say of a project in memory: the checks alone, without fonts, templates and pages. */
export async function checkFiles(ground: Ground, seed: Partial<Seed> = {}): Promise<readonly Diagnostic[]> {
  const templates = await filesOf('templates', 'templates/');
  const shipped = memoryWorkspace(templates);
  const workspace = memoryWorkspace({ ...templates, ...sown(ground, seed.edits ?? []) });
  const loaded = await loadReport(workspace, shipped);
  const theme = await loadTheme(workspace, 'screen', shipped);
  if (!loaded.ok) return placeDiagnostics([...loaded.diagnostics, ...theme.diagnostics], undefined);
  const report = loaded.value;
  const metrics = resolveMetrics(report);
  const facts = {
    report,
    mode: seed.mode ?? ('draft' as const),
    asOf: seed.asOf ?? report.published,
    assetFiles: await workspace.list('content/assets'),
    ...(metrics.ok ? { book: metrics.value } : {}),
    ...(theme.ok ? { theme: theme.value } : {}),
    ...(seed.against === undefined ? {} : { against: seed.against }),
  };
  const told = [...loaded.diagnostics, ...theme.diagnostics, ...runChecks(facts, metrics.diagnostics)];
  return distinctDiagnostics(placeDiagnostics(told, report.origins));
}

/** What came of one fault. */
export interface Sown {
  readonly kind: Kind;
  readonly ground: string;
  readonly seed: Seed;
  readonly caught: boolean;
  readonly rightId: boolean;
  readonly rightLine: boolean;
  /** What was told that is not told of the good project. */
  readonly told: readonly string[];
}

/** Sows one fault and reads what is told beyond what the good project says. */
export async function sow(ground: Ground, clean: readonly Diagnostic[], kind: Kind, seed: Seed): Promise<Sown> {
  // What stands where it stood is the same; what an added line has moved is known by its words.
  const moved = beyond(await checkFiles(ground, seed), clean, (one) => `${keyOf(one)}|${placeOf(one)}`);
  const fresh = beyond(moved.more, moved.less, keyOf).more;
  const right = fresh.filter(
    ({ code, message, hints }) =>
      kind.codes.includes(code) &&
      (seed.says === undefined || [message, ...hints].some((text) => text.includes(seed.says ?? ''))),
  );
  const places = new Set(right.map(placeOf));
  const named = new Set(
    right.flatMap((one) => [placeOf(one), ...one.related.map(({ span }) => `${span.file}:${span.start.line}`)]),
  );
  return {
    kind,
    ground: ground.name,
    seed,
    caught: right.length > 0 || fresh.some(({ severity }) => severity !== 'info'),
    rightId: right.length > 0,
    rightLine: seed.lines.some((line) => places.has(line)) && (seed.named ?? []).every((line) => named.has(line)),
    told: fresh.map((one) => `${placeOf(one)} ${one.code} ${one.severity} ${one.message}`),
  };
}

/** What one list has more and less than another, by a key. */
function beyond(
  told: readonly Diagnostic[],
  known: readonly Diagnostic[],
  keyed: (one: Diagnostic) => string,
): { readonly more: readonly Diagnostic[]; readonly less: readonly Diagnostic[] } {
  const left = [...known];
  const more = told.filter((one) => {
    const at = left.findIndex((other) => keyed(other) === keyed(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { more, less: left };
}

function placeOf({ span }: Diagnostic): string {
  return span === undefined ? '' : `${span.file}:${span.start.line}`;
}

function keyOf({ code, severity, message, span }: Diagnostic): string {
  return [code, severity, message, span?.file].join('|');
}
