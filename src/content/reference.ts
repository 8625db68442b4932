import { nearest } from '../core/index.ts';
import { isRealDate } from '../source/index.ts';
import { ID_PATTERN } from './schema/fields.ts';
import type { RefFormat, RefTarget } from './types.ts';

/** A reference as parsed, or what is wrong with it. */
export type ParsedReference =
  | { readonly head: string; readonly target: RefTarget; readonly format: RefFormat }
  | { readonly message: string; readonly hint: string };

const KINDS = [
  'm',
  'yoy',
  'diff',
  'share',
  'sum',
  'target',
  'period',
  'term',
  'see',
  'page',
  'date',
  'note',
  'src',
  'lit',
];
const FORMATS = ['qty', 'num', 'unit', 'full', 'pct', 'abs', 'signed', 'pp', 'words', 'long'] as const;
const NO_FORMAT: RefFormat = { name: undefined };

/**
 * Parses what stands between `{{` and `}}`.
 * @param body  without the braces, as written
 */
export function parseReference(body: string): ParsedReference {
  if (body !== body.trim()) return wrong('a reference has no spaces beside its braces', `write {{${body.trim()}}}`);
  const bar = body.indexOf('|');
  const head = bar < 0 ? body : body.slice(0, bar);
  const tail = bar < 0 ? undefined : body.slice(bar + 1);
  const colon = head.indexOf(':');
  const kind = colon < 0 ? head : head.slice(0, colon);
  if (colon < 0 || !KINDS.includes(kind)) {
    const near = nearest(kind, KINDS);
    return wrong(
      `\`${kind}\` is no kind of reference`,
      near === undefined ? `one of ${KINDS.join(', ')}, then a colon` : `did you mean \`${near}:\`?`,
    );
  }
  const argument = head.slice(colon + 1);
  if (kind === 'lit') return literal(head, argument, tail);
  const target = readTarget(kind, argument);
  if ('message' in target) return target;
  if (tail === undefined) return { head, target, format: NO_FORMAT };
  const format = readFormat(tail);
  return 'message' in format ? format : { head, target, format };
}

function literal(head: string, text: string, reason: string | undefined): ParsedReference {
  if (text === '') return wrong('the literal is empty', 'write {{lit:text|reason}}');
  if (reason === undefined || reason.trim() === '') {
    return wrong('a literal gives its reason', `write {{lit:${text}|why this is typed}}`);
  }
  return { head, target: { kind: 'lit', text, reason: reason.trim() }, format: NO_FORMAT };
}

type Target = RefTarget | { readonly message: string; readonly hint: string };

function readTarget(kind: string, argument: string): Target {
  switch (kind) {
    case 'm':
    case 'yoy':
    case 'diff':
    case 'share':
    case 'sum':
      return readQuantity(kind, argument);
    case 'target':
      return readGoal(argument);
    case 'date':
      return isRealDate(argument)
        ? { kind: 'date', iso: argument }
        : wrong(`\`${argument}\` is not a date`, 'write {{date:YYYY-MM-DD}}');
    case 'period':
      return /^[^\s|@<]+$/.test(argument) ? { kind: 'period', period: argument } : noId(argument);
    default:
      return ID_PATTERN.test(argument) ? named(kind, argument) : noId(argument);
  }
}

function named(kind: string, id: string): RefTarget {
  if (kind === 'term') return { kind: 'term', term: id };
  if (kind === 'note') return { kind: 'note', note: id };
  if (kind === 'src') return { kind: 'src', source: id };
  return { kind: kind === 'see' ? 'see' : 'page', block: id };
}

function readQuantity(kind: 'm' | 'yoy' | 'diff' | 'share' | 'sum', argument: string): Target {
  const at = argument.indexOf('@');
  if (at < 0) return wrong(`\`${kind}:\` names no period`, `write {{${kind}:${argument || 'id'}@PERIOD}}`);
  const names = argument.slice(0, at);
  const [period = '', from, ...more] = argument.slice(at + 1).split('<');
  if (period === '' || from === '' || more.length > 0) {
    return wrong('the period is missing', 'write @PERIOD, or @PERIOD<EARLIER for a change');
  }
  if (from !== undefined && kind !== 'yoy' && kind !== 'diff') {
    return wrong('an earlier period is for `yoy:` and `diff:`', `leave out \`<${from}\``);
  }
  const ids = names.split(kind === 'share' ? '/' : kind === 'sum' ? '+' : '\n');
  const bad = ids.find((id) => !ID_PATTERN.test(id));
  if (bad !== undefined) return noId(bad);
  const [first = '', second] = ids;
  if (kind === 'share') {
    return second !== undefined && ids.length === 2
      ? { kind, part: first, whole: second, period }
      : wrong('a share has a part and a whole', 'write {{share:part/whole@PERIOD}}');
  }
  if (kind === 'sum') {
    return ids.length > 1
      ? { kind, metrics: ids, period }
      : wrong('a sum has two metrics or more', 'write {{sum:one+other@PERIOD}}');
  }
  return kind === 'm' ? { kind, metric: first, period } : { kind, metric: first, period, from };
}

function readGoal(argument: string): Target {
  const match = /^(.+)\.(value|change|by|gap)$/.exec(argument);
  const target = match?.[1];
  const field = match?.[2];
  if (target === undefined || field === undefined || !ID_PATTERN.test(target)) {
    return wrong('a target reference ends with what it shows', 'add .value, .change, .by or .gap');
  }
  return { kind: 'target', target, field: field as 'value' | 'change' | 'by' | 'gap' };
}

function readFormat(tail: string): RefFormat | { readonly message: string; readonly hint: string } {
  const match = /^([^,]+)(?:,dp=(\d{1,2}))?$/.exec(tail);
  const word = match?.[1] ?? tail;
  const name = FORMATS.find((f) => f === word);
  if (match === null || name === undefined) {
    const near = nearest(word, FORMATS);
    return wrong(
      `\`${tail}\` is no format`,
      near === undefined ? `one of ${FORMATS.join(', ')}, with ,dp=N for fewer decimals` : `did you mean \`${near}\`?`,
    );
  }
  return match[2] === undefined ? { name } : { name, dp: Number(match[2]) };
}

function noId(argument: string): Target {
  return wrong(`\`${argument}\` is not an id`, 'ids look like `ch.green.own-ops`');
}

function wrong(message: string, hint: string): { readonly message: string; readonly hint: string } {
  return { message, hint };
}
