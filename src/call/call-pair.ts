import { Decimal, type Diagnostic, diagnose, failed, good, type Lang, type Outcome, sha256 } from '../core/index.ts';
import type { PdfText } from '../inspect/index.ts';
import { type AlignedGroup, alignSections } from './align-sections.ts';
import { cellUnits, isBare, type UnitFigure } from './cell-units.ts';
import { type FigureView, isWeak, type PairedFigures, pairSound, pairUnsound } from './compare-figures.ts';
import type { FoundFigure } from './figure.ts';
import { type FreePiece, freePieces } from './free-pieces.ts';
import type { LedgerRow, Printing, RowStatus } from './ledger.ts';
import { isSound, likenessOf } from './likeness.ts';
import { listNumbers } from './list-numbers.ts';
import { type MissingSection, missingFault, missingSections } from './missing-sections.ts';
import { isEnumerator, isPageReference, scaleTicks } from './page-furniture.ts';
import { boxesOf, type TextPiece } from './page-piece.ts';
import { figureReader, splitRanges } from './read-figures.ts';
import { bodySize, type FreeSection, sectionsOf } from './sections.ts';
import { sentenceAround } from './sentence.ts';
import { swappedCells } from './swapped-cells.ts';
import { openVocabulary } from './vocabulary.ts';

/** Two files of one report, by any maker. */
export interface PairInput {
  readonly zh: PdfText;
  readonly en: PdfText;
}

