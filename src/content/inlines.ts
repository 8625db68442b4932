import type { DiagnosticCode, Lang, OriginId } from '../core/index.ts';
import { parseReference } from './reference.ts';
import type { Inline, Text } from './types.ts';

/** A fault in a text, at UTF-16 offsets of its source. */
export interface TextFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** The origin of a stretch of a text: the text's own origin and the offsets. */
export function stretchOrigin(text: OriginId, start: number, end: number): OriginId {
  return `${text}@${start}-${end}`;
}

/**
 * Parses a text: references, `**strong**`, `*emphasis*`, `[label](address)`. A backslash before `{{`, `*`, `[` or `]` takes
 * their meaning away. Line ends are closed up beside Chinese characters and become a space elsewhere.
 * Faults: C018 (reference or link), C023 (left open). The text is whole in any case, with faulty parts as characters.
 */
export function parseText(
  source: string,
  lang: Lang,
  origin: OriginId,
): { readonly text: Text; readonly faults: readonly TextFault[] } {
  const faults: TextFault[] = [];
  const inlines = parseStretch({ source, lang, origin, faults }, 0, source.length);
  return { text: { lang, source, inlines, origin }, faults };
}

interface Parse {
  readonly source: string;
  readonly lang: Lang;
  readonly origin: OriginId;
  readonly faults: TextFault[];
}

interface Open {
  readonly kind: 'strong' | 'emphasis' | 'root';
  readonly at: number;
  readonly children: Inline[];
}

