import type { Paragraph } from '../compose/index.ts';
import { type Diagnostic, originId, sortDiagnostics, type Workspace } from '../core/index.ts';
import { type FontFiles, openFonts } from '../fonts/index.ts';
import { writePdf } from '../pdf/index.ts';
import { loadTheme } from '../theme/index.ts';
import { DEFAULT_POLICY, languageRuns, type TypesetContext } from '../typeset/index.ts';
import { setColumn } from './one-column.ts';
import { type PlainParagraph, readPlainParagraphs } from './plain-paragraphs.ts';

export interface SetTextInput {
  /** Name of the text file, for diagnostics, and what it holds. */
  readonly file: string;
  readonly source: string;
  /** mm */
  readonly measure: number;
  /** The package's own files, for the theme's colors. */
  readonly shipped: Workspace;
  readonly fonts: FontFiles;
}

/** The PDF, whatever else was found; no bytes when the text, the theme or the fonts could not be read. */
export interface SetTextResult {
  readonly bytes: Uint8Array | undefined;
  /** Sorted, with their places in the text file. */
  readonly diagnostics: readonly Diagnostic[];
}

const MM = 72 / 25.4;
const MARGIN = 25 * MM;
/** A4, with the column 25 mm from the left. */
const PAGE = { width: 595.28, height: 841.89, left: MARGIN, top: MARGIN, bottom: 841.89 - MARGIN, paragraphGap: 9 };
const FACE = 'noto-sans-sc-400';
const STYLE = { size: 10.5, leading: 18 } as const;

/**
 * Sets plain paragraphs in one justified column of a given measure, so that lines can be compared with those of another
 * setter: one face at full size for all that it covers, 10.5 on 18 pt, no indent, text exactly as written.
 * Emits C001, C003, H002, H003, L001, L002, L003, L004.
 */
export async function setText(input: SetTextInput): Promise<SetTextResult> {
  const read = readPlainParagraphs(input.file, input.source);
  const theme = await loadTheme(input.shipped, 'screen');
  if (!read.ok || !theme.ok) return { bytes: undefined, diagnostics: [...read.diagnostics, ...theme.diagnostics] };
  const fonts = await openFonts(input.fonts, theme.value);
  if (!fonts.ok) return { bytes: undefined, diagnostics: fonts.diagnostics };
  const book = fonts.value.only(FACE);
  const context: TypesetContext = {
    fonts: book,
    pageLabel: () => undefined,
    keep: [],
    hyphenation: new Map(),
    policy: { ...DEFAULT_POLICY, formulas: false },
  };
  const texts = read.value.map((plain, i) => ({ id: plain.id, paragraph: paragraphOf(plain, i, input.file) }));
  const lang = read.value[0]?.lang ?? 'zh';
  const column = setColumn(texts, { ...PAGE, measure: input.measure * MM }, context, lang);
  const written = writePdf({
    document: column.document,
    fonts: book,
    theme: theme.value,
    variant: 'screen',
    assets: new Map(),
    conformance: { claim: false },
  });
  const found = column.paragraphs.flatMap(({ set }, i) => {
    const plain = read.value[i];
    return set.diagnostics.map((fault) =>
      plain === undefined ? fault : { ...fault, span: plain.span, block: plain.id },
    );
  });
  const diagnostics = sortDiagnostics([...found, ...written.diagnostics]);
  return { bytes: written.ok ? written.value.bytes : undefined, diagnostics };
}

function paragraphOf(plain: PlainParagraph, index: number, file: string): Paragraph {
  const origin = originId(file, [index]);
  const style = {
    font: { family: 'sans', weight: 400 },
    size: STYLE.size,
    tracking: 0,
    paint: 'ink',
    figures: 'proportional',
    rise: 0,
  } as const;
  return {
    items: languageRuns(plain.text, plain.lang).map(({ text, lang }) => ({ kind: 'text', text, lang, style, origin })),
    lang: plain.lang,
    align: 'justify',
    leading: STYLE.leading,
    indent: 0,
    hang: 0,
    hyphenate: true,
    balance: false,
    origin,
  };
}
