import { type Diagnostic, diagnose, type OriginId, type Outcome, outcome, type Severity } from '../core/index.ts';
import { type Finding, lieOf, type Profile, preflight, type Verdict } from '../inspect/index.ts';
import type { PlacedDocument, PlacedItem, WrittenPdf } from '../pdf/index.ts';
import type { BuildPlan } from './plan.ts';

/** What an edition is made to keep. */
export function profilesOf({ variant }: Pick<BuildPlan, 'variant'>): readonly Profile[] {
  return variant === 'print' ? ['x4'] : ['ua1', 'a3a'];
}

/** Findings of one rule that are told one by one; the rest of them are counted. */
const MOST_TOLD = 5;

/**
 * Writes an edition with its claims, reads the bytes back, and lets the claims stand only if the file keeps what it claims.
 * In a release a file that does not is refused; a draft is written again without them.
 * Emits I007, with the place in the content that the finding lies on.
 */
export function writeProved(
  write: (claim: boolean) => Outcome<WrittenPdf>,
  document: PlacedDocument,
  plan: Pick<BuildPlan, 'variant' | 'mode' | 'impose' | 'only'>,
): Outcome<WrittenPdf> {
  // A chapter alone and a sheet of an imposed booklet are not the document that the standards speak of.
  if (plan.only !== undefined || plan.impose !== undefined) return write(false);
  const claimed = write(true);
  if (!claimed.ok) return claimed;
  const read = preflight(claimed.value.bytes, profilesOf(plan));
  if (!read.ok) return outcome(claimed.value, [...claimed.diagnostics, ...read.diagnostics]);
  const verdict = read.value;
  const told = tellFindings(verdict, document, plan.mode === 'release' ? 'error' : 'warning');
  if (verdict.profiles.every(({ passes }) => passes)) return outcome(claimed.value, [...claimed.diagnostics, ...told]);
  if (plan.mode === 'release') return outcome(claimed.value, [...claimed.diagnostics, ...told]);
  const plain = write(false);
  return plain.ok ? outcome(plain.value, [...plain.diagnostics, ...told]) : plain;
}

function tellFindings(verdict: Verdict, document: PlacedDocument, severity: Severity): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return verdict.findings.flatMap((finding): readonly Diagnostic[] => {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (count > MOST_TOLD) return [];
    return [tellFinding(finding, verdict, document, finding.severity === 'fail' ? severity : 'info')];
  });
}

function tellFinding(finding: Finding, verdict: Verdict, document: PlacedDocument, severity: Severity): Diagnostic {
  const { page, object } = finding;
  const label = page === undefined ? undefined : document.pages[page]?.label;
  const origin = originOf(finding, verdict, document);
  return diagnose('I007', `${finding.rule}: ${finding.message}`, {
    severity,
    hints: [`read docs/conformance.md for ${finding.rule}`],
    ...(label === undefined ? {} : { page: label }),
    ...(object === undefined ? {} : { found: `object ${object}` }),
    ...(origin === undefined ? {} : { origin }),
  });
}

/** The content that was set where a finding lies. */
function originOf(finding: Finding, verdict: Verdict, document: PlacedDocument): OriginId | undefined {
  const lie = lieOf(finding);
  if (lie === undefined) return undefined;
  const { page, box } = lie;
  const trim = verdict.pages[page]?.trim;
  const placed = document.pages[page];
  if (trim === undefined || placed === undefined) return undefined;
  const x = (box[0] + box[2]) / 2 - trim[0];
  const y = trim[3] - (box[1] + box[3]) / 2;
  let nearest: { readonly origin: OriginId; readonly area: number } | undefined;
  for (const item of placed.items) {
    const [left, top, right, bottom] = boundsOf(item);
    if (item.origin === '' || x < left || x > right || y < top || y > bottom) continue;
    const area = (right - left) * (bottom - top);
    if (nearest === undefined || area < nearest.area) nearest = { origin: item.origin, area };
  }
  return nearest?.origin;
}

function boundsOf(item: PlacedItem): readonly [number, number, number, number] {
  if (item.kind === 'line') {
    const size = item.line.items.reduce((most, part) => Math.max(most, part.kind === 'glyphs' ? part.size : 0), 0);
    return [item.x, item.y - size, item.x + item.measure, item.y + size / 2];
  }
  const { width, height } = item.kind === 'drawing' ? item.drawing : item;
  return [item.x, item.y, item.x + width, item.y + height];
}
