/** A language of the report, as content keys name it. */
export type Lang = 'zh' | 'en';

/** What a build makes: one language alone, or both side by side. */
export type Edition = 'zh-Hans' | 'en' | 'bilingual';

/** What a build is for. */
export type Variant = 'screen' | 'print';

/** One thing for each language. */
export type PerLang<T> = Readonly<Record<Lang, T>>;

export const LANGS: readonly Lang[] = ['zh', 'en'];
export const EDITIONS: readonly Edition[] = ['zh-Hans', 'en', 'bilingual'];

/** The languages that an edition prints, the leading one first. */
export function langsOf(edition: Edition): readonly Lang[] {
  return edition === 'zh-Hans' ? ['zh'] : edition === 'en' ? ['en'] : ['zh', 'en'];
}

/** BCP 47 tag of a language, as the PDF carries it. */
export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-Hans' : 'en-GB';
}
