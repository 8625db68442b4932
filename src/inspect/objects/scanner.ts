import { Malformed } from './limits.ts';
import type { Name, Value } from './value.ts';

/** A word that is no object: an operator, `obj`, `R`, `stream`. */
export interface Keyword {
  readonly keyword: string;
}

/** Reads objects and keywords one after the other. */
export interface Scanner {
  /** Where the next token is looked for; may be set. */
  position: number;
  /** The next object or keyword; undefined at the end. References stand as two numbers and the keyword `R`. */
  next(): Value | Keyword | undefined;
  /** The next object, in which references are put together. */
  object(): Value | Keyword | undefined;
}

export function isKeyword(token: Value | Keyword | undefined): token is Keyword {
  return typeof token === 'object' && token !== null && 'keyword' in token;
}

const WHITE = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1;
const DELIMITER = new Uint8Array(256);
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1;
const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  const text = digit.toString(16);
  HEX[text.charCodeAt(0)] = digit;
  HEX[text.toUpperCase().charCodeAt(0)] = digit;
}

export function isWhite(code: number): boolean {
  return WHITE[code] === 1;
}

/** Kept words of hostile files must not fill the memory. */
const MOST_KEPT = 10_000;
const OPEN_BRACE: Keyword = { keyword: '{' };
const CLOSE_BRACE: Keyword = { keyword: '}' };
const END_ARRAY: Keyword = { keyword: ']' };
const END_DICT: Keyword = { keyword: '>>' };
const names = new Map<number | string, Name>();
const keywords = new Map<number | string, Value | Keyword>();
/** Bytes that fit into a small whole number. */
const SHORT_WORD = 4;
for (const [word, value] of [
  ['true', true],
  ['null', null],
] as const)
  keywords.set(Buffer.from(word, 'latin1').readInt32BE(0), value);
keywords.set('false', false);

/**
 * @param nesting how deep arrays and dictionaries may stand in each other
 * Throws Malformed. Source: ISO 32000-1 7.2, 7.3.
 */
