import { couldAdd, couldChange, doubled, dropped, moved, oneDigit, swapped } from '../digits.ts';
import type { Ground } from '../ground.ts';
import { calendarOf, type MetricView, metricsOf, type ValueView } from '../metrics-of.ts';
import { type Kind, kind, lineOf, replaced, type Seed } from '../seed.ts';

type Variants = (value: string) => readonly string[];

/** Stated changes in percent of values that are settled, with both ends. */
export function statedPairs(
  ground: Ground,
): readonly { metric: MetricView; later: ValueView; earlier: ValueView; stated: ValueView['stated'][number] }[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((later) =>
      later.stated.flatMap((stated) => {
        const earlier = metric.by.get(stated.from);
        const settled = earlier !== undefined && later.status !== 'disputed' && earlier.status !== 'disputed';
        return settled ? [{ metric, later, earlier, stated }] : [];
      }),
    ),
  );
}

const isAhead = (ground: Ground, { later }: { later: ValueView }): boolean => {
  const { periods, now } = calendarOf(ground);
  return periods.indexOf(later.period) > periods.indexOf(now);
};

function statedFaults(
  ground: Ground,
  which: 'later' | 'earlier' | 'stated',
  variants: Variants,
  ahead = false,
): readonly Seed[] {
  return statedPairs(ground).flatMap((one) => {
    if (isAhead(ground, one) !== ahead || one.stated.unit !== 'percent') return [];
    // A derived value follows from its formula, which tells first.
    const broken = one[which];
    return variants(broken.value).flatMap((value): readonly Seed[] => {
      const [earlier, later, stated] = (['earlier', 'later', 'stated'] as const).map((key) =>
        key === which ? value : one[key].value,
      );
      if (one.later.unit !== one.earlier.unit || couldChange(earlier ?? '', later ?? '', stated ?? '')) return [];
      const lines = [
        lineOf(one.later.field),
        lineOf(one.stated.field),
        ...(ahead || which === 'earlier' ? [lineOf(one.earlier.field)] : []),
      ];
      return [
        {
          edits: [replaced(broken.field, `"${value}"`)],
          lines,
          named: [lineOf(broken.field)],
          about: `${one.metric.id} ${which} ${broken.value} → ${value}`,
        },
      ];
    });
  });
}

/** Totals whose parts are given in the same unit. */
export function totals(
  ground: Ground,
): readonly { metric: MetricView; total: ValueView; parts: readonly ValueView[]; complete: boolean; listed: number }[] {
  const all = new Map(metricsOf(ground).map((metric) => [metric.id, metric]));
  return metricsOf(ground).flatMap((metric) =>
    metric.parts.flatMap(({ complete, period, items }, listed) =>
      [...metric.by.values()].flatMap((total) => {
        const parts = items.map((id) => all.get(id)?.by.get(total.period));
        const given = parts.filter((part) => part !== undefined);
        const fits = (period === undefined || period === total.period) && given.length === parts.length;
        const settled = [total, ...given].every(({ status, unit }) => status !== 'disputed' && unit === total.unit);
        return fits && settled ? [{ metric, total, parts: given, complete, listed }] : [];
      }),
    ),
  );
}

function totalFaults(ground: Ground, which: 'part' | 'total', variants: Variants): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, parts, complete }) => {
    if (!complete) return [];
    const candidates = which === 'total' ? [total] : parts;
    return candidates.flatMap((broken) =>
      variants(broken.value).flatMap((value): readonly Seed[] => {
        const of = (one: ValueView): string => (one === broken ? value : one.value);
        if (couldAdd(parts.map(of), of(total))) return [];
        return [
          {
            edits: [replaced(broken.field, `"${value}"`)],
            lines: [lineOf(total.field)],
            named: [lineOf(broken.field)],
            about: `${which} of ${metric.id}: ${broken.value} → ${value}`,
          },
        ];
      }),
    );
  });
}

function formulaFaults(ground: Ground, variants: (formula: string) => readonly string[]): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] => {
      const i = Number(value.field.path.at(-2));
      const formula = ground.at(metric.file, 'metrics', metric.index, 'values', i, 'derived');
      if (formula === undefined) return [];
      return variants(formula.value).map((text) => ({
        edits: [replaced(formula, `"${text}"`)],
        lines: [lineOf(value.field), lineOf(formula)],
        about: `${metric.id}: ${formula.value} → ${text}`,
      }));
    }),
  );
}

