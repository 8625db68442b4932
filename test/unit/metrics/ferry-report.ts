import type { ReportSketch } from './report-builder.ts';

const ghg = { unit: 'tCO2e', zh: '万吨 3', en: 'thousand tonnes 2', polarity: 'lower_is_better' } as const;
const energy = { unit: 'MJ', zh: 'TJ 1', en: 'TJ 1', polarity: 'lower_is_better' } as const;
const people = { unit: 'person', zh: '人 0', en: 'people 0', nature: 'level', scope: 'employees' } as const;
const share = { unit: 'percent', zh: '% 1', en: '% 1', nature: 'ratio', additive: false } as const;
const water = { unit: 'm3', zh: '万立方米 2', en: 'm3 0', polarity: 'lower_is_better' } as const;
const money = {
  unit: 'HKD',
  zh: '亿港元 3',
  en: 'HKD million 1',
  nature: 'money',
  polarity: 'higher_is_better',
} as const;
const tally = { unit: 'count', zh: '个 0', en: 'count 0', nature: 'count', polarity: 'lower_is_better' } as const;

/** The figures of a ferry company that does not exist: each kind of unit, status and target at least once. */
export const FERRY: ReportSketch = {
  breaks: [['CY2020', 'CY2021']],
  units: [
    {
      id: 'journey',
      dimension: 'journey',
      factor: '1',
      base: 'journey',
      label: { zh: '人次', en: 'journeys' },
      scales: {
        zh: [
          { unit: '万人次', power: 4 },
          { unit: '亿人次', power: 8 },
        ],
        en: [{ unit: 'million journeys', power: 6 }],
      },
    },
    {
      id: 'million-journeys',
      dimension: 'journey',
      factor: '1000000',
      base: 'journey',
      label: { zh: '百万人次', en: 'million journeys' },
      scales: undefined,
    },
    {
      id: 'per-200k-hours',
      dimension: 'injury-rate',
      factor: '1',
      base: 'per-200k-hours',
      label: { zh: '宗／20万工时', en: 'per 200,000 hours' },
      scales: undefined,
    },
    {
      id: 't-per-mhkd',
      dimension: 'ghg-per-revenue',
      factor: '1',
      base: 't-per-mhkd',
      label: { zh: '吨／百万港元', en: 't per HKD million' },
      scales: undefined,
    },
  ],
  metrics: {
    'ghg.total': {
      ...ghg,
      values: {
        CY2019: '36.1 ktCO2e',
        CY2020: '29.4 ktCO2e',
        CY2021: '39.43 ktCO2e',
        CY2022: '39.03 ktCO2e',
        CY2023: '37.29 ktCO2e',
      },
      restated: [{ period: 'CY2022', old: '39.26', in: 'ktCO2e' }],
      parts: [{ complete: true, period: 'CY2023', items: ['ghg.scope1', 'ghg.scope2'], origin: 'parts' }],
      stated: { CY2023: { from: 'CY2022', value: '-4.5' } },
    },
    'ghg.scope1': { ...ghg, values: { CY2021: '34.82 ktCO2e', CY2022: '33.95 ktCO2e', CY2023: '31.87 ktCO2e' } },
    'ghg.scope2': {
      ...ghg,
      values: { CY2021: '4.61 ktCO2e', CY2022: '5.08 ktCO2e', CY2023: '5.42 ktCO2e' },
      restated: [{ period: 'CY2022', old: '5.31', in: 'ktCO2e' }],
    },
    'ghg.upstream': {
      ...ghg,
      zh: '万吨 2',
      en: 'thousand tonnes 1',
      scope: 'upstream',
      additive: false,
      values: { CY2021: null, CY2022: '7.4 ktCO2e estimate', CY2023: '6.9 ktCO2e estimate' },
    },
    'ghg.intensity': {
      unit: 't-per-mhkd',
      zh: '吨／百万港元 1',
      en: 't per HKD million 1',
      nature: 'intensity',
      additive: false,
      values: { CY2022: '30.9 t-per-mhkd derived', CY2023: '25.1 t-per-mhkd derived' },
    },
    'energy.total': { ...energy, values: { CY2021: '507.6 TJ', CY2022: '499.2 TJ', CY2023: '477.5 TJ' } },
    'energy.fuel': { ...energy, values: { CY2021: '468.3 TJ', CY2022: '455.9 TJ', CY2023: '427.6 TJ' } },
    'energy.electricity': {
      unit: 'kWh',
      zh: '万千瓦时 0',
      en: 'GWh 2',
      values: { CY2021: '10.92 GWh', CY2022: '12.04 GWh', CY2023: '13.85 GWh' },
    },
    'energy.solar': {
      unit: 'kWh',
      zh: '万千瓦时 1',
      en: 'MWh 0',
      polarity: 'higher_is_better',
      additive: false,
      values: { CY2021: null, CY2022: '312 MWh', CY2023: '584 MWh' },
    },
    'energy.shore-power': {
      ...share,
      polarity: 'higher_is_better',
      scope: 'berths',
      values: { CY2021: '18.0 percent', CY2022: '26.5 percent', CY2023: '38.2 percent' },
    },
    'water.withdrawal': { ...water, values: { CY2021: '214600 m3', CY2022: '208900 m3', CY2023: '186400 m3' } },
    'water.rain': { ...water, values: { CY2021: '7400 m3', CY2022: '10600 m3', CY2023: '14500 m3' } },
    'waste.hazardous': { unit: 't', zh: '吨 1', en: 'tonnes 1', values: { CY2022: '588.0 t', CY2023: '541.6 t' } },
    'waste.general': { unit: 't', zh: '吨 0', en: 'tonnes 0', values: { CY2022: '1288 t', CY2023: '1213 t' } },
    'water.spills': { ...tally, values: { CY2021: '2 count', CY2022: '1 count', CY2023: '0 count' } },
    'safety.injuries': { ...tally, values: { CY2022: '15 count', CY2023: '12 count' } },
    'safety.hours': {
      unit: 'hour',
      zh: '小时 0',
      en: 'hours 0',
      values: { CY2022: '4225400 hour', CY2023: '4363600 hour' },
    },
    'safety.fatalities': {
      ...people,
      nature: 'count',
      polarity: 'lower_is_better',
      values: { CY2021: '0 person', CY2022: '0 person', CY2023: '0 person' },
    },
    'safety.injury-rate': {
      unit: 'per-200k-hours',
      zh: '宗／20万工时 2',
      en: 'per 200,000 hours 2',
      nature: 'intensity',
      polarity: 'lower_is_better',
      additive: false,
      values: {
        CY2021: '0.86 per-200k-hours',
        CY2022: '0.71 per-200k-hours',
        CY2023: '0.55 per-200k-hours derived',
      },
    },
    'crew.headcount': { ...people, values: { CY2022: '1906 person', CY2023: '1957 person' } },
    'crew.deck': { ...people, values: { CY2022: '688 person', CY2023: '702 person' } },
    'crew.engine': { ...people, values: { CY2022: '499 person', CY2023: '512 person' } },
    'crew.shore': { ...people, values: { CY2022: '719 person', CY2023: '743 person' } },
    'crew.women-afloat': {
      ...share,
      polarity: 'higher_is_better',
      values: { CY2021: '6.4 percent', CY2022: '7.9 percent', CY2023: '9.8 percent' },
    },
    'crew.turnover': {
      ...share,
      polarity: 'lower_is_better',
      values: { CY2022: '13.1 percent', CY2023: '11.6 percent' },
    },
    'crew.training': {
      unit: 'hour',
      zh: '小时 1',
      en: 'hours 1',
      nature: 'intensity',
      additive: false,
      values: { CY2022: '34.2 hour', CY2023: '38.0 hour' },
    },
    'harbour.journeys': {
      unit: 'journey',
      zh: '万人次 0',
      en: 'million journeys 2',
      polarity: 'higher_is_better',
      values: {
        CY2021: '24.63 million-journeys',
        CY2022: '27.90 million-journeys',
        CY2023: '31.62 million-journeys disputed',
      },
      stated: { CY2023: { from: 'CY2022', value: '15.4' } },
      alternatives: { CY2023: '32.20 million-journeys' },
    },
    'harbour.on-time': { ...share, values: { CY2022: '97.6 percent', CY2023: '98.3 percent' } },
    'harbour.cancelled': {
      ...share,
      unit: 'permille',
      zh: '‰ 1',
      en: '‰ 1',
      values: { CY2022: '7.8 permille', CY2023: '5.1 permille' },
    },
    'money.revenue': { ...money, values: { CY2021: '1128.4 MHKD', CY2022: '1263.7 MHKD', CY2023: '1485.2 MHKD' } },
    'money.result': { ...money, values: { CY2021: '-40.7 MHKD', CY2022: '15.2 MHKD', CY2023: '50.4 MHKD' } },
    'money.result-harbour': { ...money, values: { CY2021: '-46.2 MHKD', CY2022: '-31.7 MHKD', CY2023: '-18.9 MHKD' } },
    'money.green-investment': {
      ...money,
      zh: '亿港元 2',
      en: 'HKD million 0',
      additive: false,
      values: { CY2021: '64 MHKD', CY2022: '97 MHKD', CY2023: '128 MHKD' },
    },
    'money.grants': {
      ...money,
      zh: '万港元 0',
      en: 'HKD million 2',
      additive: false,
      values: { CY2021: null, CY2022: '3.10 MHKD', CY2023: '3.60 MHKD sample' },
    },
  },
  targets: {
    't.ghg': {
      metric: 'ghg.total',
      base: { period: 'CY2021', value: '39.43', in: 'ktCO2e' },
      goal: { change: '-35.0', in: 'percent', by: 'CY2030' },
      path: 'linear',
    },
    't.shore-power': { metric: 'energy.shore-power', goal: { value: '80.0', in: 'percent', by: 'CY2027' } },
    't.injury-rate': {
      metric: 'safety.injury-rate',
      base: { period: 'CY2021', value: '0.86', in: 'per-200k-hours' },
      goal: { value: '0.40', in: 'per-200k-hours', by: 'CY2025' },
      path: 'linear',
    },
    't.women-afloat': {
      metric: 'crew.women-afloat',
      base: { period: 'CY2020', value: null, in: 'percent' },
      goal: { change: '10.0', in: 'percentage_points', by: 'CY2030' },
      status: 'sample',
    },
  },
};
