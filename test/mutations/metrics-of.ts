import type { Field, Ground } from './ground.ts';

/** A value of a metric with the places of what is written of it. */
export interface ValueView {
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly status: string;
  readonly field: Field;
  readonly inField: Field | undefined;
  readonly statusField: Field;
  readonly sources: readonly Field[];
  readonly stated: readonly {
    readonly from: string;
    readonly value: string;
    readonly unit: string;
    readonly field: Field;
    readonly unitField: Field;
  }[];
}

export interface MetricView {
  readonly id: string;
  readonly file: string;
  readonly index: number;
  readonly unit: string;
  readonly nature: string;
  readonly polarity: string;
  readonly scope: string;
  readonly idField: Field;
  readonly values: readonly ValueView[];
  /** Values by period; what is not disclosed is left out. */
  readonly by: ReadonlyMap<string, ValueView>;
  /** Periods whose value is not disclosed. */
  readonly undisclosed: readonly string[];
  readonly parts: readonly {
    readonly complete: boolean;
    readonly period?: string;
    readonly items: readonly string[];
  }[];
  readonly restated: readonly string[];
  readonly label: { readonly zh: Field; readonly en: Field };
}

type Plain = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Plain[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Plain];

/** The metrics of a project, as its files hold them. */
export function metricsOf(ground: Ground): readonly MetricView[] {
  const kept = KEPT.get(ground) ?? read(ground);
  KEPT.set(ground, kept);
  return kept;
}

const KEPT = new WeakMap<Ground, readonly MetricView[]>();

function read(ground: Ground): readonly MetricView[] {
  return [...ground.documents].flatMap(([file, document]) => {
    if (!file.startsWith('content/metrics/')) return [];
    return list((document as { metrics: unknown }).metrics).map((metric, index) => {
      const at = (...path: readonly (string | number)[]): Field => {
        const field = ground.at(file, 'metrics', index, ...path);
        if (field === undefined) throw new Error(`${file} has no ${path.join('/')}`);
        return field;
      };
      const values = list(metric['values']).map((value, i): ValueView => {
        const stated = list(value['stated_change']).map((one, j) => {
          const path = Array.isArray(value['stated_change']) ? ['stated_change', j] : ['stated_change'];
          return {
            from: String(one['from']),
            value: String(one['value']),
            unit: String(one['in']),
            field: at('values', i, ...path, 'value'),
            unitField: at('values', i, ...path, 'in'),
          };
        });
        return {
          period: String(value['period']),
          value: String(value['value']),
          unit: String(value['in'] ?? metric['unit']),
          status: String(value['status']),
          field: at('values', i, 'value'),
          inField: ground.at(file, 'metrics', index, 'values', i, 'in'),
          statusField: at('values', i, 'status'),
          sources: list(value['source']).map((_, j) => at('values', i, 'source', j)),
          stated,
        };
      });
      const given = values.filter(({ value }) => value !== 'null' && value !== '');
      return {
        id: String(metric['id']),
        file,
        index,
        unit: String(metric['unit']),
        nature: String(metric['nature']),
        polarity: String(metric['polarity']),
        scope: String((metric['scope'] as Plain)['key']),
        idField: at('id'),
        values: given,
        undisclosed: values.filter(({ status }) => status === 'not_disclosed').map(({ period }) => period),
        by: new Map(given.map((value) => [value.period, value])),
        parts: list(metric['parts']).map((one) => ({
          complete: one['complete'] === 'true',
          items: one['items'] as readonly string[],
          ...(one['period'] === undefined ? {} : { period: String(one['period']) }),
        })),
        restated: list(metric['restatements']).map((one) => String(one['period'])),
        label: { zh: at('label', 'zh'), en: at('label', 'en') },
      };
    });
  });
}

/** Ids of the periods in order of time, the breaks between them, and which are the reporting period and the one before. */
export function calendarOf(ground: Ground): {
  readonly periods: readonly string[];
  readonly now: string;
  readonly prior: string;
  readonly breaks: readonly (readonly string[])[];
} {
  const report = ground.documents.get('content/report.yaml') as Plain;
  return {
    periods: list(report['periods']).map(({ id }) => String(id)),
    now: String(report['period']),
    prior: String(report['prior']),
    breaks: list(report['breaks']).map((one) => one['between'] as readonly string[]),
  };
}
