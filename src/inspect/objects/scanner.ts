import { DIGIT, KIND, NUMBER, WHITE, WORD } from './characters.ts';
import { Malformed } from './limits.ts';
import { hexadecimalText, literalEnd, literalText } from './strings.ts';
import { isName, type Name, type Value } from './value.ts';

/** A word that is no object: an operator, `obj`, `stream`. */
export interface Keyword {
  readonly keyword: string;
}

/** Reads objects and keywords one after the other. */
export interface Scanner {
  /** Where the next token is looked for; may be set. */
  position: number;
  /** The next object or keyword; undefined at the end. A reference stands as two numbers and the keyword `R`. */
  next(): Value | Keyword | undefined;
  /** The next object or keyword, where an object may be a reference. */
  object(): Value | Keyword | undefined;
}

export function isKeyword(token: Value | Keyword | undefined): token is Keyword {
  return typeof token === 'object' && token !== null && 'keyword' in token;
}

/** Kept words of hostile files must not fill the memory. */
const MOST_KEPT = 10_000;
/** Bytes that fit into a small whole number. */
const SHORT_WORD = 4;
const END_ARRAY: Keyword = { keyword: ']' };
const END_DICT: Keyword = { keyword: '>>' };
const OPEN_BRACE: Keyword = { keyword: '{' };
const CLOSE_BRACE: Keyword = { keyword: '}' };
const names = new Map<number | string, Name>();
const words = new Map<number | string, Value | Keyword>([
  [0x74727565, true],
  [0x6e756c6c, null],
  ['false', false],
]);

/**
 * Its loops keep their place in a variable of their own: every byte of a file passes here, mostly before V8 has optimized it.
 * @param nesting how deep arrays and dictionaries may stand in each other
 * Throws Malformed. Source: ISO 32000-1 7.2, 7.3.
 */
