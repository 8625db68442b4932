import type { ScalarStyle } from './tree.ts';

/**
 * Maps offsets in a scalar's value to offsets in its source.
 * @param source  the scalar as written, with its quotes or its block header
 * @param value   what the parser made of it
 * @returns       for each UTF-16 unit of `value`, and its end, an offset into `source`; undefined where the two do not
 *                line up, so that the caller points at the scalar as a whole
 */
export function scalarOffsets(source: string, value: string, style: ScalarStyle): readonly number[] | undefined {
  const units = style === 'literal' || style === 'folded' ? blockUnits(source, style) : flowUnits(source, style);
  const text = units.map((u) => u.unit).join('');
  if (!text.startsWith(value)) return undefined;
  const offsets = units.slice(0, value.length).map((u) => u.at);
  const last = units[value.length - 1];
  return [...offsets, last === undefined ? 0 : last.end];
}

/** Where the value begins in a scalar of which every character stands as it is; undefined for escapes, folds and blocks. */
export function straightStart(source: string, value: string): number | undefined {
  if (value === '') return undefined;
  const marks = (source.length - value.length) / 2;
  return (marks === 0 || marks === 1) && source.startsWith(value, marks) && !value.includes('\n') ? marks : undefined;
}

interface Unit {
  readonly unit: string;
  readonly at: number;
  readonly end: number;
}

const NAMED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Plain and quoted scalars. Source: YAML 1.2.2, 6.5 (line folding), 7.3 (flow scalar styles). */
function flowUnits(source: string, style: ScalarStyle): readonly Unit[] {
  const quoted = style !== 'plain';
  const stop = quoted ? source.length - 1 : source.length;
  const units: Unit[] = [];
  const push = (text: string, at: number, end: number): void => {
    for (const unit of text.split('')) units.push({ unit, at, end });
  };
  let i = quoted ? 1 : 0;
  while (i < stop) {
    const c = source[i] ?? '';
    if (style === 'single' && c === "'" && source[i + 1] === "'") {
      push("'", i, i + 2);
      i += 2;
    } else if (style === 'double' && c === '\\' && source[i + 1] === '\n') {
      i = skipBlank(source, i + 2);
    } else if (style === 'double' && c === '\\') {
      const [text, length] = readEscape(source, i);
      push(text, i, i + length);
      i += length;
    } else if (c === '\n') {
      while (units.length > 0 && /[ \t]/.test(units.at(-1)?.unit ?? '')) units.pop();
      const end = skipBlank(source, i + 1);
      const breaks = source.slice(i, end).split('\n').length - 1;
      push(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), i, end);
      i = end;
    } else {
      push(c, i, i + 1);
      i += 1;
    }
  }
  return units;
}

function readEscape(source: string, at: number): readonly [text: string, length: number] {
  const letter = source[at + 1] ?? '';
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (digits === 0) return [NAMED[letter] ?? letter, 2];
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  return [Number.isNaN(code) || code > 0x10ffff ? '' : String.fromCodePoint(code), 2 + digits];
}

function skipBlank(source: string, from: number): number {
  let i = from;
  while (/[ \t\n]/.test(source[i] ?? '')) i += 1;
  return i;
}

/** Block scalars, line by line. Source: YAML 1.2.2, 8.1 (block scalar styles). */
function blockUnits(source: string, style: ScalarStyle): readonly Unit[] {
  const header = source.indexOf('\n');
  if (header < 0) return [];
  const lines = source.slice(header + 1).split('\n');
  const indent = Math.min(...lines.filter((l) => l.trim() !== '').map((l) => l.length - l.trimStart().length));
  const units: Unit[] = [];
  let at = header + 1;
  for (const line of lines) {
    for (let i = Math.min(indent, line.length); i < line.length; i += 1) {
      units.push({ unit: line[i] ?? '', at: at + i, end: at + i + 1 });
    }
    units.push({ unit: style === 'folded' ? ' ' : '\n', at: at + line.length, end: at + line.length + 1 });
    at += line.length + 1;
  }
  return units;
}
