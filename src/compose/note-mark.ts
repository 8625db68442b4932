import type { MarkupElement } from '../bind/index.ts';
import type { Session } from './scope.ts';

/** The printed marks of all notes of the markup, by id. */
export function noteLabels(root: MarkupElement): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const walk = (element: MarkupElement): void => {
    const id = element.attributes['id'];
    const label = element.attributes['label'];
    if (element.tag === 'note' && id !== undefined && label !== undefined) labels.set(id, label);
    for (const child of element.children) if (child.kind === 'element') walk(child);
  };
  walk(root);
  return labels;
}

/** What a note is marked with, in the text and at its own head. */
export interface NoteMark {
  readonly label: string;
  /** Where the theme counts notes by the page: the name that the number is asked for by, which the label only holds the place of. */
  readonly late: string | undefined;
}

/** The mark of a note. A letter is that of a value wherever it prints, and stays what the chapter gave. */
export function markOf(session: Session, note: string): NoteMark {
  const label = session.noteLabels.get(note) ?? '';
  if (session.theme.setting.noteNumbers === 'chapter' || !isNumeral(label)) return { label, late: undefined };
  return { label: '1', late: `@note.${note}` };
}

/** Whether a mark is a number, which stands above the line, and not a letter. */
export function isNumeral(label: string): boolean {
  return /^\d+$/.test(label);
}
