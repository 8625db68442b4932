import { type Diagnostic, diagnose, type Lang } from '../core/index.ts';

/** A section of one file that the other one does not have, and its figures. */
export interface MissingSection<T> {
  /** The file that has it. */
  readonly lang: Lang;
  readonly title: string;
  readonly pages: readonly string[];
  readonly figures: readonly T[];
}

/** Fewer figures than this are told of one by one. */
const FEWEST = 6;
/** Share of a section’s figures that have no partner where the section has none. */
const SHARE = 0.7;

/**
 * The sections whose figures nearly all lack a partner.
 * @param left  the figures without a partner
 */
export function missingSections<T>(
  sections: readonly { readonly title: string; readonly figures: readonly (T & { readonly page: string })[] }[],
  left: ReadonlySet<T>,
  lang: Lang,
): readonly MissingSection<T>[] {
  return sections.flatMap(({ title, figures }) => {
    const alone = figures.filter((one) => left.has(one));
    if (alone.length < FEWEST || alone.length < SHARE * figures.length) return [];
    return [{ lang, title, pages: [...new Set(figures.map(({ page }) => page))], figures: alone }];
  });
}

const NAMES: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' };

/** Tells of a section once, not of each of its figures. Emits P6. */
export function missingFault<T>({ lang, title, pages, figures }: MissingSection<T>): Diagnostic {
  const [first = '', last = first] = [pages[0], pages.at(-1)];
  const where = first === last ? `page ${first}` : `pages ${first} to ${last}`;
  const other = NAMES[lang === 'zh' ? 'en' : 'zh'];
  const message = `${other} prints nothing like the ${NAMES[lang]} section “${title}” on ${where}: ${figures.length} figures`;
  return diagnose('P6', message, { page: first, hints: [`see whether the ${other} file has the section`] });
}
