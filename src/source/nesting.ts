import { type Diagnostic, diagnose } from '../core/index.ts';
import type { LineMap } from './line-map.ts';

/** Levels of mappings and lists. The deepest place that any content schema knows lies at 12. */
export const MAX_DEPTH = 64;
/** Columns of indentation. The parser builds a pattern of this length, and runs out of memory far above it. */
const MAX_INDENT = 256;
/** Brackets left open when quotes are not looked at: catches what stands behind a stray quotation mark. */
const MAX_RAW_DEPTH = 512;

/**
 * Looks for nesting that the parser could not survive, before it sees the file: brackets, dashes on one line, indentation.
 * Counts brackets outside quotes only roughly, which is enough: an honest file comes nowhere near the limit.
 * Emits C013.
 */
export function checkNesting(text: string, lines: LineMap): Diagnostic | undefined {
  let depth = 0;
  let rawDepth = 0;
  let quote = '';
  let lineStart = true;
  let indent = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? '';
    if (c === '\n') {
      lineStart = true;
      indent = 0;
      dashes = 0;
      continue;
    }
    if (lineStart) {
      if (c === ' ') {
        indent += 1;
        if (indent > MAX_INDENT) return tooDeep(lines, i, `indented by more than ${MAX_INDENT} spaces`);
        continue;
      }
      if ((c === '-' || c === '?' || c === ':') && text[i + 1] === ' ') {
        dashes += 1;
        if (dashes > MAX_DEPTH) return tooDeep(lines, i, `more than ${MAX_DEPTH} levels on one line`);
        continue;
      }
      lineStart = false;
    }
    if (c === '[' || c === '{') rawDepth += 1;
    else if (c === ']' || c === '}') rawDepth = Math.max(0, rawDepth - 1);
    if (rawDepth > MAX_RAW_DEPTH) return tooDeep(lines, i, `more than ${MAX_RAW_DEPTH} open brackets`);
    if (quote !== '') {
      if (c === '\\' && quote === '"') i += 1;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /[\s[{,:-]/.test(text[i - 1] ?? ' ')) {
      quote = c;
    } else if (c === '[' || c === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) return tooDeep(lines, i, `more than ${MAX_DEPTH} open brackets`);
    } else if (c === ']' || c === '}') {
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
