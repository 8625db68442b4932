import type { Lang, OriginId } from '../../core/index.ts';
import { composedText } from '../rich-text.ts';
import { type TextView, textView } from './text-view.ts';
import type { ViewContext } from './view-context.ts';

/** A note as templates print it. */
export interface NoteView {
  readonly id: string;
  readonly label: string;
  readonly origin: OriginId;
  readonly text: TextView;
}

/**
 * Gathers the lettered notes of one chapter or part, so that no two notes of a page have the same letter; notes with the
 * same words share one.
 */
export interface NoteList {
  /** R1, R2 … for the reason of a restatement; the same reason has the same mark. */
  restatementMark(reason: string): string;
  add(render: (lang: Lang) => string, origin: OriginId): NoteView;
  readonly notes: readonly NoteView[];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** a … z, aa, ab … */
export function noteLetter(index: number): string {
  const rest = Math.floor(index / LETTERS.length);
  const last = LETTERS.charAt(index % LETTERS.length);
  return rest === 0 ? last : `${noteLetter(rest - 1)}${last}`;
}

/** @param section id of the chapter or part */
export function createNoteList(context: ViewContext, section: string): NoteList {
  const notes: NoteView[] = [];
  const byText = new Map<string, NoteView>();
  const reasons = new Map<string, string>();
  return {
    notes,
    restatementMark: (reason) => {
      const mark = reasons.get(reason) ?? `R${reasons.size + 1}`;
      reasons.set(reason, mark);
      return mark;
    },
    add: (render, origin) => {
      const rendered = { zh: render('zh'), en: render('en') };
      const key = `${rendered.zh}\n${rendered.en}`;
      const known = byText.get(key);
      if (known) return known;
      const label = noteLetter(notes.length);
      const text = textView(
        context,
        (lang) => composedText(rendered[lang]),
        () => origin,
      );
      const note: NoteView = { id: `${section}.letter.${label}`, label, origin, text };
      notes.push(note);
      byText.set(key, note);
      return note;
    },
  };
}
