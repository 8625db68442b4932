import {
  CLOSE_CURLY,
  CLOSE_SQUARE,
  COLON,
  COMMA,
  type Cursor,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  keyEnd,
  keyText,
  LINE_END,
  OPEN_CURLY,
  OPEN_SQUARE,
  SINGLE_QUOTE,
  SPACE,
} from './lean-cursor.ts';
import { beginsPlain, quoted } from './lean-scalars.ts';
import type { MapEntry, ScalarNode, SourceNode } from './tree.ts';

/**
 * A list or mapping in brackets; undefined where it is for the full reader.
 * @param least  columns that its further lines are indented by at least
 * @param depth  brackets that may still be opened
 * Source: YAML 1.2.2, 7.4 (flow collection styles).
 */
export function flowNode(c: Cursor, least: number, depth: number): SourceNode | undefined {
  if (depth === 0) return undefined;
  return c.text.charCodeAt(c.at) === OPEN_CURLY ? flowMap(c, least, depth) : flowSeq(c, least, depth);
}

function flowMap(c: Cursor, least: number, depth: number): SourceNode | undefined {
  const { text, at: start } = c;
  const entries: MapEntry[] = [];
  const keys = new Set<string>();
  c.at += 1;
  while (toToken(c, least) && text.charCodeAt(c.at) !== CLOSE_CURLY) {
    const keyStart = c.at;
    const end = keyEnd(text, keyStart);
    if (end < 0) return undefined;
    const key = keyText(text, keyStart, end);
    if (keys.has(key)) return undefined;
    keys.add(key);
    c.at = end + 1;
    if (!toToken(c, least)) return undefined;
    const value = flowValue(c, least, depth);
    if (value === undefined || !toNext(c, least, CLOSE_CURLY)) return undefined;
    entries.push({ key, keyStart, keyEnd: end, value });
  }
  if (text.charCodeAt(c.at) !== CLOSE_CURLY) return undefined;
  c.at += 1;
  return { kind: 'map', start, end: c.at, entries };
}

function flowSeq(c: Cursor, least: number, depth: number): SourceNode | undefined {
  const { text, at: start } = c;
  const items: SourceNode[] = [];
  c.at += 1;
  while (toToken(c, least) && text.charCodeAt(c.at) !== CLOSE_SQUARE) {
    const item = flowValue(c, least, depth);
    if (item === undefined || !toNext(c, least, CLOSE_SQUARE)) return undefined;
    items.push(item);
  }
  if (text.charCodeAt(c.at) !== CLOSE_SQUARE) return undefined;
  c.at += 1;
  return { kind: 'seq', start, end: c.at, items };
}

function flowValue(c: Cursor, least: number, depth: number): SourceNode | undefined {
  const first = c.text.charCodeAt(c.at);
  if (first === OPEN_CURLY || first === OPEN_SQUARE) return flowNode(c, least, depth - 1);
  if (first !== DOUBLE_QUOTE && first !== SINGLE_QUOTE) return flowPlain(c);
  const { at } = c;
  const node = quoted(c, least);
  // A text over several lines is folded by other rules here.
  return node === undefined || c.text.slice(at, c.at).includes('\n') ? undefined : node;
}

function flowPlain(c: Cursor): ScalarNode | undefined {
  const { text, at: start } = c;
  if (!beginsPlain(text, start)) return undefined;
  let end = start;
  for (let i = start; ; i += 1) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      if (text.charCodeAt(i + 1) === HASH) return undefined;
    } else if (code === LINE_END || isFlowMark(code)) {
      break;
    } else if (Number.isNaN(code)) {
      return undefined;
    } else if (code === COLON && (isBlank(text.charCodeAt(i + 1)) || isFlowMark(text.charCodeAt(i + 1)))) {
      return undefined;
    } else {
      end = i + 1;
    }
  }
  if (end === start + 1 && text.charAt(start) === '-') return undefined;
  c.at = end;
  return { kind: 'scalar', start, end, text: text.slice(start, end), style: 'plain' };
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN_SQUARE || code === CLOSE_SQUARE || code === OPEN_CURLY || code === CLOSE_CURLY;
}

/** Goes to what stands next in a collection, over line ends. False at a comment, a line indented too little or the end of the text. */
function toToken(c: Cursor, least: number): boolean {
  const { text } = c;
  let i = c.at;
  let line = -1;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code === LINE_END) line = i;
    else if (code !== SPACE) break;
    i += 1;
  }
  c.at = i;
  if (line >= 0 && i - line - 1 < least) return false;
  const code = text.charCodeAt(i);
  return code !== HASH && !Number.isNaN(code);
}

/** Goes behind the comma after an item, or to the bracket that closes the collection. */
function toNext(c: Cursor, least: number, close: number): boolean {
  if (!toToken(c, least)) return false;
  const code = c.text.charCodeAt(c.at);
  if (code === COMMA) c.at += 1;
  return code === COMMA || code === close;
}