/** Wrong digits of an operand that matter: its first two. */
const operands: Variants = (formula) =>
  [...formula.matchAll(/\d+(?:\.\d+)?/g)].flatMap((match) => {
    const found = oneDigit(match[0])
      .slice(0, 2)
      .filter((text) => text.replace(/\D/g, '').length >= 2 && !/^0+$/.test(match[0]));
    return match[0].length < 2
      ? []
      : found.map((text) => formula.slice(0, match.index) + text + formula.slice(match.index + match[0].length));
  });

export const FIGURES: readonly Kind[] = [
  kind('N1', 'one digit of the value', (g) => statedFaults(g, 'later', oneDigit)),
  kind('N1', 'one digit of the year before', (g) => statedFaults(g, 'earlier', oneDigit), ['N1', 'N3']),
  kind('N1', 'one digit of the stated change', (g) => statedFaults(g, 'stated', oneDigit)),
  kind('N1', 'two digits changed about', (g) => [
    ...statedFaults(g, 'later', swapped),
    ...statedFaults(g, 'stated', swapped),
  ]),
  kind('N1', 'the sign of the stated change', (g) =>
    statedFaults(g, 'stated', (v) => [v.startsWith('-') ? v.slice(1) : `-${v}`]),
  ),
  kind('N1', 'the point of the stated change', (g) => statedFaults(g, 'stated', (v) => [moved(v, 1), moved(v, -1)])),
  kind('N1', 'a digit too many or too few', (g) => [
    ...statedFaults(g, 'later', dropped),
    ...statedFaults(g, 'later', doubled),
  ]),
  kind('N1', 'the value in another scale', (g) =>
    statedFaults(g, 'later', (v) => [moved(v, 1), moved(v, 4), moved(v, -2)]),
  ),
  kind('N1', 'a stated difference in points', (g) => pointFaults(g)),
  kind('N1', 'change and value of a goal', (g) => goalFaults(g), ['N1', 'N11']),
  kind('N2', 'a digit of the later value', (g) => statedFaults(g, 'later', oneDigit, true)),
  kind('N2', 'a digit of the growth to come', (g) => statedFaults(g, 'stated', oneDigit, true)),
  kind('N2', 'the sign of the growth to come', (g) =>
    statedFaults(g, 'stated', (v) => [v.startsWith('-') ? v.slice(1) : `-${v}`], true),
  ),
  kind('N2', 'a digit of this year’s value', (g) => statedFaults(g, 'earlier', oneDigit, true), ['N2', 'N1', 'N3']),
  kind('N3', 'one digit of a part', (g) => totalFaults(g, 'part', oneDigit)),
  kind('N3', 'one digit of the total', (g) => totalFaults(g, 'total', oneDigit)),
  kind('N3', 'two digits of a part changed about', (g) => totalFaults(g, 'part', swapped)),
  kind('N3', 'two digits of the total changed about', (g) => totalFaults(g, 'total', swapped)),
  kind('N3', 'a digit dropped from a part', (g) => totalFaults(g, 'part', dropped)),
  kind('N3', 'a digit dropped from the total', (g) => totalFaults(g, 'total', dropped)),
  kind('N3', 'the point of a part', (g) => totalFaults(g, 'part', (v) => [moved(v, 1), moved(v, -1)])),
  kind('N3', 'a part taken in 万 for the unit', (g) => totalFaults(g, 'part', (v) => [moved(v, 4)])),
  kind('N3', 'a part forgotten in the list', (g) => forgottenParts(g)),
  kind('N3', 'a part above its whole', (g) => partsAbove(g)),
  kind('N3', 'a digit of an operand of a formula', (g) => formulaFaults(g, operands)),
  kind('N3', 'another sign in a formula', (g) =>
    formulaFaults(g, (f) => [f.replace('+', '−'), f.replace('÷', '×')].filter((text) => text !== f)),
  ),
  kind('N3', 'a digit of a derived value', (g) => derivedFaults(g)),
  kind('N4', 'a total finer than its parts', (g) => finerTotals(g), ['N4', 'N3']),
  kind('N6', 'the dropped digit is named', (g) => hinted(g, dropped)),
  // A digit doubled after the point only gives the value more finely.
  kind('N6', 'the doubled digit is named', (g) =>
    hinted(g, (value) => doubled(value).filter((text) => text.split('.')[1] === value.split('.')[1])),
  ),
  kind('N6', 'the moved point is named', (g) => hinted(g, (v) => [moved(v, 1), moved(v, -1)])),
  kind('N15', 'last year’s value was another', (g) => restated(g)),
  kind('N15', 'last year’s value was in another unit', (g) => restatedUnit(g)),
  kind('N17', 'ten times too much', (g) => magnified(g, 1)),
  kind('N17', 'ten thousand times too much', (g) => magnified(g, 4)),
  kind('N17', 'ten times too little', (g) => magnified(g, -1)),
  kind('N17', 'given in a unit a thousand times as large', (g) => thousandfold(g)),
];

