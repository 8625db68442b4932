import type {
  Accent,
  Block,
  BlockOf,
  ChartKind,
  Label,
  LangText,
  Materiality,
  Report,
  Target,
} from '../../../src/content/types.ts';
import { type FontBook, installedFonts, openFonts } from '../../../src/fonts/index.ts';
import { type MetricBook, resolveMetrics } from '../../../src/metrics/index.ts';
import type { Theme } from '../../../src/theme/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';
import { FERRY } from '../metrics/ferry-report.ts';
import { buildReport, type MetricSketch, type ReportSketch } from '../metrics/report-builder.ts';

/** A chart block in short. */
export interface ChartSketch {
  readonly chart: ChartKind;
  readonly series: readonly (string | { readonly metric: string; readonly label: Label })[];
  readonly periods: readonly string[];
  readonly target?: string;
  readonly marks?: readonly { readonly period: string; readonly text: Label }[];
  readonly size?: 'full' | 'main' | 'half';
}

const money = { unit: 'HKD', zh: '亿港元 3', en: 'HKD million 1', nature: 'money' } as const;
const result = {
  ...money,
  polarity: 'higher_is_better',
} as const;

/** The ferry company's figures with those that only charts need. */
export const HARBOUR: ReportSketch = {
  ...FERRY,
  metrics: {
    ...FERRY.metrics,
    'money.result-ferry': { ...result, values: { CY2021: '28.3 MHKD', CY2022: '71.5 MHKD', CY2023: '96.4 MHKD' } },
    'money.finance-cost': { ...result, values: { CY2021: '-22.8 MHKD', CY2022: '-24.6 MHKD', CY2023: '-27.1 MHKD' } },
    'money.result': {
      ...(FERRY.metrics['money.result'] as MetricSketch),
      parts: [
        {
          complete: true,
          period: 'CY2023',
          items: ['money.result-ferry', 'money.result-harbour', 'money.finance-cost'],
          origin: 'parts',
        },
      ],
    },
    'crew.training': {
      ...(FERRY.metrics['crew.training'] as MetricSketch),
      values: { CY2021: '31.5 hour', CY2022: '34.2 hour', CY2023: '38.0 hour' },
    },
    'waste.hazardous': {
      ...(FERRY.metrics['waste.hazardous'] as MetricSketch),
      values: { CY2022: '588.0 t', CY2023: '541.6 t' },
    },
  },
};

/** The charts of the ferry company. */
export const HARBOUR_CHARTS: Readonly<Record<string, ChartSketch>> = {
  stacked: {
    chart: 'stacked_bar',
    series: [
      { metric: 'ghg.scope1', label: { zh: '燃油直接排放', en: 'Direct emissions from fuel' } },
      { metric: 'ghg.scope2', label: { zh: '外购电力', en: 'Bought electricity' } },
    ],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    marks: [{ period: 'CY2022', text: { zh: '用电排放已重述', en: 'Electricity restated' } }],
    size: 'full',
  },
  line: {
    chart: 'line',
    series: ['ghg.total'],
    periods: ['CY2019', 'CY2020', 'CY2021', 'CY2022', 'CY2023'],
    target: 't.ghg',
    size: 'main',
  },
  target: {
    chart: 'target',
    series: ['energy.shore-power'],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    target: 't.shore-power',
    size: 'half',
  },
  area: {
    chart: 'area',
    series: ['energy.electricity'],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    size: 'half',
  },
  rows: {
    chart: 'hbar',
    series: [
      { metric: 'waste.hazardous', label: { zh: '有害废物', en: 'Hazardous waste' } },
      { metric: 'waste.general', label: { zh: '一般废物', en: 'General waste' } },
    ],
    periods: ['CY2022', 'CY2023'],
    size: 'main',
  },
  rate: {
    chart: 'bar',
    series: ['safety.injury-rate'],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    target: 't.injury-rate',
    size: 'main',
  },
  scatter: {
    chart: 'scatter',
    series: [
      { metric: 'crew.training', label: { zh: '人均受训时数', en: 'Training hours a person' } },
      { metric: 'safety.injury-rate', label: { zh: '工伤率', en: 'Injury rate' } },
    ],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    size: 'half',
  },
  doughnut: {
    chart: 'doughnut',
    series: [
      { metric: 'crew.deck', label: { zh: '甲板部', en: 'Deck' } },
      { metric: 'crew.engine', label: { zh: '轮机部', en: 'Engine room' } },
      { metric: 'crew.shore', label: { zh: '岸上', en: 'Ashore' } },
    ],
    periods: ['CY2023'],
    size: 'half',
  },
  journeys: {
    chart: 'bar',
    series: ['harbour.journeys'],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    marks: [{ period: 'CY2023', text: { zh: '待核对', en: 'To be settled' } }],
    size: 'main',
  },
  waterfall: {
    chart: 'waterfall',
    series: [
      { metric: 'money.result-ferry', label: { zh: '渡轮业绩', en: 'Ferry result' } },
      { metric: 'money.result-harbour', label: { zh: '港务业绩', en: 'Harbour result' } },
      { metric: 'money.finance-cost', label: { zh: '财务费用', en: 'Finance cost' } },
      { metric: 'money.result', label: { zh: '年度溢利', en: 'Profit for the year' } },
    ],
    periods: ['CY2023'],
    size: 'full',
  },
  loss: {
    chart: 'bar',
    series: ['money.result-harbour'],
    periods: ['CY2021', 'CY2022', 'CY2023'],
    size: 'half',
  },
};

