import type { UnitSense } from './figure.ts';

/** A unit with the words and symbols that reports print for it. Symbols keep their case, English words do not. */
export interface UnitRow extends UnitSense {
  readonly words: readonly string[];
  readonly symbols?: readonly string[];
}

function row(unit: string, factor: string, words: string, symbols = ''): UnitRow {
  return { unit, factor, words: listed(words), symbols: listed(symbols) };
}

function listed(text: string): readonly string[] {
  return text === '' ? [] : text.split('|');
}

const GAS_ZH = ['二氧化碳当量', '二氧化碳', 'CO2e', 'CO2当量', 'CO2', '碳当量'];
const GAS_EN = [
  'CO2e',
  'CO2-e',
  'CO2eq',
  'CO2 equivalent',
  'CO2-equivalent',
  'CO2',
  'carbon dioxide equivalent',
  'carbon dioxide equivalents',
  'carbon dioxide',
  'carbon',
];
const TONNES = ['metric tonnes', 'metric tonne', 'metric tons', 'metric ton', 'tonnes', 'tonne', 'tons', 'ton'];

const GAS_ROWS: readonly UnitRow[] = [
  {
    unit: 'tCO2e',
    factor: '1',
    words: [
      ...['吨', '公吨'].flatMap((mass) => GAS_ZH.map((gas) => `${mass}${gas}`)),
      ...TONNES.flatMap((mass) => GAS_EN.flatMap((gas) => [`${mass} ${gas}`, `${mass} of ${gas}`])),
    ],
    symbols: gasSymbols('t'),
  },
  { unit: 'tCO2e', factor: '1e3', words: [], symbols: gasSymbols('kt') },
  { unit: 'tCO2e', factor: '1e6', words: [], symbols: gasSymbols('Mt') },
  { unit: 'tCO2e', factor: '1e9', words: [], symbols: gasSymbols('Gt') },
  {
    unit: 'tCO2e',
    factor: '1e-3',
    words: ['千克', '公斤'].flatMap((mass) => GAS_ZH.map((gas) => `${mass}${gas}`)),
    symbols: gasSymbols('kg'),
  },
];

function gasSymbols(mass: string): readonly string[] {
  return ['CO2e', 'CO2eq', 'CO2-e', 'CO2'].flatMap((gas) => [`${mass}${gas}`, `${mass} ${gas}`, `${mass} of ${gas}`]);
}

/** Words that Chinese counts things with, and that English has none for. */
export const MEASURE_WORDS: readonly string[] = listed(
  '个|家|项|次|件|趟|遍|宗|起|座|辆|种|条|台|份|所|门|场|届|轮|期|类|批|组|级|层|步|代|句|篇|部|本|册|支|只|头|颗|株|棵|张|套|间|栋|幢|处|片|块|架|艘|列|笔|单|款|例|则|岁|课时|学时|人天|世纪|大类|大领域|大方向|种类|国|省|市|县|村',
);

/**
 * Units of mass, energy, space, time, money, share and count as Chinese and English reports print them. Magnitudes
 * (万, 亿, million) are read apart. The base units are those of metrics where a metric can have the unit.
 */
