import type { Label } from '../content/types.ts';
import type { Lang } from '../core/index.ts';
import { escapeMarkup } from './escape.ts';

/** Looks up the words that layouts print, and remembers which keys were asked for in vain. */
export interface Words {
  label(key: string): Label;
  text(key: string, lang: Lang): string;
  /** As markup: `{mark}` prints ◇, `{disputed}`, `{sample}`, `{editorial}` print the tag of that name. */
  markup(key: string, lang: Lang): string;
  /** Replaces `{name}` in a phrase by given markup. */
  phrase(key: string, lang: Lang, values: Readonly<Record<string, string>>): string;
  readonly missing: ReadonlySet<string>;
}

const TAGS = ['disputed', 'sample', 'editorial'] as const;

/** @param strings the report's register: package defaults with the project's own over them */
export function createWords(strings: ReadonlyMap<string, Label>): Words {
  const missing = new Set<string>();
  const label = (key: string): Label => {
    const found = strings.get(key);
    if (found) return found;
    missing.add(key);
    return { zh: '', en: '' };
  };
  const phrase = (key: string, lang: Lang, values: Readonly<Record<string, string>>): string =>
    escapeMarkup(label(key)[lang]).replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return {
    label,
    text: (key, lang) => label(key)[lang],
    phrase,
    markup: (key, lang) =>
      phrase(key, lang, {
        mark: '<mark kind="derived">◇</mark>',
        ...Object.fromEntries(
          TAGS.map((tag) => [tag, `<tag kind="${tag}">${escapeMarkup(strings.get(tag)?.[lang] ?? '')}</tag>`]),
        ),
      }),
    missing,
  };
}
