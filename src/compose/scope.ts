import type { MarkupElement } from '../bind/index.ts';
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  type Edition,
  type Lang,
  nearest,
  type OriginId,
} from '../core/index.ts';
import { type Grid, gridOf, readLength, type Theme } from '../theme/index.ts';
import type { NoteBlock, PageMaster } from './block.ts';
import { createExpansions, type Expansions } from './expansion.ts';
import type { ComposeInput } from './input.ts';
import { type Ancestry, type Cascade, createCascade, type Style, wordOf } from './style.ts';
import { BODY_TEXT, enterText, type TextState } from './text-state.ts';
import { attributesOf, elementNames } from './vocabulary.ts';

/** What one composition shares: its input, the styles, and what it gathers on the way. */
export interface Session {
  readonly input: ComposeInput;
  readonly theme: Theme;
  readonly edition: Edition;
  readonly grid: Grid;
  readonly cascade: Cascade;
  readonly diagnostics: Diagnostic[];
  readonly masters: Map<string, PageMaster>;
  readonly notes: Map<string, NoteBlock>;
  readonly expansions: Expansions;
  /** How many there are so far. */
  readonly counts: { tables: number };
  /** Printed marks of the notes, by id. */
  readonly noteLabels: ReadonlyMap<string, string>;
  /** Structure level of each heading element, normalised. */
  readonly headingLevels: ReadonlyMap<MarkupElement, number>;
  readonly outlineLevels: ReadonlyMap<MarkupElement, number>;
}

/** Where in the markup and on the page an element stands. Lengths in pt. */
export interface Scope {
  readonly lang: Lang;
  readonly accent: number;
  readonly text: TextState;
  /** The elements around, for styles that ask what something stands in. */
  readonly ancestry: Ancestry;
  /** Left edge of the place from the page's left edge, and its width. */
  readonly x: number;
  readonly width: number;
  /** Which page's furniture is being made. */
  readonly side: 'recto' | 'verso' | undefined;
  /** Whether all that stands here is out of the structure. */
  readonly artifact: boolean;
  /** Whether a rule parts the languages of pairs on this kind of page. */
  readonly divider: boolean;
  readonly notes: { readonly x: number; readonly width: number };
  /** Whether this is the flow of pages itself, not a box, cell, column or note: only there is a next page to float to. */
  readonly flow: boolean;
  /** Whether this is in a cell of a table. */
  readonly cell: boolean;
  /** What the section around prints outside its flow, for pages of another kind in it. */
  readonly furniture: readonly MarkupElement[];
}

export function createSession(
  input: ComposeInput,
  parts: Pick<Session, 'noteLabels' | 'headingLevels' | 'outlineLevels'>,
): Session {
  return {
    input,
    theme: input.theme,
    edition: input.markup.edition,
    grid: gridOf(input.theme),
    cascade: createCascade(input.theme, input.markup.edition),
    diagnostics: [],
    masters: new Map(),
    notes: new Map(),
    expansions: createExpansions(input.abbreviations),
    counts: { tables: 0 },
    ...parts,
  };
}

/** The scope that the root stands in: the whole text block of the page. */
export function rootScope(session: Session, lang: Lang): Scope {
  const { left, textWidth } = session.grid;
  return {
    lang,
    accent: 0,
    text: BODY_TEXT,
    ancestry: [],
    x: left,
    width: textWidth,
    side: undefined,
    artifact: false,
    divider: false,
    notes: { x: left, width: textWidth },
    flow: true,
    cell: false,
    furniture: [],
  };
}

/** An element with its style, and the scope inside it. Checks its name, classes and attributes: B006. */
export interface Entered {
  readonly style: Style;
  readonly scope: Scope;
}

export function enter(session: Session, element: MarkupElement, outer: Scope): Entered {
  checkElement(session, element);
  const lang = langOf(element.attributes['lang']) ?? outer.lang;
  const accent = accentOf(element.attributes['accent']) ?? outer.accent;
  const style = session.cascade.styleOf(element, lang, outer.ancestry);
  const text = enterText(outer.text, style, { theme: session.theme, accent, side: outer.side });
  return { style, scope: { ...outer, lang, accent, text, ancestry: [...outer.ancestry, element] } };
}

function langOf(value: string | undefined): Lang | undefined {
  return value === 'zh' || value === 'en' ? value : undefined;
}

function accentOf(value: string | undefined): number | undefined {
  return value === undefined || !/^\d+$/.test(value) ? undefined : Number(value);
}

/** A length property within a scope: expressions over the page's grid become relative to the place. */
export function lengthIn(session: Session, written: unknown, scope: Scope): number | undefined {
  if (typeof written !== 'number' && typeof written !== 'string') return undefined;
  const length = readLength(written, session.grid);
  if (length === undefined) return undefined;
  return length.fromPage ? round(length.value - scope.x) : length.value;
}

/** A length property of something placed on the page: numbers count from the page's edge too. */
export function lengthOnPage(session: Session, written: unknown): number | undefined {
  if (typeof written !== 'number' && typeof written !== 'string') return undefined;
  return readLength(written, session.grid)?.value;
}

/** Adds a diagnostic at the place of an origin. */
export function report(
  session: Session,
  code: DiagnosticCode,
  origin: OriginId,
  message: string,
  hints: readonly string[] = [],
  about: Pick<Diagnostic, 'expected' | 'found'> = {},
): void {
  // Faults of a template come once for each place it is used at: the first stands for all.
  if (session.diagnostics.some((one) => one.code === code && one.message === message)) return;
  const span = session.input.origins?.spanOf(origin);
  session.diagnostics.push(
    diagnose(code, message, { ...about, hints, origin, ...(span === undefined ? {} : { span }) }),
  );
}

function checkElement(session: Session, element: MarkupElement): void {
  const known = attributesOf(element.tag);
  if (known === undefined) {
    report(session, 'B006', element.origin, `<${element.tag}> is no element of the markup`, [
      didYouMean(element.tag, elementNames()),
    ]);
    return;
  }
  for (const name of Object.keys(element.attributes)) {
    if (known.includes(name)) continue;
    report(session, 'B006', element.origin, `<${element.tag}> takes no attribute \`${name}\``, [
      didYouMean(name, known),
    ]);
  }
  for (const name of element.classes) {
    if (session.cascade.classNames.has(name)) continue;
    report(session, 'B006', element.origin, `the theme has no style for the class \`${name}\` of <${element.tag}>`, [
      didYouMean(name, session.cascade.classNames),
    ]);
  }
}

function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? 'see templates/README.md for what there is' : `did you mean \`${near}\`?`;
}

/** Whether the theme leaves an element out in this edition. */
export function isHidden(style: Style): boolean {
  return style.get('hide') === true;
}

/** The structure type that a style asks for, if it does. */
export function structureOf(style: Style): string | undefined {
  return wordOf(style, 'structure');
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
