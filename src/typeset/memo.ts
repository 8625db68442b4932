import type { InlineItem, Paragraph } from '../compose/paragraph.ts';
import type { FontBook } from '../fonts/types.ts';
import type { Prepared } from './prepare.ts';
import type { TypesetContext, TypesetParagraph, TypesetWishes } from './types.ts';

/** What is known of one paragraph in one context: all that does not depend on the measure, and the lines at each measure. */
export interface Remembered {
  prepared: Prepared | undefined;
  readonly lines: Map<string, TypesetParagraph>;
}

interface Memory {
  readonly byParagraph: WeakMap<Paragraph, Map<string, Remembered>>;
  readonly byContent: Map<string, Remembered>;
}

/** A long report has some four thousand paragraphs, cells counted. */
const KEPT = 12_000;

const memories = new WeakMap<FontBook, Memory>();
const contextKeys = new WeakMap<object, string>();

/**
 * Finds what is known of a paragraph, by identity first and then by content, so that a build after an edit sets only what
 * changed. Page labels are part of the content.
 */
export function remembered(paragraph: Paragraph, context: TypesetContext): Remembered {
  const memory = memoryOf(context.fonts);
  const labels = labelsOf(paragraph, context) + contextKey(context);
  let known = memory.byParagraph.get(paragraph);
  if (known === undefined) {
    known = new Map();
    memory.byParagraph.set(paragraph, known);
  }
  const same = known.get(labels);
  if (same !== undefined) return same;
  const content = contentKey(paragraph) + labels;
  let found = memory.byContent.get(content);
  if (found === undefined) {
    if (memory.byContent.size >= KEPT) memory.byContent.clear();
    found = { prepared: undefined, lines: new Map() };
    memory.byContent.set(content, found);
  }
  known.set(labels, found);
  return found;
}

/** Names a measure and what the page asks. */
export function linesKey(measure: number, wishes: TypesetWishes): string {
  return `${measure} ${wishes.unhyphenated?.join() ?? ''}`;
}

function memoryOf(fonts: FontBook): Memory {
  let memory = memories.get(fonts);
  if (memory === undefined) {
    memory = { byParagraph: new WeakMap(), byContent: new Map() };
    memories.set(fonts, memory);
  }
  return memory;
}

/** All that a paragraph's lines depend on, in words. */
function contentKey(paragraph: Paragraph): string {
  const { lang, align, leading, indent, hang, hyphenate, balance, origin } = paragraph;
  let key = `${lang} ${align} ${leading} ${indent} ${hang} ${hyphenate} ${balance} ${origin}`;
  for (const item of paragraph.items) key += item.kind === 'text' ? textKey(item) : `\n${JSON.stringify(item)}`;
  return key;
}

function textKey(item: Extract<InlineItem, { kind: 'text' }>): string {
  const { style, tag } = item;
  const { font } = style;
  const look = `${font.family}${font.weight}${font.italic === true} ${style.size} ${style.tracking} ${style.paint} ${style.figures} ${style.rise}`;
  const lines = style.underline === undefined && style.strike === undefined ? '' : JSON.stringify(style);
  const meaning = tag === undefined ? '' : JSON.stringify(tag);
  return `\n${item.lang} ${look} ${lines} ${meaning} ${item.keep === true} ${item.note ?? ''} ${item.origin}\n${item.text}`;
}

function labelsOf(paragraph: Paragraph, context: TypesetContext): string {
  let labels = '';
  for (const item of paragraph.items) {
    if (item.kind !== 'page') continue;
    for (const block of [item.target, ...(item.after ?? [])]) labels += `|${context.pageLabel(block) ?? ''}`;
  }
  return labels;
}

/** Policy, kept terms and exceptions in words: contexts are made anew for each build. */
function contextKey(context: TypesetContext): string {
  let terms = contextKeys.get(context.keep);
  if (terms === undefined) {
    terms = context.keep.join('|');
    contextKeys.set(context.keep, terms);
  }
  let exceptions = contextKeys.get(context.hyphenation);
  if (exceptions === undefined) {
    exceptions = [...context.hyphenation.values()].join('|');
    contextKeys.set(context.hyphenation, exceptions);
  }
  let policy = contextKeys.get(context.policy);
  if (policy === undefined) {
    policy = JSON.stringify(context.policy);
    contextKeys.set(context.policy, policy);
  }
  return `\n${terms}\n${exceptions}\n${policy}`;
}