/** What calling two files against each other found. */
export interface CalledPair {
  readonly rows: readonly LedgerRow[];
  readonly sections: number;
  readonly found: Readonly<Record<Lang, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A figure of one file. */
interface SetFigure extends UnitFigure {
  readonly free: FreePiece;
  readonly piece: TextPiece;
  readonly lang: Lang;
  readonly page: string;
}

interface SetSection extends Omit<FreeSection, 'pieces'> {
  readonly figures: readonly FoundFigure[];
  readonly set: readonly SetFigure[];
}

/** Below this share of figures in common, two files are not two languages of one report. */
const COMMON = 0.3;

/**
 * Calls the figures of two files against each other, section by section.
 * Emits I003 (pages without text), I004 (files that do not go together), P6 (figures that differ), each with its pages.
 */
export function callPair({ zh, en }: PairInput): Outcome<CalledPair> {
  const told = [...textFaults(zh, 'zh'), ...textFaults(en, 'en')];
  if (told.some(({ severity }) => severity === 'error')) return failed(told);
  const sides = { zh: sectionsWithFigures(zh, 'zh'), en: sectionsWithFigures(en, 'en') };
  const groups = alignSections(sides.zh, sides.en);
  const settled = settle(groups.map((group) => soundly(group)));
  const missing = settled.flatMap((one, index) => missingOf(groups[index], one));
  const gone = new Set(missing.flatMap(({ figures }) => figures));
  const compared = settled.map((one) => inOrder(unsoundly(without(one, gone))));
  const found = { zh: countOf(sides.zh), en: countOf(sides.en) };
  const sound = compared.flatMap(({ pairs }) => pairs.filter(({ likeness }) => isSound(likeness))).length;
  const most = Math.max(found.zh, found.en);
  if (most > 0 && sound / most < COMMON) return failed([...told, notAligned(sound, found)]);
  const rows = compared.flatMap((one, index) => rowsOf(one, index));
  const goneRows = missing.flatMap((one, index) => rowsOfMissing(one, groups.length + index));
  return good({
    rows: [...rows, ...goneRows],
    sections: groups.length,
    found,
    diagnostics: [...told, ...missing.map(missingFault), ...rows.flatMap((row) => faultOf(row))],
  });
}

/** Of a group, the sections that one file alone has. */
function missingOf(
  group: AlignedGroup<SetSection> | undefined,
  { onlyZh, onlyEn }: Compared,
): readonly MissingSection<SetFigure>[] {
  const sections = (list: readonly SetSection[]) =>
    list.map(({ title, set }) => ({ title, figures: set.filter(({ figure }) => !isWeak(figure)) }));
  return [
    ...missingSections(sections(group?.zh ?? []), new Set(onlyZh), 'zh'),
    ...missingSections(sections(group?.en ?? []), new Set(onlyEn), 'en'),
  ];
}

function without(compared: Compared, gone: ReadonlySet<SetFigure>): Compared {
  const kept = (list: readonly SetFigure[]): readonly SetFigure[] => list.filter((one) => !gone.has(one));
  return { ...compared, onlyZh: kept(compared.onlyZh), onlyEn: kept(compared.onlyEn) };
}

function rowsOfMissing({ lang, title, figures }: MissingSection<SetFigure>, index: number): readonly LedgerRow[] {
  const [onlyZh, onlyEn] = lang === 'zh' ? [figures, []] : [[], figures];
  return rowsOf({ title, pairs: [], onlyZh, onlyEn }, index);
}

function countOf(sections: readonly SetSection[]): number {
  return sections.reduce((sum, { figures }) => sum + figures.filter((figure) => !isWeak(figure)).length, 0);
}

function notAligned(sound: number, found: Readonly<Record<Lang, number>>): Diagnostic {
  const message = `of ${found.zh} figures in the Chinese file and ${found.en} in the English one only ${sound} go together: they are not two languages of one report`;
  return diagnose('I004', message, { hints: ['name the two language versions of one report, each whole'] });
}

const NAMES: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' };

/** Pages that are pictures, and files in another language than they were named for. */
function textFaults(pdf: PdfText, lang: Lang): readonly Diagnostic[] {
  const empty = pdf.pages.filter(({ items }) => items.every(({ text }) => text.trim() === ''));
  const labels = empty.map(({ label }) => label).join(', ');
  const hints = ['give the file as it was typeset, or run text recognition over it first'];
  const told: Diagnostic[] = [];
  if (empty.length > 0 && empty.length * 3 >= pdf.pages.length) {
    const all = empty.length === pdf.pages.length;
    const which = all ? 'no page' : `no text on pages ${labels}`;
    const what = all ? `${which} of the ${NAMES[lang]} file has text` : `the ${NAMES[lang]} file has ${which}`;
    return [diagnose('I003', `${what}: it looks scanned, so its figures cannot be read`, { hints })];
  }
  if (empty.some(({ pictures }) => pictures)) {
    const message = `the ${NAMES[lang]} file has no text on pages ${labels}; what is in the pictures there is not called`;
    told.push(diagnose('I003', message, { severity: 'warning', hints }));
  }
  const text = pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join('');
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters > 0 && (lang === 'zh' ? han / letters < 0.2 : han / letters > 0.5)) {
    const message = `the file named for ${NAMES[lang]} is mostly in another language`;
    told.push(diagnose('I004', message, { hints: ['--zh takes the Chinese file, --en the English one'] }));
  }
  return told;
}

function sectionsWithFigures(pdf: PdfText, lang: Lang): readonly SetSection[] {
  const read = figureReader();
  const vocabulary = openVocabulary();
  const pieces = freePieces(pdf);
  const byPage = new Map<number, FreePiece[]>();
  for (const free of pieces) byPage.set(free.piece.page, [...(byPage.get(free.piece.page) ?? []), free]);
  const units = new Map([...byPage].map(([page, list]) => [page, cellUnits(list, vocabulary)] as const));
  const ticks = scaleTicks(pieces, read);
  const listed = listNumbers(pieces);
  const body = bodySize(pieces);
  return sectionsOf(pdf, pieces, read).map(({ pieces: own, ...section }) => {
    const set = own.flatMap((free): readonly SetFigure[] => {
      if (ticks.has(free) || listed.has(free)) return [];
      const page = pdf.pages[free.piece.page];
      return splitRanges(read(free.piece.text))
        .filter(
          (figure) =>
            !isEnumerator(figure, free, { heading: section.title, body }) && !isPageReference(figure, free, pdf),
        )
        .map((figure, _index, all) => ({
          ...(units.get(free.piece.page)?.(free, inSetting(figure, free.piece, all)) ?? { figure }),
          free,
          piece: free.piece,
          lang,
          page: page?.label ?? String(free.piece.page + 1),
        }));
    });
    return { ...section, set, figures: set.map(({ figure }) => figure) };
  });
}

