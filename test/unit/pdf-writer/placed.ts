import type { StructureTag } from '../../../src/compose/block.ts';
import type { InlineTag } from '../../../src/compose/paragraph.ts';
import type { FontStyle, Lang, Stroke } from '../../../src/core/index.ts';
import { type FontBook, installedFonts, openFonts, shapeText } from '../../../src/fonts/index.ts';
import { inspectPdf, type PdfFacts } from '../../../src/inspect/index.ts';
import type {
  ItemRole,
  OutlineEntry,
  PlacedDocument,
  PlacedItem,
  PlacedLine,
  PlacedPage,
  StructureNode,
} from '../../../src/pdf/placed.ts';
import { type WriteInput, type WrittenPdf, writePdf } from '../../../src/pdf/writer/index.ts';
import type { Theme } from '../../../src/theme/types.ts';
import type { LineItem, PlacedRun } from '../../../src/typeset/types.ts';

/** A stretch of a line, as a paragraph would hold it. */
export interface Stretch {
  readonly text: string;
  readonly lang?: Lang;
  readonly font?: FontStyle;
  readonly size?: number;
  readonly paint?: string;
  readonly tag?: InlineTag;
  readonly note?: string;
  readonly rise?: number;
  readonly underline?: Stroke;
  readonly strike?: Stroke;
  readonly dots?: readonly number[];
  readonly tracking?: number;
}

export const SANS: FontStyle = { family: 'sans', weight: 400 };
export const SERIF: FontStyle = { family: 'serif', weight: 400 };

/** Sets stretches one after the other at natural width. */
export function setRuns(fonts: FontBook, stretches: readonly Stretch[], lang: Lang): readonly PlacedRun[] {
  const runs: PlacedRun[] = [];
  let x = 0;
  for (const stretch of stretches) {
    const { text, font = SANS, size = 10, tracking, paint = 'ink', rise = 0, ...rest } = stretch;
    const options = { font, size, lang: stretch.lang ?? lang, ...(tracking === undefined ? {} : { tracking }) };
    const shaped = shapeText(text, options, fonts);
    for (const { face, ...run } of shaped.runs) {
      const { tag, note, underline, strike, dots } = rest;
      runs.push({
        ...run,
        kind: 'glyphs',
        face: face.id,
        x: x + run.x,
        rise: run.rise + rise,
        paint,
        lang: stretch.lang ?? lang,
        origin: 'test',
        ...(tag === undefined ? {} : { tag }),
        ...(note === undefined ? {} : { note }),
        ...(underline === undefined ? {} : { underline }),
        ...(strike === undefined ? {} : { strike }),
        ...(dots === undefined ? {} : { dots }),
      });
    }
    x += shaped.width;
  }
  return runs;
}

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly role: ItemRole;
}

export function lineOf(items: readonly LineItem[], place: LinePlace): PlacedLine {
  const runs = items.filter((item) => item.kind === 'glyphs');
  const width = runs.reduce((most, run) => Math.max(most, run.x + run.advances.reduce((a, b) => a + b, 0)), 0);
  const text = runs.map((run) => run.clusters.join('')).join('');
  const line = { items, natural: width, width, ratio: 0, end: 'last' as const, notes: [], text };
  return { kind: 'line', ...place, measure: width, line, origin: 'test' };
}

/** Collects a structure tree while items are placed. */
export function structureBuilder() {
  const nodes: StructureNode[] = [];
  return {
    nodes,
    node(parent: number | undefined, tag: StructureTag, block?: string): number {
      nodes.push({ id: nodes.length, parent, tag, origin: 'test', ...(block === undefined ? {} : { block }) });
      return nodes.length - 1;
    },
  };
}

export interface DocumentParts {
  readonly lang?: Lang;
  readonly pages: readonly (readonly PlacedItem[])[];
  readonly structure?: readonly StructureNode[];
  readonly labels?: readonly string[];
  readonly outline?: readonly OutlineEntry[];
  readonly placements?: PlacedDocument['placements'];
  readonly info?: Partial<PlacedDocument['info']>;
}

export const PAGE = { width: 595.28, height: 841.89 };

export function documentOf(parts: DocumentParts): PlacedDocument {
  return {
    lang: parts.lang ?? 'zh',
    pages: parts.pages.map(
      (items, i): PlacedPage => ({ ...PAGE, label: parts.labels?.[i] ?? String(i + 1), master: 'text', items }),
    ),
    structure: parts.structure ?? [],
    placements: parts.placements ?? new Map(),
    outline: parts.outline ?? [],
    info: {
      title: '报告 A & B <1>',
      author: 'Author',
      subject: 'Subject',
      keywords: 'a, b',
      created: '2024-06-30',
      ...parts.info,
    },
  };
}

/** As much of a theme as the writer reads. */
export const THEME: Theme = {
  name: 'test',
  page: { ...PAGE, bleed: 8.504 },
  text: {},
  colours: new Map([
    ['ink', { rgb: [27, 36, 32], cmyk: [0, 0, 0, 100] }],
    ['white', { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] }],
    ['deep', { rgb: [27, 94, 122], cmyk: [90, 45, 25, 20] }],
    ['mark', { rgb: [163, 71, 47], cmyk: [20, 80, 85, 20] }],
  ]),
  styles: new Map(),
  tokens: {},
  mixing: { latinScaleInZh: { sans: 1.05, serif: 1.05 }, hanLatinGap: { natural: 0.25, min: 0.125, max: 0.5 } },
  setting: {
    prohibition: 'gb',
    punctuation: 'kaiming',
    neighbours: 'tight',
    hang: false,
    hyphensInRow: 2,
    wordSpace: { min: 2 / 3, max: 1.5 },
    hyphenCost: 135,
    hyphenLetters: { before: 2, after: 3 },
    lastWordLetters: 5,
    emphasisZh: 'dots',
    dash: 'as-written',
    noteNumbers: 'chapter',
    hanSpread: 0.08,
    hanLimit: 0.25,
    wordSpaceZh: { min: 0.25, max: 0.5 },
    looseGap: { latin: 0.5, mark: 0.34 },
    fullLastLine: 0.98,
    raggedLine: { least: 0.7, hyphenUnder: 0.7 },
    protrusion: { hyphen: 0, dash: 0, comma: 0, stop: 0, quote: 0 },
  },
};

let opened: Promise<FontBook> | undefined;

/** The faces of the project, opened once for a test file. */
export function testFonts(): Promise<FontBook> {
  opened ??= openFonts(installedFonts(), THEME).then((result) => {
    if (!result.ok) throw new Error(result.diagnostics.map((d) => d.message).join('\n'));
    return result.value;
  });
  return opened;
}

/** Writes a document and fails on any diagnostic. */
export async function written(document: PlacedDocument, more: Partial<WriteInput> = {}): Promise<WrittenPdf> {
  const fonts = await testFonts();
  const result = writePdf({ document, fonts, theme: THEME, variant: 'screen', assets: new Map(), ...more });
  if (!result.ok || result.diagnostics.length > 0) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

/** Writes a document and reads it back. */
export async function readBack(document: PlacedDocument, more: Partial<WriteInput> = {}): Promise<PdfFacts> {
  const facts = await inspectPdf((await written(document, more)).bytes);
  if (!facts.ok) throw new Error(JSON.stringify(facts.diagnostics));
  return facts.value;
}
