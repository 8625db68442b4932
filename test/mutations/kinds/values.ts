import { oneDigit } from '../digits.ts';
import { type Field, type Ground, rawOf } from '../ground.ts';
import { calendarOf, type MetricView, metricsOf, type ValueView } from '../metrics-of.ts';
import { appended, type Edit, type Kind, kind, lineOf, replaced, rewritten, type Seed } from '../seed.ts';

function eachValue(
  ground: Ground,
  make: (metric: MetricView, value: ValueView) => string | undefined,
): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] => {
      const text = make(metric, value);
      if (text === undefined) return [];
      return [
        {
          edits: [replaced(value.field, `"${text}"`)],
          lines: [lineOf(value.field)],
          about: `${metric.id}@${value.period}: ${value.value} → ${text}`,
        },
      ];
    }),
  );
}

const isShare = ({ unit }: MetricView): boolean => unit === 'percent' || unit === 'permille';
const isCount = ({ nature, unit }: MetricView): boolean =>
  nature === 'count' && (unit === 'person' || unit === 'count');

/** A copy of a metric under another id, in which one digit of one value is another. */
function copied(ground: Ground, elsewhere: boolean): readonly Seed[] {
  const files = [...ground.documents.keys()].filter((file) => file.startsWith('content/metrics/'));
  return metricsOf(ground).flatMap((metric) => {
    const text = ground.files[metric.file] ?? '';
    const start = text.lastIndexOf('\n', metric.idField.start) + 1;
    const next = /\n {2}- /.exec(text.slice(metric.idField.end));
    const end = next === null ? text.trimEnd().length : metric.idField.end + next.index;
    const into = elsewhere ? files.find((file) => file !== metric.file) : metric.file;
    return metric.values.flatMap((value): readonly Seed[] => {
      const other = oneDigit(value.value)[0];
      if (other === undefined || into === undefined || value.status === 'disputed') return [];
      const copy =
        text.slice(start, metric.idField.start) +
        `${metric.id}-again` +
        text.slice(metric.idField.end, value.field.start) +
        `"${other}"` +
        text.slice(value.field.end, end);
      const { edit, line } = appended(ground, into, copy);
      const at = line + text.slice(start, value.field.start).split('\n').length - 1;
      return [
        {
          edits: [edit],
          lines: [`${into}:${at}`, lineOf(value.field)],
          about: `${metric.id} again, with ${other} for ${value.value}`,
        },
      ];
    });
  });
}

export function targetFields(ground: Ground): readonly {
  readonly i: number;
  readonly at: (...path: string[]) => Field | undefined;
  readonly metric: MetricView | undefined;
}[] {
  const document = ground.documents.get('content/targets.yaml') as { targets: readonly { metric?: string }[] };
  return document.targets.map(({ metric }, i) => ({
    i,
    at: (...path: string[]) => ground.at('content/targets.yaml', 'targets', i, ...path),
    metric: metricsOf(ground).find(({ id }) => id === metric),
  }));
}

const OTHER: Readonly<Record<string, string>> = {
  tCO2e: 'MWh',
  kWh: 't',
  percent: 'person',
  person: 't',
  m3: 'kWh',
  t: 'm3',
  RMB: 'HKD',
  HKD: 'RMB',
  hour: 'percent',
  count: 'hour',
  L: 'kg',
  ha: 'hour',
  MJ: 't',
};

/** In both languages of a text, the same change to a citation. */
export function inBoth(ground: Ground, rewrite: (raw: string) => string): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const edits = [rewritten(ground, pair.zh, rewrite), rewritten(ground, pair.en, rewrite)].filter(
      (edit): edit is Edit => edit !== undefined,
    );
    if (edits.length !== 2 || headsOf(edits[0]?.text) !== headsOf(edits[1]?.text)) return [];
    return [
      {
        edits,
        lines: [lineOf(pair.zh)],
        named: [lineOf(pair.zh), lineOf(pair.en)],
        about: `${rawOf(ground, pair.zh)} → ${edits[0]?.text}`,
      },
    ];
  });
}

