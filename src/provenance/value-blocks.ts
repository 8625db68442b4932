import type { Block, Report } from '../content/types.ts';
import { citedValues } from './cited-values.ts';
import type { DataSentence } from './data-types.ts';

/** Which blocks show or cite each value (`metric@period`), those of parts first, then chapter by chapter. Depends on no layout. */
export function valueBlocks(report: Report, texts: readonly DataSentence[]): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>();
  for (const { in: owner, cites } of texts) {
    const values = cites.flatMap((head) => citedValues(head, report));
    cited.set(owner, [...(cited.get(owner) ?? []), ...values]);
  }
  const found = new Map<string, Set<string>>();
  for (const block of report.blocks.values()) {
    for (const item of [...(cited.get(block.id) ?? []), ...shownIn(block, report)]) {
      const blocks = found.get(item) ?? new Set();
      found.set(item, blocks.add(block.id));
    }
  }
  return new Map([...found].map(([item, blocks]) => [item, [...blocks]]));
}

function shownIn(block: Block, report: Report): readonly string[] {
  switch (block.type) {
    case 'kpi':
      return [`${block.tile.metric}@${block.tile.period ?? report.period}`];
    case 'kpi_grid':
      return block.tiles.map(({ metric, period }) => `${metric}@${period ?? report.period}`);
    case 'chart':
      return block.series.flatMap(({ metric }) => block.periods.map((period) => `${metric}@${period}`));
    case 'metric_table':
      return block.groups.flatMap(({ rows }) =>
        rows.flatMap(({ metric }) => block.periods.map((period) => `${metric}@${period}`)),
      );
    default:
      return [];
  }
}
