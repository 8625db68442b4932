import { couldAdd, couldChange, moved } from '../digits.ts';
import { type Field, type Ground, lineAt } from '../ground.ts';
import { calendarOf, type MetricView, metricsOf, type ValueView } from '../metrics-of.ts';
import { appended, type Kind, kind, lineAdded, lineOf, replaced, type Seed } from '../seed.ts';
import { statedPairs, steady, totals } from './figures.ts';
import { sourced } from './registers.ts';
import { targetFields } from './values.ts';

/** A value of which one field is another, told at the value or at that field. */
function slipped(metric: MetricView, value: ValueView, field: Field, text: string): Seed {
  return {
    edits: [replaced(field, text)],
    lines: [lineOf(value.field), lineOf(field)],
    about: `${metric.id}@${value.period}: ${field.value} → ${text}`,
  };
}

function fieldOf(ground: Ground, metric: MetricView, value: ValueView, ...path: readonly (string | number)[]) {
  return ground.at(metric.file, ...value.field.path.slice(0, -1), ...path);
}

/** Values of two neighbouring years that changed places, where a stated change tells them apart. */
function yearsSwapped(ground: Ground): readonly Seed[] {
  return statedPairs(ground).flatMap(({ metric, later, earlier, stated }): readonly Seed[] => {
    const isSame = later.unit !== earlier.unit || stated.unit !== 'percent' || later.status !== 'reported';
    if (isSame || couldChange(later.value, earlier.value, stated.value)) return [];
    return [
      {
        edits: [replaced(later.field, `"${earlier.value}"`), replaced(earlier.field, `"${later.value}"`)],
        lines: [later.field, earlier.field, stated.field].map(lineOf),
        about: `${metric.id}: ${earlier.value} and ${later.value} changed places`,
      },
    ];
  });
}

/** The same in one part of a total. */
function partYearsSwapped(ground: Ground): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, parts, complete }) =>
    parts.flatMap((part): readonly Seed[] => {
      const owner = metricsOf(ground).find(({ values }) => values.includes(part));
      const other = owner?.values.find(({ period, unit }) => period < total.period && unit === part.unit);
      if (!complete || owner === undefined || other === undefined) return [];
      const sum = parts.map((one) => (one === part ? other.value : one.value));
      if (couldAdd(sum, total.value)) return [];
      return [
        {
          edits: [replaced(part.field, `"${other.value}"`), replaced(other.field, `"${part.value}"`)],
          lines: metric.values.map(({ field }) => lineOf(field)),
          about: `${owner.id}: ${part.period} and ${other.period} changed places`,
        },
      ];
    }),
  );
}

const SMALLER: Readonly<Record<string, string>> = {
  MtCO2e: 'ktCO2e',
  ktCO2e: 'tCO2e',
  GWh: 'MWh',
  MWh: 'kWh',
  t: 'kg',
  kt: 't',
  BHKD: 'MHKD',
  MHKD: 'kHKD',
  MRMB: 'kRMB',
  ML: 'kL',
  kvisit: 'visit',
};

/** One value of a steady series in a unit a thousandth as large. */
function thousandth(ground: Ground): readonly Seed[] {
  return steady(ground).flatMap(({ metric, value }): readonly Seed[] => {
    const unit = SMALLER[value.unit];
    if (unit === undefined || value.inField === undefined) return [];
    return [{ ...slipped(metric, value, value.inField, unit), lines: metric.values.map((v) => lineOf(v.field)) }];
  });
}

/** Shares typed as fractions of one, among shares of a hundred. */
function fractions(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.unit !== 'percent' || metric.values.length < 2 || metric.values.some(({ value }) => Number(value) < 8)
      ? []
      : metric.values.flatMap((value): readonly Seed[] =>
          value.status === 'reported'
            ? [
                {
                  ...slipped(metric, value, value.field, `"${moved(value.value, -2)}"`),
                  lines: metric.values.map((v) => lineOf(v.field)),
                },
              ]
            : [],
        ),
  );
}

