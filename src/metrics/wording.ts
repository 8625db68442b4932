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

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as 2024年7月22日 or 22 July 2024; undefined for a day that no calendar has. */
export function dateText(iso: string, lang: Lang): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const name = MONTHS[month - 1];
  if (name === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${name} ${year}`;
}
