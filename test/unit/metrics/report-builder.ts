import { parseText } from '../../../src/content/index.ts';
import { parseReference } from '../../../src/content/reference.ts';
import type {
  Block,
  Chapter,
  ChartKind,
  CustomUnit,
  Label,
  LangText,
  Metric,
  MetricValue,
  Period,
  Reference,
  Report,
  SeriesBreak,
  StatedChange,
  Target,
  ValueStatus,
} from '../../../src/content/types.ts';
import type { MetricBook, Quantity } from '../../../src/metrics/index.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';

/** A value as `"37.29 ktCO2e"`, `"37.29 ktCO2e derived"`, or null for one that is not disclosed. */
export type ValueSketch = string | null;

export interface MetricSketch {
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  readonly values: Readonly<Record<string, ValueSketch>>;
  readonly scope?: string;
  readonly additive?: boolean;
  readonly nature?: Metric['nature'];
  readonly polarity?: Metric['polarity'];
  readonly stated?: Readonly<Record<string, { readonly from: string; readonly value: string; readonly in?: string }>>;
  readonly parts?: Metric['parts'];
  readonly restated?: readonly { readonly period: string; readonly old: string | null; readonly in: string }[];
  readonly breaks?: readonly (readonly [string, string])[];
  readonly alternatives?: Readonly<Record<string, string>>;
  readonly derived?: Readonly<Record<string, string>>;
  readonly label?: string;
}

export interface TargetSketch {
  readonly metric?: string;
  readonly base?: { readonly period: string; readonly value: string | null; readonly in?: string };
  readonly goal: { readonly value?: string; readonly change?: string; readonly in?: string; readonly by: string };
  readonly path?: 'linear' | 'none';
  readonly status?: ValueStatus;
}

export interface ReportSketch {
  readonly metrics: Readonly<Record<string, MetricSketch>>;
  readonly targets?: Readonly<Record<string, TargetSketch>>;
  readonly units?: readonly Omit<CustomUnit, 'origin' | 'scales'>[] | readonly Omit<CustomUnit, 'origin'>[];
  readonly periods?: readonly string[];
  readonly period?: string;
  readonly prior?: string;
  readonly breaks?: readonly (readonly [string, string])[];
  /** Paragraphs of one chapter, as written in YAML. */
  readonly paragraphs?: readonly (readonly [zh: string, en: string])[];
  /** Charts by id: kind and metrics. */
  readonly charts?: Readonly<Record<string, readonly [kind: ChartKind, ...metrics: string[]]>>;
}

/** Builds a report in memory with figures only: what a figure needs, and nothing that pages need. */
export function buildReport(sketch: ReportSketch): Report {
  const periods = (
    sketch.periods ?? ['CY2019', 'CY2020', 'CY2021', 'CY2022', 'CY2023', 'CY2025', 'CY2027', 'CY2030']
  ).map(periodOf);
  const blocks = blocksOf(sketch);
  return {
    id: 'sketch',
    origin: 'content/report.yaml#',
    title: langText('标题', 'Title'),
    shortTitle: langText('标题', 'Title'),
    subject: langText('公司', 'Company'),
    notice: undefined,
    period: sketch.period ?? 'CY2023',
    prior: sketch.prior ?? 'CY2022',
    periods,
    breaks: (sketch.breaks ?? []).map(breakOf),
    published: '2024-04-30',
    accents: [],
    front: [],
    body: [],
    back: [],
    parts: {},
    chapters: new Map([['ch', chapterOf(blocks)]]),
    blocks: new Map(blocks.map((block) => [block.id, block])),
    metrics: new Map(Object.entries(sketch.metrics).map(([id, metric]) => [id, metricOf(id, metric)])),
    targets: new Map(Object.entries(sketch.targets ?? {}).map(([id, target]) => [id, targetOf(id, target)])),
    sources: new Map(),
    units: (sketch.units ?? []).map((unit) => ({
      scales: undefined,
      ...unit,
      origin: `content/units.yaml#/${unit.id}`,
    })),
    materiality: undefined,
    frameworks: new Map(),
    indices: new Map(),
    terms: new Map(),
    assets: new Map(),
    waivers: [],
    strings: new Map(),
    origins: { spanOf: (origin) => ({ file: origin, start: START, end: START }) },
  };
}

const START = { line: 1, column: 1, offset: 0 };

/** The book of a sketch that has no faults. */
export function bookOf(sketch: ReportSketch): MetricBook {
  const resolved = resolveMetrics(buildReport(sketch));
  if (!resolved.ok) throw new Error(resolved.diagnostics.map(({ message }) => message).join('; '));
  return resolved.value;
}

/** Parses `{{body}}` as content does. */
export function refOf(body: string): Reference {
  const parsed = parseReference(body);
  if ('message' in parsed) throw new Error(`${body}: ${parsed.message}`);
  return { ...parsed, start: 0, end: body.length + 4, origin: `content/text#/${body}` };
}

/** What a reference prints in Chinese and in English, no-break spaces shown as `_`. */
export function printed(book: MetricBook, body: string): readonly [zh: string, en: string] {
  const show = (quantity: Quantity): string => quantity.text.replaceAll('\u00A0', '_');
  return [show(book.resolve(refOf(body), 'zh').quantity), show(book.resolve(refOf(body), 'en').quantity)];
}

/** The codes that a reference reports in both languages. */
export function codesOf(book: MetricBook, body: string): readonly (readonly [zh: string[], en: string[]])[number][] {
  return (['zh', 'en'] as const).map((lang) => book.resolve(refOf(body), lang).diagnostics.map(({ code }) => code));
}