/** A loss or a decline that lost its minus. */
function signsLost(ground: Ground): readonly Seed[] {
  return ground.prose.flatMap((pair) =>
    [...pair.zh.value.matchAll(/亏损\{\{m:([a-z0-9.-]+)@(\w+)\|abs\}\}/g)].flatMap(
      ([, id, period]): readonly Seed[] => {
        const value = metricsOf(ground)
          .find((one) => one.id === id)
          ?.by.get(period ?? '');
        if (value === undefined || !value.value.startsWith('-')) return [];
        return [
          {
            edits: [replaced(value.field, `"${value.value.slice(1)}"`)],
            lines: [lineOf(pair.zh), lineOf(pair.en), lineOf(value.field)],
            about: `${id}@${period} without its minus`,
          },
        ];
      },
    ),
  );
}

/** Formulas that divide by the figure of another year. */
function denominators(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] => {
      const formula = fieldOf(ground, metric, value, 'derived');
      const [whole, over = ''] = /÷ (\d[\d.]*)$/.exec(formula?.value ?? '') ?? [];
      if (formula === undefined || whole === undefined) return [];
      const owner = metricsOf(ground).find(({ by }) => Number(by.get(value.period)?.value) === Number(over));
      const other = owner?.values.find(({ period }) => period !== value.period);
      if (other === undefined || Math.abs(Number(other.value) / Number(over) - 1) < 0.02) return [];
      return [slipped(metric, value, formula, `"${formula.value.replace(whole, `÷ ${other.value}`)}"`)];
    }),
  );
}

/** A metric added after the others, whose last line is the faulty one. */
function addedMetric(ground: Ground, lines: readonly string[], faulty: number, about: string): readonly Seed[] {
  const file = [...ground.documents.keys()].find((one) => one.startsWith('content/metrics/')) ?? '';
  const { edit, line } = appended(ground, file, lines.join('\n'));
  return [{ edits: [edit], lines: [`${file}:${line + faulty}`], about }];
}

function metricLines(
  ground: Ground,
  id: string,
  value: string,
  more: readonly string[],
  rest = 'status: reported',
): string[] {
  const { now } = calendarOf(ground);
  const source = ground.at('content/sources.yaml', 'sources', 0, 'id')?.value ?? '';
  return [
    `  - id: ${id}`,
    '    label: {zh: 占比, en: A share}',
    '    nature: ratio',
    '    polarity: neutral',
    '    unit: percent',
    '    display: {zh: {unit: "%", dp: 1}, en: {unit: "%", dp: 1}}',
    `    scope: {key: sown, zh: 全部, en: All}`,
    '    additive: true',
    '    values:',
    `      - {period: ${now}, value: "${value}", in: percent, ${rest}, source: [${source}]}`,
    ...more,
  ];
}

/** Shares of one whole that do not come to a hundred. */
function notAHundred(ground: Ground): readonly Seed[] {
  const shares = [
    ['41.2', '33.5', '24.3'],
    ['48.0', '38.0', '24.0'],
    ['72.5', '17.5', '9.0'],
  ];
  return shares.flatMap((values) => {
    const parts = values.flatMap((value, i) => metricLines(ground, `sown.part${i}`, value, []));
    const whole = metricLines(ground, 'sown.whole', '100.0', [
      '    parts: {complete: true, items: [sown.part0, sown.part1, sown.part2]}',
    ]);
    return addedMetric(ground, [...parts, ...whole], parts.length + 9, `${values.join(' + ')} is not 100`);
  });
}

/** The mean yearly growth over the wrong number of years. */
function compound(ground: Ground): readonly Seed[] {
  const growth = [
    ['12.0', '(125.4 ÷ 100.0) ^ (1 ÷ 3) − 1'],
    ['5.4', '(117.1 ÷ 100.0) ^ (1 ÷ 2) − 1'],
  ];
  return growth.flatMap(([value = '', formula = '']) =>
    addedMetric(
      ground,
      metricLines(ground, 'sown.growth', value, [], `status: derived, derived: "${formula}"`),
      9,
      `${formula} = ${value} %`,
    ),
  );
}

function lineText(ground: Ground, field: Field): string {
  const text = ground.files[field.file] ?? '';
  return text.slice(text.lastIndexOf('\n', field.start) + 1, text.indexOf('\n', field.end));
}