function headsOf(text = ''): string {
  return [...text.matchAll(/\{\{([^}|]*)/g)]
    .map((match) => match[1] ?? '')
    .sort()
    .join(' ');
}

/** The period that stands before a series break that is common to all, and one after it. */
function acrossBreaks(
  ground: Ground,
): readonly { readonly metric: MetricView; readonly before: string; readonly after: string }[] {
  const { periods, breaks } = calendarOf(ground);
  return breaks.flatMap(([a = '', b = '']) =>
    metricsOf(ground).flatMap((metric) => {
      const before = periods
        .slice(0, periods.indexOf(a) + 1)
        .filter((p) => metric.by.has(p))
        .at(-1);
      const after = periods.slice(periods.indexOf(b)).filter((p) => metric.by.has(p));
      return before === undefined ? [] : after.map((p) => ({ metric, before, after: p }));
    }),
  );
}

const S1_DIMENSIONS = new Set(['tCO2e', 't', 'percent', 'person', 'RMB', 'HKD', 'm3', 'kWh', 'L']);

/** Another metric of the same unit whose scope is another. */
function stranger(ground: Ground, id: string, period: string): MetricView | undefined {
  const own = metricsOf(ground).find((metric) => metric.id === id);
  if (own === undefined || !S1_DIMENSIONS.has(own.unit)) return undefined;
  return metricsOf(ground).find(
    (other) =>
      other.scope !== own.scope &&
      other.unit === own.unit &&
      other.by.has(period) &&
      Number(other.by.get(period)?.value) > 0 &&
      other.by.get(period)?.status === 'reported',
  );
}

export const VALUES: readonly Kind[] = [
  kind(
    'N0',
    'a change from what is not disclosed',
    (g) => {
      const { periods } = calendarOf(g);
      return inBoth(g, (raw) =>
        raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)(?:\|\w+)?\}\}/, (all, id: string, period: string) => {
          const metric = metricsOf(g).find((one) => one.id === id);
          const before = periods[periods.indexOf(period) - 1] ?? '';
          const base = metric?.by.get(before);
          const isNothing =
            metric?.undisclosed.includes(before) === true || (base !== undefined && Number(base.value) <= 0);
          return metric?.by.has(period) === true && isNothing ? `{{yoy:${id}@${period}}}` : all;
        }),
      );
    },
    ['N0', 'S2'],
  ),
  kind('N10', 'a share above the whole', (g) =>
    eachValue(g, (m, v) =>
      isShare(m) && m.unit === 'percent'
        ? (Number(v.value) + 100).toFixed(v.value.split('.')[1]?.length ?? 0)
        : undefined,
    ),
  ),
  kind('N10', 'a share below zero', (g) =>
    eachValue(g, (m, v) => (isShare(m) && Number(v.value) > 0 ? `-${v.value}` : undefined)),
  ),
  kind('N10', 'a number of people or things below zero', (g) =>
    eachValue(g, (m, v) => (isCount(m) && Number(v.value) > 0 ? `-${v.value}` : undefined)),
  ),
  kind(
    'N10',
    'a fraction of a person or thing',
    (g) =>
      eachValue(g, (m, v) => (isCount(m) && v.unit === m.unit && /^\d+$/.test(v.value) ? `${v.value}.5` : undefined)),
    ['N10', 'N13', 'N14'],
  ),
  kind('N10', 'a PUE below one', (g) =>
    eachValue(g, (m) => (/PUE|电力使用效率/.test(m.label.zh.value + m.label.en.value) ? '0.98' : undefined)),
  ),
  kind(
    'N10',
    'an emission below zero',
    (g) =>
      eachValue(g, (m, v) =>
        m.nature === 'flow' && m.unit === 'tCO2e' && v.status === 'reported' && Number(v.value) > 0
          ? `-${v.value}`
          : undefined,
      ),
    ['N10', 'N3', 'N1'],
  ),
  kind('N10', 'a dated fact of another year', (g) =>
    inBoth(g, (raw) =>
      raw.replace(
        /(截至|as at |As at )?\{\{date:\d{4}-\d\d-\d\d\}\}(?=(的\{\{m:)?)|(\{\{m:[^}]*\}\} (?:on|at|by) )\{\{date:\d{4}-\d\d-\d\d\}\}/,
        (all, lead = '', follows = '', value = '') =>
          lead === '' && follows === '' && value === '' ? all : `${lead}${value}{{date:2014-11-20}}`,
      ),
    ),
  ),
  kind(
    'N10',
    'a dated period of another year',
    (g) =>
      g.fields.flatMap((field): readonly Seed[] => {
        if (field.file !== 'content/report.yaml' || field.path[0] !== 'periods' || field.path.at(-1) !== 'start')
          return [];
        const [id, end] = ['id', 'end'].map((key) => g.at(field.file, 'periods', field.path[1] ?? 0, key));
        const days = (Date.parse(end?.value ?? '') - Date.parse(field.value)) / 86_400_000;
        const uses = metricsOf(g).flatMap((metric) => {
          const value = metric.by.get(id?.value ?? '');
          const place = value === undefined ? undefined : g.at(metric.file, ...value.field.path.slice(0, -1), 'period');
          return place === undefined ? [] : [lineOf(place)];
        });
        if (end === undefined || days > 100 || uses.length === 0) return [];
        const edits = [field, end].map((one) => replaced(one, `"2014${one.value.slice(4)}"`));
        return [{ edits, lines: [...uses, lineOf(field), lineOf(end)], about: `${id?.value} in 2014` }];
      }),
    ['N10', 'C019'],
  ),
  kind('N10', 'a source older than its year', (g) => oldSources(g)),
  kind('N10', 'a score off its scale', (g) => {
    const topics =
      (g.documents.get('content/materiality.yaml') as { topics?: readonly unknown[] } | undefined)?.topics ?? [];
    return topics.flatMap((_, i) =>
      ['x', 'y'].flatMap((axis) => {
        const field = g.at('content/materiality.yaml', 'topics', i, axis);
        return field === undefined
          ? []
          : [{ edits: [replaced(field, '"6.4"')], lines: [lineOf(field)], about: `score ${i} ${axis} = 6.4` }];
      }),
    );
  }),
  kind('N11', 'the same fact in the same file', (g) => copied(g, false)),
  kind('N11', 'the same fact in another file', (g) => copied(g, true)),
  kind(
    'N11',
    'the base of a goal is another value',
    (g) =>
      targetFields(g).flatMap(({ at, metric }) => {
        const [value, period] = [at('base', 'value'), at('base', 'period')];
        const own = metric?.by.get(period?.value ?? '');
        if (value === undefined || own === undefined || value.value === 'null') return [];
        return oneDigit(value.value).map((text) => ({
          edits: [replaced(value, `"${text}"`)],
          lines: [lineOf(value)],
          about: `base ${value.value} → ${text}`,
        }));
      }),
    ['N11', 'N1'],
  ),
  kind('N12', 'a unit of another kind', (g) =>
    metricsOf(g).flatMap((metric) =>
      metric.values.flatMap((value) => {
        const unit = OTHER[metric.unit];
        return unit === undefined || value.inField === undefined
          ? []
          : [
              {
                edits: [replaced(value.inField, unit)],
                lines: [lineOf(value.inField)],
                about: `${metric.id}: ${value.unit} → ${unit}`,
              },
            ];
      }),
    ),
  ),
  kind('N12', 'a unit of another kind in a stated change', (g) =>
    metricsOf(g).flatMap((metric) =>
      metric.values.flatMap((value) =>
        value.stated.map((stated) => ({
          edits: [replaced(stated.unitField, 'ha')],
          lines: [lineOf(stated.unitField)],
          about: `${metric.id} stated in ha`,
        })),
      ),
    ),
  ),
  kind('N13', 'more places than the value has', (g) =>
    inBoth(g, (raw) => raw.replace(/\{\{m:([a-z0-9.-]+@\w+)(?:\|qty)?\}\}/, '{{m:$1|qty,dp=9}}')),
  ),
  kind('N13', 'a change finer than its values', (g) =>
    inBoth(g, (raw) => raw.replace(/\{\{diff:([a-z0-9.-]+@\w+)(?:\|(\w+))?\}\}/, '{{diff:$1|signed,dp=9}}')),
  ),
  kind('N14', 'a broken number in words', (g) =>
    inBoth(g, (raw) =>
      raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)(?:\|\w+)?\}\}/, (all, id: string, period: string) => {
        const value = metricsOf(g)
          .find((one) => one.id === id)
          ?.by.get(period);
        return Number.isInteger(Number(value?.value ?? 0)) === false &&
          value !== undefined &&
          value.unit === metricsOf(g).find((one) => one.id === id)?.unit
          ? `{{m:${id}@${period}|words}}`
          : all;
      }),
    ),
  ),
  kind('N16', 'a goal before its base', (g) =>
    targetFields(g).flatMap(({ at }) => {
      const [by, base] = [at('goal', 'by'), at('base', 'period')];
      const first = calendarOf(g).periods[0] ?? '';
      return by === undefined || base === undefined || base.value === first
        ? []
        : [{ edits: [replaced(by, first)], lines: [lineOf(by)], about: `${by.value} → ${first}` }];
    }),
  ),
  kind(
    'N16',
    'the sign of a goal’s change',
    (g) =>
      targetFields(g).flatMap(({ at, metric }) => {
        const change = at('goal', 'change');
        return change === undefined || metric === undefined || metric.polarity === 'neutral'
          ? []
          : [
              {
                edits: [
                  replaced(change, `"${change.value.startsWith('-') ? change.value.slice(1) : `-${change.value}`}"`),
                ],
                lines: [
                  lineOf(change),
                  ...(at('goal', 'value') === undefined ? [] : [lineOf(at('goal', 'value') as Field)]),
                ],
                about: `${change.value} turned round`,
              },
            ];
      }),
    ['N16', 'N1'],
  ),
  kind(
    'N16',
    'a goal worse than its base',
    (g) =>
      targetFields(g).flatMap(({ at, metric }) => {
        const [value, base] = [at('goal', 'value'), at('base', 'value')];
        if (
          value === undefined ||
          base === undefined ||
          base.value === 'null' ||
          metric === undefined ||
          metric.polarity === 'neutral'
        )
          return [];
        const worse = (Number(base.value) * (metric.polarity === 'lower_is_better' ? 1.2 : 0.8)).toFixed(
          value.value.split('.')[1]?.length ?? 0,
        );
        return [
          {
            edits: [replaced(value, `"${worse}"`)],
            lines: [lineOf(value)],
            about: `goal ${value.value} → ${worse}, base ${base.value}`,
          },
        ];
      }),
    ['N16', 'N1'],
  ),
  kind('S1', 'a sum across scopes in the text', (g) =>
    inBoth(g, (raw) =>
      raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)(?:\|qty)?\}\}/, (all, id: string, period: string) => {
        const other = stranger(g, id, period);
        return other === undefined || other.unit === 'percent' ? all : `{{sum:${id}+${other.id}@${period}}}`;
      }),
    ),
  ),
  kind('S1', 'a share across scopes in the text', (g) =>
    inBoth(g, (raw) =>
      raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)(?:\|qty)?\}\}/, (all, id: string, period: string) => {
        const other = stranger(g, id, period);
        return other === undefined || other.unit === 'percent' ? all : `{{share:${id}/${other.id}@${period}}}`;
      }),
    ),
  ),
  kind('S1', 'a part of another scope', (g) => foreignParts(g), ['S1', 'N3']),
  kind('S1', 'a sum of what may not be added', (g) => {
    const shares = metricsOf(g).filter((m) => m.unit === 'percent');
    return inBoth(g, (raw) =>
      raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)(?:\|qty)?\}\}/, (all, id: string, period: string) => {
        const other = shares.find((m) => m.id !== id && m.by.has(period));
        return other === undefined || !shares.some((m) => m.id === id) ? all : `{{sum:${id}+${other.id}@${period}}}`;
      }),
    );
  }),
  kind('S2', 'a change across a break in the text', (g) => {
    const cases = acrossBreaks(g);
    return inBoth(g, (raw) =>
      raw.replace(/\{\{(yoy|diff):([a-z0-9.-]+)@(\w+)(?=[|}])/, (all, head: string, id: string, period: string) => {
        const one = cases.find(({ metric, after }) => metric.id === id && after === period);
        return one === undefined ? all : `{{${head}:${id}@${period}<${one.before}`;
      }),
    );
  }),
  kind(
    'S2',
    'a stated change across a break',
    (g) =>
      acrossBreaks(g).flatMap(({ metric, before, after }) => {
        const field = metric.by.get(after)?.stated[0];
        const from = field === undefined ? undefined : g.at(metric.file, ...field.field.path.slice(0, -1), 'from');
        return from === undefined
          ? []
          : [
              {
                edits: [replaced(from, before)],
                lines: [lineOf(from), ...metric.values.map((v) => lineOf(v.field))],
                about: `${metric.id} from ${before}`,
              },
            ];
      }),
    ['S2', 'N1', 'N2'],
  ),
  kind(
    'S2',
    'a goal measured from before a break',
    (g) =>
      targetFields(g).flatMap(({ at, metric }) => {
        const [period, value] = [at('base', 'period'), at('base', 'value')];
        const one = acrossBreaks(g).find((c) => c.metric === metric);
        const own = metric?.by.get(one?.before ?? '');
        if (period === undefined || value === undefined || one === undefined || own === undefined) return [];
        return [
          {
            edits: [replaced(period, one.before), replaced(value, `"${own.value}"`)],
            lines: [lineOf(period)],
            about: `base in ${one.before}`,
          },
        ];
      }),
    ['S2', 'N1', 'N12'],
  ),
];

