import {
  BACKSLASH,
  BAR,
  COLON,
  type Cursor,
  DASH,
  DOUBLE_QUOTE,
  endLine,
  HASH,
  isBlank,
  LINE_END,
  SINGLE_QUOTE,
  SPACE,
} from './lean-cursor.ts';
import type { ScalarNode, ScalarStyle } from './tree.ts';

/** Marks that a plain text may not begin with, or with which the full reader is asked what is meant. */
const NO_PLAIN_START: ReadonlySet<number> = new Set([...'?:,[]{}#&*!|>\'"%@`'].map((mark) => mark.charCodeAt(0)));

/** Whether a plain text may begin here. */
export function beginsPlain(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (isBlank(first) || NO_PLAIN_START.has(first)) return false;
  return first !== DASH || !isBlank(text.charCodeAt(at + 1));
}

/**
 * A scalar in a block, to the end of its line; undefined where it is for the full reader.
 * @param least  columns that its further lines are indented by at least
 */
export function blockScalar(c: Cursor, least: number): ScalarNode | undefined {
  const first = c.text.charCodeAt(c.at);
  if (first === BAR) return literal(c, least);
  const node = first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? quoted(c, least) : plain(c, least);
  return node !== undefined && endLine(c) ? node : undefined;
}

/** Source: YAML 1.2.2, 7.3.3 (plain style). */
function plain(c: Cursor, least: number): ScalarNode | undefined {
  const { text, at: start } = c;
  if (!beginsPlain(text, start)) return undefined;
  let end = start;
  let isFolded = false;
  for (let i = start; ; i += 1) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      if (text.charCodeAt(i + 1) === HASH) break;
    } else if (code === LINE_END) {
      const next = lineBelow(text, i, least);
      if (next < 0) break;
      isFolded = true;
      i = next - 1;
    } else if (Number.isNaN(code)) {
      break;
    } else if (code === COLON && isBlank(text.charCodeAt(i + 1))) {
      return undefined;
    } else {
      end = i + 1;
    }
  }
  c.at = end;
  const written = text.slice(start, end);
  return isFolded
    ? folded(written, start, end, 'plain')
    : { kind: 'scalar', start, end, text: written, style: 'plain' };
}

/** The first character of the next line that goes on with a plain text; below zero where none does. */
function lineBelow(text: string, lineEnd: number, least: number): number {
  let line = lineEnd + 1;
  for (;;) {
    let i = line;
    while (text.charCodeAt(i) === SPACE) i += 1;
    const code = text.charCodeAt(i);
    if (code === LINE_END) line = i + 1;
    else return code === HASH || Number.isNaN(code) || i - line < least ? -1 : i;
  }
}

/**
 * A text in quotes. Only escapes that stand for a character as it is are read here.
 * Source: YAML 1.2.2, 7.3.1 and 7.3.2 (quoted styles).
 */
export function quoted(c: Cursor, least: number): ScalarNode | undefined {
  const { text, at: start } = c;
  const mark = text.charAt(start);
  const style = mark === "'" ? 'single' : 'double';
  let close = text.indexOf(mark, start + 1);
  let isDoubled = false;
  while (style === 'single' && close >= 0 && text.charCodeAt(close + 1) === SINGLE_QUOTE) {
    isDoubled = true;
    close = text.indexOf(mark, close + 2);
  }
  if (close < 0) return undefined;
  if (style === 'double' && nextBackslash(c, start) < close) return escaped(c);
  const end = close + 1;
  c.at = end;
  const inner = text.slice(start + 1, close);
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd >= 0 && lineEnd < close) {
    if (isDoubled || !areIndented(inner, least)) return undefined;
    return folded(inner, start, end, style);
  }
  return { kind: 'scalar', start, end, text: isDoubled ? inner.replaceAll("''", "'") : inner, style };
}

function nextBackslash(c: Cursor, from: number): number {
  if (c.backslash < from) {
    const found = c.text.indexOf('\\', from);
    c.backslash = found < 0 ? c.text.length : found;
  }
  return c.backslash;
}

/** Escapes that stand for the character itself, and the line end. */
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n' };

/** A text in double quotes with escapes, on one line. */
function escaped(c: Cursor): ScalarNode | undefined {
  const { text, at: start } = c;
  let value = '';
  let from = start + 1;
  for (let i = from; ; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LINE_END || Number.isNaN(code)) return undefined;
    if (code !== BACKSLASH && code !== DOUBLE_QUOTE) continue;
    value += text.slice(from, i);
    if (code === DOUBLE_QUOTE) {
      c.at = i + 1;
      return { kind: 'scalar', start, end: i + 1, text: value, style: 'double' };
    }
    const unit = /^u([\da-fA-F]{4})/.exec(text.slice(i + 1, i + 6))?.[1];
    const meant = unit === undefined ? ESCAPES[text.charAt(i + 1)] : characterOf(unit);
    if (meant === undefined) return undefined;
    value += meant;
    i += unit === undefined ? 1 : 5;
    from = i + 1;
  }
}

/** The character of four hexadecimal digits; undefined for NUL and halves of pairs, of which the full reader tells. */
function characterOf(digits: string): string | undefined {
  const code = Number.parseInt(digits, 16);
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCharCode(code);
}

/** Whether every line after the first is blank or indented so far. */
function areIndented(inner: string, least: number): boolean {
  for (let line = inner.indexOf('\n'); line >= 0; line = inner.indexOf('\n', line + 1)) {
    let i = line + 1;
    while (inner.charCodeAt(i) === SPACE) i += 1;
    if (i - line - 1 < least && inner.charCodeAt(i) !== LINE_END) return false;
  }
  return true;
}

const HAN = /\p{Script=Han}/u;

/** Line ends become a space, and each blank line a line end. Chinese is left to the full reader, which tells of it. Source: YAML 1.2.2, 6.5. */
function folded(written: string, start: number, end: number, style: ScalarStyle): ScalarNode | undefined {
  if (HAN.test(written)) return undefined;
  const text = written.replace(/ *\n[ \n]*/g, (gap) => {
    const breaks = gap.split('\n').length - 1;
    return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
  });
  return { kind: 'scalar', start, end, text, style };
}

/** A block of lines that stay as they are. Source: YAML 1.2.2, 8.1.2 (literal style). */
function literal(c: Cursor, least: number): ScalarNode | undefined {
  const { text, at: start } = c;
  const header = text.indexOf('\n', start);
  const chomping = text.slice(start + 1, header);
  if (header < 0 || (chomping !== '' && chomping !== '-')) return undefined;
  const first = header + 1;
  let indent = 0;
  while (text.charCodeAt(first + indent) === SPACE) indent += 1;
  if (indent < least || isBlank(text.charCodeAt(first + indent))) return undefined;
  const lines: string[] = [];
  let end = first;
  let kept = 0;
  for (let line = first; line < text.length; ) {
    const stop = text.indexOf('\n', line);
    const lineEnd = stop < 0 ? text.length : stop;
    let i = line;
    while (text.charCodeAt(i) === SPACE) i += 1;
    if (i >= lineEnd) {
      if (i - line > indent) return undefined;
      lines.push('');
    } else if (i - line < indent) {
      break;
    } else {
      lines.push(text.slice(line + indent, lineEnd));
      kept = lines.length;
      end = stop < 0 ? lineEnd : lineEnd + 1;
    }
    line = stop < 0 ? text.length : lineEnd + 1;
  }
  c.at = end;
  c.tail = end;
  const value = lines.slice(0, kept).join('\n');
  return { kind: 'scalar', start, end, text: chomping === '-' ? value : `${value}\n`, style: 'literal' };
}