function restatedBy(ground: Ground, make: (value: ValueView) => string): readonly Seed[] {
  const { prior } = calendarOf(ground);
  return metricsOf(ground).flatMap((metric): readonly Seed[] => {
    const value = metric.by.get(prior);
    const polarity = ground.at(metric.file, 'metrics', metric.index, 'polarity');
    if (value === undefined || polarity === undefined || metric.restated.length > 0) return [];
    // Ten times nothing is nothing.
    if (Number(value.value) === 0) return [];
    const source = value.sources[0]?.value ?? '';
    const entry = `    restatements: [{period: ${prior}, old: "${make(value)}", in: ${value.unit}, reason: {zh: 口径更正。, en: Corrected.}, source: [${source}]}]`;
    if (!/^ *polarity: /m.test(lineText(ground, polarity))) return [];
    const edit = lineAdded(ground, metric.file, polarity.start, entry);
    const line = lineAt(ground.files[metric.file] ?? '', edit.start);
    return [
      {
        edits: [edit],
        lines: [`${metric.file}:${line}`, `${metric.file}:${value.field.line + 1}`],
        against: {
          file: 'last/data.json',
          figures: [{ metric: metric.id, period: prior, value: moved(value.value, -2), unit: value.unit }],
        },
        about: `${metric.id} restated from ${make(value)}, was published as ${moved(value.value, -2)}`,
      },
    ];
  });
}

/** What was published last year and is not disclosed any more. */
function withdrawn(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.undisclosed.flatMap((period): readonly Seed[] => {
      const own = ground.fields.filter((one) => one.file === metric.file && one.path[1] === metric.index);
      const field = own.find((one) => one.path[2] === 'values' && one.value === period);
      const value = field === undefined ? undefined : ground.at(field.file, ...field.path.slice(0, -1), 'value');
      return field === undefined
        ? []
        : [
            {
              edits: [],
              lines: [lineOf(field), ...(value === undefined ? [] : [lineOf(value)])],
              against: {
                file: 'last/data.json',
                figures: [{ metric: metric.id, period, value: '41.7', unit: metric.unit }],
              },
              about: `${metric.id}@${period} was 41.7`,
            },
          ];
    }),
  );
}

/** Slips of values as they happen in the months before a report is printed. */
export const PRACTICE_VALUES: readonly Kind[] = [
  kind('N1', 'two years changed places', yearsSwapped, ['N1', 'N3', 'N2']),
  kind('N3', 'two years of a part changed places', partYearsSwapped, ['N3', 'N1']),
  kind('N17', 'given in a unit a thousandth as large', thousandth, ['N17', 'N1', 'N3', 'N11']),
  kind('N17', 'a share typed as a fraction of one', fractions, ['N17', 'N1', 'N3', 'N11']),
  kind('N17', 'a share a tenth of its neighbours', (g) => shareTenth(g), ['N17', 'N1', 'N3', 'N11']),
  kind('N9', 'a loss without its minus', signsLost),
  kind('N3', 'divided by the figure of another year', denominators),
  kind('N3', 'shares that do not come to a hundred', notAHundred),
  kind('N3', 'mean growth over the wrong years', compound),
  kind('N3', 'a part listed twice', (g) => listedTwice(g), ['N3', 'C007', 'C019']),
  kind('N3', 'a whole among its own parts', (g) => ownPart(g), ['N3', 'C019', 'D1']),
  kind('S1', 'a mean of shares', (g) => meanOfShares(g), ['S1', 'N3']),
  kind('S1', 'a part whose boundary is another', (g) => boundaryMoved(g)),
  kind('N15', 'a restatement from a value that was never published', (g) => restatedBy(g, (v) => moved(v.value, 1))),
  kind('N15', 'a restatement that changes nothing', (g) => restatedBy(g, (v) => v.value), ['N11', 'N15']),
  kind('N15', 'published, and not disclosed any more', withdrawn),
  kind('N11', 'the base year of a goal shifted', (g) => baseShifted(g), ['N11', 'N1', 'D1', 'S2', 'C004']),
  kind('N16', 'the year of a goal moved into the past', (g) => goalMoved(g)),
  kind('N10', 'a source of a day yet to come', (g) => sourceDated(g)),
  kind('N10', 'published before the year ended', (g) => publishedEarly(g)),
  kind('N10', 'a period that ends before it begins', (g) => periodBackwards(g), ['N10', 'C019']),
  kind('N12', 'a display unit of another dimension', (g) => otherDisplay(g), ['N12', 'D1', 'C019']),
  kind('N3', 'forty digits', (g) => fortyDigits(g), ['N3', 'N1', 'N17', 'N10']),
  kind('V2', 'digits changed about from the source', (g) => sourced(g, digitsSwapped)),
  kind('V2', 'a digit left out of the source’s value', (g) => sourced(g, digitLost)),
  kind('V2', 'a source cited that does not have it', (g) => otherSource(g)),
];

