import type { Report } from '../content/types.ts';
import { type Diagnostic, diagnose, type Edition, type Lang, type PerLang, sha256 } from '../core/index.ts';
import { type Account, isCalled } from './account.ts';
import type { CalledEdition, CalledFigure } from './call-edition.ts';
import { isSound, type Likeness } from './likeness.ts';
import type { PageBox, TextPiece } from './page-piece.ts';
import { pairWords } from './pair-words.ts';
import { sentenceAround } from './sentence.ts';

/** A figure where it is printed. */
export interface Printing {
  readonly edition: Edition;
  /** Label of the page, and its index from 0. */
  readonly page: string;
  readonly sheet: number;
  readonly text: string;
  /** The sentence that it stands in, and where in it. */
  readonly sentence: string;
  readonly at: number;
  readonly boxes: readonly PageBox[];
}

/** `matched` both languages print it and the store has it; the others say what is wrong. */
export type RowStatus = 'matched' | 'one language' | 'differs' | 'unaccounted' | 'unprinted';

/** One figure of the report, called: zh page, en page, store. */
export interface LedgerRow {
  /** The same from build to build, as long as the figure stays in its place. */
  readonly id: string;
  /** Of all that a reviewer signs: both figures, both sentences, value, source, status. Not of the pages. */
  readonly hash: string;
  readonly status: RowStatus;
  /** Title of the section, where two files of other makers were called. */
  readonly section?: string;
  /** Of a figure that one of two files alone prints: the page of the other on which it was looked for. */
  readonly missedOn?: string;
  readonly account: Account | undefined;
  readonly likeness: Likeness | undefined;
  readonly printings: PerLang<readonly Printing[]>;
  readonly bilingual: readonly Printing[];
}

/** All called figures of a report, with what is wrong. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Entry {
  readonly edition: Edition;
  readonly called: CalledFigure;
}

/**
 * Puts the called editions of a report side by side, one row a figure.
 * Emits V7 (a figure that nothing accounts for), V8 (one that its page does not print), V10 (a chart that
 * draws something else), P6 (languages that differ).
 */
export function openLedger(report: Report, editions: readonly CalledEdition[]): Ledger {
  const places = new Map<string, Entry[]>();
  for (const { edition, figures } of editions) {
    const pictures = picturesOf(figures);
    for (const called of figures) {
      if (called.account !== undefined && !isCalled(called.account.kind)) continue;
      const place = placeOf(called, pictures);
      const list = places.get(place) ?? [];
      list.push({ edition, called });
      places.set(place, list);
    }
  }
  const rows = inPageOrder([...places].flatMap(([place, entries]) => rowsOf(place, entries)));
  return { rows, diagnostics: [...faultsOf(rows), ...unprintedFaults(report, editions), ...chartFaults(editions)] };
}

