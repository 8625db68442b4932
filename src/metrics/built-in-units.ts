import type { PerLang } from '../core/index.ts';
import type { UnitForm } from './unit-form.ts';

/** A unit that values may be given in. Units of one dimension convert into each other; `factor` is exact. */
export interface Unit {
  readonly id: string;
  readonly dimension: string;
  /** How many base units of the dimension one of these is, as a decimal string. */
  readonly factor: string;
  /** As a display unit that is named by its id. */
  readonly symbol: PerLang<UnitForm>;
  /** As the canonical unit of a figure that is printed in full. */
  readonly full: PerLang<UnitForm>;
}

const both = (suffix: string): PerLang<UnitForm> => ({ zh: { suffix }, en: { suffix } });

/** A unit whose symbol is its id in both languages; written out, Chinese has a word for it. */
function symbolic(id: string, dimension: string, factor: string, zh = id, en = id): Unit {
  return { id, dimension, factor, symbol: both(id), full: { zh: { suffix: zh }, en: { suffix: en } } };
}

/** A unit that is always a word. */
function worded(id: string, dimension: string, factor: string, zh: string, en: UnitForm): Unit {
  const forms = { zh: { suffix: zh }, en };
  return { id, dimension, factor, symbol: forms, full: forms };
}

const SCALES = [
  { prefix: '', factor: '1', zh: '', en: '' },
  { prefix: 'k', factor: '1000', zh: '千', en: 'thousand' },
  { prefix: 'M', factor: '1000000', zh: '百万', en: 'million' },
  { prefix: 'B', factor: '1000000000', zh: '十亿', en: 'billion' },
] as const;

function money(currency: string, zh: string): readonly Unit[] {
  return SCALES.map((scale) =>
    worded(`${scale.prefix}${currency}`, currency, scale.factor, `${scale.zh}${zh}`, {
      prefix: currency,
      suffix: scale.en,
    }),
  );
}

function countable(id: string, zh: string, en: UnitForm): readonly Unit[] {
  return SCALES.slice(0, 3).map((scale) =>
    worded(
      `${scale.prefix}${id}`,
      id,
      scale.factor,
      `${scale.zh}${zh}`,
      scale.en === '' ? en : { suffix: `${scale.en} ${en.suffix}`.trim() },
    ),
  );
}

/**
 * The units that every project has. Energy is compared in MJ, shares in percent, greenhouse gas apart from mass,
 * each currency apart from the others; hours, days and years are counts of their own and do not convert.
 */
export const BUILT_IN_UNITS: readonly Unit[] = [
  symbolic('g', 'mass', '0.000001', '克'),
  symbolic('kg', 'mass', '0.001', '千克'),
  { ...symbolic('t', 'mass', '1', '吨'), full: { zh: { suffix: '吨' }, en: { suffix: 'tonnes', one: 'tonne' } } },
  symbolic('kt', 'mass', '1000', '千吨'),
  symbolic('Mt', 'mass', '1000000', '百万吨'),
  symbolic('kgCO2e', 'co2e', '0.001'),
  symbolic('tCO2e', 'co2e', '1'),
  symbolic('ktCO2e', 'co2e', '1000'),
  symbolic('MtCO2e', 'co2e', '1000000'),
  worded('tCO2e/MRMB', 'co2e per RMB', '1', 'tCO2e/百万元', { suffix: 'tCO2e per RMB million' }),
  worded('t/MRMB', 'mass per RMB', '1', '吨/百万元', { suffix: 't per RMB million' }),
  symbolic('MJ', 'energy', '1', '兆焦'),
  symbolic('GJ', 'energy', '1000', '吉焦'),
  symbolic('TJ', 'energy', '1000000', '太焦'),
  symbolic('kWh', 'energy', '3.6', '千瓦时'),
  symbolic('MWh', 'energy', '3600', '兆瓦时'),
  symbolic('GWh', 'energy', '3600000', '吉瓦时'),
  symbolic('TWh', 'energy', '3600000000', '太瓦时'),
  symbolic('MW', 'power', '1', '兆瓦'),
  symbolic('GW', 'power', '1000', '吉瓦'),
  symbolic('tce', 'coal equivalent', '1', '吨标准煤'),
  symbolic('L', 'volume', '0.001', '升'),
  symbolic('kL', 'volume', '1', '千升'),
  symbolic('m3', 'volume', '1', '立方米'),
  symbolic('ML', 'volume', '1000', '百万升'),
  ...money('RMB', '元'),
  ...money('HKD', '港元'),
  ...money('USD', '美元'),
  worded('percent', 'share', '1', '%', { suffix: '%', closed: true }),
  worded('percentage_points', 'share', '1', '个百分点', { suffix: 'percentage points', one: 'percentage point' }),
  worded('permille', 'share', '0.1', '‰', { suffix: '‰', closed: true }),
  worded('ratio', 'ratio', '1', '', { suffix: '' }),
  worded('multiple', 'multiple', '1', '倍', { suffix: 'times', one: 'time' }),
  ...countable('person', '人', { suffix: 'people', one: 'person' }),
  ...countable('count', '个', { suffix: '' }),
  worded('FTE', 'FTE', '1', '全职当量', { suffix: 'FTE' }),
  worded('household', 'household', '1', '户', { suffix: 'households', one: 'household' }),
  worded('hour', 'hour', '1', '小时', { suffix: 'hours', one: 'hour' }),
  worded('day', 'day', '1', '天', { suffix: 'days', one: 'day' }),
  worded('year', 'year', '1', '年', { suffix: 'years', one: 'year' }),
  symbolic('km', 'length', '1', '公里'),
  symbolic('ha', 'area', '1', '公顷'),
  symbolic('km2', 'area', '100', '平方公里'),
];
