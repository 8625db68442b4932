/** A PDF value, already in the syntax of the file; bytes above 0x7F stand as Latin-1 characters. */
export type Syntax = string;

/** Formats a number with at most `places` decimals, without trailing zeros. */
export function num(value: number, places = 2): Syntax {
  const factor = 10 ** places;
  const rounded = Math.round(value * factor) / factor;
  if (Number.isInteger(rounded)) return rounded === 0 ? '0' : String(rounded);
  const text = rounded.toFixed(places).replace(/0+$/, '');
  return text.startsWith('0.') ? text.slice(1) : text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}

/** A name. Source: ISO 32000-1 7.3.5. */
export function name(text: string): Syntax {
  const bytes = Buffer.from(text, 'utf8');
  let out = '/';
  for (const byte of bytes) {
    const regular = byte > 0x20 && byte < 0x7f && !'#/()<>[]{}%'.includes(String.fromCharCode(byte));
    out += regular ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`;
  }
  return out;
}

const ESCAPED = /[\\()\r]/g;

/** A literal string of bytes (one Latin-1 character each). Source: ISO 32000-1 7.3.4.2. */
export function bytesString(bytes: string): Syntax {
  return `(${bytes.replace(ESCAPED, (c) => (c === '\r' ? '\\r' : `\\${c}`))})`;
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
    out += `${name(key)}${/^[/[(<]/.test(text) ? '' : ' '}${text}`;
  }
  return `${out}>>`;
}

/** Joins values with a space only where two regular characters would meet. */
export function join(values: readonly Syntax[]): Syntax {
  let out = '';
  for (const value of values) {
    const open = out === '' || /[\])>(]$/.test(out) || /^[/[(<]/.test(value);
    out += open ? value : ` ${value}`;
  }
  return out;
}

/** A rectangle from its left, bottom, right and top edges. */
export function rectangle(box: readonly [number, number, number, number]): Syntax {
  return array(box.map((edge) => num(edge)));
}