export interface ChartProject {
  readonly goals: readonly { readonly number: number; readonly zh: string; readonly en: string }[];
  readonly report: Report;
  readonly book: MetricBook;
  readonly theme: Theme;
  readonly fonts: FontBook;
}

export interface ProjectSketch {
  readonly figures: ReportSketch;
  readonly charts: Readonly<Record<string, ChartSketch>>;
  readonly accents?: readonly Pick<Accent, 'id' | 'label' | 'sdgs'>[];
  readonly materiality?: Materiality;
  readonly goalTexts?: Readonly<Record<string, LangText>>;
}

/** The theme and fonts of the package, opened once for all tests. */
export const packageLook: Promise<Pick<ChartProject, 'theme' | 'fonts'>> = openLook();

/** A project with charts in memory, with the package's own theme and fonts. */
export async function chartProject(sketch: ProjectSketch): Promise<ChartProject> {
  const { theme, fonts } = await packageLook;
  const plain = buildReport(sketch.figures);
  const blocks = new Map<string, Block>(
    Object.entries(sketch.charts).map(([id, chart]) => [id, chartBlockOf(id, chart)]),
  );
  const report: Report = {
    ...plain,
    blocks,
    accents: (sketch.accents ?? []).map((accent, index) => ({ ...accent, order: index + 1, editorial: true })),
    materiality: sketch.materiality,
    targets: new Map([...plain.targets].map(([id, target]) => [id, withText(target, sketch.goalTexts?.[id])])),
  };
  const resolved = resolveMetrics(report);
  if (!resolved.ok) throw new Error(resolved.diagnostics.map(({ message }) => message).join('; '));
  const goals = Array.from({ length: 17 }, (_, index) => ({
    number: index + 1,
    zh: `目标${index + 1}`,
    en: `Goal ${index + 1}`,
  }));
  return { report, book: resolved.value, theme, fonts, goals };
}

/** A text in both languages without references. */
export function langText(zh: string, en: string): LangText {
  return {
    zh: { lang: 'zh', source: zh, inlines: [{ kind: 'chars', text: zh }], origin: 'content/x.yaml#/zh' },
    en: { lang: 'en', source: en, inlines: [{ kind: 'chars', text: en }], origin: 'content/x.yaml#/en' },
  };
}

function withText(target: Target, text: LangText | undefined): Target {
  return { ...target, goal: { ...target.goal, text } };
}

function chartBlockOf(id: string, sketch: ChartSketch): BlockOf<'chart'> {
  return {
    id,
    origin: `content/chapters/charts.yaml#/${id}`,
    frameworks: [],
    terms: [],
    sdgs: [],
    sourceLang: undefined,
    translatedFrom: undefined,
    type: 'chart',
    chart: sketch.chart,
    title: langText('标题', 'Title'),
    measure: langText('量', 'Measure'),
    series: sketch.series.map((series, index) => ({
      metric: typeof series === 'string' ? series : series.metric,
      label: typeof series === 'string' ? undefined : series.label,
      origin: `content/chapters/charts.yaml#/${id}/series/${index}`,
    })),
    periods: sketch.periods,
    target: sketch.target,
    marks: (sketch.marks ?? []).map(({ period, text }) => ({ period, text: langText(text.zh, text.en) })),
    alt: langText('图', 'Chart'),
    size: sketch.size ?? 'main',
  };
}

async function openLook(): Promise<Pick<ChartProject, 'theme' | 'fonts'>> {
  const theme = await shippedTheme();
  const fonts = await openFonts(installedFonts(), theme);
  if (!fonts.ok) throw new Error(fonts.diagnostics.map(({ message }) => message).join('; '));
  return { theme, fonts: fonts.value };
}
