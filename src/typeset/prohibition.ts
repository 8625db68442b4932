import type { TypesetPolicy } from './types.ts';

/**
 * Characters that may not start, and may not end, a line.
 * Source: CLREQ #prohibition_rules_for_line_start_end; GB/T 15834-2011 5.1; UAX #14 (CL, CP, EX, IS, NS, OP, PR).
 */
const START = new Set(
  '!),.:;?]}%°·»’”‐–—‧‰′″‼⁇⁈⁉℃℉、。々〉》」』】〕〗〙〛〜〞〟・ー！％），－．：；？］｝～｠｡｣､･²³¹',
);
const SCRIPTS = [0x2070, 0x209c] as const;
const END = new Set('([{‘“«‹〈《「『【〔〖〘〚〝（［｛｟｢$£¥€№±≤≥≈＄￡￥');
const SOLIDUS = new Set('／');
const STRICT_START = new Set('…⋯⸺');

/** Whether a line may not start with the character. The solidus counts from level `gb` on. */
export function mayNotStart(code: number, level: TypesetPolicy['prohibition']): boolean {
  if (code >= SCRIPTS[0] && code <= SCRIPTS[1]) return true;
  const character = String.fromCodePoint(code);
  if (START.has(character)) return true;
  if (level !== 'basic' && SOLIDUS.has(character)) return true;
  return level === 'strict' && STRICT_START.has(character);
}

/** Whether a line may not end with the character. */
export function mayNotEnd(code: number, level: TypesetPolicy['prohibition']): boolean {
  const character = String.fromCodePoint(code);
  return END.has(character) || (level !== 'basic' && SOLIDUS.has(character));
}
