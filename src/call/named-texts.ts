import type { Label, Report, Text } from '../content/types.ts';
import { LANGS, type OriginId } from '../core/index.ts';
import { dateText } from '../metrics/index.ts';
import type { Account, AccountKind } from './account.ts';
import { type CallContext, isSettled, printedText } from './call-context.ts';
import { expectedOfText, plainAccount } from './expected-text.ts';
import type { FoundFigure } from './figure.ts';
import { foldText } from './fold.ts';
import type { TextPiece } from './page-piece.ts';

/** A text of the content that may be printed anywhere: a title, a label, a source, a disclosure. */
export interface NamedText {
  /** Folded and without spaces, as it is looked for. */
  readonly text: string;
  readonly account: Account;
  /** What its own figures answer for, by where they begin in `text`. */
  readonly figures?: ReadonlyMap<number, Account>;
  /** The figures that it holds, which it is looked up by. */
  readonly read: readonly FoundFigure[];
}

/** Looks for known texts around a figure. */
export interface NamedTexts {
  /** A known text that stands in the piece and holds the figure. */
  around(piece: TextPiece, figure: FoundFigure): Account | undefined;
  /** A known text that the whole piece is a part of: the first sentence of a chapter’s lede. */
  over(piece: string): Account | undefined;
}

/** Letters that a text of the content needs beside its figures, to be known again elsewhere. */
const TELLING = 4;
/** Signs that a piece needs, to be known as a part of a longer text. */
const PART = 8;

/** The texts of a report that name things or are printed in more than one place. */
export function namedTexts(context: CallContext, more: readonly Label[] = []): NamedTexts {
  const byFigure = new Map<string, NamedText[]>();
  const all = new Map<string, NamedText>();
  const keep = (named: NamedText): void => {
    all.set(named.text, named);
    for (const figure of new Set(named.read.map(figureKey)))
      byFigure.set(figure, [...(byFigure.get(figure) ?? []), named]);
  };
  const add = (text: string | undefined, kind: AccountKind, key: string, origin: OriginId): void => {
    for (const part of (text ?? '').split(/\{[^}]*\}/)) {
      const bare = withoutSpaces(foldText(part)).compact;
      const figures = bare === '' ? [] : context.read(part);
      if (figures.length === 0 || all.has(bare)) continue;
      keep({ text: bare, account: plainAccount(kind, key, origin), read: figures });
    }
  };
  const label = (text: Label | undefined, kind: AccountKind, key: string, origin: OriginId): void => {
    for (const lang of LANGS) add(text?.[lang], kind, key, origin);
  };
  ofReport(context.report, add, label);
  for (const text of more) label(text, 'name', 'label', context.report.origin);
  for (const text of textsOf(context.report)) {
    const named = ofText(text, context);
    if (named !== undefined && !all.has(named.text)) keep(named);
  }
  return {
    around: (piece, figure) => {
      const inIndex = INDEX.test(piece.origin ?? '') || figure.kind === 'period';
      const named = byFigure.get(figureKey(figure)) ?? [];
      return around(piece.text, figure, inIndex ? named : named.filter(({ text }) => !BARE.test(text)));
    },
    over: (piece) => {
      const { compact } = withoutSpaces(foldText(piece));
      if (compact.length < PART) return undefined;
      return [...all.values()].find(({ text }) => text.includes(compact))?.account;
    },
  };
}

/** A text of the content that says enough to be known again elsewhere. */
function ofText(text: Text, context: CallContext): NamedText | undefined {
  const { named } = context.settled;
  if (named.has(text)) return named.get(text);
  const made = makeNamed(text, context);
  if (isSettled(text.inlines)) named.set(text, made);
  return made;
}

function makeNamed(text: Text, context: CallContext): NamedText | undefined {
  const { compact, offsets } = withoutSpaces(foldText(printedText(text, context).text));
  if (compact.replace(/[^\p{L}]/gu, '').length < TELLING) return undefined;
  const expected = expectedOfText(text, context);
  if (expected.length === 0) return undefined;
  const figures = new Map(expected.map(({ figure, account }) => [offsets.indexOf(figure.start), account]));
  const account = plainAccount('text', 'text', text.origin);
  return { text: compact, account, figures, read: expected.map(({ figure }) => figure) };
}

/** Codes of disclosures may be mere numbers: they name something in an index alone. */
const BARE = /^[\d.,()-]+$/;
const INDEX = /^content\/(?:index|frameworks)\//;

