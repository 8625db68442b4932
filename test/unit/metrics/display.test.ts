import { describe, expect, it } from 'vitest';
import type { MetricSketch } from './report-builder.ts';
import { bookOf, printed } from './report-builder.ts';

/** What one value prints in Chinese and English prose. */
function shown(value: string, sketch: Omit<MetricSketch, 'values'>, format = ''): readonly [string, string] {
  const book = bookOf({ metrics: { it: { ...sketch, values: { CY2023: value } } } });
  return printed(book, `m:it@CY2023${format}`);
}

const gas = (zh: string, en: string): Omit<MetricSketch, 'values'> => ({ unit: 'tCO2e', zh, en });

describe('a value in its display units', () => {
  it.each([
    ['2.32 MtCO2e', gas('万吨 0', 'million tonnes 2'), '232万吨', '2.32_million_tonnes'],
    ['33.38 MtCO2e', gas('万吨', 'million tonnes'), '3,338万吨', '33.38_million_tonnes'],
    ['9.884 MtCO2e', gas('万吨', 'million tonnes'), '988.4万吨', '9.884_million_tonnes'],
    ['10.1 MtCO2e', gas('万吨 1', 'million tonnes 2'), '1,010万吨', '10.1_million_tonnes'],
    ['458000 tCO2e', gas('万吨 1', 'tonnes 0'), '45.8万吨', '458,000_tonnes'],
    ['1.5 MtCO2e', gas('亿吨', 'billion tonnes'), '0.015亿吨', '0.0015_billion_tonnes'],
    ['22.907 MtCO2e', gas('万吨', 'Mt'), '2,290.7万吨', '22.907_Mt'],
    [
      '8.1 tCO2e/MRMB',
      { unit: 'tCO2e/MRMB', zh: '吨/百万元营收', en: 't per RMB million' },
      '8.1吨/百万元营收',
      '8.1_t_per_RMB_million',
    ],
    ['941168 MRMB', { unit: 'RMB', zh: '亿元', en: 'RMB billion' }, '9,411.68亿元', 'RMB_941.168_billion'],
    [
      '941168 MRMB',
      { unit: 'RMB', zh: '人民币百万元', en: 'RMB million' },
      '人民币941,168百万元',
      'RMB_941,168_million',
    ],
    ['-18.9 MHKD', { unit: 'HKD', zh: '万港元 0', en: 'HKD million' }, '−1,890万港元', '−HKD_18.9_million'],
    ['3.5 BUSD', { unit: 'USD', zh: '亿美元', en: 'USD billion' }, '35亿美元', 'USD_3.5_billion'],
    ['20.25 TWh', { unit: 'kWh', zh: '亿千瓦时 1', en: 'TWh' }, '202.5亿千瓦时', '20.25_TWh'],
    ['2.025 TWh', { unit: 'kWh', zh: '亿千瓦时', en: 'GWh' }, '20.25亿千瓦时', '2,025_GWh'],
    ['47.9 MW', { unit: 'MW', zh: '兆瓦', en: 'MW' }, '47.9兆瓦', '47.9_MW'],
    ['187 Mperson', { unit: 'person', zh: '亿人', en: 'million people' }, '1.87亿人', '187_million_people'],
    ['23.82 Mcount', { unit: 'count', zh: '万个', en: 'million' }, '2,382万个', '23.82_million'],
    ['1.200 ratio', { unit: 'ratio', zh: 'ratio', en: 'ratio' }, '1.200', '1.200'],
    ['39.0 percent', { unit: 'percent', zh: '%', en: '%' }, '39.0%', '39.0%'],
    ['5.1 permille', { unit: 'permille', zh: '‰', en: '‰' }, '5.1‰', '5.1‰'],
    ['2.1 multiple', { unit: 'multiple', zh: '倍', en: 'times' }, '2.1倍', '2.1_times'],
    ['120 ha', { unit: 'ha', zh: '公顷', en: 'hectares' }, '120公顷', '120_hectares'],
  ] as const)('%s', (value, sketch, zh, en) => {
    expect(shown(value, sketch)).toEqual([zh, en]);
  });

  it('takes the singular for exactly one, and for nothing else', () => {
    expect(shown('1 t', { unit: 't', zh: '吨', en: 'tonnes' })[1]).toBe('1_tonne');
    expect(shown('1.0 t', { unit: 't', zh: '吨', en: 'tonnes' })[1]).toBe('1.0_tonnes');
    expect(shown('0 t', { unit: 't', zh: '吨', en: 'tonnes' })[1]).toBe('0_tonnes');
    expect(shown('1 Mt', { unit: 't', zh: '吨', en: 'million tonnes' })[1]).toBe('1_million_tonnes');
    expect(shown('1 person', { unit: 'person', zh: '人', en: 'people' })[1]).toBe('1_person');
  });

  it('is never finer than it was given, whatever the display asks for', () => {
    expect(shown('36.1 ktCO2e', gas('万吨 3', 'thousand tonnes 3'))).toEqual(['3.61万吨', '36.1_thousand_tonnes']);
  });

  it('keeps its first digit where the places of another unit would wipe it out', () => {
    expect(shown('1 MWh', { unit: 'kWh', zh: '兆焦', en: 'MJ' })).toEqual(['4,000兆焦', '4,000_MJ']);
    expect(shown('7 MWh', { unit: 'kWh', zh: '兆焦', en: 'MJ' })).toEqual(['30,000兆焦', '30,000_MJ']);
  });

  it('is as coarse as the display asks for', () => {
    expect(shown('619944 tCO2e', gas('万吨 1', 'thousand tonnes 0'))).toEqual(['62.0万吨', '620_thousand_tonnes']);
  });

  it('gains no decimals from the trailing zeros of a whole number', () => {
    expect(shown('458000 tCO2e', gas('万吨', 'thousand tonnes'))).toEqual(['45.8万吨', '458_thousand_tonnes']);
    expect(shown('458.0 ktCO2e', gas('万吨', 'thousand tonnes'))).toEqual(['45.80万吨', '458.0_thousand_tonnes']);
  });

  it('prints its own digits in full, not those of its display', () => {
    expect(shown('619944 tCO2e', gas('万吨 1', 'thousand tonnes 0'), '|full')).toEqual([
      '619,944tCO2e',
      '619,944_tCO2e',
    ]);
    expect(shown('13.85 GWh', { unit: 'kWh', zh: '万千瓦时', en: 'GWh' }, '|full')).toEqual([
      '13,850,000千瓦时',
      '13,850,000_kWh',
    ]);
    expect(shown('1.2 BRMB', { unit: 'RMB', zh: '亿元', en: 'RMB billion' }, '|full')).toEqual([
      '1,200,000,000元',
      'RMB_1,200,000,000',
    ]);
  });

  it('parts figure from unit', () => {
    const money = { unit: 'HKD', zh: '万港元', en: 'HKD million' };
    expect(shown('-18.9 MHKD', money, '|num')).toEqual(['−1,890', '−18.9']);
    expect(shown('-18.9 MHKD', money, '|unit')).toEqual(['万港元', 'HKD_million']);
  });

  it('marks what is printed without its unit, and leaves a unit alone', () => {
    expect(shown('6.9 ktCO2e estimate', gas('万吨', 'thousand tonnes'), '|num')).toEqual(['约0.69', 'about 6.9']);
    expect(shown('6.9 ktCO2e estimate', gas('万吨', 'thousand tonnes'), '|unit')).toEqual(['万吨', 'thousand_tonnes']);
    expect(shown('12 count sample', { unit: 'count', zh: '个', en: 'count' }, '|words')).toEqual([
      '十二_示例',
      'twelve_Sample',
    ]);
  });
});

