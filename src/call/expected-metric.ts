import type { Metric, MetricValue, Target } from '../content/types.ts';
import { LANGS, type Lang } from '../core/index.ts';
import type { Account, AccountKind, Expected } from './account.ts';
import { agrees } from './account.ts';
import type { CallContext } from './call-context.ts';
import { expectedOfLabel, expectedOfText, plainAccount } from './expected-text.ts';

/**
 * Everything that a tile, a table’s row or a chart may print of a metric in one language: its values with their old and
 * alternative ones, changes and differences, its targets, and the figures in its names and notes.
 */
export function expectedOfMetric(id: string, lang: Lang, context: CallContext): readonly Expected[] {
  const metric = context.report.metrics.get(id);
  if (metric === undefined) return [];
  return [
    ...metric.values.flatMap((value) => ofValue(metric, value, lang, context)),
    ...metric.restatements.flatMap((restatement) => expectedOfText(restatement.reason[lang], context)),
    ...restatementMarks(metric, context),
    ...[...context.report.targets.values()]
      .filter((target) => target.metric === id)
      .flatMap((target) => expectedOfTarget(target, lang, context)),
    ...namesOf(metric, lang, context),
  ];
}

/** The stored values alone, with the digits that their cells have. */
export function expectedValues(metric: Metric, lang: Lang, context: CallContext): readonly Expected[] {
  return metric.values.flatMap((value) => [
    ...valueFigures(metric, value, lang, context),
    ...oldFigures(metric, value, lang, context),
  ]);
}

/** Values whose print does not say what is stored: the formatter’s fault, found without asking it. */
export function misprints(context: CallContext): readonly Expected[] {
  return [...context.report.metrics.values()].flatMap((metric) =>
    LANGS.flatMap((lang) =>
      metric.values.flatMap((value) => {
        const canonical = context.book.canonical(metric.id, value.period);
        const unit = context.units.unit(metric.unit);
        if (canonical === null || unit === undefined) return [];
        return proseFigures(metric, value, lang, context).filter(({ figure }) => !agrees(figure, canonical, unit));
      }),
    ),
  );
}

function ofValue(metric: Metric, value: MetricValue, lang: Lang, context: CallContext): readonly Expected[] {
  const { book } = context;
  const account = (kind: AccountKind, key: string): Account => accountOf(metric, value, kind, key);
  const label = `${metric.id}@${value.period}`;
  const changes = [book.change(metric.id, value.period, lang), book.difference(metric.id, value.period, lang)];
  return [
    ...valueFigures(metric, value, lang, context),
    ...oldFigures(metric, value, lang, context),
    ...changes.flatMap((change, index) => {
      if (change.kind === 'none') return [];
      const [kind, key] = index === 0 ? (['change', 'yoy'] as const) : (['difference', 'diff'] as const);
      const { text } = change.quantity;
      const bare = text.replace(/^[+\u2212]|(?<=[◇≈]\s*)[+\u2212]/u, '');
      const own = account(kind, `${key}:${label}`);
      const unsigned = text.includes('\u2212') ? ('down' as const) : ('up' as const);
      const plain = bare === text ? [] : expectedOfLabel(bare, own, context).map((one) => ({ ...one, unsigned }));
      return [...expectedOfLabel(text, own, context), ...plain];
    }),
    ...value.statedChanges.flatMap((stated) =>
      statedFigures(stated.value, stated.in, lang, account('change', `stated:${label}`), context),
    ),
    ...value.alternatives.flatMap((other, index) =>
      expectedOfLabel(
        book.given(metric.id, other.value, other.in, lang, { place: 'prose' }).text,
        account('alternative', `other:${label}#${index + 1}`),
        context,
      ),
    ),
    ...[value.note, value.derived].flatMap((text) => (text === undefined ? [] : expectedOfText(text[lang], context))),
  ].map((one) => ({ ...one, must: false }));
}

function accountOf(metric: Metric, value: MetricValue, kind: AccountKind, key: string): Account {
  const { period, status, source, origin } = value;
  return { kind, key, metric: metric.id, period, status, sources: source, origin };
}

function proseFigures(metric: Metric, value: MetricValue, lang: Lang, context: CallContext): readonly Expected[] {
  const account = accountOf(metric, value, 'value', `${metric.id}@${value.period}`);
  const { text } = context.book.value(metric.id, value.period, lang, { place: 'prose' });
  return expectedOfLabel(text, account, context, { bare: true }).slice(0, 1);
}

