import { describe, expect, it } from 'vitest';
import type { ChangeFigure } from '../../../src/metrics/index.ts';
import { FERRY } from './ferry-report.ts';
import { bookOf } from './report-builder.ts';

const book = bookOf(FERRY);
const cells = (metric: string, lang: 'zh' | 'en' = 'en'): readonly string[] =>
  ['CY2021', 'CY2022', 'CY2023'].map((period) => book.cell(metric, period, lang).text.replaceAll('\u00A0', '_'));
const changeText = (change: ChangeFigure): string =>
  change.kind === 'change' ? change.quantity.text.replaceAll('\u00A0', '_') : change.reason;

describe('cells of a metric table', () => {
  it('hold the figure in one display unit, without it', () => {
    expect(cells('ghg.total')).toEqual(['39.43', '39.03', '37.29']);
    expect(cells('ghg.total', 'zh')).toEqual(['3.943', '3.903', '3.729']);
    expect(cells('money.result')).toEqual(['−40.7', '15.2', '50.4']);
  });

  it('hold a dash where nothing is disclosed or nothing is given, and nought as nought', () => {
    expect(cells('energy.solar')).toEqual(['–', '312', '584']);
    expect(cells('crew.deck')[0]).toBe('–');
    expect(cells('safety.fatalities')).toEqual(['0', '0', '0']);
  });

  it('mark derived values and estimates before the digits', () => {
    expect(cells('ghg.upstream')).toEqual(['–', '≈_7.4', '≈_6.9']);
    expect(cells('ghg.intensity').slice(1)).toEqual(['◇_30.9', '◇_25.1']);
  });

  it('have no tag: the row has it', () => {
    const cell = book.cell('harbour.journeys', 'CY2023', 'zh');
    expect(cell.text).toBe('3,162');
    expect(cell.status).toBe('disputed');
  });

  it('keep the old value of a restatement in the same unit and places', () => {
    expect(book.cell('ghg.scope2', 'CY2022', 'zh').restated?.old).toBe('0.531');
    expect(book.cell('ghg.scope2', 'CY2022', 'en').restated?.old).toBe('5.31');
    expect(book.cell('ghg.total', 'CY2022', 'en').restated?.old).toBe('39.26');
    expect(book.cell('ghg.total', 'CY2023', 'en').restated).toBeUndefined();
  });

  it('know a restatement whose old value was not found', () => {
    const lost = bookOf({
      metrics: {
        it: {
          unit: 't',
          zh: '吨',
          en: 'tonnes',
          values: { CY2022: '5 t' },
          restated: [{ period: 'CY2022', old: null, in: 't' }],
        },
      },
    });
    expect(lost.cell('it', 'CY2022', 'en').restated?.old).toBeNull();
  });

  it('print an alternative as the value is printed', () => {
    const given = (lang: 'zh' | 'en'): string =>
      book.given('harbour.journeys', '32.20', 'million-journeys', lang, { place: 'prose' }).text;
    expect(given('zh')).toBe('3,220万人次');
    expect(given('en')).toBe('32.20\u00A0million\u00A0journeys');
  });
});

describe('the change column', () => {
  it.each([
    ['energy.shore-power', '+11.7个百分点', '+11.7_pp'],
    ['crew.turnover', '−1.5个百分点', '−1.5_pp'],
    ['crew.women-afloat', '+1.9个百分点', '+1.9_pp'],
    ['harbour.cancelled', '−0.27个百分点', '−0.27_pp'],
    ['ghg.total', '−4.5%', '−4.5%'],
    ['energy.solar', '+87.2%', '+87.2%'],
    ['ghg.upstream', '≈_−6.8%', '≈_−6.8%'],
    ['water.spills', '−100.0%', '−100.0%'],
  ])('of %s', (metric, zh, en) => {
    expect(changeText(book.change(metric, 'CY2023', 'zh'))).toBe(zh);
    expect(changeText(book.change(metric, 'CY2023', 'en'))).toBe(en);
  });

  it.each([
    ['a pure number', 'ratio', 'ratio'],
    ['an index with a unit of its own', 'pue', 'PUE'],
  ])('is a difference for %s, without its unit', (_name, unit, display) => {
    const label = { zh: 'PUE', en: 'PUE' };
    const pue = bookOf({
      units: [{ id: 'pue', dimension: 'pue', factor: '1', base: 'pue', label }],
      metrics: {
        pue: {
          unit,
          zh: display,
          en: display,
          nature: 'index',
          polarity: 'lower_is_better',
          values: { CY2022: `1.215 ${unit}`, CY2023: `1.200 ${unit}` },
        },
      },
    });
    const change = pue.change('pue', 'CY2023', 'zh');
    expect(changeText(change)).toBe('−0.015');
    expect(change.kind === 'change' ? change.quantity.sense : undefined).toEqual({
      direction: 'down',
      judgement: 'better',
    });
  });

  it('says why it has no value', () => {
    expect(changeText(book.change('safety.fatalities', 'CY2023', 'en'))).toBe('base');
    expect(changeText(book.change('money.result', 'CY2022', 'en'))).toBe('base');
    expect(changeText(book.change('money.grants', 'CY2022', 'en'))).toBe('undisclosed');
    expect(changeText(book.change('ghg.total', 'CY2021', 'en'))).toBe('break');
    expect(changeText(book.change('ghg.total', 'CY2019', 'en'))).toBe('no-prior');
    expect(changeText(book.change('crew.deck', 'CY2022', 'en'))).toBe('no-prior');
  });

  it('is disputed when one of its ends is', () => {
    const change = book.change('harbour.journeys', 'CY2023', 'en');
    expect(change.kind === 'change' ? change.quantity.status : undefined).toBe('disputed');
    expect(changeText(change)).toBe('+13.3%');
    expect(change.kind === 'change' ? change.stated?.value : undefined).toBe('15.4');
  });

  it.each([
    ['ghg.total', 'down', 'better'],
    ['energy.solar', 'up', 'better'],
    ['ghg.scope2', 'up', 'worse'],
    ['energy.electricity', 'up', 'neutral'],
  ])('of %s went %s, which is %s', (metric, direction, judgement) => {
    const change = book.change(metric, 'CY2023', 'en');
    expect(change.kind === 'change' ? change.quantity.sense : undefined).toEqual({ direction, judgement });
  });

  it('has no direction when the reader sees no difference', () => {
    const flat = bookOf({
      metrics: { it: { unit: 't', zh: '吨', en: 'tonnes', values: { CY2022: '100000 t', CY2023: '100010 t' } } },
    });
    const change = flat.change('it', 'CY2023', 'en');
    expect(changeText(change)).toBe('0.0%');
    expect(change.kind === 'change' ? change.quantity.sense?.direction : undefined).toBe('same');
  });

  it('goes back as far in the list as the prior period stands from the reporting period', () => {
    const every = bookOf({
      periods: ['CY2019', 'CY2020', 'CY2021', 'CY2022', 'CY2023'],
      prior: 'CY2021',
      metrics: {
        it: {
          unit: 't',
          zh: '吨',
          en: 'tonnes',
          values: { CY2019: '50 t', CY2021: '80 t', CY2022: '1 t', CY2023: '100 t' },
        },
      },
    });
    expect(changeText(every.change('it', 'CY2023', 'en'))).toBe('+25.0%');
    expect(changeText(every.change('it', 'CY2021', 'en'))).toBe('+60.0%');
    expect(changeText(every.change('it', 'CY2023', 'en', 'CY2019'))).toBe('+100.0%');
  });
});

