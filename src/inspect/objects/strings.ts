import { isWhite } from './characters.ts';
import { Malformed } from './limits.ts';

const BACKSLASH = 0x5c;
const OPEN = 0x28;
const CLOSE = 0x29;

/** Where the string ends whose first byte is at `from`: the place of its `)`. Throws Malformed. Source: ISO 32000-1 7.3.4.2. */
export function literalEnd(bytes: Uint8Array, from: number, end: number): number {
  let open = 1;
  for (let i = from; i < end; i += 1) {
    const code = bytes[i] as number;
    if (code === BACKSLASH) i += 1;
    else if (code === OPEN) open += 1;
    else if (code === CLOSE) {
      open -= 1;
      if (open === 0) return i;
    }
  }
  throw new Malformed('a string does not end');
}

const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);

/** The bytes that a string stands for. */
export function literalText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPE, (_, octal: string | undefined, character: string) =>
    octal === undefined ? (ESCAPES.get(character) ?? character) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
  );
}

/** The bytes of a string in hexadecimal digits; a last digit that is missing is 0. Throws Malformed. */
export function hexadecimalText(bytes: Buffer, from: number, to: number): string {
  let digits = bytes.toString('latin1', from, to);
  if (/[^0-9a-fA-F]/.test(digits)) {
    digits = Array.from(digits, (digit) => (isWhite(digit.charCodeAt(0)) ? '' : digit)).join('');
    if (/[^0-9a-fA-F]/.test(digits)) throw new Malformed('a hexadecimal string holds something else');
  }
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}