const digitsSwapped = (value: string): readonly string[] => {
  const text = value.replace(/(\d)(\d)(?=\D*$)/, '$2$1');
  return text === value || value.length < 3 ? [] : [text];
};
const digitLost = (value: string): readonly string[] => (value.length < 4 ? [] : [value.slice(0, 1) + value.slice(2)]);

function shareTenth(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.unit !== 'percent' || metric.values.length < 2 || metric.values.some(({ value }) => Number(value) < 20)
      ? []
      : metric.values.flatMap((value): readonly Seed[] =>
          value.status === 'reported' && value.value.includes('.')
            ? [
                {
                  ...slipped(metric, value, value.field, `"${moved(value.value, -1)}"`),
                  lines: metric.values.map((v) => lineOf(v.field)),
                },
              ]
            : [],
        ),
  );
}

/** Each item of a list of parts, with the field that holds it. */
function partItems(ground: Ground): readonly { metric: MetricView; item: Field; total: ValueView }[] {
  return totals(ground).flatMap(({ metric, total, complete, listed }) =>
    !complete
      ? []
      : (metric.parts[listed]?.items ?? []).flatMap((_, k) => {
          const item =
            ground.at(metric.file, 'metrics', metric.index, 'parts', 'items', k) ??
            ground.at(metric.file, 'metrics', metric.index, 'parts', listed, 'items', k);
          return item === undefined ? [] : [{ metric, item, total }];
        }),
  );
}

function listedTwice(ground: Ground): readonly Seed[] {
  return partItems(ground).map(({ metric, item, total }) => ({
    edits: [{ file: item.file, start: item.end, end: item.end, text: `, ${item.value}` }],
    lines: [lineOf(item), lineOf(total.field)],
    about: `${item.value} twice among the parts of ${metric.id}`,
  }));
}

function ownPart(ground: Ground): readonly Seed[] {
  return partItems(ground).map(({ metric, item, total }) => ({
    edits: [replaced(item, metric.id)],
    lines: [lineOf(item), lineOf(total.field)],
    about: `${metric.id} among its own parts, for ${item.value}`,
  }));
}

function meanOfShares(ground: Ground): readonly Seed[] {
  const { now } = calendarOf(ground);
  const shares = metricsOf(ground).filter(({ unit, by }) => unit === 'percent' && by.get(now)?.status === 'reported');
  return shares.flatMap((one, i) => {
    const other = shares[i + 1];
    if (other === undefined || other.scope === one.scope) return [];
    const mean = ((Number(one.by.get(now)?.value) + Number(other.by.get(now)?.value)) / 2).toFixed(1);
    const formula = `({{m:${one.id}@${now}}} + {{m:${other.id}@${now}}}) ÷ 2`;
    return addedMetric(
      ground,
      metricLines(ground, 'sown.mean', mean, [], `status: derived, derived: "${formula}"`),
      9,
      formula,
    );
  });
}

function boundaryMoved(ground: Ground): readonly Seed[] {
  return partItems(ground).flatMap(({ metric, item, total }): readonly Seed[] => {
    const part = metricsOf(ground).find(({ id }) => id === item.value);
    const key = part === undefined ? undefined : ground.at(part.file, 'metrics', part.index, 'scope', 'key');
    if (key === undefined || part === undefined || part.parts.length > 0) return [];
    return [
      {
        edits: [replaced(key, 'another-boundary')],
        lines: [key, item, total.field, ...metric.values.map(({ field }) => field)].map(lineOf),
        about: `${part.id}, a part of ${metric.id}, in another boundary`,
      },
    ];
  });
}

