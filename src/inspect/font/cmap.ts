import { createScanner, isKeyword, isText, type Value } from '../objects/index.ts';

/** Character codes and the text that each stands for. */
export type UnicodeMap = ReadonlyMap<number, string>;

/** Codes of one range at most: those of two bytes. */
const LONGEST_RANGE = 65_536;
/** Codes of one font: more than Unicode has characters. */
const MOST_CODES = 1_200_000;

/**
 * Reads the map from codes to text that a font carries. What is damaged is left out.
 * Source: ISO 32000-1 9.10.3; Adobe Technical Note 5411.
 */
export function readUnicodeMap(data: Uint8Array, nesting: number): UnicodeMap {
  const map = new Map<number, string>();
  const scanner = createScanner(data, 0, data.length, nesting);
  let operands: Value[] = [];
  for (;;) {
    const token = readToken(() => scanner.next());
    if (token === undefined) return map;
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    if (token.keyword === 'endbfchar') addSingles(map, operands);
    if (token.keyword === 'endbfrange') addRanges(map, operands);
    operands = [];
  }
}

/** A damaged map ends where the damage begins. */
function readToken<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function addSingles(map: Map<number, string>, operands: readonly Value[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const code = codeOf(operands[i]);
    const text = unicodeOf(operands[i + 1]);
    if (code !== undefined && text !== undefined) map.set(code, text);
  }
}

function addRanges(map: Map<number, string>, operands: readonly Value[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const from = codeOf(operands[i]);
    const to = codeOf(operands[i + 1]);
    const target = operands[i + 2];
    if (from === undefined || to === undefined || to - from >= LONGEST_RANGE || map.size > MOST_CODES) continue;
    if (Array.isArray(target)) {
      target.forEach((item: Value, k) => {
        const text = unicodeOf(item);
        if (text !== undefined) map.set(from + k, text);
      });
      continue;
    }
    const first = unicodeOf(target);
    if (first === undefined) continue;
    const head = first.slice(0, -1);
    const last = first.charCodeAt(first.length - 1);
    for (let code = from; code <= to; code += 1) map.set(code, head + String.fromCharCode(last + code - from));
  }
}

function codeOf(value: Value | undefined): number | undefined {
  if (!isText(value) || value.bytes.length === 0 || value.bytes.length > 4) return undefined;
  let code = 0;
  for (let i = 0; i < value.bytes.length; i += 1) code = code * 256 + value.bytes.charCodeAt(i);
  return code;
}

function unicodeOf(value: Value | undefined): string | undefined {
  if (!isText(value)) return undefined;
  let out = '';
  for (let i = 0; i + 1 < value.bytes.length; i += 2) {
    out += String.fromCharCode((value.bytes.charCodeAt(i) << 8) | value.bytes.charCodeAt(i + 1));
  }
  return out;
}
