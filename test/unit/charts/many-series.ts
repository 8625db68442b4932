import type { ReportSketch } from '../metrics/report-builder.ts';
import type { ChartSketch } from './chart-report.ts';

const PERIODS = ['CY2019', 'CY2020', 'CY2021', 'CY2022', 'CY2023'];

/** Five series that cross each other, one of them with gaps, one with every status. */
export const MANY: ReportSketch = {
  breaks: [['CY2019', 'CY2020']],
  metrics: Object.fromEntries([
    ...[0, 1, 2, 3, 4].map((index) => [
      `m${index}`,
      {
        unit: 't',
        zh: '吨 1',
        en: 'tonnes 1',
        values: Object.fromEntries(
          PERIODS.map((period, k) => [
            period,
            `${(60 + index * 15 + k * 7 * (index % 2 === 1 ? 1 : -1)).toFixed(1)} t`,
          ]),
        ),
      },
    ]),
    [
      'marked',
      {
        unit: 't',
        zh: '吨 1',
        en: 'tonnes 1',
        values: {
          CY2019: '41.2 t derived',
          CY2020: null,
          CY2021: '38.8 t estimate',
          CY2022: '52.0 t sample',
          CY2023: '47.5 t disputed',
        },
      },
    ],
    [
      'pue',
      {
        unit: 'ratio',
        zh: 'ratio 3',
        en: 'ratio 3',
        nature: 'index',
        values: { CY2021: '1.247 ratio', CY2022: '1.215 ratio', CY2023: '1.200 ratio' },
      },
    ],
  ]),
  targets: {
    far: { metric: 'm1', goal: { value: '10', in: 't', by: '2050' }, path: 'linear' },
    up: { metric: 'm1', goal: { value: '240', in: 't', by: '2028' }, path: 'linear' },
    level: { metric: 'marked', goal: { value: '20', in: 't', by: '2025' } },
  },
};

const NAMES = [
  { zh: '渡轮船队', en: 'Ferry fleet' },
  { zh: '港作拖轮', en: 'Harbour tugs' },
  { zh: '码头与候船楼', en: 'Piers and terminals' },
  { zh: '外判接驳车队（含夜间班次）', en: 'Contracted shuttle buses, night services included' },
  { zh: '办公室', en: 'Offices' },
];

function series(count: number): ChartSketch['series'] {
  return NAMES.slice(0, count).map((label, index) => ({ metric: `m${index}`, label }));
}

/** The charts that have least room. */
export const MANY_CHARTS: Readonly<Record<string, ChartSketch>> = {
  grouped: { chart: 'bar', series: series(3), periods: PERIODS.slice(2), size: 'full' },
  'grouped-five': { chart: 'bar', series: series(5), periods: PERIODS.slice(2), size: 'main' },
  'stacked-five': { chart: 'stacked_bar', series: series(5), periods: PERIODS.slice(1), size: 'full' },
  'stacked-half': { chart: 'stacked_bar', series: series(3), periods: PERIODS.slice(3), size: 'half' },
  'stacked-break': { chart: 'stacked_bar', series: series(3), periods: PERIODS.slice(0, 3), size: 'main' },
  'lines-five': { chart: 'line', series: series(5), periods: PERIODS, size: 'main' },
  'lines-two': { chart: 'line', series: series(2), periods: PERIODS, size: 'main' },
  areas: { chart: 'area', series: series(3), periods: PERIODS.slice(1), size: 'main' },
  'doughnut-five': { chart: 'doughnut', series: series(5), periods: ['CY2023'], size: 'main' },
  far: { chart: 'bar', series: series(2).slice(1), periods: PERIODS.slice(2), target: 'far', size: 'main' },
  up: { chart: 'bar', series: series(2).slice(1), periods: PERIODS.slice(2), target: 'up', size: 'main' },
  marked: { chart: 'bar', series: ['marked'], periods: PERIODS, target: 'level', size: 'full' },
  'marked-line': { chart: 'line', series: ['marked'], periods: PERIODS, size: 'main' },
  'marked-rows': { chart: 'hbar', series: ['marked'], periods: PERIODS, size: 'half' },
  'rows-five': { chart: 'hbar', series: series(5), periods: ['CY2023'], size: 'half' },
  'rows-grouped': { chart: 'hbar', series: series(4), periods: PERIODS.slice(3), size: 'half' },
  index: { chart: 'line', series: ['pue'], periods: PERIODS.slice(2), size: 'half' },
};

/** Fiscal years on the way to a far goal: their labels are wider than their places. */
export const FISCAL: ReportSketch = {
  periods: ['FY2022', 'FY2023', 'FY2024'],
  period: 'FY2024',
  prior: 'FY2023',
  metrics: {
    share: { unit: 't', zh: '吨 1', en: 'tonnes 1', values: { FY2022: '21.6 t', FY2023: '53.9 t', FY2024: '56.0 t' } },
  },
  targets: { all: { metric: 'share', goal: { value: '100', in: 't', by: '2030' } } },
};

export const FISCAL_CHARTS: Readonly<Record<string, ChartSketch>> = {
  far: { chart: 'target', series: ['share'], periods: FISCAL.periods ?? [], target: 'all', size: 'half' },
};
