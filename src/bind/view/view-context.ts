import type { Report } from '../../content/types.ts';
import { type Diagnostic, type Edition, type Lang, langsOf } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/types.ts';
import { type NoteLabels, numberNotes } from '../note-labels.ts';
import type { TextContext } from '../rich-text.ts';
import { createWords } from '../words.ts';

/** A goal of the United Nations, for the names under the map. */
export interface Goal {
  readonly number: number;
  readonly zh: string;
  readonly en: string;
}

/** What the view builders share for one edition. */
export interface ViewContext extends TextContext {
  readonly edition: Edition;
  readonly langs: readonly Lang[];
  readonly lead: Lang;
  readonly bilingual: boolean;
  readonly notes: NoteLabels;
  readonly goals: readonly Goal[];
}

/** What is shown, and in which edition. */
export interface ViewInput {
  readonly report: Report;
  readonly book: MetricBook;
  readonly edition: Edition;
  readonly goals: readonly Goal[];
}

/** @param tell takes what figures in text have to say */
export function createViewContext(input: ViewInput, tell: (told: readonly Diagnostic[]) => void): ViewContext {
  const { report, edition } = input;
  const langs = langsOf(edition);
  const notes = numberNotes(report);
  return {
    ...input,
    words: createWords(report.strings),
    langs,
    lead: langs[0] ?? 'zh',
    bilingual: langs.length > 1,
    notes,
    noteLabel: notes.label,
    sourceKey: (source) => `S${report.sources.get(source)?.order ?? ''}`,
    tell,
  };
}
