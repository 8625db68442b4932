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
  /** Contexts in words → a short name: the words are as long as the termbase, and a key is made for each paragraph. */
  readonly contexts: Map<string, string>;
  /** The context that was asked last. */
  last: { readonly context: ContextParts; readonly name: string } | undefined;
}

type ContextParts = Pick<TypesetContext, 'keep' | 'hyphenation' | 'policy'>;

/** A long report has some four thousand paragraphs, cells counted. */
const KEPT = 12_000;

const memories = new WeakMap<FontBook, Memory>();

/**
 * Finds what is known of a paragraph, by identity first and then by content, so that a build after an edit sets only what
 * changed. Page labels are part of the content.
 */
export function remembered(paragraph: Paragraph, context: TypesetContext): Remembered {
  const memory = memoryOf(context.fonts);
  const labels = labelsOf(paragraph, context) + contextName(memory, context);
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
  return `${measure} ${wishes.unhyphenated?.join() ?? ''} ${wishes.from ?? 0}`;
}

function memoryOf(fonts: FontBook): Memory {
  let memory = memories.get(fonts);
  if (memory === undefined) {
    memory = { byParagraph: new WeakMap(), byContent: new Map(), contexts: new Map(), last: undefined };
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
  const lines = style.underline || style.strike || style.dots ? JSON.stringify(style) : '';
  const meaning = tag === undefined ? '' : JSON.stringify(tag);
  return `\n${item.lang} ${look} ${lines} ${meaning} ${item.keep === true} ${item.note ?? ''} ${item.origin}\n${item.text}`;
}

function labelsOf(paragraph: Paragraph, context: TypesetContext): string {
  let labels = '';
  for (const item of paragraph.items) {
    if (item.kind === 'text' && item.late !== undefined) labels += `|${context.pageLabel(item.late) ?? ''}`;
    if (item.kind !== 'page') continue;
    for (const block of [item.target, ...(item.after ?? [])]) labels += `|${context.pageLabel(block) ?? ''}`;
  }
  return labels;
}

/** Policy, kept terms and exceptions, by what they say: contexts are made anew for each build. */
function contextName(memory: Memory, context: ContextParts): string {
  const { keep, hyphenation, policy } = context;
  const last = memory.last?.context;
  if (memory.last && last?.keep === keep && last.hyphenation === hyphenation && last.policy === policy) {
    return memory.last.name;
  }
  const words = `${keep.join('|')}\n${[...hyphenation.values()].join('|')}\n${JSON.stringify(policy)}`;
  const name = memory.contexts.get(words) ?? `\n${memory.contexts.size}`;
  memory.contexts.set(words, name);
  memory.last = { context: { keep, hyphenation, policy }, name };
  return name;
}
