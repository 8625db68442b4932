import type { DataMetric, DataSentence, DataTarget, DataValue, ReportData } from './data-types.ts';
import { wordsOf } from './sentence-words.ts';

/**
 * `restated` is a value that changed and says so, `changed` one that does not; `regraded` has the value it had, and another
 * status, source or note. `reworded` is a sentence that cites figures and says something else.
 */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'restated' | 'regraded' | 'reworded';

/** One difference between two states of a report. */
export interface DataChange {
  readonly kind: ChangeKind;
  /** `own.net@FY2024`, `target:t.water`, or the id of what holds a text. */
  readonly item: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Ids of the blocks that show or cite the figure or hold the text: in the new state, for what was removed in the old one. */
  readonly blocks: readonly string[];
}

/** What changed from one state of a report’s data to another: figures, goals, then sentences, in the order of the data. */
export function diffData(before: ReportData, after: ReportData): readonly DataChange[] {
  return [
    ...diffItems(valuesOf(before), valuesOf(after), { shown: shownValue, rest: restOfValue, restated: isRestated }),
    ...diffItems(goalsOf(before), goalsOf(after), { shown: shownGoal, rest: restOfGoal, restated: () => false }),
    ...diffSentences(before.sentences, after.sentences),
  ];
}

interface Held<T> {
  readonly one: T;
  readonly blocks: readonly string[];
}

interface Manner<T> {
  readonly shown: (one: T) => string;
  /** What else a reader could be told of it. */
  readonly rest: (one: T) => string;
  readonly restated: (was: T, now: T) => boolean;
}

function diffItems<T>(
  before: ReadonlyMap<string, Held<T>>,
  after: ReadonlyMap<string, Held<T>>,
  { shown, rest, restated }: Manner<T>,
): readonly DataChange[] {
  const kept = [...after].flatMap(([item, now]): readonly DataChange[] => {
    const was = before.get(item)?.one;
    const { blocks } = now;
    if (was === undefined) return [{ kind: 'added', item, before: null, after: shown(now.one), blocks }];
    const [old, current] = [shown(was), shown(now.one)];
    if (old !== current) {
      const kind = restated(was, now.one) ? 'restated' : 'changed';
      return [{ kind, item, before: old, after: current, blocks }];
    }
    const [oldRest, currentRest] = [rest(was), rest(now.one)];
    if (oldRest === currentRest) return [];
    return [{ kind: 'regraded', item, before: oldRest, after: currentRest, blocks }];
  });
  const gone = [...before].flatMap(([item, { one, blocks }]): readonly DataChange[] =>
    after.has(item) ? [] : [{ kind: 'removed', item, before: shown(one), after: null, blocks }],
  );
  return [...kept, ...gone];
}

interface HeldValue {
  readonly metric: DataMetric;
  readonly value: DataValue;
}

function valuesOf({ metrics }: ReportData): ReadonlyMap<string, Held<HeldValue>> {
  return new Map(
    metrics.flatMap((metric) =>
      metric.values.map(
        (value) => [`${metric.id}@${value.period}`, { one: { metric, value }, blocks: value.blocks }] as const,
      ),
    ),
  );
}

/** As given: a value that is given finer, or in another unit, has changed for whoever signs it. */
function shownValue({ value: { given } }: HeldValue): string {
  return given.value === null ? 'not disclosed' : `${given.value} ${given.unit}`;
}

function restOfValue({ metric, value }: HeldValue): string {
  const { status, sources, alternatives, derived, note, restated } = value;
  const others = alternatives.map((one) => `${one.value} ${one.unit}`);
  return [
    status,
    `from ${sources.join(', ') || 'no source'}`,
    `scope ${metric.scope.key}`,
    ...(others.length === 0 ? [] : [`other readings ${others.join(', ')}`]),
    ...(derived === null ? [] : [`derived ${derived.en}`]),
    ...(restated === null ? [] : [`restated from ${restated.old ?? 'an unknown value'}: ${restated.reason.en}`]),
    ...(note === null ? [] : [`note ${note.zh} / ${note.en}`]),
  ].join('; ');
}

function isRestated({ value: was }: HeldValue, { value: now }: HeldValue): boolean {
  return now.restated !== null && JSON.stringify(now.restated) !== JSON.stringify(was.restated);
}

function goalsOf({ targets, sentences }: ReportData): ReadonlyMap<string, Held<DataTarget>> {
  return new Map(
    targets.map((one) => {
      const heads = [`target:${one.id}.`];
      const citing = sentences.filter(({ cites }) =>
        cites.some((head) => heads.some((start) => head.startsWith(start))),
      );
      return [`target:${one.id}`, { one, blocks: [...new Set(citing.map((text) => text.in))] }] as const;
    }),
  );
}

function shownGoal({ goal, base }: DataTarget): string {
  const aim = goal.value ?? (goal.change === null ? (goal.text?.en ?? '') : goal.change);
  const from = base?.value == null ? '' : ` from ${base.value} ${base.unit} in ${base.period}`;
  return `${[aim, goal.unit ?? ''].filter((part) => part !== '').join(' ')} by ${goal.by}${from}`;
}

function restOfGoal({ status, sources, label }: DataTarget): string {
  return `${label.zh} / ${label.en}; ${status}; from ${sources.join(', ') || 'no source'}`;
}

/**
 * Texts that cite figures and say something else than before, sentence by sentence. A text keeps its references, so one whose
 * figures alone changed is the same. Texts of one holder are put side by side in order.
 */
function diffSentences(before: readonly DataSentence[], after: readonly DataSentence[]): readonly DataChange[] {
  const [old, current] = [byHolder(before), byHolder(after)];
  const holders = [...new Set([...current.keys(), ...old.keys()])];
  return holders.flatMap((holder) => {
    const [was, now] = [wordsOf(old.get(holder) ?? []), wordsOf(current.get(holder) ?? [])];
    const [gone, come] = [lacking(was, now), lacking(now, was)];
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): DataChange => {
      const [from, to] = [gone[index] ?? null, come[index] ?? null];
      const kind = 'reworded';
      return { kind, item: holder, before: from, after: to, blocks: [holder] };
    });
  });
}

function byHolder(texts: readonly DataSentence[]): ReadonlyMap<string, readonly DataSentence[]> {
  const found = new Map<string, DataSentence[]>();
  for (const one of texts) found.set(one.in, [...(found.get(one.in) ?? []), one]);
  return found;
}

/** Those of the first list that the second lacks; one that stands twice counts twice. */
function lacking(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