function oldSources(ground: Ground): readonly Seed[] {
  const { now } = calendarOf(ground);
  const sources = (ground.documents.get('content/sources.yaml') as { sources: readonly { id: string }[] }).sources;
  return sources.flatMap(({ id }, i): readonly Seed[] => {
    const date = ground.at('content/sources.yaml', 'sources', i, 'date');
    const uses = metricsOf(ground).flatMap((metric) => {
      const value = metric.by.get(now);
      return value?.status === 'reported' && value.sources.length === 1 && value.sources[0]?.value === id
        ? [value]
        : [];
    });
    if (date === undefined || uses.length === 0) return [];
    return [
      {
        edits: [replaced(date, '"2019-02-03"')],
        lines: [
          lineOf(date),
          ...metricsOf(ground).flatMap((m) => m.values.flatMap((v) => [lineOf(v.field), ...v.sources.map(lineOf)])),
        ],
        about: `${id} of 2019-02-03`,
      },
    ];
  });
}

function foreignParts(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.parts.flatMap((parts, j) =>
      parts.items.flatMap((id, k): readonly Seed[] => {
        const item =
          ground.at(metric.file, 'metrics', metric.index, 'parts', 'items', k) ??
          ground.at(metric.file, 'metrics', metric.index, 'parts', j, 'items', k);
        const period = parts.period ?? calendarOf(ground).now;
        const other = stranger(ground, id, period);
        if (item === undefined || other === undefined || other.id === metric.id) return [];
        return [
          {
            edits: [replaced(item, other.id)],
            lines: [lineOf(item), ...metric.values.map((v) => lineOf(v.field))],
            about: `${other.id} for ${id} among the parts of ${metric.id}`,
          },
        ];
      }),
    ),
  );
}
