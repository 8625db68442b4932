import { type Diagnostic, diagnose } from '../core/index.ts';
import type { LineMap } from './line-map.ts';

/** Levels of mappings and lists. The deepest place that any content schema knows lies at 12. */
export const MAX_DEPTH = 64;
/** Columns of indentation. The parser builds a pattern of this length, and runs out of memory far above it. */
const MAX_INDENT = 256;
/** Brackets left open when quotes are not looked at: catches what stands behind a stray quotation mark. */
const MAX_RAW_DEPTH = 512;

const [LINE_END, SPACE, DASH, QUESTION, COLON, BACKSLASH] = [0x0a, 0x20, 0x2d, 0x3f, 0x3a, 0x5c];
const [DOUBLE_QUOTE, SINGLE_QUOTE] = [0x22, 0x27];
const [OPEN_SQUARE, CLOSE_SQUARE, OPEN_CURLY, CLOSE_CURLY] = [0x5b, 0x5d, 0x7b, 0x7d];
/** What a quoted scalar may begin after. */
const BEFORE_VALUE = /[\s[{,:-]/;

/**
 * Looks for nesting that the parser could not survive, before it sees the file: brackets, dashes on one line, indentation.
 * Counts brackets outside quotes only roughly, which is enough: an honest file comes nowhere near the limit.
 * Emits C013.
 */
export function checkNesting(text: string, lines: LineMap): Diagnostic | undefined {
  let depth = 0;
  let rawDepth = 0;
  let quote = 0;
  let lineStart = true;
  let indent = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === LINE_END) {
      lineStart = true;
      indent = 0;
      dashes = 0;
      continue;
    }
    if (lineStart) {
      if (c === SPACE) {
        indent += 1;
        if (indent > MAX_INDENT) return tooDeep(lines, i, `indented by more than ${MAX_INDENT} spaces`);
        continue;
      }
      if ((c === DASH || c === QUESTION || c === COLON) && text.charCodeAt(i + 1) === SPACE) {
        dashes += 1;
        if (dashes > MAX_DEPTH) return tooDeep(lines, i, `more than ${MAX_DEPTH} levels on one line`);
        continue;
      }
      lineStart = false;
    }
    const opens = c === OPEN_SQUARE || c === OPEN_CURLY;
    const closes = c === CLOSE_SQUARE || c === CLOSE_CURLY;
    if (opens) rawDepth += 1;
    else if (closes) rawDepth = Math.max(0, rawDepth - 1);
    if (rawDepth > MAX_RAW_DEPTH) return tooDeep(lines, i, `more than ${MAX_RAW_DEPTH} open brackets`);
    if (quote !== 0) {
      if (c === BACKSLASH && quote === DOUBLE_QUOTE) i += 1;
      else if (c === quote) quote = 0;
    } else if ((c === DOUBLE_QUOTE || c === SINGLE_QUOTE) && BEFORE_VALUE.test(text[i - 1] ?? ' ')) {
      quote = c;
    } else if (opens) {
      depth += 1;
      if (depth > MAX_DEPTH) return tooDeep(lines, i, `more than ${MAX_DEPTH} open brackets`);
    } else if (closes) {
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}

export function tooDeep(lines: LineMap, offset: number, what: string): Diagnostic {
  return diagnose('C013', `the file is nested too deep: ${what}`, {
    span: lines.span(offset, offset + 1),
    hints: ['flatten the structure; no content file needs this depth'],
  });
}
