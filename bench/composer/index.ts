import { parse } from 'yaml';
import type { Lang } from '../../src/core/index.ts';
import { breakPart } from '../../src/typeset/break-paragraph.ts';
import { measureParagraph, typesetParagraph } from '../../src/typeset/index.ts';
import { prepare } from '../../src/typeset/prepare.ts';
import { type BenchPart, tableLines } from '../part.ts';
import { benchContext, benchFonts, benchParagraph, corpusFile } from '../setting.ts';
import { firstFit } from './first-fit.ts';

const SIZES = [100, 500, 2000, 10_000, 50_000, 200_000] as const;
/** mm */
const MEASURES = [165, 50] as const;
const MM = 72 / 25.4;
/** Characters that each row sets at least, so that short paragraphs are measured over many. */
const WORK = 100_000;

/** What a row needs, µs of CPU. */
interface Cost {
  prepare: number;
  totalFit: number;
  firstFit: number;
  /** Total fit and drawing. */
  lines: number;
}

/** CPU of the paragraph composer, by length. Linear means: the same time for each character in every row. */
export const part: BenchPart = {
  title: 'CPU of composing a paragraph, µs for each character; whole = from text to placed glyphs',
  async run(print) {
    const corpus = parse(await corpusFile('report-lines')) as Record<string, { readonly text: string }[]>;
    const fonts = await benchFonts();
    const rows: (readonly string[])[] = [
      ['', 'characters', 'shaping', 'total fit', 'first fit', 'drawing', 'whole', 'against first fit'],
    ];
    for (const lang of ['zh', 'en'] as const) {
      const texts = (corpus[lang] ?? []).map(({ text }) => text).filter((text) => !text.includes('://'));
      for (const measure of MEASURES) {
        for (const size of SIZES)
          rows.push(rowOf(lang, measure, size, measured(texts, lang, size, measure * MM, fonts)));
      }
    }
    for (const line of tableLines(rows)) print(line);
  },
};

function rowOf(lang: Lang, measure: number, size: number, cost: Cost): readonly string[] {
  const drawing = Math.max(0, cost.lines - cost.totalFit);
  const shared = cost.prepare + drawing;
  const each = (value: number): string => value.toFixed(2);
  return [
    `${lang} ${measure} mm`,
    String(size),
    each(cost.prepare),
    each(cost.totalFit),
    each(cost.firstFit),
    each(drawing),
    each(shared + cost.totalFit),
    ((shared + cost.totalFit) / (shared + cost.firstFit)).toFixed(2),
  ];
}

function measured(
  texts: readonly string[],
  lang: Lang,
  size: number,
  measure: number,
  fonts: Parameters<typeof benchContext>[0],
): Cost {
  const context = benchContext(fonts);
  const count = Math.max(1, Math.ceil(WORK / size));
  const total: Cost = { prepare: 0, totalFit: 0, firstFit: 0, lines: 0 };
  let characters = 0;
  // The first round warms the caches of glyphs and the machine code, and is not counted.
  for (let n = -Math.ceil(count / 2); n < count; n += 1) {
    const text = longText(texts, size, n + count);
    const paragraph = benchParagraph(text, lang, `${lang}${size}-${n}-${measure}`);
    const prepared = cpu(() => prepare(paragraph, context));
    const end = prepared.value.text.count;
    const input = { prepared: prepared.value, paragraph, policy: context.policy, wishes: {}, linesBefore: 0 };
    const fit = cpu(() => breakPart({ ...input, first: 0, end, firstRoom: measure, room: measure }));
    const greedy = cpu(() => firstFit(prepared.value.model, 0, end, measure));
    // What does not depend on the measure is remembered from this line, so that the next costs lines alone.
    measureParagraph(paragraph, context);
    const lines = cpu(() => typesetParagraph(paragraph, measure, context));
    if (n < 0) continue;
    characters += text.length;
    total.prepare += prepared.spent;
    total.totalFit += fit.spent;
    total.firstFit += greedy.spent;
    total.lines += lines.spent;
  }
  const each = (spent: number): number => spent / characters;
  return {
    prepare: each(total.prepare),
    totalFit: each(total.totalFit),
    firstFit: each(total.firstFit),
    lines: each(total.lines),
  };
}

function cpu<T>(work: () => T): { readonly value: T; readonly spent: number } {
  const before = process.cpuUsage();
  const value = work();
  return { value, spent: process.cpuUsage(before).user };
}

/** Paragraphs of the corpus one after another, from another one on each time. */
function longText(texts: readonly string[], size: number, from: number): string {
  let text = '';
  for (let i = from; text.length < size; i += 1) text += `${texts[i % texts.length] ?? ''} `;
  return text.slice(0, size);
}
