import { type Diagnostic, diagnose } from '../core/index.ts';
import type { LineMap } from './line-map.ts';

/** What the parser says of a fault. */
export interface ParserFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Words for the parser's faults that authors meet most, and what to do about each. */
const FAULTS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  TAB_AS_INDENT: ['a tab stands where YAML wants spaces', 'indent with spaces'],
  BLOCK_AS_IMPLICIT_KEY: ['a second `: ` on one line', 'quote the text: `": "` inside a plain text starts a mapping'],
  BAD_SCALAR_START: ['a plain text may not start with this character', 'quote the text'],
  MISSING_CHAR: ['a closing character is missing', 'close the quotation mark or bracket'],
  TAG_RESOLVE_FAILED: ['a tag (`!…`) has no meaning here', 'remove the tag, or quote the text'],
  RESOURCE_EXHAUSTION: ['the file is nested too deep to be read', 'flatten the structure'],
  BAD_INDENT: ['the indentation does not fit what stands above', 'line the key up with its neighbours'],
};

/** A parser fault as a diagnostic. Emits C001, or C013 where the parser gave up. */
export function syntaxDiagnostic(fault: ParserFault, text: string, lines: LineMap): Diagnostic {
  const [start, end] = fault.pos;
  const span = lines.span(start, Math.max(end, start + 1));
  if (fault.code === 'NON_STRING_KEY' && text[start - 1] === '{') {
    return diagnose('C001', 'a plain text may not start with `{{`', {
      span: lines.span(start - 1, end),
      hints: ['quote the text: `"{{…}}"`'],
    });
  }
  const known = FAULTS[fault.code];
  const message = known?.[0] ?? lowerFirst(fault.message.split('\n')[0] ?? fault.message);
  return diagnose(fault.code === 'RESOURCE_EXHAUSTION' ? 'C013' : 'C001', message, {
    span,
    hints: known === undefined ? [] : [known[1]],
  });
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