export function createScanner(bytes: Uint8Array, start: number, end: number, nesting: number): Scanner {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  let depth = 0;

  /** The first byte of the next token, or -1 at the end. */
  const skipSpace = (): number => {
    for (let i = at; i < end; i += 1) {
      const code = bytes[i] as number;
      if (KIND[code] === WHITE) continue;
      if (code !== 0x25) {
        at = i;
        return code;
      }
      while (i < end && bytes[i] !== 10 && bytes[i] !== 13) i += 1;
    }
    at = end;
    return -1;
  };
  /** A word as a key: short ones as a number, so that no text has to be made of each operator and name. */
  const word = (): number | string => {
    let packed = 0;
    let i = at;
    for (; i < end; i += 1) {
      const code = bytes[i] as number;
      if ((KIND[code] as number) >= WHITE) break;
      packed = (packed << 8) | code;
    }
    const from = at;
    at = i;
    return i - from <= SHORT_WORD ? packed : view.toString('latin1', from, i);
  };
  const name = (): Name => {
    at += 1;
    const from = at;
    const key = word();
    const known = names.get(key);
    if (known !== undefined) return known;
    const text = view.toString('latin1', from, at);
    const made = {
      name: text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`))),
    };
    if (names.size < MOST_KEPT) names.set(key, made);
    return made;
  };
  const wordValue = (): Value | Keyword => {
    const from = at;
    const key = word();
    const known = words.get(key);
    if (known !== undefined) return known;
    const made = { keyword: view.toString('latin1', from, at) };
    if (words.size < MOST_KEPT) words.set(key, made);
    return made;
  };
  const number = (first: number): Value | Keyword => {
    let i = first === 0x2d || first === 0x2b ? at + 1 : at;
    const from = i;
    let value = 0;
    let scale = 0;
    for (; i < end; i += 1) {
      const code = bytes[i] as number;
      const digit = DIGIT[code] as number;
      if (digit >= 0) {
        value = value * 10 + digit;
        scale *= 10;
      } else if (code === 0x2e && scale === 0) scale = 1;
      else break;
    }
    const digits = i - from - (scale === 0 ? 0 : 1);
    if (digits === 0 || (i < end && (KIND[bytes[i] as number] as number) < WHITE)) return wordValue();
    at = i;
    if (first === 0x2d) value = -value;
    return scale > 1 ? value / scale : value;
  };
  const literal = (): Value => {
    const from = at + 1;
    // One that does not end was gone through all the same.
    at = end;
    const to = literalEnd(bytes, from, end);
    at = to + 1;
    return { bytes: literalText(view.toString('latin1', from, to)) };
  };
  const hexadecimal = (): Value => {
    const from = at + 1;
    at = end;
    const to = view.indexOf(0x3e, from);
    if (to < 0 || to >= end) throw new Malformed('a hexadecimal string does not end');
    at = to + 1;
    return { bytes: hexadecimalText(view, from, to) };
  };
  const enter = (length: number): void => {
    at += length;
    depth += 1;
    if (depth > nesting) throw new Malformed(`arrays and dictionaries are nested more than ${nesting} deep`);
  };
  const array = (): Value => {
    enter(1);
    const items: Value[] = [];
    for (;;) {
      const token = object();
      if (token === undefined) throw new Malformed('an array does not end');
      if (token === END_ARRAY) break;
      if (isKeyword(token)) throw new Malformed(`an array holds \`${token.keyword}\``);
      items.push(token);
    }
    depth -= 1;
    return items;
  };
  const dictionary = (): Value => {
    enter(2);
    const entries = new Map<string, Value>();
    for (;;) {
      const key = next();
      if (key === undefined) throw new Malformed('a dictionary does not end');
      if (key === END_DICT) break;
      if (isKeyword(key) || !isName(key)) throw new Malformed('a key of a dictionary is no name');
      const value = object();
      // A name without a value ends the dictionary, as if it were not there.
      if (value === END_DICT) break;
      if (value === undefined) throw new Malformed('a dictionary does not end');
      if (isKeyword(value)) throw new Malformed(`a dictionary holds \`${value.keyword}\``);
      entries.set(key.name, value);
    }
    depth -= 1;
    return { entries };
  };
  const delimited = (code: number): Value | Keyword => {
    if (code === 0x2f) return name();
    if (code === 0x28) return literal();
    if (code === 0x5b) return array();
    if (code === 0x3c) return bytes[at + 1] === 0x3c ? dictionary() : hexadecimal();
    if (code === 0x29) throw new Malformed('a `)` stands alone');
    if (code === 0x3e && bytes[at + 1] !== 0x3e) throw new Malformed('a `>` stands alone');
    at += code === 0x3e ? 2 : 1;
    if (code === 0x3e) return END_DICT;
    if (code === 0x5d) return END_ARRAY;
    return code === 0x7b ? OPEN_BRACE : CLOSE_BRACE;
  };
  const next = (): Value | Keyword | undefined => {
    const code = skipSpace();
    if (code < 0) return undefined;
    const kind = KIND[code];
    if (kind === NUMBER) return number(code);
    return kind === WORD ? wordValue() : delimited(code);
  };
  const object = (): Value | Keyword | undefined => {
    const first = next();
    if (typeof first !== 'number') return first;
    const after = at;
    const code = skipSpace();
    // Mostly a number stands alone: what follows it is then no digit.
    if (code >= 0x30 && code <= 0x39 && Number.isInteger(first) && first >= 0) {
      const generation = number(code);
      if (typeof generation === 'number' && skipSpace() === 0x52 && endsWord(at + 1)) {
        at += 1;
        return { ref: first, generation };
      }
    }
    at = after;
    return first;
  };
  const endsWord = (place: number): boolean => place >= end || (KIND[bytes[place] as number] as number) >= WHITE;
  return {
    get position() {
      return at;
    },
    set position(value: number) {
      at = value;
      depth = 0;
    },
    next,
    object,
  };
}