/** By the page and line that a figure first stands on, in Chinese where it is there. */
function inPageOrder(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const place = ({ printings, bilingual }: LedgerRow): readonly [number, number, number] => {
    const first = printings.zh[0] ?? printings.en[0] ?? bilingual[0];
    const box = first?.boxes[0];
    return [first?.sheet ?? 0, box?.y ?? Number.POSITIVE_INFINITY, box?.x ?? 0];
  };
  return rows
    .map((row) => ({ row, place: place(row) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map(({ row }) => row);
}

/** Both languages of a text are one place; so are the alternative texts of one picture, counted through the report. */
function placeOf({ piece }: CalledFigure, pictures: ReadonlyMap<TextPiece, number>): string {
  return piece.origin?.replace(/\/(?:zh|en)$/, '') ?? `alt ${pictures.get(piece) ?? 0}`;
}

function picturesOf(figures: readonly CalledFigure[]): ReadonlyMap<TextPiece, number> {
  const found = new Map<TextPiece, number>();
  for (const { piece } of figures) if (piece.kind === 'alt' && !found.has(piece)) found.set(piece, found.size + 1);
  return found;
}

/** The language that a printing is in: of its edition, in the bilingual one of its text. */
function langOf({ edition, called: { piece, figure } }: Entry): Lang {
  if (edition !== 'bilingual') return edition === 'en' ? 'en' : 'zh';
  const end = piece.origin?.slice(-3);
  if (end === '/zh' || end === '/en') return end === '/zh' ? 'zh' : 'en';
  return /\p{Script=Han}/u.test(figure.text) || /\p{Script=Han}/u.test(piece.text) ? 'zh' : 'en';
}

function rowsOf(place: string, entries: readonly Entry[]): readonly LedgerRow[] {
  const open = entries.filter(({ called }) => called.account === undefined);
  const words = entries.filter(({ called }) => called.account?.kind === 'text');
  const keyed = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { account } = entry.called;
    if (account === undefined || account.kind === 'text') continue;
    const list = keyed.get(account.key) ?? [];
    list.push(entry);
    keyed.set(account.key, list);
  }
  return [
    ...[...keyed].flatMap(([key, list]) => keyedRows(place, key, list)),
    ...wordRows(place, words),
    ...open.map((entry, index) => rowOf(`${place}|open|${index + 1}`, 'unaccounted', [entry], undefined)),
  ];
}

/** Figures of one account at one place: the first in Chinese with the first in English, and so on. */
function keyedRows(place: string, key: string, entries: readonly Entry[]): readonly LedgerRow[] {
  const zh = entries.filter(({ edition }) => edition === 'zh-Hans');
  const en = entries.filter(({ edition }) => edition === 'en');
  const both = entries.filter(({ edition }) => edition === 'bilingual');
  const count = Math.max(zh.length, en.length, both.length > 0 ? 1 : 0);
  return Array.from({ length: count }, (_, index) => {
    const share = both.filter((_entry, at) => Math.floor((at * count) / both.length) === index);
    const own = [zh[index], en[index]].filter((entry) => entry !== undefined);
    const status = zh.length === en.length || own.length === 2 ? 'matched' : 'one language';
    return rowOf(`${place}|${key}|${index + 1}`, status, [...own, ...share], undefined);
  });
}

/** Figures that an author wrote out: put side by side by what they say. */
function wordRows(place: string, entries: readonly Entry[]): readonly LedgerRow[] {
  const { pairs, onlyZh, onlyEn } = pairWords(
    entries.filter(({ edition }) => edition === 'zh-Hans'),
    entries.filter(({ edition }) => edition === 'en'),
    ({ called }) => called.figure,
  );
  const both = entries.filter(({ edition }) => edition === 'bilingual');
  const alike = (entry: Entry): readonly Entry[] =>
    both.filter((other) => langOf(other) === langOf(entry) && other.called.figure.text === entry.called.figure.text);
  return [
    ...pairs.map((pair, index) => {
      const value = pair.zh.called.figure.value;
      const status = isSound(pair.likeness) ? 'matched' : 'differs';
      const all = [pair.zh, pair.en, ...alike(pair.zh), ...alike(pair.en)];
      return rowOf(`${place}|text ${value}|${index + 1}`, status, all, pair.likeness);
    }),
    ...[...onlyZh, ...onlyEn].map((entry, index) =>
      rowOf(
        `${place}|text ${entry.called.figure.value}|${langOf(entry)} ${index + 1}`,
        'one language',
        [entry, ...alike(entry)],
        undefined,
      ),
    ),
  ];
}

function rowOf(id: string, status: RowStatus, entries: readonly Entry[], likeness: Likeness | undefined): LedgerRow {
  const account = entries[0]?.called.account;
  const of = (lang: Lang): readonly Printing[] =>
    entries.filter((entry) => entry.edition !== 'bilingual' && langOf(entry) === lang).map(printingOf);
  const printings = { zh: of('zh'), en: of('en') };
  const bilingual = entries.filter(({ edition }) => edition === 'bilingual').map(printingOf);
  const signed = [
    account?.key ?? '',
    account?.status ?? '',
    ...(account?.sources ?? []),
    ...[...printings.zh, ...printings.en].flatMap(({ text, sentence }) => [text, sentence]),
  ];
  return { id, hash: sha256(signed.join('\n')).slice(0, 16), status, account, likeness, printings, bilingual };
}

function printingOf({ edition, called }: Entry): Printing {
  const { piece, figure, boxes, page } = called;
  const { text, at } = sentenceAround(piece.text, figure.start, figure.end);
  return { edition, page, sheet: boxes[0]?.page ?? piece.page, text: figure.text, sentence: text, at, boxes };
}

function faultsOf(rows: readonly LedgerRow[]): readonly Diagnostic[] {
  return rows.flatMap((row): readonly Diagnostic[] => {
    const first = row.printings.zh[0] ?? row.printings.en[0] ?? row.bilingual[0];
    if (first === undefined) return [];
    const at = { page: first.page, ...(row.id.includes('#') ? { origin: row.id.split('|')[0] ?? '' } : {}) };
    if (row.status === 'unaccounted') {
      const hints = ['cite a metric there, or write {{lit:…|reason}}; in a template, take it from the content'];
      const message = `page ${first.page} (${first.edition}) prints “${first.text}”, which nothing in the content accounts for: “${first.sentence}”`;
      return [diagnose('V7', message, { ...at, found: first.text, hints })];
    }
    if (row.status === 'matched') return [];
    return [languageFault(row, first, at)];
  });
}

function languageFault(row: LedgerRow, first: Printing, at: Partial<Diagnostic>): Diagnostic {
  const [zh, en] = [row.printings.zh[0], row.printings.en[0]];
  const side = (one: Printing | undefined): string =>
    one === undefined ? 'nothing' : `“${one.text}” on page ${one.page}`;
  const message = `Chinese prints ${side(zh)}, English ${side(en)}: “${first.sentence}”`;
  const severity = row.account?.kind === 'text' && row.likeness !== 'doubtful' ? 'error' : 'warning';
  return diagnose('P6', message, {
    ...at,
    severity,
    ...(zh === undefined ? {} : { expected: zh.text }),
    ...(en === undefined ? {} : { found: en.text }),
    hints: ['cite one metric in both languages, or correct the text that is wrong; a word for the figure counts too'],
  });
}

function unprintedFaults(report: Report, editions: readonly CalledEdition[]): readonly Diagnostic[] {
  return editions.flatMap(({ edition, unprinted }) =>
    unprinted.map(({ expected: { account, figure }, origin, page }) => {
      const span = report.origins.spanOf(origin);
      const message = `page ${page} (${edition}) does not print “${figure.text}”, which the text there asks for as ${account.key}`;
      const hints = ['build again; if it stays, a template leaves the figure out or changes it'];
      return diagnose('V8', message, {
        ...(span === undefined ? { origin } : { span }),
        page,
        expected: figure.text,
        hints,
      });
    }),
  );
}

function chartFaults(editions: readonly CalledEdition[]): readonly Diagnostic[] {
  return editions.flatMap(({ edition, charts, tiles }) => {
    const all = [
      ...charts.faults.map((fault) => ({ ...fault, item: fault.chart, drawing: `the chart ${fault.chart}` })),
      ...tiles.faults.map((fault) => ({ ...fault, item: fault.metric, drawing: `the tile of ${fault.metric}` })),
    ];
    return all.map(({ item, drawing, origin, page, what, expected, found }) =>
      diagnose('V10', `page ${page} (${edition}): ${drawing} ${what}`, {
        origin,
        page,
        item,
        expected,
        found,
        hints: ['labels are right where nothing else is told: build again, and look at what changed the drawing'],
      }),
    );
  });
}
