import type { Term } from '../content/index.ts';
import type { Lang } from '../core/index.ts';

/** A form of a term that stands in a text; offsets in UTF-16 units. */
export interface FoundForm {
  readonly term: Term;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The forms of a text that are right and those to avoid. */
export interface TermForms {
  readonly preferred: readonly FoundForm[];
  /** Outside of preferred forms. */
  readonly avoided: readonly FoundForm[];
}

/**
 * Makes ready to find the forms of a termbase in texts of one language. The longest form wins, so that a term inside a longer
 * one does not count. Chinese has no word boundaries; English takes whole words in any case, with a plural ending.
 */
export function termForms(terms: Iterable<Term>, lang: Lang): (text: string) => TermForms {
  const all = [...terms];
  const right = longestFirst(all.flatMap((term) => [term[lang], term.abbr[lang]].map((form) => ({ term, form }))));
  const wrong = longestFirst(all.flatMap((term) => term.avoid[lang].map((form) => ({ term, form }))));
  const patterns = new Map<string, RegExp>();
  const patternFor = (form: string): RegExp => {
    const pattern = patterns.get(form) ?? patternOf(form, lang);
    patterns.set(form, pattern);
    return pattern;
  };
  return (text) => {
    // Most forms are in no text: a plain search rules them out before a pattern is made.
    const lower = text.toLowerCase();
    const preferred = formsIn(text, lower, right, patternFor);
    const avoided = formsIn(text, lower, wrong, patternFor).filter(
      (found) => !preferred.some(({ start, end }) => found.start < end && start < found.end),
    );
    return { preferred, avoided };
  };
}

interface Form {
  readonly term: Term;
  readonly form: string;
  readonly lower: string;
}

function longestFirst(forms: readonly { readonly term: Term; readonly form: string | undefined }[]): readonly Form[] {
  return forms
    .flatMap(({ term, form }) => (form === undefined || form === '' ? [] : [{ term, form, lower: form.toLowerCase() }]))
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
}

function formsIn(
  text: string,
  lower: string,
  forms: readonly Form[],
  patternFor: (form: string) => RegExp,
): readonly FoundForm[] {
  const found: FoundForm[] = [];
  for (const one of forms) {
    if (!lower.includes(one.lower)) continue;
    const { term, form } = one;
    for (const match of text.matchAll(patternFor(form))) {
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
