import type { ValueStatus } from '../content/types.ts';
import type { Lang, PerLang } from '../core/index.ts';

/** ◇ before a derived value. */
export const DERIVED_MARK = '\u25C7';
/** ≈ before an estimate in a cell. */
export const ESTIMATE_MARK = '\u2248';
/** U+2013 where nothing is disclosed or there is no value to give; never 0, and no other dash. */
export const NOTHING = '\u2013';

/** Words that stand with a figure. A project may word them otherwise in `strings.yaml`. */
export interface Wording {
  readonly about: PerLang<string>;
  readonly notDisclosed: PerLang<string>;
  readonly disputed: PerLang<string>;
  readonly sample: PerLang<string>;
}

const DEFAULTS: Wording = {
  about: { zh: '约', en: 'about' },
  notDisclosed: { zh: '未披露', en: 'not disclosed' },
  disputed: { zh: '争议', en: 'Disputed' },
  sample: { zh: '示例', en: 'Sample' },
};

/** The words of a project: its own strings over the defaults. */
export function wordingOf(strings: ReadonlyMap<string, PerLang<string>>): Wording {
  return {
    about: strings.get('estimate') ?? DEFAULTS.about,
    notDisclosed: strings.get('not_disclosed') ?? DEFAULTS.notDisclosed,
    disputed: strings.get('disputed') ?? DEFAULTS.disputed,
    sample: strings.get('sample') ?? DEFAULTS.sample,
  };
}

/** The boxed word after a value, where its status has one. */
export function tagOf(status: ValueStatus, lang: Lang, wording: Wording): string | undefined {
  if (status === 'disputed') return wording.disputed[lang];
  return status === 'sample' ? wording.sample[lang] : undefined;
}
