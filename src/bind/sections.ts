import type { Block, PageEntry, Report } from '../content/types.ts';

/** A chapter or part that is printed, with its blocks. */
export interface SectionBlocks {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** The printed chapters and parts in reading order. */
export function sectionsOf(report: Report): readonly SectionBlocks[] {
  return pageEntries(report).flatMap((entry): readonly SectionBlocks[] => {
    if (entry.kind === 'chapter') {
      const chapter = report.chapters.get(entry.chapter);
      return chapter ? [{ id: chapter.id, blocks: chapter.blocks }] : [];
    }
    if (entry.kind !== 'part') return [];
    const part = report.parts[entry.part];
    return part ? [{ id: entry.part, blocks: part.blocks }] : [];
  });
}

/** Front, body and back as one list. */
export function pageEntries(report: Report): readonly PageEntry[] {
  return [...report.front, ...report.body, ...report.back];
}
