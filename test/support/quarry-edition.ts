import type { Edition, Variant } from '../../src/core/index.ts';
import { installedFonts } from '../../src/fonts/index.ts';
import { inspectPdf, type PdfFacts } from '../../src/inspect/index.ts';
import type { PlacedDocument } from '../../src/pdf/placed.ts';
import { buildReport } from '../../src/pipeline/index.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import { filesOf, type ProjectFiles } from './project-files.ts';

/** An edition of the quarry's report of wide and long tables: its layout, its bytes, and what is read back from them. */
export interface QuarryEdition {
  readonly document: PlacedDocument;
  readonly bytes: Uint8Array;
  readonly facts: PdfFacts;
}

const known = new Map<string, Promise<QuarryEdition>>();

/** Builds an edition once a process. */
export function quarryEdition(edition: Edition, variant: Variant = 'screen'): Promise<QuarryEdition> {
  const key = `${edition} ${variant}`;
  const making = known.get(key) ?? makeEdition(edition, variant);
  known.set(key, making);
  return making;
}

/** Builds it with files laid over the project. */
export async function makeEdition(
  edition: Edition,
  variant: Variant,
  over: ProjectFiles = {},
  impose?: 'saddle',
): Promise<QuarryEdition> {
  const templates = await filesOf('templates', 'templates/');
  const project = await filesOf('test/fixtures/quarry-report');
  const built = await buildReport({
    workspace: memoryWorkspace({ ...templates, ...project, ...over }),
    shipped: memoryWorkspace(templates),
    fonts: installedFonts(),
    plan: {
      editions: [edition],
      variant,
      mode: 'draft',
      only: undefined,
      asOf: undefined,
      rasters: false,
      ...(impose === undefined ? {} : { impose }),
    },
    progress: () => undefined,
  });
  const [made] = built.editions;
  const told = built.diagnostics.filter((one) => one.severity !== 'info');
  if (made === undefined || told.length > 0)
    throw new Error(told.map((one) => `${one.code} ${one.message}`).join('\n'));
  const read = await inspectPdf(made.bytes);
  if (!read.ok) throw new Error(read.diagnostics.map((one) => one.message).join('\n'));
  return { document: made.document, bytes: made.bytes, facts: read.value };
}
