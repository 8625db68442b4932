import type { BlockOf, Report } from '../content/types.ts';
import { InternalError } from '../core/index.ts';

/** Chart blocks of a report in the order of its blocks. */
export function chartBlocks(report: Report): readonly BlockOf<'chart'>[] {
  return [...report.blocks.values()].filter((block): block is BlockOf<'chart'> => block.type === 'chart');
}

/** The chart block of an id that something asks to draw. */
export function chartBlock(report: Report, id: string): BlockOf<'chart'> {
  const block = report.blocks.get(id);
  if (block?.type !== 'chart') throw new InternalError(`no chart ${id}`);
  return block;
}
