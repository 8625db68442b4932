import type { Block } from '../../content/index.ts';
import { type Diagnostic, diagnose } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** A3: headings go down one level at a time. Source: ISO 14289-1, 7.4.2. */
export function headingOrder({ report }: CheckFacts): readonly Diagnostic[] {
  const flows = [...Object.values(report.parts), ...report.chapters.values()].map((part) => part.blocks);
  return flows.flatMap((blocks) => skippedLevels(blocks, report.origins));
}

function skippedLevels(blocks: readonly Block[], origins: CheckFacts['report']['origins']): readonly Diagnostic[] {
  // The title of a chapter or part is the heading above its blocks.
  let above = 1;
  return blocks.flatMap((block): readonly Diagnostic[] => {
    if (block.type !== 'heading') return [];
    const skips = block.level > above + 1;
    const expected = above + 1;
    above = block.level;
    if (!skips) return [];
    const span = origins.spanOf(`${block.origin}/level`);
    return [
      diagnose('A3', `a heading of level ${block.level} stands under one of level ${expected - 1}`, {
        ...(span === undefined ? {} : { span }),
        expected: `level ${expected} at most`,
        found: `level ${block.level}`,
        block: block.id,
        hints: [`write \`level: ${expected}\``],
      }),
    ];
  });
}
