import { runChecks } from '../../src/check/index.ts';
import { loadReport } from '../../src/content/index.ts';
import type { Workspace } from '../../src/core/index.ts';
import { resolveMetrics } from '../../src/metrics/index.ts';
import { openProject, packageHome } from '../../src/pipeline/index.ts';
import { type BenchPart, tableLines } from '../part.ts';
import { type GeneratedFiles, generatedReport } from './generated-report.ts';

const SIZES = [1250, 2500, 5000, 10_000] as const;
/** Figures to one section: 400 sections at 10,000 figures. */
const FIGURES_PER_SECTION = 25;

/** CPU of `petalpress check`, by size. Linear means: the same time for each figure in every row. */
export const part: BenchPart = {
  title: 'CPU of checking a report, ms; reading = YAML, schemas and references, rules = every check',
  async run(print) {
    const rows: (readonly string[])[] = [
      ['figures', 'sections', 'KiB', 'reading', 'figures resolved', 'rules', 'whole', 'µs for each figure', 'told'],
    ];
    // The first run compiles what the others use.
    await measured(SIZES[0]);
    for (const size of SIZES) rows.push(await measured(size));
    for (const line of tableLines(rows)) print(line);
  },
};

async function measured(figures: number): Promise<readonly string[]> {
  const sections = figures / FIGURES_PER_SECTION;
  const files = generatedReport(figures, sections);
  const { shipped } = openProject(packageHome());
  const workspace = over(files, shipped);
  const start = cpu();
  const loaded = await loadReport(workspace, shipped);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const read = cpu();
  const metrics = resolveMetrics(loaded.value);
  if (!metrics.ok) throw new Error('the figures do not resolve');
  const resolved = cpu();
  const facts = {
    report: loaded.value,
    book: metrics.value,
    mode: 'draft',
    asOf: '2024-07-22',
    assetFiles: [],
  } as const;
  const told = runChecks(facts, metrics.diagnostics).filter(({ severity }) => severity !== 'info');
  const end = cpu();
  const size = Object.values(files).reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  return [
    String(figures),
    String(sections),
    String(Math.round(size / 1024)),
    ...[read - start, resolved - read, end - resolved, end - start].map((ms) => ms.toFixed(0)),
    (((end - start) / figures) * 1000).toFixed(0),
    told.length === 0 ? 'nothing' : `${told.length}: ${told[0]?.code} ${told[0]?.message}`,
  ];
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The generated content, and the package’s own files for the rest. */
function over(files: GeneratedFiles, shipped: Workspace): Workspace {
  const stored = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return {
    read: async (path) => stored.get(path) ?? shipped.read(path),
    list: async (dir) => [...stored.keys()].filter((path) => path.startsWith(`${dir}/`)).sort(),
    has: async (path) => stored.has(path) || shipped.has(path),
  };
}