/** A figure with what stands around it. In a cell, brackets around all of it are a minus sign, as accounts print it. */
function inSetting(figure: FoundFigure, { text }: TextPiece, all: readonly FoundFigure[]): FoundFigure {
  const alone = isBare(text, figure);
  const lent = new Set(all.filter((other) => other !== figure && other.unit !== '').map(({ unit }) => unit));
  const bracketed = alone && figure.number !== undefined && BRACKETED.test(text) && !figure.value.startsWith('-');
  const value = bracketed && !/^0(?:\.0*)?$/.test(figure.value) ? `-${figure.value}` : figure.value;
  const setting = { alone, lent };
  // “(7.2)%” has its sign of percent behind the brackets, and a tile’s “12.36m” is millions, not metres.
  if (bracketed && figure.unit === '' && /%\s*$/.test(text)) return { ...figure, value, unit: 'percent', setting };
  if (alone && /^\d[\d.,]*m$/.test(figure.text))
    return {
      ...figure,
      value: new Decimal(value).times('1e9').toFixed(),
      unit: '',
      grain: millionths(figure),
      setting,
    };
  return { ...figure, value, setting };
}

function millionths({ grain }: FoundFigure): string | undefined {
  return grain === undefined ? undefined : new Decimal(grain).times('1e9').toFixed();
}

const BRACKETED = /^\s*[(（][\d.,]+ ?%?[)）]%?\s*$/;

interface Compared {
  readonly title: string;
  readonly pairs: readonly PairedFigures<SetFigure>[];
  readonly onlyZh: readonly SetFigure[];
  readonly onlyEn: readonly SetFigure[];
}

const VIEW: FigureView<SetFigure> = {
  figureOf: ({ figure }) => figure,
  cellOf: ({ figure, plain, sure = false }) =>
    plain !== undefined ? { plain, sure } : isUnscaled(figure) ? { plain: figure, sure: false } : undefined,
};