function baseShifted(ground: Ground): readonly Seed[] {
  return targetFields(ground).flatMap(({ at, metric }) => {
    const [period, value] = [at('base', 'period'), at('base', 'value')];
    if (period === undefined || value === undefined || value.value === 'null' || metric === undefined) return [];
    return metric.values.flatMap((other): readonly Seed[] =>
      other.period === period.value || Number(other.value) === Number(value.value)
        ? []
        : [
            {
              edits: [replaced(period, other.period)],
              lines: [lineOf(period), lineOf(value)],
              about: `base of ${metric.id} in ${other.period}`,
            },
          ],
    );
  });
}

function goalMoved(ground: Ground): readonly Seed[] {
  const { prior } = calendarOf(ground);
  return targetFields(ground).flatMap(({ at }) => {
    const [by, status] = [at('goal', 'by'), at('status')];
    return by === undefined || status?.value !== 'reported' || by.value <= prior
      ? []
      : [{ edits: [replaced(by, prior)], lines: [lineOf(by)], about: `goal by ${prior}` }];
  });
}

/** Not a source that tells of a later year, nor one that is of a later day already. */
function sourceDated(ground: Ground): readonly Seed[] {
  const { periods, now } = calendarOf(ground);
  const later = new Set(
    metricsOf(ground).flatMap(({ values }) =>
      values.flatMap(({ period, sources }) =>
        periods.indexOf(period) > periods.indexOf(now) ? sources.map((one) => one.value) : [],
      ),
    ),
  );
  const published = ground.at('content/report.yaml', 'published')?.value ?? '';
  return ground.fields.flatMap((field): readonly Seed[] => {
    const id = ground.at(field.file, ...field.path.slice(0, -1), 'id')?.value ?? '';
    const isDate = field.file === 'content/sources.yaml' && field.path.at(-1) === 'date';
    return isDate && !later.has(id) && field.value <= published
      ? [{ edits: [replaced(field, '"2051-03-04"')], lines: [lineOf(field)], about: `${id} of 2051` }]
      : [];
  });
}

function publishedEarly(ground: Ground): readonly Seed[] {
  const field = ground.at('content/report.yaml', 'published');
  return field === undefined
    ? []
    : [{ edits: [replaced(field, '"2019-01-15"')], lines: [lineOf(field)], about: 'published in 2019' }];
}

function periodBackwards(ground: Ground): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] =>
    field.file === 'content/report.yaml' && field.path[0] === 'periods' && field.path.at(-1) === 'end'
      ? [{ edits: [replaced(field, '"2011-12-31"')], lines: [lineOf(field)], about: `${field.path[1]} ends in 2011` }]
      : [],
  );
}

function otherDisplay(ground: Ground): readonly Seed[] {
  const other: Readonly<Record<string, readonly [string, string]>> = {
    zh: ['千瓦时', '公顷'],
    en: ['kWh', 'hectares'],
  };
  return metricsOf(ground).flatMap((metric) =>
    ['zh', 'en'].flatMap((lang): readonly Seed[] => {
      const unit = ground.at(metric.file, 'metrics', metric.index, 'display', lang, 'unit');
      const text = other[lang]?.[metric.unit === 'kWh' ? 1 : 0] ?? '';
      return unit === undefined
        ? []
        : [{ edits: [replaced(unit, text)], lines: [lineOf(unit)], about: `${metric.id} in ${text}` }];
    }),
  );
}

function fortyDigits(ground: Ground): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, complete }) =>
    complete
      ? [
          {
            edits: [replaced(total.field, `"${total.value.replace('.', '')}${'7310952846'.repeat(4)}"`)],
            lines: metric.values.map(({ field }) => lineOf(field)),
            about: `${metric.id} of more than forty digits`,
          },
        ]
      : [],
  );
}

/** A source with its text that is cited for the value of another one. */
function otherSource(ground: Ground): readonly Seed[] {
  const withText = ground.fields.flatMap((field) =>
    field.file === 'content/sources.yaml' && field.path.at(-1) === 'text'
      ? [ground.at(field.file, ...field.path.slice(0, -1), 'id')?.value ?? '']
      : [],
  );
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] => {
      const [source, more] = value.sources;
      const text = withText.find((id) => id !== source?.value);
      const isPlain = source === undefined || more !== undefined || value.value.replace(/\D/g, '').length < 3;
      // What is derived stands in no source.
      if (value.status === 'derived' || isPlain || text === undefined || withText.includes(source.value)) return [];
      return [slipped(metric, value, source, text)];
    }),
  );
}
