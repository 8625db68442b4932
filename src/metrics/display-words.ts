import type { Lang } from '../core/index.ts';
import type { UnitForm } from './unit-form.ts';

/** A display unit that is a word of its language: how many of `unit` it stands for, and how it prints. */
export interface DisplayWord {
  readonly text: string;
  /** Id of a built-in unit. */
  readonly unit: string;
  readonly power: number;
  readonly form: UnitForm;
}

/** A noun that takes magnitudes. `units` has more than one where a word serves several dimensions. */
interface Noun {
  readonly units: readonly string[];
  readonly noun: string;
  readonly one?: string;
  readonly closed?: boolean;
  /** Only as it is, never with 万 or million. */
  readonly bare?: boolean;
}

/**
 * Magnitudes of Chinese and English figures. 兆 is left out: it is 10^6 in 兆瓦 and 10^12 in Taiwan.
 * Source: GB/T 15835-2011 for 万 and 亿 with Arabic digits.
 */
const MAGNITUDES: Readonly<Record<Lang, readonly (readonly [word: string, power: number])[]>> = {
  zh: [
    ['', 0],
    ['千', 3],
    ['万', 4],
    ['百万', 6],
    ['亿', 8],
    ['十亿', 9],
    ['万亿', 12],
  ],
  en: [
    ['', 0],
    ['thousand', 3],
    ['million', 6],
    ['billion', 9],
    ['trillion', 12],
  ],
};

const NOUNS: Readonly<Record<Lang, readonly Noun[]>> = {
  zh: [
    { units: ['t', 'tCO2e'], noun: '吨' },
    { units: ['tCO2e'], noun: '吨CO2e' },
    { units: ['tCO2e'], noun: '吨二氧化碳当量' },
    { units: ['kg', 'kgCO2e'], noun: '千克' },
    { units: ['kg', 'kgCO2e'], noun: '公斤' },
    { units: ['g'], noun: '克', bare: true },
    { units: ['tce'], noun: '吨标准煤' },
    { units: ['kWh'], noun: '千瓦时' },
    { units: ['MWh'], noun: '兆瓦时' },
    { units: ['GWh'], noun: '吉瓦时', bare: true },
    { units: ['TWh'], noun: '太瓦时', bare: true },
    { units: ['MJ'], noun: '兆焦' },
    { units: ['GJ'], noun: '吉焦' },
    { units: ['TJ'], noun: '太焦' },
    { units: ['MW'], noun: '兆瓦' },
    { units: ['GW'], noun: '吉瓦', bare: true },
    { units: ['m3'], noun: '立方米' },
    { units: ['L'], noun: '升' },
    { units: ['RMB'], noun: '元' },
    { units: ['HKD'], noun: '港元' },
    { units: ['USD'], noun: '美元' },
    { units: ['person'], noun: '人' },
    { units: ['person'], noun: '名' },
    { units: ['count'], noun: '个' },
    { units: ['count'], noun: '次' },
    { units: ['count'], noun: '件' },
    { units: ['count'], noun: '项' },
    { units: ['count'], noun: '家' },
    { units: ['count'], noun: '宗' },
    { units: ['count'], noun: '起' },
    { units: ['count'], noun: '座' },
    { units: ['count'], noun: '辆' },
    { units: ['count'], noun: '种' },
    { units: ['household'], noun: '户' },
    { units: ['hour'], noun: '小时' },
    { units: ['day'], noun: '天' },
    { units: ['year'], noun: '年', bare: true },
    { units: ['km'], noun: '公里' },
    { units: ['ha'], noun: '公顷' },
    { units: ['km2'], noun: '平方公里' },
    { units: ['multiple'], noun: '倍', bare: true },
    { units: ['percent'], noun: '%', bare: true },
    { units: ['permille'], noun: '‰', bare: true },
    { units: ['percentage_points'], noun: '个百分点', bare: true },
    ...['吨/百万元', '吨/百万元营收', '吨CO2e/百万元', '吨CO2e/百万元营收', '吨二氧化碳当量/百万元'].flatMap((noun) =>
      [noun, noun.replace('/', '／')].map((text) => ({ units: ['tCO2e/MRMB', 't/MRMB'], noun: text, bare: true })),
    ),
  ],
  en: [
    { units: ['t', 'tCO2e'], noun: 'tonnes', one: 'tonne' },
    { units: ['tCO2e'], noun: 'tonnes CO2e', one: 'tonne CO2e' },
    { units: ['tCO2e'], noun: 'tonnes of CO2e', one: 'tonne of CO2e' },
    { units: ['t', 'tCO2e'], noun: 't', bare: true },
    { units: ['kt', 'ktCO2e'], noun: 'kt', bare: true },
    { units: ['Mt', 'MtCO2e'], noun: 'Mt', bare: true },
    { units: ['tCO2e'], noun: 't CO2e', bare: true },
    { units: ['ktCO2e'], noun: 'kt CO2e', bare: true },
    { units: ['MtCO2e'], noun: 'Mt CO2e', bare: true },
    { units: ['kg', 'kgCO2e'], noun: 'kg' },
    { units: ['tce'], noun: 'tce' },
    { units: ['kWh'], noun: 'kWh' },
    { units: ['MWh'], noun: 'MWh' },
    { units: ['GWh'], noun: 'GWh', bare: true },
    { units: ['TWh'], noun: 'TWh', bare: true },
    { units: ['m3'], noun: 'm3' },
    { units: ['m3'], noun: 'cubic metres', one: 'cubic metre' },
    { units: ['L'], noun: 'litres', one: 'litre' },
    { units: ['RMB'], noun: 'yuan' },
    { units: ['HKD'], noun: 'Hong Kong dollars', one: 'Hong Kong dollar' },
    { units: ['USD'], noun: 'US dollars', one: 'US dollar' },
    { units: ['person'], noun: 'people', one: 'person' },
    { units: ['count'], noun: '' },
    { units: ['household'], noun: 'households', one: 'household' },
    { units: ['hour'], noun: 'hours', one: 'hour' },
    { units: ['day'], noun: 'days', one: 'day' },
    { units: ['year'], noun: 'years', one: 'year', bare: true },
    { units: ['FTE'], noun: 'FTE', bare: true },
    { units: ['km'], noun: 'kilometres', one: 'kilometre' },
    { units: ['ha'], noun: 'hectares', one: 'hectare' },
    { units: ['km2'], noun: 'square kilometres', one: 'square kilometre' },
    { units: ['multiple'], noun: 'times', one: 'time', bare: true },
    { units: ['percent'], noun: '%', closed: true, bare: true },
    { units: ['permille'], noun: '‰', closed: true, bare: true },
    { units: ['percentage_points'], noun: 'percentage points', one: 'percentage point', bare: true },
    { units: ['percentage_points'], noun: 'pp', bare: true },
    ...['t per RMB million', 'tonnes per RMB million', 'tCO2e per RMB million', 'tonnes CO2e per RMB million'].flatMap(
      (noun) =>
        [noun, `${noun} of revenue`].map((text) => ({ units: ['tCO2e/MRMB', 't/MRMB'], noun: text, bare: true })),
    ),
  ],
};