function chapterOf(blocks: readonly Block[]): Chapter {
  const title = langText('章', 'Chapter');
  const origin = 'content/chapters/ch.yaml#';
  return { id: 'ch', accent: undefined, number: undefined, title, lede: undefined, opener: false, blocks, origin };
}

function blocksOf({ paragraphs = [], charts = {} }: ReportSketch): readonly Block[] {
  const base = (id: string): Omit<Block, 'type'> & { readonly id: string } => ({
    id,
    origin: `content/chapters/ch.yaml#/${id}`,
    frameworks: [],
    terms: [],
    sdgs: [],
    sourceLang: undefined,
    translatedFrom: undefined,
  });
  return [
    ...paragraphs.map(([zh, en], i): Block => {
      const id = `p${i + 1}`;
      return {
        ...base(id),
        type: 'paragraph',
        role: 'body',
        text: langText(zh, en, `content/chapters/ch.yaml#/${id}`),
      };
    }),
    ...Object.entries(charts).map(
      ([id, [chart, ...metrics]]): Block => ({
        ...base(id),
        type: 'chart',
        chart,
        title: langText('图', 'Chart'),
        measure: langText('量', 'Measure'),
        series: metrics.map((metric) => ({
          metric,
          label: undefined,
          origin: `content/chapters/ch.yaml#/${id}/series`,
        })),
        periods: ['CY2023'],
        target: undefined,
        marks: [],
        alt: langText('图', 'Chart'),
        size: 'full',
      }),
    ),
  ];
}

function periodOf(id: string): Period {
  const year = /\d{4}/.exec(id)?.[0] ?? '2000';
  const fiscal = id.startsWith('FY');
  return {
    id,
    kind: fiscal ? 'fiscal' : 'calendar',
    start: fiscal ? `${Number(year) - 1}-04-01` : `${year}-01-01`,
    end: fiscal ? `${year}-03-31` : `${year}-12-31`,
    label: fiscal ? { zh: `${year}财年`, en: `FY${year}` } : { zh: `${year}年`, en: year },
    long: { zh: `${year}年1月1日至12月31日`, en: `1 January to 31 December ${year}` },
    origin: `content/report.yaml#/periods/${id}`,
  };
}

function breakOf(between: readonly [string, string]): SeriesBreak {
  return { between, reason: { zh: '口径变动', en: 'The boundary changed.' } };
}

function metricOf(id: string, sketch: MetricSketch): Metric {
  const origin = `content/metrics/${id}.yaml#`;
  return {
    id,
    label: label(sketch.label ?? id),
    short: undefined,
    nature: sketch.nature ?? 'flow',
    polarity: sketch.polarity ?? 'neutral',
    unit: sketch.unit,
    display: { zh: displayOf(sketch.zh), en: displayOf(sketch.en) },
    scope: { key: sketch.scope ?? 'group', zh: '集团', en: 'group' },
    additive: sketch.additive ?? true,
    accent: undefined,
    values: Object.entries(sketch.values).map(([period, value]) => metricValueOf(id, period, value, sketch)),
    parts: sketch.parts ?? [],
    restatements: (sketch.restated ?? []).map((restated) => ({
      ...restated,
      reason: langText('重述', 'Restated.'),
      source: [],
      origin: `${origin}/restatements/${restated.period}`,
    })),
    breaks: (sketch.breaks ?? []).map(breakOf),
    assurance: undefined,
    frameworks: [],
    origin,
  };
}

/** `"万吨 3"`: the unit, and after the last space the decimals where they are given. */
function displayOf(text: string): { unit: string; dp: number | undefined } {
  const match = /^(.*) (\d)$/.exec(text);
  return match === null ? { unit: text, dp: undefined } : { unit: match[1] ?? '', dp: Number(match[2]) };
}

function metricValueOf(id: string, period: string, text: ValueSketch, sketch: MetricSketch): MetricValue {
  const [value = null, unit, status] = text?.split(' ') ?? [];
  const origin = `content/metrics/${id}.yaml#/values/${period}`;
  const formula = sketch.derived?.[period];
  const stated = sketch.stated?.[period];
  const alternative = sketch.alternatives?.[period]?.split(' ');
  const changes: readonly StatedChange[] =
    stated === undefined ? [] : [{ in: 'percent', ...stated, source: [], origin: `${origin}/stated_change` }];
  return {
    period,
    value,
    in: unit ?? sketch.unit,
    status: (status as ValueStatus | undefined) ?? (value === null ? 'not_disclosed' : 'reported'),
    source: [],
    statedChanges: changes,
    derived: formula === undefined ? undefined : langText(formula, formula, `${origin}/derived`),
    alternatives:
      alternative === undefined ? [] : [{ value: alternative[0] ?? '', in: alternative[1] ?? sketch.unit, source: [] }],
    note: undefined,
    origin,
  };
}

function targetOf(id: string, sketch: TargetSketch): Target {
  const { value, change, by } = sketch.goal;
  return {
    id,
    metric: sketch.metric,
    label: label(id),
    base: sketch.base === undefined ? undefined : { in: undefined, ...sketch.base },
    goal: { value, change, in: sketch.goal.in, text: undefined, by },
    path: sketch.path ?? 'none',
    source: [],
    status: sketch.status ?? 'reported',
    note: undefined,
    origin: `content/targets.yaml#/${id}`,
  };
}

function label(text: string): Label {
  return { zh: text, en: text };
}

function langText(zh: string, en: string, origin = 'content/report.yaml#'): LangText {
  return { zh: parseText(zh, 'zh', `${origin}/zh`).text, en: parseText(en, 'en', `${origin}/en`).text };
}
