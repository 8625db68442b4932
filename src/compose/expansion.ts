import type { Lang, PerLang } from '../core/index.ts';

/** Long forms by short form, in each language. */
export type Abbreviations = PerLang<ReadonlyMap<string, string>>;

/** A stretch of text; an abbreviation carries its long form. */
export interface Stretch {
  readonly text: string;
  readonly expansion?: string;
}

/** Expands abbreviations for those who listen. */
export interface Expansions {
  /** Cuts a text around the abbreviations that the section has not had yet; one stretch where there are none. */
  cut(text: string, lang: Lang): readonly Stretch[];
  /** A new section begins. */
  restart(): void;
  /** What the section has had so far, and expansions that begin from there: for a text that is composed once more. */
  heard(): ReadonlySet<string>;
  from(heard: ReadonlySet<string>): Expansions;
}

/**
 * An abbreviation is expanded where a section first has it, as its author would: whoever begins to listen there hears it,
 * and nobody hears it twenty times. Source: ISO 32000-1 14.9.5.
 */
export function createExpansions(
  abbreviations: Abbreviations | undefined,
  before: ReadonlySet<string> = new Set(),
): Expansions {
  const patterns = { zh: patternOf(abbreviations?.zh), en: patternOf(abbreviations?.en) };
  let heard = new Set(before);
  return {
    restart() {
      heard = new Set();
    },
    heard: () => new Set(heard),
    from: (other) => createExpansions(abbreviations, other),
    cut(text, lang) {
      const pattern = patterns[lang];
      if (pattern === undefined || !pattern.test(text)) return [{ text }];
      const stretches: Stretch[] = [];
      let from = 0;
      for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
        const [short] = match;
        const expansion = abbreviations?.[lang].get(short);
        if (expansion === undefined || heard.has(`${lang} ${short}`)) continue;
        heard.add(`${lang} ${short}`);
        if (match.index > from) stretches.push({ text: text.slice(from, match.index) });
        stretches.push({ text: short, expansion });
        from = match.index + short.length;
      }
      if (from < text.length) stretches.push({ text: text.slice(from) });
      return stretches;
    },
  };
}

/** Whole words only: `ESG`, but neither `ESGs` nor `ESG-2`. */
function patternOf(forms: ReadonlyMap<string, string> | undefined): RegExp | undefined {
  if (forms === undefined || forms.size === 0) return undefined;
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const words = longestFirst.map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`(?<![\\p{Script=Latin}\\p{N}-])(?:${words.join('|')})(?![\\p{Script=Latin}\\p{N}]|-\\p{N})`, 'u');
}