describe('the pieces of a quantity', () => {
  const book = bookOf({
    metrics: { loss: { unit: 'HKD', zh: '万港元', en: 'HKD million', values: { CY2023: '-18.9 MHKD disputed' } } },
  });

  it('keep sign, currency, digits, unit and tag apart', () => {
    const kinds = (lang: 'zh' | 'en'): readonly string[] =>
      book.value('loss', 'CY2023', lang, { place: 'prose' }).parts.map(({ kind, text }) => `${kind} ${text}`);
    expect(kinds('en')).toEqual([
      'figure −',
      'unit HKD',
      'text \u00A0',
      'figure 18.9',
      'text \u00A0',
      'unit million',
      'text \u00A0',
      'tag Disputed',
    ]);
    expect(kinds('zh')).toEqual(['figure −1,890', 'unit 万港元', 'text \u00A0', 'tag 争议']);
  });

  it('say what they are of', () => {
    const quantity = book.value('loss', 'CY2023', 'en', { place: 'prose' });
    expect(quantity).toMatchObject({
      value: '-18900000',
      unit: 'HKD',
      status: 'disputed',
      metric: 'loss',
      period: 'CY2023',
    });
  });

  it('follow a style: another unit, fewer decimals, a sign', () => {
    const style = { unit: 'HKD thousand', dp: 0, sign: 'never', place: 'prose' } as const;
    expect(book.value('loss', 'CY2023', 'en', style).text).toBe('HKD\u00A018,900\u00A0thousand\u00A0Disputed');
    expect(book.value('loss', 'CY2023', 'en', { dp: 0, place: 'cell' }).text).toBe('−19');
    expect(book.value('loss', 'CY2023', 'en', { dp: 5, place: 'cell' }).text).toBe('−18.9');
  });
});
