/** A PDF value, already in the syntax of the file; bytes above 0x7F stand as Latin-1 characters. */
export type Syntax = string;

/** Formats a number with at most `places` decimals, without trailing zeros. */
export function num(value: number, places = 2): Syntax {
  const factor = FACTORS[places] ?? 10 ** places;
  const scaled = Math.round(value * factor);
  const size = Math.abs(scaled);
  const whole = Math.floor(size / factor);
  let rest = size - whole * factor;
  const sign = scaled < 0 ? '-' : '';
  if (rest === 0) return sign + whole;
  let digits = places;
  while (rest % 10 === 0) {
    rest /= 10;
    digits -= 1;
  }
  return `${sign}${whole === 0 ? '' : whole}.${String(rest).padStart(digits, '0')}`;
}

const FACTORS = [1, 10, 100, 1000, 10_000, 100_000];

const names = new Map<string, Syntax>();

/** A name. Source: ISO 32000-1 7.3.5. */
export function name(text: string): Syntax {
  const known = names.get(text);
  if (known !== undefined) return known;
  let out = '/';
  for (const byte of Buffer.from(text, 'utf8')) {
    const regular = byte > 0x20 && byte < 0x7f && !'#/()<>[]{}%'.includes(String.fromCharCode(byte));
    out += regular ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`;
  }
  names.set(text, out);
  return out;
}

const ESCAPED = /[\\()\r]/g;

/** A literal string of bytes (one Latin-1 character each). Source: ISO 32000-1 7.3.4.2. */
export function bytesString(bytes: string): Syntax {
  return `(${bytes.replace(ESCAPED, (c) => (c === '\r' ? '\\r' : `\\${c}`))})`;
}

const codes: Syntax[] = [];

/** The inside of a literal string that holds one two-byte code. */
export function codeSyntax(code: number): Syntax {
  const known = codes[code];
  if (known !== undefined) return known;
  const made = bytesString(String.fromCharCode(code >> 8, code & 0xff)).slice(1, -1);
  codes[code] = made;
  return made;
}

/** A text string: ASCII as it is, anything else in UTF-16BE with its mark. Source: ISO 32000-1 7.9.2.2. */
export function textString(text: string): Syntax {
  if (/^[\x20-\x7e]*$/.test(text)) return bytesString(text);
  return bytesString(Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1'));
}

/** An array of values. */
export function array(values: readonly Syntax[]): Syntax {
  return `[${join(values)}]`;
}

/** A dictionary; entries without a value are left out. */
export function dict(entries: Readonly<Record<string, Syntax | number | boolean | undefined>>): Syntax {
  let out = '<<';
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    const text = typeof value === 'number' ? num(value, 4) : String(value);
    out += delimits(text, 0) ? name(key) + text : `${name(key)} ${text}`;
  }
  return `${out}>>`;
}

/** Joins values with a space only where two regular characters would meet. */
export function join(values: readonly Syntax[]): Syntax {
  let out = '';
  let open = true;
  for (const value of values) {
    out += open || delimits(value, 0) ? value : ` ${value}`;
    open = value === '' ? open : delimits(value, value.length - 1);
  }
  return out;
}

/** Whether a character keeps its neighbour apart. Source: ISO 32000-1 7.2.2. */
function delimits(text: string, at: number): boolean {
  return '/[]()<>'.includes(text.charAt(at));
}

/** A rectangle from its left, bottom, right and top edges. */
export function rectangle(box: readonly [number, number, number, number]): Syntax {
  return array(box.map((edge) => num(edge)));
}
