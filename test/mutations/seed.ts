import type { EarlierFigures } from '../../src/check/index.ts';
import type { ProjectFiles } from '../support/project-files.ts';
import { type Field, type Ground, lineAt, rawOf } from './ground.ts';

/** One change of characters in a file. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A fault sown at one place. */
export interface Seed {
  readonly edits: readonly Edit[];
  /** `file:line` where it is to be told; any one of them. Lines of the file as it is after the edits. */
  readonly lines: readonly string[];
  /** All of these lines are to be named, as the place or as a related one. */
  readonly named?: readonly string[];
  readonly mode?: 'release';
  readonly asOf?: string;
  readonly against?: EarlierFigures;
  /** Words that the message is to hold, such as the value that was broken. */
  readonly says?: string;
  /** What was done, for a reader of the failures. */
  readonly about: string;
}

/** One way to go wrong. */
export interface Kind {
  /** The row of the table of checks. */
  readonly id: string;
  /** The codes that name it rightly. */
  readonly codes: readonly string[];
  readonly name: string;
  readonly seeds: (ground: Ground) => readonly Seed[];
}

/** Says one kind of fault. `codes` defaults to the id. */
export function kind(id: string, name: string, seeds: Kind['seeds'], codes: readonly string[] = [id]): Kind {
  return { id, name, seeds, codes };
}

/** Puts other characters in the place of a field. */
export function replaced(field: Field, text: string): Edit {
  return { file: field.file, start: field.start, end: field.end, text };
}

/** Rewrites the characters of a field; undefined where that changes nothing. */
export function rewritten(ground: Ground, field: Field, rewrite: (raw: string) => string): Edit | undefined {
  const raw = rawOf(ground, field);
  const text = rewrite(raw);
  return text === raw ? undefined : replaced(field, text);
}

export function lineOf(field: Field): string {
  return `${field.file}:${field.line}`;
}

/** A seed of one rewritten field, told at its line. */
export function inField(ground: Ground, field: Field, rewrite: (raw: string) => string): readonly Seed[] {
  const edit = rewritten(ground, field, rewrite);
  if (edit === undefined) return [];
  return [{ edits: [edit], lines: [lineOf(field)], about: `${rawOf(ground, field)} → ${edit.text}` }];
}

/** Takes the lines out on which a field stands alone with its key. */
export function lineCut(ground: Ground, field: Field): Edit | undefined {
  const text = ground.files[field.file] ?? '';
  const start = text.lastIndexOf('\n', field.start - 1) + 1;
  const end = text.indexOf('\n', field.end) + 1;
  const key = String(field.path.at(-1));
  const isAlone =
    new RegExp(`^ *${key}: $`).test(text.slice(start, field.start)) && text.slice(field.end, end) === '\n';
  return isAlone ? { file: field.file, start, end, text: '' } : undefined;
}

/** Takes `key: value` out of a flow mapping. */
export function entryCut(ground: Ground, field: Field): Edit | undefined {
  const text = ground.files[field.file] ?? '';
  const key = String(field.path.at(-1));
  const before = text.slice(0, field.start);
  const lead = new RegExp(`(?:, )?${key}: $`).exec(before);
  if (lead === null || !/^[,}]/.test(text.slice(field.end))) return undefined;
  const isFirst = !lead[0].startsWith(',');
  const end = isFirst && text.slice(field.end).startsWith(', ') ? field.end + 2 : field.end;
  return { file: field.file, start: lead.index, end, text: '' };
}

/** Adds a line of text after the line of an offset. */
export function lineAdded(ground: Ground, file: string, offset: number, text: string): Edit {
  const end = (ground.files[file] ?? '').indexOf('\n', offset) + 1;
  return { file, start: end, end, text: `${text}\n` };
}

/** Adds lines to the end of a file; tells the number of the first. */
export function appended(ground: Ground, file: string, text: string): { readonly edit: Edit; readonly line: number } {
  const before = ground.files[file] ?? '';
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const line = before === '' ? 1 : lineAt(before + gap, before.length + gap.length);
  return { edit: { file, start: before.length, end: before.length, text: `${gap}${text}\n` }, line };
}

/** The files after the edits. What is not edited is the same bytes as before, which are read once. */
export function sown(ground: Ground, edits: readonly Edit[]): ProjectFiles {
  const edited: Record<string, string> = {};
  const backwards = [...edits].sort((a, b) => b.start - a.start);
  for (const { file, start, end, text } of backwards) {
    const before = edited[file] ?? ground.files[file] ?? '';
    edited[file] = before.slice(0, start) + text + before.slice(end);
  }
  return { ...ground.bytes, ...edited };
}