describe('the period before', () => {
  const dated = bookOf({
    periods: ['FY2022', 'FY2023', 'FY2024', 'CY2023', 'FY2025'],
    period: 'FY2024',
    prior: 'FY2023',
    metrics: {
      it: {
        unit: 't',
        zh: '吨',
        en: 'tonnes',
        values: { FY2022: '50 t', FY2023: '80 t', FY2024: '100 t', CY2023: '1 t', FY2025: '110 t' },
      },
    },
  });

  it('is one of the same kind and length', () => {
    expect(changeText(dated.change('it', 'FY2025', 'en'))).toBe('+10.0%');
    expect(changeText(dated.change('it', 'FY2023', 'en'))).toBe('+60.0%');
    expect(changeText(dated.change('it', 'CY2023', 'en'))).toBe('no-prior');
  });
});

describe('a difference for a tile', () => {
  const text = (metric: string, lang: 'zh' | 'en'): string => changeText(book.difference(metric, 'CY2023', lang));

  it('has its unit, points written out', () => {
    expect([text('money.green-investment', 'zh'), text('money.green-investment', 'en')]).toEqual([
      '+0.31亿港元',
      '+HKD_31_million',
    ]);
    expect([text('crew.turnover', 'zh'), text('crew.turnover', 'en')]).toEqual([
      '−1.5个百分点',
      '−1.5_percentage_points',
    ]);
  });

  it('has a value where a relative change has none', () => {
    expect(text('safety.fatalities', 'en')).toBe('0_people');
  });
});

describe('a series', () => {
  it('gives points in display units with the unit that a chart names', () => {
    const series = book.series('ghg.total', ['CY2021', 'CY2022', 'CY2023'], 'zh');
    expect(series.unitLabel).toBe('万吨CO2e');
    expect(series.points.map(({ display }) => display)).toEqual(['3.943', '3.903', '3.729']);
    expect(series.points.map(({ period }) => period.id)).toEqual(['CY2021', 'CY2022', 'CY2023']);
  });

  it('has null and no zero where nothing is disclosed', () => {
    expect(book.series('energy.solar', ['CY2021', 'CY2022'], 'en').points.map(({ display }) => display)).toEqual([
      null,
      '312',
    ]);
  });

  it.each([
    ['ghg.total', '万吨CO2e', 'thousand tonnes CO2e', '万吨', 'thousand tonnes'],
    ['money.result', '亿港元', 'HKD million', '亿港元', 'HKD million'],
    ['water.spills', '个', '', '个', ''],
    ['water.withdrawal', '万立方米', 'm3', '万立方米', 'm3'],
  ])('of %s names its unit in tables and in prose', (metric, tableZh, tableEn, proseZh, proseEn) => {
    expect([book.unitLabel(metric, 'zh'), book.unitLabel(metric, 'en')]).toEqual([tableZh, tableEn]);
    expect([book.proseUnit(metric, 'zh'), book.proseUnit(metric, 'en')]).toEqual([proseZh, proseEn]);
  });
});

describe('a label', () => {
  it('has its mark after the digits', () => {
    const label = (metric: string, period: string): string => book.value(metric, period, 'zh', { place: 'label' }).text;
    expect(label('safety.injury-rate', 'CY2023')).toBe('0.55◇宗／20万工时');
    expect(label('ghg.upstream', 'CY2023')).toBe('0.69≈万吨');
    expect(label('energy.solar', 'CY2021')).toBe('–');
  });
});
