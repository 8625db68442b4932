import type { Report } from '../content/index.ts';

/** The report with one chapter alone, for a quick look. References that lead elsewhere find no page. */
export function onlyChapter(report: Report, chapter: string): Report {
  return { ...report, front: [], body: [{ kind: 'chapter', chapter }], back: [] };
}
