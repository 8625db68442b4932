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
  const right = byLetter(all.flatMap((term) => [term[lang], term.abbr[lang]].map((form) => ({ term, form }))));
  const wrong = byLetter(all.flatMap((term) => term.avoid[lang].map((form) => ({ term, form }))));
  return (text) => {
    const lower = lowered(text);
    const preferred = longestFirst(text, lower, lang, right);
    const avoided = longestFirst(text, lower, lang, wrong).filter(
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

/** Forms by their first letter, so that a text is gone through once and not once for each form. */
type Forms = ReadonlyMap<number, readonly Form[]>;

function byLetter(forms: readonly { readonly term: Term; readonly form: string | undefined }[]): Forms {
  const letters = new Map<number, Form[]>();
  for (const { term, form } of forms) {
    if (form === undefined || form === '') continue;
    const lower = lowered(form);
    const some = letters.get(lower.charCodeAt(0)) ?? [];
    some.push({ term, form, lower });
    letters.set(lower.charCodeAt(0), some);
  }
  return letters;
}

/** Small letters, with as many UTF-16 units as before, so that offsets hold. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function longestFirst(text: string, lower: string, lang: Lang, forms: Forms): readonly FoundForm[] {
  const present: FoundForm[] = [];
  for (let start = 0; start < lower.length; start += 1) {
    const some = forms.get(lower.charCodeAt(start));
    if (some === undefined) continue;
    for (const one of some) {
      const end = lower.startsWith(one.lower, start) ? endOfForm(text, lower, lang, { ...one, start }) : undefined;
      if (end !== undefined) present.push({ term: one.term, form: one.form, start, end });
    }
  }
  present.sort(
    (a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : a.form > b.form ? 1 : a.start - b.start),
  );
  const found: FoundForm[] = [];
  for (const one of present) {
    const taken = found.some((other) => other.term !== one.term && one.start < other.end && other.start < one.end);
    if (!taken) found.push(one);
  }
  return found;
}

/** Where a form ends that begins here, with its plural ending; undefined when it is no whole word. Chinese keeps its case. */
function endOfForm(
  text: string,
  lower: string,
  lang: Lang,
  { start, form }: { readonly start: number; readonly form: string },
): number | undefined {
  const end = start + form.length;
  if (lang === 'zh') return text.startsWith(form, start) ? end : undefined;
  if (start > 0 && WORD.test(lower.charAt(start - 1))) return undefined;
  const plural = ['', 's', 'es'].find(
    (ending) => lower.startsWith(ending, end) && !WORD.test(lower.charAt(end + ending.length)),
  );
  return plural === undefined ? undefined : end + plural.length;
}

const WORD = /[\w-]/;
