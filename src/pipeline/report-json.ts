import type { Diagnostic } from '../core/index.ts';
import type { FinishedEdition } from './finished-edition.ts';
import type { BuildPlan } from './plan.ts';

/** `output/report.json`: what was built, and where every anchor stands. */
export function reportJson(
  id: string,
  plan: Pick<BuildPlan, 'mode' | 'variant' | 'impose'>,
  editions: readonly FinishedEdition[],
  diagnostics: readonly Diagnostic[],
): string {
  const content = {
    schema: 'report-output/1',
    report: id,
    mode: plan.mode,
    variant: plan.variant,
    editions: editions.map((built) => ({
      edition: built.edition,
      file: editionPath(built.edition, plan),
      pages: built.labels.length,
      bytes: built.bytes.length,
      sha256: built.sha256,
      fonts: built.fonts,
      labels: built.labels,
      anchors: Object.fromEntries(built.anchors),
    })),
    diagnostics: diagnostics.map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      ...(span ? { place: `${span.file}:${span.start.line}:${span.start.column}` } : {}),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Where an edition is written, relative to the output folder. */
export function editionPath(edition: FinishedEdition['edition'], plan: Pick<BuildPlan, 'variant' | 'impose'>): string {
  const name = `report.${edition}${plan.impose === undefined ? '' : `.${plan.impose}`}.pdf`;
  return plan.variant === 'print' ? `print/${name}` : name;
}
