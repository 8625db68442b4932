import type { Reference, Report, Text } from '../content/types.ts';
import type { Lang, OriginId } from '../core/index.ts';
import type { MetricBook, UnitBook } from '../metrics/index.ts';
import { openUnits } from '../metrics/index.ts';
import type { Expected } from './account.ts';
import type { FoundFigure, UnitWord } from './figure.ts';
import type { NamedText } from './named-texts.ts';
import { type FigureReader, figureReader, splitRanges } from './read-figures.ts';

/** What calling needs to know of a report. */
export interface CallContext {
  readonly report: Report;
  readonly book: MetricBook;
  readonly units: UnitBook;
  readonly read: FigureReader;
  /** What has been worked out of texts that read the same in every edition. */
  readonly settled: SettledTexts;
  /** Every form of every term, in both languages. */
  readonly termForms: readonly string[];
  /** The page label that a block begins on in the edition at hand. */
  readonly labelOf: (block: string) => string | undefined;
}

/**
 * Prepares a report for calling: a reader that knows its units and remembers what it has read, since a text is read where the
 * content has it, on the page of its own language and on that of the bilingual edition. Editions differ in `labelOf` alone.
 */
export function callContext(report: Report, book: MetricBook): CallContext {
  const { units } = openUnits(report.units, report.origins);
  const read = figureReader(unitWords(report, units));
  const known = new Map<string, readonly FoundFigure[]>();
  return {
    report,
    book,
    units,
    read: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const figures = splitRanges(read(text));
      known.set(text, figures);
      return figures;
    },
    settled: { expected: new Map(), named: new Map() },
    termForms: [...report.terms.values()].flatMap(({ zh, en, abbr, expansion }) =>
      [zh, en, abbr.zh, abbr.en, expansion?.zh, expansion?.en].filter((form) => form !== undefined),
    ),
    labelOf: () => undefined,
  };
}

function unitWords(report: Report, units: UnitBook): readonly UnitWord[] {
  return report.units.flatMap((own) => {
    const unit = units.unit(own.id);
    if (unit === undefined) return [];
    const texts = [own.id, own.label.zh, own.label.en];
    const plain = texts.map((text) => ({ text, unit: unit.dimension, factor: unit.factor }));
    const scaled = (['zh', 'en'] as const).flatMap((lang) =>
      (own.scales?.[lang] ?? []).map(({ unit: text, power }) => ({
        text,
        unit: unit.dimension,
        factor: `${unit.factor}e${power}`,
      })),
    );
    return [...plain, ...scaled].filter(({ text }) => text !== '');
  });
}

/** By text: its figures, and the name that it can be found by elsewhere. */
export interface SettledTexts {
  readonly expected: Map<Text, readonly Expected[]>;
  readonly named: Map<Text, NamedText | undefined>;
}

/** Whether a text reads the same in every edition: it prints no number of a page. */
export function isSettled(inlines: Text['inlines']): boolean {
  return inlines.every((inline) => {
    if (inline.kind === 'chars') return true;
    if (inline.kind === 'ref') return inline.ref.target.kind !== 'see' && inline.ref.target.kind !== 'page';
    return isSettled(inline.children);
  });
}

/** A stretch of expected text that a reference made. */
export interface RefStretch {
  readonly ref: Reference;
  readonly start: number;
  readonly end: number;
}

/** A text of the content as its page should have it, marks left out, with the stretches that references made. */
export interface PrintedText {
  readonly text: string;
  readonly refs: readonly RefStretch[];
}

/** What the words of a text depend on. */
export type TextContext = Pick<CallContext, 'report' | 'book' | 'labelOf'>;

/** Writes out a text: references as they print, marks of notes and sources left out since they stand above the line. */
export function printedText(source: Text, context: TextContext, depth = 0): PrintedText {
  let text = '';
  const refs: RefStretch[] = [];
  const walk = (inlines: Text['inlines']): void => {
    for (const inline of inlines) {
      if (inline.kind === 'chars') text += inline.text;
      else if (inline.kind === 'ref') {
        const start = text.length;
        text += refText(inline.ref, source.lang, context, depth);
        refs.push({ ref: inline.ref, start, end: text.length });
      } else walk(inline.children);
    }
  };
  walk(source.inlines);
  return { text, refs };
}

function refText(ref: Reference, lang: Lang, context: TextContext, depth: number): string {
  const { target } = ref;
  const { report, book } = context;
  switch (target.kind) {
    case 'note':
    case 'src':
      return '';
    case 'term': {
      const term = report.terms.get(target.term);
      const abbr = ref.format.name === 'long' ? term?.abbr[lang] : undefined;
      return `${term?.[lang] ?? ''}${abbr === undefined ? '' : lang === 'zh' ? `（${abbr}）` : ` (${abbr})`}`;
    }
    case 'page':
      return context.labelOf(target.block) ?? '';
    case 'see': {
      const title = depth > 1 ? undefined : titleOf(report, target.block, lang);
      const inner = title === undefined ? '' : printedText(title, context, depth + 1).text;
      const pattern = report.strings.get('see')?.[lang] ?? '{title} {page}';
      return pattern.replace('{title}', inner).replace('{page}', context.labelOf(target.block) ?? '');
    }
    default:
      return book.resolve(ref, lang).quantity.text;
  }
}

/** The title or heading of a block, chapter or part. */
function titleOf(report: Report, id: string, lang: Lang): Text | undefined {
  const block = report.blocks.get(id);
  if (block?.type === 'heading') return block.text[lang];
  if (block !== undefined && 'title' in block) return block.title?.[lang];
  const chapter = report.chapters.get(id);
  if (chapter !== undefined) return chapter.title[lang];
  return Object.values(report.parts).find((part) => part.kind === id)?.title[lang];
}

/** Everything of a report that has an origin of its own, by origin. */
export function byOrigin(report: Report): ReadonlyMap<OriginId, readonly object[]> {
  const found = new Map<OriginId, object[]>();
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Map || Array.isArray(value)) {
      for (const item of value.values()) walk(item);
      return;
    }
    if ('origin' in value && typeof value.origin === 'string') {
      const same = found.get(value.origin) ?? [];
      same.push(value);
      found.set(value.origin, same);
    }
    for (const item of Object.values(value)) walk(item);
  };
  walk(report);
  return found;
}