/** Currencies stand before the figure in English, and in Chinese where the reader is told whose 元 it is. */
const CURRENCIES: Readonly<
  Record<Lang, readonly { readonly unit: string; readonly prefix: string; readonly noun: string }[]>
> = {
  zh: [{ unit: 'RMB', prefix: '人民币', noun: '元' }],
  en: [
    { unit: 'RMB', prefix: 'RMB', noun: '' },
    { unit: 'HKD', prefix: 'HKD', noun: '' },
    { unit: 'USD', prefix: 'USD', noun: '' },
  ],
};

/** Every display unit of a language that is a word, with its magnitudes. The same text may serve several dimensions. */
export function displayWords(lang: Lang): readonly DisplayWord[] {
  return WORDS[lang];
}

const WORDS: Readonly<Record<Lang, readonly DisplayWord[]>> = { zh: wordsOf('zh'), en: wordsOf('en') };

function wordsOf(lang: Lang): readonly DisplayWord[] {
  const gap = lang === 'en' ? ' ' : '';
  const nouns = NOUNS[lang].flatMap((noun) =>
    magnitudes(lang, noun.bare === true).flatMap(([word, power]) => {
      const text = [word, noun.noun].filter((piece) => piece !== '').join(gap);
      const one = noun.one !== undefined && power === 0 ? { one: noun.one } : {};
      const form = { suffix: text, ...one, ...(noun.closed === true ? { closed: true } : {}) };
      return text === '' ? [] : noun.units.map((unit) => ({ text, unit, power, form }));
    }),
  );
  const currencies = CURRENCIES[lang].flatMap(({ unit, prefix, noun }) =>
    magnitudes(lang, false).map(([word, power]) => {
      const suffix = `${word}${noun}`;
      return {
        text: [prefix, suffix].filter((piece) => piece !== '').join(gap),
        unit,
        power,
        form: { prefix, suffix },
      };
    }),
  );
  return [...nouns, ...currencies];
}

function magnitudes(lang: Lang, bare: boolean): readonly (readonly [string, number])[] {
  return bare ? MAGNITUDES[lang].slice(0, 1) : MAGNITUDES[lang];
}
