import type { TypesetPolicy } from './types.ts';

/** A dash between two clauses: an em dash, or an en dash with spaces; a range or compound has neither. */
const CLAUSE_DASH = /(?<=\S)(?:[ \u00a0]*\u2014[ \u00a0]*|[ \u00a0]+\u2013[ \u00a0]+)(?=\S)/gu;

/**
 * Sets the dashes between clauses of English text in one way, whatever way they are written.
 * @param style `closed`: an em dash without spaces; `spaced`: an en dash with a no-break space before it, so that a line ends
 * with it at most
 * Source: Chicago Manual of Style 6.85; New Hart's Rules 4.11.
 */
export function setDashes(text: string, style: TypesetPolicy['dash']): string {
  if (style === 'as-written') return text;
  return text.replace(CLAUSE_DASH, style === 'closed' ? '\u2014' : '\u00a0\u2013 ');
}