function figureKey({ kind, value, upTo }: FoundFigure): string {
  return `${kind} ${value} ${upTo ?? ''}`;
}

function around(piece: string, figure: FoundFigure, names: readonly NamedText[]): Account | undefined {
  const { compact, offsets } = withoutSpaces(foldText(piece));
  for (const name of names) {
    for (let at = compact.indexOf(name.text); at >= 0; at = compact.indexOf(name.text, at + 1)) {
      const start = offsets[at] ?? 0;
      const end = (offsets[at + name.text.length - 1] ?? start) + 1;
      if (start > figure.start || end < figure.end) continue;
      if (isCut(piece.charAt(start - 1), piece.charAt(start)) || isCut(piece.charAt(end - 1), piece.charAt(end)))
        continue;
      return name.figures?.get(offsets.indexOf(figure.start) - at) ?? name.account;
    }
  }
  return undefined;
}

/** S1 does not stand in S12, nor 2-1 in 12-1. */
function isCut(before: string, after: string): boolean {
  return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after);
}

/** A text without its spaces, which lines and languages set differently, and where each sign stood. */
function withoutSpaces(text: string): { readonly compact: string; readonly offsets: readonly number[] } {
  let compact = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (/[\s\u00A0\u2009\u202F\u200B]/.test(mark)) continue;
    compact += mark;
    offsets.push(at);
  }
  return { compact, offsets };
}

type Add = (text: string | undefined, kind: AccountKind, key: string, origin: OriginId) => void;
type AddLabel = (text: Label | undefined, kind: AccountKind, key: string, origin: OriginId) => void;

function ofReport(report: Report, add: Add, label: AddLabel): void {
  for (const period of report.periods) {
    label(period.label, 'period', `period:${period.id}`, period.origin);
    label(period.long, 'period', `period:${period.id}`, period.origin);
  }
  for (const [key, words] of report.strings) label(words, 'name', `string:${key}`, 'content/strings.yaml#');
  for (const metric of report.metrics.values()) {
    label(metric.label, 'name', `label:${metric.id}`, metric.origin);
    label(metric.short, 'name', `label:${metric.id}`, metric.origin);
    label(metric.scope, 'name', `label:${metric.id}`, metric.origin);
  }
  for (const target of report.targets.values()) label(target.label, 'name', `label:${target.id}`, target.origin);
  for (const source of report.sources.values()) {
    const key = `source:${source.id}`;
    label(source.title, 'name', key, source.origin);
    add(source.where, 'name', key, source.origin);
    add(`S${source.order}`, 'source key', key, source.origin);
    for (const lang of LANGS)
      if (source.date !== undefined) add(dateText(source.date, lang), 'name', key, source.origin);
    add(source.date, 'name', key, source.origin);
  }
  for (const term of report.terms.values()) {
    const key = `term:${term.id}`;
    label({ zh: term.zh, en: term.en }, 'name', key, term.origin);
    add(term.abbr.zh, 'name', key, term.origin);
    add(term.abbr.en, 'name', key, term.origin);
    label(term.expansion, 'name', key, term.origin);
  }
  for (const framework of report.frameworks.values()) {
    label(framework.title, 'name', `framework:${framework.id}`, framework.origin);
    for (const disclosure of framework.disclosures) {
      const key = `disclosure:${disclosure.id}`;
      add(disclosure.code, 'name', key, disclosure.origin);
      label(disclosure.title, 'name', key, disclosure.origin);
      label(disclosure.group.title, 'name', key, disclosure.origin);
    }
  }
  for (const asset of report.assets.values()) {
    label(asset.alt, 'text', `asset:${asset.id}`, asset.origin);
    label(asset.credit, 'name', `asset:${asset.id}`, asset.origin);
  }
  for (const accent of report.accents) label(accent.label, 'name', `accent:${accent.id}`, report.origin);
  for (const topic of report.materiality?.topics ?? []) label(topic.label, 'name', `topic:${topic.id}`, topic.origin);
}

/** Every text of the report, in both languages. */
function textsOf(report: Report): readonly Text[] {
  const found: Text[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || seen.has(value)) return;
    seen.add(value);
    if (isText(value)) {
      found.push(value);
      return;
    }
    for (const item of value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value)) walk(item);
  };
  walk(report);
  return found;
}

function isText(value: object): value is Text {
  return 'inlines' in value && 'source' in value && 'lang' in value;
}