export function createScanner(bytes: Uint8Array, start: number, end: number, nesting: number): Scanner {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  let depth = 0;

  const skipSpace = (): void => {
    while (at < end) {
      const code = bytes[at] as number;
      if (WHITE[code] === 1) at += 1;
      else if (code === 0x25) {
        while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else return;
    }
  };
  /** A word as a key: short ones as a number, so that no text has to be made of each operator and name. */
  const word = (): number | string => {
    const from = at;
    let packed = 0;
    while (at < end) {
      const code = bytes[at] as number;
      if (WHITE[code] === 1 || DELIMITER[code] === 1) break;
      packed = (packed << 8) | code;
      at += 1;
    }
    return at - from <= SHORT_WORD ? packed : view.toString('latin1', from, at);
  };
  const name = (): Name => {
    at += 1;
    const from = at;
    const key = word();
    const known = names.get(key);
    if (known !== undefined) return known;
    const text = view
      .toString('latin1', from, at)
      .replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const made = { name: text };
    if (names.size < MOST_KEPT) names.set(key, made);
    return made;
  };
  const wordValue = (): Value | Keyword => {
    const from = at;
    const key = word();
    const known = keywords.get(key);
    if (known !== undefined) return known;
    const made = { keyword: view.toString('latin1', from, at) };
    if (keywords.size < MOST_KEPT) keywords.set(key, made);
    return made;
  };
  const literal = (): string => {
    at += 1;
    let out = '';
    let open = 1;
    let from = at;
    while (at < end) {
      const code = bytes[at] as number;
      if (code === 0x5c) {
        out += view.toString('latin1', from, at) + escapedCharacter();
        from = at;
        continue;
      }
      if (code === 0x28) open += 1;
      if (code === 0x29) open -= 1;
      at += 1;
      if (open === 0) return from === at - 1 ? out : out + view.toString('latin1', from, at - 1);
    }
    throw new Malformed('a string does not end');
  };
  const escapedCharacter = (): string => {
    const code = bytes[at + 1] ?? 0;
    at += 2;
    const known = ESCAPES[String.fromCharCode(code)];
    if (known !== undefined) return known;
    if (code === 13) {
      if (bytes[at] === 10) at += 1;
      return '';
    }
    if (code < 0x30 || code > 0x37) return String.fromCharCode(code);
    let value = code - 0x30;
    for (let i = 0; i < 2 && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x37; i += 1) {
      value = value * 8 + ((bytes[at] as number) - 0x30);
      at += 1;
    }
    return String.fromCharCode(value & 0xff);
  };
  const hexadecimal = (): string => {
    at += 1;
    let out = '';
    let high = -1;
    while (at < end) {
      const code = bytes[at] as number;
      at += 1;
      if (code === 0x3e) return high < 0 ? out : out + String.fromCharCode(high * 16);
      const digit = HEX[code] as number;
      if (digit < 0) {
        if (WHITE[code] === 1) continue;
        throw new Malformed('a hexadecimal string holds something else');
      }
      if (high < 0) high = digit;
      else {
        out += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    throw new Malformed('a hexadecimal string does not end');
  };
  const inside = <T>(read: () => T): T => {
    depth += 1;
    if (depth > nesting) throw new Malformed(`arrays and dictionaries are nested more than ${nesting} deep`);
    const made = read();
    depth -= 1;
    return made;
  };
  const array = (): Value => {
    at += 1;
    const items: Value[] = [];
    for (;;) {
      const token = next();
      if (token === undefined) throw new Malformed('an array does not end');
      if (token === END_ARRAY) return items;
      if (!isKeyword(token)) items.push(token);
      else if (token.keyword === 'R') putReference(items);
      else throw new Malformed(`an array holds \`${token.keyword}\``);
    }
  };
  const dictionary = (): Value => {
    at += 2;
    const entries = new Map<string, Value>();
    const items: Value[] = [];
    for (;;) {
      const token = next();
      if (token === undefined) throw new Malformed('a dictionary does not end');
      if (token === END_DICT) break;
      if (!isKeyword(token)) items.push(token);
      else if (token.keyword === 'R') putReference(items);
      else throw new Malformed(`a dictionary holds \`${token.keyword}\``);
    }
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (typeof key !== 'object' || key === null || !('name' in key)) {
        throw new Malformed('a key of a dictionary is no name');
      }
      entries.set(key.name, items[i + 1] as Value);
    }
    return { entries };
  };
  const next = (): Value | Keyword | undefined => {
    skipSpace();
    if (at >= end) return undefined;
    const code = bytes[at] as number;
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) return numberOrWord();
    switch (code) {
      case 0x2f:
        return name();
      case 0x28:
        return { bytes: literal() };
      case 0x5b:
        return inside(array);
      case 0x5d:
        at += 1;
        return END_ARRAY;
      case 0x3c:
        return bytes[at + 1] === 0x3c ? inside(dictionary) : { bytes: hexadecimal() };
      case 0x3e:
        if (bytes[at + 1] === 0x3e) {
          at += 2;
          return END_DICT;
        }
        throw new Malformed('a `>` stands alone');
      case 0x29:
        throw new Malformed('a `)` stands alone');
      case 0x7b:
      case 0x7d:
        at += 1;
        return code === 0x7b ? OPEN_BRACE : CLOSE_BRACE;
    }
    return wordValue();
  };
  const numberOrWord = (): Value | Keyword => {
    const from = at;
    let value = 0;
    let scale = 0;
    let sign = 1;
    if (bytes[at] === 0x2d || bytes[at] === 0x2b) {
      if (bytes[at] === 0x2d) sign = -1;
      at += 1;
    }
    let digits = 0;
    while (at < end) {
      const code = bytes[at] as number;
      if (code >= 0x30 && code <= 0x39) {
        value = value * 10 + (code - 0x30);
        digits += 1;
        if (scale > 0) scale *= 10;
      } else if (code === 0x2e && scale === 0) scale = 1;
      else break;
      at += 1;
    }
    const after = bytes[at] ?? 32;
    if (digits === 0 || (at < end && WHITE[after] === 0 && DELIMITER[after] === 0)) {
      at = from;
      return wordValue();
    }
    return (sign * value) / (scale === 0 ? 1 : scale);
  };
  return {
    get position() {
      return at;
    },
    set position(value: number) {
      at = value;
      depth = 0;
    },
    next,
    object() {
      const first = next();
      if (typeof first !== 'number' || !Number.isInteger(first) || first < 0) return first;
      const after = at;
      const generation = next();
      const word = typeof generation === 'number' ? next() : undefined;
      if (typeof generation === 'number' && isKeyword(word) && word.keyword === 'R') return { ref: first, generation };
      at = after;
      return first;
    },
  };
}

/** Text of bytes, one character each. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

function putReference(items: Value[]): void {
  const generation = items.pop();
  const ref = items.pop();
  if (typeof ref !== 'number' || typeof generation !== 'number') throw new Malformed('an `R` refers to nothing');
  items.push({ ref, generation });
}