/** One pass over a stretch, with a stack of what is open. */
function parseStretch(parse: Parse, from: number, to: number): readonly Inline[] {
  const { source } = parse;
  const root: Open = { kind: 'root', at: from, children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  let escapedBraces = 0;
  let i = from;
  while (i < to) {
    const c = source[i] ?? '';
    if (source.startsWith('\\{{', i)) {
      addChars(top().children, '{{');
      escapedBraces += 1;
      i += 3;
    } else if (c === '\\' && /[*[\]]/.test(source[i + 1] ?? '')) {
      addChars(top().children, source[i + 1] ?? '');
      i += 2;
    } else if (source.startsWith('{{', i)) {
      i = readReference(parse, top().children, i, to);
    } else if (source.startsWith('}}', i)) {
      if (escapedBraces === 0) {
        fault(parse, 'C018', 'these braces close nothing', 'remove them, or open a reference with {{', i, i + 2);
      }
      escapedBraces = Math.max(0, escapedBraces - 1);
      addChars(top().children, '}}');
      i += 2;
    } else if (c === '*') {
      i = readStar(parse, stack, i, to);
    } else if (c === '[') {
      i = readLink(parse, top().children, i, to);
    } else if (c === '\n') {
      const end = i + (/^\s+/.exec(source.slice(i, to))?.[0].length ?? 1);
      if (end < to) addChars(top().children, joint(parse, i, end));
      i = end;
    } else {
      const end = nextMark(source, i + 1, to);
      addChars(top().children, source.slice(i, end));
      i = end;
    }
  }
  while (stack.length > 1) closeOpen(parse, stack);
  return root.children;
}

/** The next character that may mean something; letters are taken by the stretch. */
function nextMark(source: string, from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (MARKS.has(source.charCodeAt(i))) return i;
  return to;
}

const MARKS: ReadonlySet<number> = new Set([...'\\{}*[\n'].map((mark) => mark.charCodeAt(0)));

/** What is still open at the end is reported where it opens, and its content kept. */
function closeOpen(parse: Parse, stack: Open[]): void {
  const open = stack.pop();
  if (open === undefined) return;
  const mark = open.kind === 'strong' ? '**' : '*';
  fault(
    parse,
    'C023',
    `\`${mark}\` is left open`,
    `close it with ${mark}, or write \\${mark} for the character`,
    open.at,
    open.at + mark.length,
  );
  stack.at(-1)?.children.push(...open.children);
}

function readStar(parse: Parse, stack: Open[], at: number, to: number): number {
  const { source } = parse;
  const top = stack.at(-1);
  const double = source.startsWith('**', at) && at + 1 < to;
  const closesEmphasisFirst = top?.kind === 'emphasis' && source.startsWith('***', at);
  const mark = double && !closesEmphasisFirst ? '**' : '*';
  const kind = mark === '**' ? 'strong' : 'emphasis';
  const spaceBefore = at === 0 || /\s/.test(source[at - 1] ?? ' ');
  const spaceAfter = at + mark.length >= to || /\s/.test(source[at + mark.length] ?? ' ');
  const isOpen = stack.some((open) => open.kind === kind);
  if (isOpen && !spaceBefore) {
    while (stack.at(-1)?.kind !== kind) closeOpen(parse, stack);
    const closed = stack.pop();
    if (closed !== undefined && closed.kind !== 'root') {
      stack.at(-1)?.children.push({ kind: closed.kind, children: closed.children });
    }
  } else if (!isOpen && !spaceAfter) {
    stack.push({ kind, at, children: [] });
  } else {
    addChars(top?.children ?? [], mark);
  }
  return at + mark.length;
}

function readReference(parse: Parse, into: Inline[], at: number, to: number): number {
  const { source } = parse;
  const close = source.indexOf('}}', at + 2);
  const nextOpen = source.indexOf('{{', at + 2);
  if (close < 0 || close + 2 > to || (nextOpen >= 0 && nextOpen < close)) {
    const end = nextOpen >= 0 && nextOpen < to ? nextOpen : to;
    fault(
      parse,
      'C018',
      'the reference is not closed',
      'close it with }}, or write \\{{ for the characters',
      at,
      at + 2,
    );
    addChars(into, source.slice(at, end));
    return end;
  }
  const end = close + 2;
  const parsed = parseReference(source.slice(at + 2, close));
  if ('message' in parsed) {
    fault(parse, 'C018', parsed.message, parsed.hint, at, end);
    addChars(into, source.slice(at, end));
    return end;
  }
  const { head, target, format } = parsed;
  into.push({
    kind: 'ref',
    ref: { head, target, format, start: at, end, origin: stretchOrigin(parse.origin, at, end) },
  });
  return end;
}

function readLink(parse: Parse, into: Inline[], at: number, to: number): number {
  const { source } = parse;
  const labelEnd = matchingBracket(source, at, to);
  if (labelEnd === undefined || source[labelEnd + 1] !== '(') {
    addChars(into, '[');
    return at + 1;
  }
  const close = source.indexOf(')', labelEnd + 2);
  if (close < 0 || close >= to) {
    fault(parse, 'C023', 'the address of the link is left open', 'close it with )', at, labelEnd + 2);
    addChars(into, source.slice(at, to));
    return to;
  }
  const href = source.slice(labelEnd + 2, close);
  if (!/^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+)\S*$/.test(href)) {
    fault(
      parse,
      'C018',
      `\`${href}\` is not an address that a link may have`,
      'links go to https://, http:// or mailto:',
      labelEnd + 1,
      close + 1,
    );
  }
  into.push({ kind: 'link', href, children: parseStretch(parse, at + 1, labelEnd) });
  return close + 1;
}

function matchingBracket(source: string, at: number, to: number): number | undefined {
  let depth = 0;
  for (let i = at; i < to; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '[') depth += 1;
    else if (source[i] === ']') {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return undefined;
}

const CLOSED_UP = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2014\u2026]/u;

/** What a line end in the source stands for. */
function joint(parse: Parse, start: number, end: number): string {
  if (parse.lang === 'en') return ' ';
  const before = parse.source[start - 1] ?? '';
  const after = parse.source[end] ?? '';
  const isClosedUp = CLOSED_UP.test(before) || CLOSED_UP.test(after) || (before === '}' && after === '{');
  return isClosedUp ? '' : ' ';
}

function addChars(into: Inline[], text: string): void {
  const last = into.at(-1);
  if (last?.kind === 'chars') into[into.length - 1] = { kind: 'chars', text: last.text + text };
  else if (text !== '') into.push({ kind: 'chars', text });
}

function fault(parse: Parse, code: DiagnosticCode, message: string, hint: string, start: number, end: number): void {
  parse.faults.push({ code, message, hint, start, end });
}
