import type { Term } from '../content/index.ts';
import type { Lang } from '../core/index.ts';

/** A form of a term that stands in a text; offsets in UTF-16 units. */
export interface FoundForm {
  readonly term: Term;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The preferred forms in a text, the longest first, so that a term inside a longer one does not count.
 * Chinese has no word boundaries; English takes whole words in any case, with a plural ending.
 */
export function preferredForms(text: string, lang: Lang, terms: readonly Term[]): readonly FoundForm[] {
  const forms = terms.flatMap((term) =>
    [term[lang], term.abbr[lang]].flatMap((form) => (form === undefined || form === '' ? [] : [{ term, form }])),
  );
  return findLongestFirst(text, lang, forms);
}

/** The forms to avoid in a text, outside of preferred forms. */
export function avoidedForms(text: string, lang: Lang, terms: readonly Term[]): readonly FoundForm[] {
  const preferred = preferredForms(text, lang, terms);
  const forms = terms.flatMap((term) => term.avoid[lang].map((form) => ({ term, form })));
  return findLongestFirst(text, lang, forms).filter(
    (found) => !preferred.some(({ start, end }) => found.start < end && start < found.end),
  );
}

function findLongestFirst(
  text: string,
  lang: Lang,
  forms: readonly { readonly term: Term; readonly form: string }[],
): readonly FoundForm[] {
  const found: FoundForm[] = [];
  // Most forms are in no text: a plain search rules them out before a pattern is made.
  const lower = text.toLowerCase();
  const present = forms.filter(({ form }) => lower.includes(form.toLowerCase()));
  const longest = present.sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  for (const { term, form } of longest) {
    for (const match of text.matchAll(patternOf(form, lang))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const taken = found.some((other) => other.term !== term && start < other.end && other.start < end);
      if (!taken) found.push({ term, form, start, end });
    }
  }
  return found;
}

function patternOf(form: string, lang: Lang): RegExp {
  const literal = form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return lang === 'zh' ? new RegExp(literal, 'g') : new RegExp(`(?<![\\w-])${literal}(?:e?s)?(?![\\w-])`, 'gi');
}