/** A figure of a note or label that has neither unit nor magnitude: both languages may count it in units of their own. */
function isUnscaled({ kind, unit, number, value }: FoundFigure): boolean {
  const digits = (number ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return kind === 'amount' && unit === '' && number !== undefined && digits.length > 1 && new Decimal(number).eq(value);
}

/** The figures of a group of sections that go together. */
function soundly(group: AlignedGroup<SetSection>): Compared {
  const zh = group.zh.flatMap(({ set }) => set);
  const en = group.en.flatMap(({ set }) => set);
  const title = [group.zh[0]?.title, group.en[0]?.title]
    .filter((text) => text !== undefined && text !== '')
    .join(' / ');
  return { title, ...pairSound(zh, en, VIEW) };
}

/** What is left of a group: figures that differ, and figures that one language alone has. */
function unsoundly({ title, pairs, onlyZh, onlyEn }: Compared): Compared {
  const rest = pairUnsound(onlyZh, onlyEn, VIEW);
  const all = [...pairs, ...rest.pairs];
  const sides = { zh: all.map(({ zh }) => zh), en: all.map(({ en }) => en) };
  const told = (list: readonly SetFigure[], own: Lang, other: Lang): readonly SetFigure[] =>
    list.filter((one) => !isLoneNumber(one) && !isRepeated(one, sides[own], sides[other]));
  return { title, pairs: all, onlyZh: told(rest.onlyZh, 'zh', 'en'), onlyEn: told(rest.onlyEn, 'en', 'zh') };
}

/** Tells of cells that agree with a figure of their row, and not with the one that stands where they do. */
function inOrder(compared: Compared): Compared {
  const cells = compared.pairs.filter(
    ({ zh, en, likeness }) => isSound(likeness) && zh.plain !== undefined && en.plain !== undefined,
  );
  const swapped = swappedCells(cells.map((item) => ({ item, zh: item.zh.free, en: item.en.free })));
  const pairs = compared.pairs.map((pair) => (swapped.has(pair) ? { ...pair, likeness: 'order' as const } : pair));
  return { ...compared, pairs };
}

/**
 * What the other language says too, less often: a year or a name that it has in this section, as a head that a page repeats
 * or a sentence implies; a share or multiple that a text says in two ways (四倍，翻了两番).
 */
function isRepeated({ figure, piece }: SetFigure, own: readonly SetFigure[], others: readonly SetFigure[]): boolean {
  if (figure.kind === 'period')
    return isImplied(figure, others) || others.some((other) => other.figure.value === figure.value);
  if (figure.kind === 'name') return isNamed(figure, others);
  if (figure.number !== undefined || !/^(?:multiple|fraction)$/.test(figure.kind)) return false;
  return own.some((one) => one.piece === piece && one.figure.kind === figure.kind && one.figure.value === figure.value);
}

/** Words that say a year by the year of the report. */
const RELATIVE =
  /[上去前][一]?年|上一?财年|同期|同比|[本当今]年|\b(?:last|previous|prior|this) year\b|\byear (?:before|earlier)\b|year-on-year/i;

/** “a dozen fewer than in 2023” is 同比少了十二件: the other language tells the year by its place. */
function isImplied({ value }: FoundFigure, others: readonly SetFigure[]): boolean {
  const told = others.filter(({ piece }) => RELATIVE.test(piece.text));
  const years = others.flatMap(({ figure }) => (figure.kind === 'period' ? [Number(figure.value.slice(0, 4))] : []));
  return told.length > 0 && years.some((year) => year - Number(value.slice(0, 4)) === 1);
}

/** “Scope 1 and 2” names what 范围一 and 范围二 name. */
function isNamed({ value }: FoundFigure, others: readonly SetFigure[]): boolean {
  const [key, list] = [value.replace(/ ?[\d,]+$/, ''), /[\d,]+$/.exec(value)?.[0] ?? ''];
  if (list === '' || key === '') return false;
  const named = new Set(
    others.flatMap(({ figure: { kind, value: other } }) =>
      kind === 'name' && other.replace(/ ?[\d,]+$/, '') === key ? (/[\d,]+$/.exec(other)?.[0] ?? '').split(',') : [],
    ),
  );
  return list.split(',').every((number) => named.has(number));
}

/** A small number that stands alone numbers something: a chapter, a goal, a tab. Layouts of two languages set them apart. */
function isLoneNumber({ figure, piece }: SetFigure): boolean {
  return /^\d{1,2}$/.test(figure.text) && Number(figure.text) <= 20 && piece.text.trim() === figure.text;
}

/** How many sections away a partner may stand. */
const NEAR = 3;

/** A figure without a partner in its section may have it near by: a heading that only one file has moves a border. */
function settle(compared: readonly Compared[]): readonly Compared[] {
  const open = compared.map(({ onlyZh, onlyEn }) => ({ zh: new Set(onlyZh), en: new Set(onlyEn) }));
  const moved: PairedFigures<SetFigure>[][] = compared.map(() => []);
  for (let step = 1; step <= NEAR; step += 1) {
    for (const [index, { zh }] of open.entries()) {
      for (const one of zh) {
        for (const near of [open[index - step], open[index + step]]) {
          const match = [...(near?.en ?? [])].find((en) => mayHaveMoved(one.figure, en.figure));
          if (match === undefined) continue;
          near?.en.delete(match);
          zh.delete(one);
          moved[index]?.push({ zh: one, en: match, likeness: 'same' });
          break;
        }
      }
    }
  }
  return compared.map((one, index) => ({
    ...one,
    pairs: [...one.pairs, ...(moved[index] ?? [])],
    onlyZh: [...(open[index]?.zh ?? [])],
    onlyEn: [...(open[index]?.en ?? [])],
  }));
}

/** Small counts of different things are alike everywhere: 十一个小时 is not the “eleven” of another section, nor 8.9 its 9. */
function mayHaveMoved(a: FoundFigure, b: FoundFigure): boolean {
  const likeness = likenessOf(a, b) ?? 'value';
  return isSound(likeness) && likeness !== 'rounded' && (a.unit === b.unit || (a.number ?? '').length > 2);
}

function rowsOf({ title, pairs, onlyZh, onlyEn }: Compared, index: number): readonly LedgerRow[] {
  const counts = new Map<string, number>();
  const idOf = (figure: FoundFigure): string => {
    const key = `section ${index + 1}|${figure.kind} ${figure.value} ${figure.unit}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key}|${count}`;
  };
  return [
    ...pairs.map((pair) => {
      const status: RowStatus = isSound(pair.likeness) ? 'matched' : 'differs';
      return rowOf(idOf(pair.zh.figure), title, status, pair.zh, pair.en, pair);
    }),
    ...onlyZh.map((one) => rowOf(idOf(one.figure), title, 'one language', one, undefined, undefined)),
    ...onlyEn.map((one) => rowOf(idOf(one.figure), title, 'one language', undefined, one, undefined)),
  ];
}

function rowOf(
  id: string,
  title: string,
  status: RowStatus,
  zh: SetFigure | undefined,
  en: SetFigure | undefined,
  pair: PairedFigures<SetFigure> | undefined,
): LedgerRow {
  const printings = { zh: zh === undefined ? [] : [printingOf(zh)], en: en === undefined ? [] : [printingOf(en)] };
  const signed = [...printings.zh, ...printings.en].flatMap(({ text, sentence }) => [text, sentence]);
  const hash = sha256(signed.join('\n')).slice(0, 16);
  return { id, hash, status, section: title, account: undefined, likeness: pair?.likeness, printings, bilingual: [] };
}

function printingOf({ figure, piece, lang, page }: SetFigure): Printing {
  const { text, at } = sentenceAround(piece.text, figure.start, figure.end);
  const boxes = boxesOf(piece, figure.start, figure.end);
  const edition = lang === 'zh' ? 'zh-Hans' : 'en';
  return { edition, page, sheet: boxes[0]?.page ?? piece.page, text: figure.text, sentence: text, at, boxes };
}

const FAULTS: Readonly<Record<string, string>> = {
  value: 'the figures differ',
  unit: 'the figures agree, their units do not',
  direction: 'one goes up and the other down, or one is a change and the other a level',
  order: 'the figures of this row stand in another order',
  doubtful: 'they may mean different things',
};

function faultOf(row: LedgerRow): readonly Diagnostic[] {
  if (row.status === 'matched') return [];
  const [zh, en] = [row.printings.zh[0], row.printings.en[0]];
  const side = (one: Printing | undefined): string =>
    one === undefined ? 'nothing like it' : `“${one.text}” on page ${one.page}`;
  const why = row.likeness === undefined ? '' : `, ${FAULTS[row.likeness] ?? ''}`;
  const where = row.section === undefined || row.section === '' ? '' : ` in “${row.section}”`;
  const message = `Chinese prints ${side(zh)}, English ${side(en)}${where}${why}`;
  // A year may be left out where the text around it says which.
  const year = row.likeness === undefined && /\|period /.test(row.id);
  const severity = row.likeness === 'doubtful' || year ? 'warning' : 'error';
  const shown = [zh, en].flatMap((one) => (one === undefined ? [] : [`“${one.sentence}”`]));
  return [
    diagnose('P6', message, {
      severity,
      page: zh?.page ?? en?.page ?? '',
      ...(zh === undefined ? {} : { expected: zh.text }),
      ...(en === undefined ? {} : { found: en.text }),
      hints: [`compare ${shown.join(' with ')}`],
    }),
  ];
}
