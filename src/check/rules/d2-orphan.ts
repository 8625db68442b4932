import { type Block, type Report, reportTexts, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** D2: metrics, targets, sources, assets and chapters that nothing uses, and files in the assets folder that no asset names. */
export function orphans(facts: CheckFacts): readonly Diagnostic[] {
  const { report } = facts;
  const used = usedIds(report);
  const at = (what: string, id: string, origin: OriginId): readonly Diagnostic[] => {
    if (used.has(`${what} ${id}`)) return [];
    const span = report.origins.spanOf(`${origin}/id`);
    return [
      diagnose('D2', `the ${what} \`${id}\` is never used`, {
        ...(span === undefined ? {} : { span }),
        hints: ['use it, or remove it'],
      }),
    ];
  };
  const registered = new Set([...report.assets.values()].map((asset) => asset.path));
  return [
    ...[...report.metrics.values()].flatMap((metric) => at('metric', metric.id, metric.origin)),
    ...[...report.targets.values()].flatMap((target) => at('target', target.id, target.origin)),
    ...[...report.sources.values()].flatMap((source) => at('source', source.id, source.origin)),
    ...[...report.assets.values()].flatMap((asset) => at('asset', asset.id, asset.origin)),
    // A chapter that is written and not printed is a slip, where an unused source is none.
    ...[...report.chapters.values()].flatMap((chapter) =>
      at('chapter', chapter.id, chapter.origin).map((found): Diagnostic => ({ ...found, severity: 'error' })),
    ),
    ...facts.assetFiles
      .filter((path) => !registered.has(path))
      .map((path) =>
        diagnose('D2', `no asset names the file ${path}`, { hints: ['register it in assets.yaml, or remove it'] }),
      ),
  ];
}

function usedIds(report: Report): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (what: string, ...ids: readonly (string | undefined)[]): void => {
    for (const id of ids) used.add(`${what} ${id}`);
  };
  const heads = new Set<string>();
  for (const { text } of reportTexts(report)) {
    for (const { head, target } of textReferences(text.zh)) {
      if (heads.has(head)) continue;
      heads.add(head);
      if (target.kind === 'm' || target.kind === 'yoy' || target.kind === 'diff') add('metric', target.metric);
      if (target.kind === 'share') add('metric', target.part, target.whole);
      if (target.kind === 'sum') add('metric', ...target.metrics);
      if (target.kind === 'target') add('target', target.target);
      if (target.kind === 'src') add('source', target.source);
    }
  }
  for (const block of report.blocks.values()) addBlock(block, add);
  for (const metric of report.metrics.values()) {
    for (const parts of metric.parts) add('metric', ...parts.items);
    for (const value of metric.values) {
      add('source', ...value.source, ...value.statedChanges.flatMap((s) => s.source));
      add('source', ...value.alternatives.flatMap((a) => a.source));
    }
    for (const restated of metric.restatements) add('source', ...restated.source);
  }
  for (const target of report.targets.values()) {
    add('metric', target.metric);
    add('source', ...target.source);
    // A target of a printed metric prints with it.
    if (target.metric !== undefined && used.has(`metric ${target.metric}`)) add('target', target.id);
  }
  for (const index of report.indices.values()) {
    for (const entry of index.entries) add('metric', ...entry.metrics);
  }
  for (const page of [...report.front, ...report.body, ...report.back]) {
    if (page.kind === 'chapter') add('chapter', page.chapter);
  }
  return used;
}

function addBlock(block: Block, add: (what: string, ...ids: readonly (string | undefined)[]) => void): void {
  if (block.type === 'chart') {
    add('metric', ...block.series.map((series) => series.metric));
    add('target', block.target);
  } else if (block.type === 'metric_table') {
    add('metric', ...block.groups.flatMap((group) => group.rows.map((row) => row.metric)));
  } else if (block.type === 'kpi') {
    add('metric', block.tile.metric);
  } else if (block.type === 'kpi_grid') {
    add('metric', ...block.tiles.map((tile) => tile.metric));
  } else if (block.type === 'figure') {
    add('asset', block.asset);
  }
}
