import type { Report, Text } from '../content/types.ts';
import type { Lang } from '../core/index.ts';

/** The title or heading that a reference to a block, chapter or part prints; undefined when it has none. */
export function blockTitle(report: Report, id: string, lang: Lang): Text | undefined {
  const chapter = report.chapters.get(id);
  if (chapter) return chapter.title[lang];
  const block = report.blocks.get(id);
  if (!block) return undefined;
  switch (block.type) {
    case 'heading':
      return block.text[lang];
    case 'chart':
    case 'metric_table':
    case 'table':
    case 'materiality':
    case 'sdg_map':
    case 'strategy_figure':
      return block.title[lang];
    case 'callout':
    case 'side_note':
      return block.title?.[lang];
    case 'figure':
      return block.caption[lang];
    default:
      return undefined;
  }
}
