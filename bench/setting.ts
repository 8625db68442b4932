import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paragraph } from '../src/compose/paragraph.ts';
import type { Lang } from '../src/core/index.ts';
import { openFonts } from '../src/fonts/index.ts';
import type { FontBook } from '../src/fonts/types.ts';
import { openProject, packageHome } from '../src/pipeline/index.ts';
import { loadTheme } from '../src/theme/index.ts';
import { DEFAULT_POLICY, languageRuns, type TypesetContext } from '../src/typeset/index.ts';

/** Text of a file of the corpus, by its name without the ending. */
export function corpusFile(name: string): Promise<string> {
  return readFile(join(packageHome(), 'bench', 'corpus', `${name}.yaml`), 'utf8');
}

/** The face that lines are compared in. */
export const FACE = 'noto-sans-sc-400';

/** A font book of the one face that lines are compared in. */
export async function benchFonts(): Promise<FontBook> {
  const { shipped, fonts } = openProject(packageHome());
  const theme = await loadTheme(shipped, 'screen');
  if (!theme.ok) throw new Error('the theme does not load');
  const book = await openFonts(fonts, theme.value);
  if (!book.ok) throw new Error('the fonts do not open');
  return book.value.only(FACE);
}

export function benchContext(fonts: FontBook): TypesetContext {
  return {
    fonts,
    pageLabel: () => undefined,
    keep: [],
    hyphenation: new Map(),
    policy: { ...DEFAULT_POLICY, formulas: false },
  };
}

/** A justified paragraph of 10.5 on 18 pt, as `petalpress set` makes it. */
export function benchParagraph(text: string, lang: Lang, id = 'bench'): Paragraph {
  const font = { family: 'sans', weight: 400 } as const;
  const style = { font, size: 10.5, tracking: 0, paint: 'ink', figures: 'proportional', rise: 0 } as const;
  return {
    items: languageRuns(text, lang).map((run) => ({ kind: 'text', ...run, style, origin: id })),
    lang,
    align: 'justify',
    leading: 18,
    indent: 0,
    hang: 0,
    hyphenate: true,
    balance: false,
    origin: id,
  };
}
