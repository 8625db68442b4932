import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { Block, BlockOf, Report, Tile } from '../types.ts';
import type { KnownIds } from './known-ids.ts';
import { missingValue } from './values.ts';

/** Ids and values that blocks name in their own keys. Emits D1, and C019 for a row with more or fewer cells than columns. */
export function checkBlocks(report: Report, ids: KnownIds): readonly Diagnostic[] {
  return [...report.blocks.values()].flatMap((block) => [
    ...block.frameworks.flatMap((id, i) => ids.check('disclosure', id, `${block.origin}/frameworks/${i}`)),
    ...block.terms.flatMap((id, i) => ids.check('term', id, `${block.origin}/terms/${i}`)),
    ...checkBlock(report, block, ids),
  ]);
}

function checkBlock(report: Report, block: Block, ids: KnownIds): readonly Diagnostic[] {
  switch (block.type) {
    case 'side_note':
      return ids.check('block', block.beside, `${block.origin}/beside`);
    case 'figure':
      return ids.check('asset', block.asset, `${block.origin}/asset`);
    case 'index':
      return ids.check('framework', block.framework, `${block.origin}/framework`);
    case 'kpi':
      return checkTile(report, block.tile, ids);
    case 'kpi_grid':
      return block.tiles.flatMap((tile) => checkTile(report, tile, ids));
    case 'chart':
      return checkChart(report, block, ids);
    case 'metric_table':
      return checkMetricTable(report, block, ids);
    case 'table':
      return checkTable(report, block);
    default:
      return [];
  }
}

function checkTile(report: Report, tile: Tile, ids: KnownIds): readonly Diagnostic[] {
  const period = tile.period ?? report.period;
  const unknown = [
    ...ids.check('metric', tile.metric, `${tile.origin}/metric`),
    ...(tile.period === undefined ? [] : ids.check('period', tile.period, `${tile.origin}/period`)),
  ];
  if (unknown.length > 0) return unknown;
  const hasTarget = [...report.targets.values()].some((target) => target.metric === tile.metric);
  const at = tile.show.indexOf('target');
  if (at < 0 || hasTarget || !ids.isComplete('target')) {
    return missingValue(report, tile.metric, period, `${tile.origin}/metric`);
  }
  const span = report.origins.spanOf(`${tile.origin}/show/${at}`);
  return [
    ...missingValue(report, tile.metric, period, `${tile.origin}/metric`),
    diagnose('D1', `the metric \`${tile.metric}\` has no target to show`, {
      ...(span === undefined ? {} : { span }),
      hints: ['define a target with this `metric`, or do not show `target`'],
    }),
  ];
}

function checkChart(report: Report, block: BlockOf<'chart'>, ids: KnownIds): readonly Diagnostic[] {
  return [
    ...block.periods.flatMap((id, i) => ids.check('period', id, `${block.origin}/periods/${i}`)),
    ...(block.target === undefined ? [] : ids.check('target', block.target, `${block.origin}/target`)),
    ...block.marks.flatMap((mark, i): readonly Diagnostic[] => {
      const origin = `${block.origin}/marks/${i}/period`;
      if (block.periods.includes(mark.period)) return [];
      const span = report.origins.spanOf(origin);
      return [
        diagnose('D1', `the chart does not show ${mark.period}, which this mark names`, {
          ...(span === undefined ? {} : { span }),
          expected: block.periods.join(', '),
          found: mark.period,
          hints: ['add the period to the chart, or move the mark'],
        }),
      ];
    }),
    ...block.series.flatMap((series) =>
      checkSeries(report, series.metric, block.periods, ids, `${series.origin}/metric`),
    ),
  ];
}

function checkMetricTable(report: Report, block: BlockOf<'metric_table'>, ids: KnownIds): readonly Diagnostic[] {
  return [
    ...block.periods.flatMap((id, i) => ids.check('period', id, `${block.origin}/periods/${i}`)),
    ...block.groups.flatMap((group) =>
      group.rows.flatMap((row) => checkSeries(report, row.metric, block.periods, ids, `${row.origin}/metric`)),
    ),
  ];
}

function checkSeries(
  report: Report,
  metric: string,
  periods: readonly string[],
  ids: KnownIds,
  origin: string,
): readonly Diagnostic[] {
  const unknown = ids.check('metric', metric, origin);
  return unknown.length > 0 ? unknown : periods.flatMap((period) => missingValue(report, metric, period, origin));
}

function checkTable(report: Report, block: BlockOf<'table'>): readonly Diagnostic[] {
  return block.rows.flatMap((row, i): readonly Diagnostic[] => {
    if (row.length === block.columns.length) return [];
    const span = report.origins.spanOf(`${block.origin}/rows/${i}`);
    return [
      diagnose('C019', `the row has ${row.length} cells under ${block.columns.length} columns`, {
        ...(span === undefined ? {} : { span }),
        expected: `${block.columns.length} cells`,
        found: `${row.length} cells`,
        hints: ['write "" for an empty cell'],
      }),
    ];
  });
}