/** A stated difference of shares whose digits, sign or unit are wrong. */
function pointFaults(ground: Ground): readonly Seed[] {
  return statedPairs(ground).flatMap((one) => {
    if (one.stated.unit !== 'percentage_points') return [];
    const variants = [...oneDigit(one.stated.value), `-${one.stated.value}`];
    return variants.map((value) => ({
      edits: [replaced(one.stated.field, `"${value}"`)],
      lines: [lineOf(one.later.field), lineOf(one.stated.field)],
      about: `${one.metric.id} stated ${one.stated.value} → ${value}`,
    }));
  });
}

/** Goals that give both a value and a change from a base. */
function goalFaults(ground: Ground): readonly Seed[] {
  const targets = (ground.documents.get('content/targets.yaml') as { targets: readonly Record<string, unknown>[] })
    .targets;
  return targets.flatMap((_, i) => {
    const at = (...path: string[]) => ground.at('content/targets.yaml', 'targets', i, ...path);
    const [base, value, change] = [at('base', 'value'), at('goal', 'value'), at('goal', 'change')];
    if (base === undefined || value === undefined || change === undefined) return [];
    return [value, change].flatMap((field) =>
      oneDigit(field.value).flatMap((text): readonly Seed[] => {
        const [to, by] = [field === value ? text : value.value, field === change ? text : change.value];
        return couldChange(base.value, to, by)
          ? []
          : [
              {
                edits: [replaced(field, `"${text}"`)],
                lines: [lineOf(value), lineOf(change)],
                about: `goal ${field.value} → ${text}`,
              },
            ];
      }),
    );
  });
}

function forgottenParts(ground: Ground): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, parts, complete, listed }) => {
    if (!complete || parts.length < 2) return [];
    return parts.flatMap((part, k): readonly Seed[] => {
      const item =
        ground.at(metric.file, 'metrics', metric.index, 'parts', 'items', k) ??
        ground.at(metric.file, 'metrics', metric.index, 'parts', listed, 'items', k);
      const text = ground.files[metric.file] ?? '';
      if (item === undefined || Number(part.value) === 0) return [];
      const [start, end] = k === 0 ? [item.start, item.end + 2] : [item.start - 2, item.end];
      if (!/^,? ?[\w.-]+,? ?$/.test(text.slice(start, end))) return [];
      const about = `${item.value} is no part of ${metric.id} any more`;
      return [
        { edits: [{ file: metric.file, start, end, text: '' }], lines: [lineOf(total.field), lineOf(item)], about },
      ];
    });
  });
}

function partsAbove(ground: Ground): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, parts, complete }) =>
    complete
      ? []
      : parts.map((part) => ({
          edits: [replaced(part.field, `"${moved(total.value, 1)}"`)],
          lines: [lineOf(total.field)],
          named: [lineOf(part.field)],
          about: `a part of ${metric.id} is ${moved(total.value, 1)}`,
        })),
  );
}

function derivedFaults(ground: Ground): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value) => {
      const formula = ground.at(
        metric.file,
        'metrics',
        metric.index,
        'values',
        Number(value.field.path.at(-2)),
        'derived',
      );
      if (formula === undefined || value.status !== 'derived') return [];
      return oneDigit(value.value).map((text) => ({
        edits: [replaced(value.field, `"${text}"`)],
        lines: [lineOf(value.field), lineOf(formula)],
        about: `${metric.id} = ${formula.value}: ${value.value} → ${text}`,
      }));
    }),
  );
}

/** A part given less finely, and the total that a calculator makes of the parts. */
function finerTotals(ground: Ground): readonly Seed[] {
  return totals(ground).flatMap(({ metric, total, parts, complete }) => {
    if (!complete || total.stated.length > 0) return [];
    return parts.flatMap((part): readonly Seed[] => {
      const places = part.value.split('.')[1]?.length ?? 0;
      if (places === 0) return [];
      const coarse = Number(part.value).toFixed(places - 1);
      const sum = parts.reduce((all, one) => all + Number(one === part ? coarse : one.value), 0).toFixed(places);
      if (sum.endsWith('0')) return [];
      return [
        {
          edits: [replaced(part.field, `"${coarse}"`), replaced(total.field, `"${sum}"`)],
          lines: [lineOf(total.field)],
          about: `a part of ${metric.id}: ${part.value} → ${coarse}, total ${total.value} → ${sum}`,
        },
      ];
    });
  });
}

