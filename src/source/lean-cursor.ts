export const [LINE_END, SPACE, HASH, COLON, DASH] = [0x0a, 0x20, 0x23, 0x3a, 0x2d];
export const [DOUBLE_QUOTE, SINGLE_QUOTE, BACKSLASH, COMMA, BAR] = [0x22, 0x27, 0x5c, 0x2c, 0x7c];
export const [OPEN_SQUARE, CLOSE_SQUARE, OPEN_CURLY, CLOSE_CURLY] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the lean reader stands in a text. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Column of `at`, from 0, where it stands at the first character of a line; below zero at the end of the text. */
  column: number;
  /**
   * Where the node that was read last ends with its line; below zero when lines of comments follow, which may or may not
   * count as part of it.
   */
  tail: number;
  /** The next backslash, from wherever it was last looked for. */
  backslash: number;
}

export function cursorOf(text: string): Cursor {
  return { text, at: 0, column: 0, tail: 0, backslash: -1 };
}

/** Whether the character may not follow a colon that belongs to a plain text: blank, line end, end of the text. */
export function isBlank(code: number): boolean {
  // A code that is not itself is the NaN that stands behind the last character.
  return code === SPACE || code === LINE_END || Number.isNaN(code);
}

/** Leaves the line behind a value, with blanks and a comment. False when anything else stands there. */
export function endLine(c: Cursor): boolean {
  const { text } = c;
  let i = c.at;
  while (text.charCodeAt(i) === SPACE) i += 1;
  if (text.charCodeAt(i) === HASH && i > c.at) {
    const end = text.indexOf('\n', i);
    i = end < 0 ? text.length : end;
  }
  const code = text.charCodeAt(i);
  if (!isBlank(code)) return false;
  c.at = code === LINE_END ? i + 1 : i;
  c.tail = c.at;
  return true;
}

/** Goes from the start of a line to the next character that is neither blank nor part of a comment. */
export function toContent(c: Cursor): void {
  const { text } = c;
  let line = c.at;
  for (;;) {
    let i = line;
    while (text.charCodeAt(i) === SPACE) i += 1;
    const code = text.charCodeAt(i);
    if (code === LINE_END) {
      line = i + 1;
    } else if (code === HASH) {
      c.tail = -1;
      const end = text.indexOf('\n', i);
      line = end < 0 ? text.length : end + 1;
    } else {
      c.at = i;
      c.column = Number.isNaN(code) ? -1 : i - line;
      return;
    }
  }
}

/** Letters, digits and the marks that keys are made of. What else a key may hold is left to the full reader. */
const KEY_CODES: ReadonlySet<number> = new Set(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./'].map((one) => one.charCodeAt(0)),
);
const IS_KEY = Uint8Array.from({ length: 0x80 }, (_, code) => (KEY_CODES.has(code) ? 1 : 0));

/** Characters that a key may have here; a full reader takes some more, and tells of one that is too long. */
const MAX_KEY = 200;

/**
 * The end of a key that begins here, whose colon follows at once; below zero where none does. A key is words with one blank
 * between them, or a text in quotes without escapes. Source: YAML 1.2.2, 7.4.2 (implicit keys are on one line).
 */
export function keyEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const end = first === SINGLE_QUOTE || first === DOUBLE_QUOTE ? quotedKeyEnd(text, at, first) : wordsEnd(text, at);
  if (end <= at || end - at > MAX_KEY) return -1;
  return text.charCodeAt(end) === COLON && isBlank(text.charCodeAt(end + 1)) ? end : -1;
}

/** The text of the key that stands between two places. */
export function keyText(text: string, start: number, end: number): string {
  const first = text.charCodeAt(start);
  return first === SINGLE_QUOTE || first === DOUBLE_QUOTE ? text.slice(start + 1, end - 1) : text.slice(start, end);
}

function wordsEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === DASH || text.startsWith('..', at)) return -1;
  let i = at;
  while (IS_KEY[text.charCodeAt(i)] === 1 || (text.charCodeAt(i) === SPACE && i > at)) {
    if (text.charCodeAt(i) === SPACE && IS_KEY[text.charCodeAt(i + 1)] !== 1) return -1;
    i += 1;
  }
  return i;
}

function quotedKeyEnd(text: string, at: number, mark: number): number {
  let i = at + 1;
  while (i - at < MAX_KEY && text.charCodeAt(i) !== mark) {
    const code = text.charCodeAt(i);
    if (code === LINE_END || code === BACKSLASH || Number.isNaN(code)) return -1;
    i += 1;
  }
  return i === at + 1 ? -1 : i + 1;
}
