import {
  type Cursor,
  cursorOf,
  DASH,
  endLine,
  HASH,
  isBlank,
  keyEnd,
  keyText,
  LINE_END,
  OPEN_CURLY,
  OPEN_SQUARE,
  SPACE,
  toContent,
} from './lean-cursor.ts';
import { flowNode } from './lean-flow.ts';
import { blockScalar } from './lean-scalars.ts';
import type { MapEntry, SourceNode } from './tree.ts';

/** Levels of mappings and lists that are read here; far fewer than the full reader takes. */
const MAX_LEVELS = 32;
/** Columns of indentation that are read here. */
const MAX_COLUMNS = 128;
/** Characters that the full reader is left to judge: tabs and other controls, and a mark at the start of the text. */
const ODD = /[\0-\t\v-\x1f\x7f\ufeff]/;

/**
 * Reads the YAML that reports are written in, in one pass and without the tokens and documents of a full reader: mappings with
 * plain keys, lists, texts plain, in quotes and literal, lists and mappings in brackets, comments.
 * @returns the tree that `parseTree` makes of the text, or undefined for anything that is faulty, odd or just uncommon: what
 *          is read here is never read otherwise there. A mapping or list before a line of comments has an `end` below zero.
 */
export function leanTree(text: string): SourceNode | undefined {
  if (ODD.test(text)) return undefined;
  const c = cursorOf(text);
  toContent(c);
  if (c.column !== 0) return undefined;
  const root = blockNode(c, 0, MAX_LEVELS);
  return root !== undefined && c.column < 0 ? root : undefined;
}

/** A mapping or a list that begins here, at this column. Leaves the cursor at what follows it. */
function blockNode(c: Cursor, column: number, levels: number): SourceNode | undefined {
  if (levels === 0 || column > MAX_COLUMNS) return undefined;
  return isItem(c) ? blockSeq(c, column, levels) : blockMap(c, column, levels);
}

/** Whether a dash with a text behind it stands here. */
function isItem(c: Cursor): boolean {
  return c.text.charCodeAt(c.at) === DASH && c.text.charCodeAt(c.at + 1) === SPACE;
}

/** Source: YAML 1.2.2, 8.2.2 (block mappings). */
function blockMap(c: Cursor, column: number, levels: number): SourceNode | undefined {
  const { text, at: start } = c;
  const entries: MapEntry[] = [];
  const keys = new Set<string>();
  do {
    const keyStart = c.at;
    const end = keyEnd(text, keyStart);
    if (end < 0) return undefined;
    const key = keyText(text, keyStart, end);
    if (keys.has(key)) return undefined;
    keys.add(key);
    c.at = end + 1;
    const value = entryValue(c, column, levels);
    if (value === undefined) return undefined;
    entries.push({ key, keyStart, keyEnd: end, value });
  } while (c.column === column);
  return c.column > column ? undefined : { kind: 'map', start, end: c.tail, entries };
}

/** What stands behind the colon of a key at this column. */
function entryValue(c: Cursor, column: number, levels: number): SourceNode | undefined {
  const { text } = c;
  while (text.charCodeAt(c.at) === SPACE) c.at += 1;
  const first = text.charCodeAt(c.at);
  if (first !== LINE_END && first !== HASH) return valueOnLine(c, column + 1, levels);
  // The blank before a comment is behind the cursor.
  if (first === HASH) c.at -= 1;
  if (!endLine(c)) return undefined;
  toContent(c);
  if (c.column > column) return blockNode(c, c.column, levels - 1);
  return c.column === column && isItem(c) ? blockNode(c, column, levels - 1) : undefined;
}

/** Source: YAML 1.2.2, 8.2.1 (block sequences). */
function blockSeq(c: Cursor, column: number, levels: number): SourceNode | undefined {
  const { text, at: start } = c;
  const items: SourceNode[] = [];
  do {
    const dash = c.at;
    c.at += 2;
    while (text.charCodeAt(c.at) === SPACE) c.at += 1;
    const item =
      keyEnd(text, c.at) < 0 ? valueOnLine(c, column + 1, levels) : blockMapAt(c, column + c.at - dash, levels - 1);
    if (item === undefined) return undefined;
    items.push(item);
  } while (c.column === column && isItem(c));
  return c.column > column ? undefined : { kind: 'seq', start, end: c.tail, items };
}

function blockMapAt(c: Cursor, column: number, levels: number): SourceNode | undefined {
  return levels === 0 || column > MAX_COLUMNS ? undefined : blockMap(c, column, levels);
}

/** A scalar, or a collection in brackets, and the way to what follows it. */
function valueOnLine(c: Cursor, least: number, levels: number): SourceNode | undefined {
  const first = c.text.charCodeAt(c.at);
  if (isBlank(first)) return undefined;
  let node: SourceNode | undefined;
  if (first === OPEN_CURLY || first === OPEN_SQUARE) {
    node = flowNode(c, least, levels - 1);
    if (node !== undefined && !endLine(c)) return undefined;
  } else {
    node = blockScalar(c, least);
  }
  if (node !== undefined) toContent(c);
  return node;
}