/** A slip whose hint names what the value was. */
function hinted(ground: Ground, variants: Variants): readonly Seed[] {
  return statedFaults(ground, 'later', variants).flatMap((seed) => {
    const was = / later (\S+) → /.exec(seed.about)?.[1];
    return was === undefined || was.replace(/\D/g, '').length < 3 ? [] : [{ ...seed, says: was }];
  });
}

function restated(ground: Ground): readonly Seed[] {
  const { prior } = calendarOf(ground);
  return metricsOf(ground).flatMap((metric) => {
    const value = metric.by.get(prior);
    if (value === undefined || metric.restated.includes(prior)) return [];
    return oneDigit(value.value).map((was) => ({
      edits: [],
      against: {
        file: 'last/data.json',
        figures: [{ metric: metric.id, period: prior, value: was, unit: value.unit }],
      },
      lines: [lineOf(value.field)],
      about: `${metric.id} was ${was}, is ${value.value}`,
    }));
  });
}

function restatedUnit(ground: Ground): readonly Seed[] {
  const scales: Readonly<Record<string, string>> = {
    MtCO2e: 'ktCO2e',
    ktCO2e: 'tCO2e',
    MWh: 'kWh',
    MHKD: 'kHKD',
    MRMB: 'kRMB',
    t: 'kg',
    GWh: 'MWh',
  };
  const { prior } = calendarOf(ground);
  return metricsOf(ground).flatMap((metric): readonly Seed[] => {
    const value = metric.by.get(prior);
    const unit = scales[value?.unit ?? ''];
    if (value === undefined || unit === undefined || Number(value.value) === 0 || metric.restated.includes(prior))
      return [];
    return [
      {
        edits: [],
        against: { file: 'last/data.json', figures: [{ metric: metric.id, period: prior, value: value.value, unit }] },
        lines: [lineOf(value.field)],
        about: `${metric.id} was ${value.value} ${unit}`,
      },
    ];
  });
}

/** Series of levels in which one value stands out by a power of ten; shares have bounds of their own. */
function magnified(ground: Ground, places: number): readonly Seed[] {
  return steady(ground).flatMap(({ metric, value }) => {
    const text = moved(value.value, places);
    return Number(text) === 0
      ? []
      : [
          {
            edits: [replaced(value.field, `"${text}"`)],
            lines: [lineOf(value.field), ...metric.values.map((v) => lineOf(v.field))],
            named: [lineOf(value.field)],
            about: `${metric.id}: ${value.value} → ${text}`,
          },
        ];
  });
}

function thousandfold(ground: Ground): readonly Seed[] {
  const larger: Readonly<Record<string, string>> = {
    ktCO2e: 'MtCO2e',
    tCO2e: 'ktCO2e',
    kWh: 'MWh',
    MWh: 'GWh',
    t: 'kt',
    MHKD: 'BHKD',
    MRMB: 'BRMB',
    L: 'kL',
    m3: 'ML',
  };
  return steady(ground).flatMap(({ metric, value }): readonly Seed[] => {
    const unit = larger[value.unit];
    if (unit === undefined || value.inField === undefined || unit === 'ML') return [];
    return [
      {
        edits: [replaced(value.inField, unit)],
        lines: [lineOf(value.field), ...metric.values.map((v) => lineOf(v.field))],
        named: [lineOf(value.field)],
        about: `${metric.id}: ${value.unit} → ${unit}`,
      },
    ];
  });
}

/** Values with a neighbour of much the same size. */
export function steady(ground: Ground): readonly { metric: MetricView; value: ValueView }[] {
  return metricsOf(ground).flatMap((metric) => {
    if (metric.unit === 'percent' || metric.unit === 'permille' || metric.values.length < 3) return [];
    const sizes = metric.values.map(({ value }) => Number(value));
    const isSteady = Math.min(...sizes) > 0 && Math.max(...sizes) / Math.min(...sizes) < 1.5;
    const alike = new Set(metric.values.map(({ unit }) => unit)).size === 1;
    return isSteady && alike
      ? metric.values.filter(({ status }) => status === 'reported').map((value) => ({ metric, value }))
      : [];
  });
}
