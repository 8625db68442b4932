import type { Edition, Lang } from '../../core/index.ts';
import type { NoteLabels } from '../note-labels.ts';
import type { TextContext } from '../rich-text.ts';

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
