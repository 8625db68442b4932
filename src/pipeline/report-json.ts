import { createHash } from 'node:crypto';
import type { Diagnostic } from '../core/index.ts';
import type { BuiltEdition } from './edition-build.ts';
import type { BuildPlan } from './plan.ts';

/** `output/report.json`: what was built, and where every anchor stands. Shape in `schemas/report.schema.json`. */
export function reportJson(
  id: string,
  plan: Pick<BuildPlan, 'mode' | 'variant' | 'impose'>,
  editions: readonly BuiltEdition[],
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
      pages: built.document.pages.length,
      bytes: built.bytes.length,
      sha256: createHash('sha256').update(built.bytes).digest('hex'),
      fonts: built.fonts,
      labels: built.document.pages.map((page) => page.label),
      anchors: Object.fromEntries(
        [...built.document.placements].map(([block, placement]) => {
          const page = placement.boxes[0]?.page ?? 0;
          return [block, { page: page + 1, label: built.document.pages[page]?.label ?? '' }] as const;
        }),
      ),
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
export function editionPath(edition: BuiltEdition['edition'], plan: Pick<BuildPlan, 'variant' | 'impose'>): string {
  const name = `report.${edition}${plan.impose === undefined ? '' : `.${plan.impose}`}.pdf`;
  return plan.variant === 'print' ? `print/${name}` : name;
}