function valueFigures(metric: Metric, value: MetricValue, lang: Lang, context: CallContext): readonly Expected[] {
  if (value.value === null) return [];
  const account = accountOf(metric, value, 'value', `${metric.id}@${value.period}`);
  const cell = context.book.cell(metric.id, value.period, lang).text;
  return [
    ...proseFigures(metric, value, lang, context),
    ...expectedOfLabel(cell, account, context, { bare: true }),
    ...expectedOfLabel(
      `${cell}${lang === 'zh' ? '' : ' '}${context.book.unitLabel(metric.id, lang)}`,
      account,
      context,
    ),
  ];
}

function oldFigures(metric: Metric, value: MetricValue, lang: Lang, context: CallContext): readonly Expected[] {
  const restated = context.book.cell(metric.id, value.period, lang).restated;
  if (restated === undefined || restated.old === null) return [];
  const account = accountOf(metric, value, 'old value', `old:${metric.id}@${value.period}`);
  const given = context.book.given(metric.id, restated.restatement.old ?? '', restated.restatement.in, lang, {
    place: 'prose',
  });
  return [restated.old, given.text].flatMap((text) => expectedOfLabel(text, account, context, { bare: true }));
}

/** A stated change as notes print it; in percent or points it is the same in both languages but for the words. */
function statedFigures(
  value: string,
  unit: string,
  lang: Lang,
  account: Account,
  context: CallContext,
): readonly Expected[] {
  const size = value.replace(/^-/, '');
  const falls = size !== value;
  const points = lang === 'zh' ? ['个百分点'] : [' percentage points', ' pp'];
  const tails = unit === 'percent' ? ['%'] : unit === 'percentage_points' ? points : [];
  const unsigned = falls ? ('down' as const) : ('up' as const);
  return tails.flatMap((tail) => [
    ...expectedOfLabel(`${falls ? '\u2212' : '+'}${size}${tail}`, account, context),
    ...expectedOfLabel(`${size}${tail}`, account, context).map((one) => ({ ...one, unsigned })),
  ]);
}

/** The figures of a target: where it starts, what it aims at, how far it is, and by when. */
export function expectedOfTarget(target: Target, lang: Lang, context: CallContext): readonly Expected[] {
  const { book, report } = context;
  const { status, source: sources, origin, metric } = target;
  const account = (field: string): Account => ({
    kind: field === 'by' ? 'period' : 'target',
    key: `target:${target.id}.${field}`,
    metric,
    period: undefined,
    status,
    sources,
    origin,
  });
  const figures = (['value', 'change', 'gap'] as const).flatMap((field) =>
    (['prose', 'label', 'cell'] as const).flatMap((place) => {
      const quantity = book.goalFigure(target, field, lang, { place });
      if (quantity === null) return [];
      const plain = quantity.text.replace(/^[+\u2212]/, '');
      return [quantity.text, plain].flatMap((text) => expectedOfLabel(text, account(field), context, { bare: true }));
    }),
  );
  const by = report.periods.find(({ id }) => id === target.goal.by)?.label[lang] ?? target.goal.by;
  const base = target.base;
  const start =
    base?.value == null || metric === undefined
      ? []
      : expectedOfLabel(
          book.given(metric, base.value, base.in, lang, { place: 'prose' }).text,
          account('base'),
          context,
          {
            bare: true,
          },
        );
  const progress = book.progress(target);
  const done = progress === null ? [] : [progress.achieved, progress.onPath];
  return [
    ...figures,
    ...start,
    ...expectedOfLabel(by, account('by'), context),
    ...expectedOfLabel(`${by}年`, account('by'), context),
    ...done.flatMap((share) => expectedOfLabel(`${share}%`, account('progress'), context)),
    ...[target.goal.text, target.note].flatMap((text) =>
      text === undefined ? [] : expectedOfText(text[lang], context),
    ),
    ...expectedOfLabel(target.label[lang], plainAccount('name', `label:${target.id}`, origin), context),
  ].map((one) => ({ ...one, must: false }));
}

/** R1, R2: the marks of restated values, numbered over a table. */
function restatementMarks(metric: Metric, context: CallContext): readonly Expected[] {
  if (metric.restatements.length === 0) return [];
  const all = [...context.report.metrics.values()].reduce((sum, one) => sum + one.restatements.length, 0);
  const account = plainAccount('note mark', `restated:${metric.id}`, metric.origin);
  return Array.from({ length: all }, (_, index) => `R${index + 1}`).flatMap((mark) =>
    expectedOfLabel(mark, account, context),
  );
}

function namesOf(metric: Metric, lang: Lang, context: CallContext): readonly Expected[] {
  const account = plainAccount('name', `label:${metric.id}`, metric.origin);
  const texts = [metric.label[lang], metric.short?.[lang], metric.scope[lang], context.book.unitLabel(metric.id, lang)];
  return texts.flatMap((text) => (text === undefined ? [] : expectedOfLabel(text, account, context)));
}