export const UNIT_ROWS: readonly UnitRow[] = [
  ...GAS_ROWS,
  row('t', '1', ['吨', '公吨', ...TONNES].join('|'), 't'),
  row('t', '1e3', '', 'kt'),
  row('t', '1e6', '', 'Mt'),
  row('t', '1e9', 'gigatonnes|gigatonne', 'Gt'),
  row('t', '1e-3', '千克|公斤|kilograms|kilogram|kilogrammes|kilos', 'kg'),
  row('t', '1e-6', '克|grams|gram|grammes', 'g'),
  row('t', '1e-9', '毫克|milligrams', 'mg'),
  row(
    'tce',
    '1',
    '吨标准煤|吨标煤|tonnes of standard coal equivalent|tonnes of standard coal|tonnes of coal equivalent',
    'tce',
  ),
  row('tce', '1e3', '', 'ktce|kt of coal equivalent|kt of standard coal equivalent|kt of standard coal'),
  row('tce', '1e6', '', 'Mtce|Mt of coal equivalent|Mt of standard coal equivalent|Mt of standard coal'),
  row('MJ', '3.6', '千瓦时|千瓦小时|度电|kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour', 'kWh|kwh|KWh'),
  row('MJ', '3.6e3', '兆瓦时|megawatt-hours|megawatt-hour|megawatt hours|megawatt hour', 'MWh'),
  row('MJ', '3.6e6', '吉瓦时|gigawatt-hours|gigawatt-hour|gigawatt hours|gigawatt hour', 'GWh'),
  row('MJ', '3.6e9', '太瓦时|terawatt-hours|terawatt-hour|terawatt hours|terawatt hour', 'TWh'),
  row('MJ', '1', '兆焦耳|兆焦|megajoules|megajoule', 'MJ'),
  row('MJ', '1e3', '吉焦耳|吉焦|gigajoules|gigajoule', 'GJ'),
  row('MJ', '1e6', '太焦耳|太焦|terajoules|terajoule', 'TJ'),
  row('MJ', '1e9', 'petajoules', 'PJ'),
  row('MW', '1e-6', '瓦|watts|watt', 'W'),
  row('MW', '1e-3', '千瓦|kilowatts|kilowatt', 'kW|kWp'),
  row('MW', '1', '兆瓦|兆瓦峰|megawatts|megawatt', 'MW|MWp'),
  row('MW', '1e3', '吉瓦|gigawatts|gigawatt', 'GW|GWp'),
  row('m3', '1', '立方米|cubic metres|cubic metre|cubic meters|cubic meter', 'm3|m^3'),
  row('m3', '1e-3', '升|公升|litres|litre|liters|liter', 'L|l'),
  row('m3', '1e-6', '毫升|millilitres|milliliters', 'mL|ml'),
  row('m3', '1', '千升|kilolitres|kiloliters', 'kL'),
  row('m3', '1e3', '百万升|megalitres|megaliters', 'ML'),
  row('km', '1', '公里|千米|kilometres|kilometre|kilometers|kilometer', 'km'),
  row('km', '1e-3', '米|metres|metre|meters|meter', 'm'),
  row('km', '1e-5', '厘米|centimetres|centimeters', 'cm'),
  row('km', '1e-6', '毫米|millimetres|millimeters', 'mm'),
  row('mile', '1', '英里|miles|mile', 'mi'),
  row('nautical mile', '1', '海里|nautical miles|nautical mile', 'nm'),
  row('ha', '1', '公顷|hectares|hectare', 'ha'),
  row(
    'ha',
    '100',
    '平方公里|平方千米|square kilometres|square kilometre|square kilometers|square kilometer',
    'km2|sq km',
  ),
  row('ha', '1e-4', '平方米|平米|square metres|square metre|square meters|square meter', 'm2|sqm|sq m'),
  row('mu', '1', '亩|mu'),
  row('MJ', '3.6', '度电'),
  row('MJ', '3.6e4', '万度电|万度'),
  row('MJ', '3.6e8', '亿度电|亿度'),
  row('HKD', '0.01', '港仙|HK cents|HK cent'),
  row('USD', '0.01', '美分|US cents|US cent'),
  row('GBP', '0.01', '便士|pence'),
  row('second', '1', '秒|秒钟|seconds|second'),
  row('minute', '1', '分钟|minutes|minute', 'min'),
  row('hour', '1', '小时|个小时|钟头|个钟头|hours|hour', 'h|hrs'),
  row('day', '1', '天|日|days|day'),
  row('week', '1', '周|星期|个星期|weeks|week'),
  row('month', '1', '个月|个多月|months|month'),
  row('year', '1', '年|周年|years|year'),
  row('year', '10', 'decades'),
  row('degree', '1', '摄氏度|degrees Celsius|degree Celsius', '°C|℃|°'),
  row('GB', '1', '', 'GB'),
  row('GB', '1e3', '', 'TB'),
  row('GB', '1e6', '', 'PB'),
  row('GB', '1e-3', '', 'MB'),
  row('percent', '1', '%|per cent|percent|pct'),
  row('percent', '0.1', '‰|per mille'),
  row(
    'percentage_points',
    '1',
    '个百分点|百分点|percentage points|percentage point|percentage-point|pct pts|ppts|ppt',
    'pp|p.p.|pts',
  ),
  row('percentage_points', '0.01', '个基点|基点|basis points|basis point', 'bps|bp'),
  row('point', '1', 'points|point'),
  row('multiple', '1', '倍|times|time', 'x|×'),
  row('person', '1', '人次|人|名|位|people|persons|person'),
  row('household', '1', '户|households|household'),
  row('FTE', '1', '全职当量|full-time equivalents', 'FTE|FTEs'),
  { unit: '', factor: '1', words: MEASURE_WORDS },
];

/** Currencies: before the figure, after it, or both. `¥` and `元` are the mainland’s unless a word says otherwise. */
export const CURRENCIES: readonly {
  readonly unit: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}[] = [
  {
    unit: 'RMB',
    before: ['人民币', 'RMB', 'CNY', '¥', '￥', 'Rmb'],
    after: ['元人民币', '元', '人民币', 'yuan renminbi', 'yuan', 'renminbi', 'RMB', 'CNY'],
  },
  {
    unit: 'HKD',
    before: ['港币', '港元', 'HKD', 'HK$'],
    after: ['港元', '港币', 'Hong Kong dollars', 'Hong Kong dollar', 'HKD'],
  },
  {
    unit: 'USD',
    before: ['美元', 'USD', 'US$', 'U.S.$', '$'],
    after: ['美元', '美金', 'US dollars', 'US dollar', 'U.S. dollars', 'U.S. dollar', 'dollars', 'dollar', 'USD'],
  },
  { unit: 'EUR', before: ['欧元', 'EUR', '€'], after: ['欧元', 'euros', 'euro', 'EUR'] },
  { unit: 'GBP', before: ['英镑', 'GBP', '£'], after: ['英镑', 'pounds sterling', 'pound sterling', 'pounds', 'GBP'] },
  { unit: 'JPY', before: ['日元', 'JPY'], after: ['日元', 'yen', 'JPY'] },
  {
    unit: 'SGD',
    before: ['新加坡元', 'SGD', 'S$'],
    after: ['新加坡元', 'Singapore dollars', 'Singapore dollar', 'SGD'],
  },
];

/** Powers of ten that a Chinese magnitude stands for. The longest come first. 兆 is left out: see the reader’s notes. */
export const HAN_MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
];

/** English magnitudes, in words and as reports shorten them. */
export const ENGLISH_MAGNITUDES: readonly (readonly [string, number])[] = [
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['mln', 6],
  ['mn', 6],
  ['bn', 9],
  ['tn', 12],
  ["'000", 3],
  ["'000s", 3],
  ['\u2019000', 3],
  ['\u2019000s', 3],
  ['\u2018000', 3],
  ['\u2018000s', 3],
];

/** Single letters for a magnitude, closed up to a figure: `$1.2m`, `45k users`. */
export const LETTER_MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['b', 9],
  ['B', 9],
]);
