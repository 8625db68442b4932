import type { Reference, Text } from '../content/types.ts';
import type { Account, AccountKind, Expected } from './account.ts';
import { type CallContext, isSettled, printedText, type RefStretch } from './call-context.ts';
import type { FoundFigure } from './figure.ts';

/** The figures that a text of the content should print, in order: those of references, and those that its author wrote out. */
export function expectedOfText(text: Text, context: CallContext): readonly Expected[] {
  const known = context.settled.expected.get(text);
  if (known !== undefined) return known;
  const expected = workedOut(text, context);
  if (isSettled(text.inlines)) context.settled.expected.set(text, expected);
  return expected;
}

function workedOut(text: Text, context: CallContext): readonly Expected[] {
  const printed = printedText(text, context);
  let written = 0;
  return context.read(printed.text).map((figure): Expected => {
    const stretch = printed.refs.find(({ start, end }) => figure.start < end && figure.end > start);
    if (stretch === undefined) {
      written += 1;
      const named = figure.kind === 'name' || isInTerm(printed.text, figure, context.termForms);
      const account = plainAccount(named ? 'name' : 'text', `text:${written}`, text.origin);
      return { account, figure, must: true, bare: false };
    }
    const account = accountOf(stretch, text, context);
    return { account, figure, must: account.kind !== 'page', bare: false };
  });
}

/** Figures in the forms of terms are parts of names. */
function isInTerm(text: string, figure: FoundFigure, terms: readonly string[]): boolean {
  return terms.some((form) => {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      if (at <= figure.start && at + form.length >= figure.end) return true;
    }
    return false;
  });
}

/** An account of digits that stand for no metric. */
export function plainAccount(kind: AccountKind, key: string, origin: string): Account {
  return { kind, key, metric: undefined, period: undefined, status: undefined, sources: [], origin };
}

const KINDS: Readonly<Record<Reference['target']['kind'], AccountKind>> = {
  m: 'value',
  yoy: 'change',
  diff: 'difference',
  share: 'share',
  sum: 'sum',
  target: 'target',
  period: 'period',
  date: 'date',
  lit: 'literal',
  term: 'name',
  see: 'page',
  page: 'page',
  note: 'note mark',
  src: 'source key',
};

function accountOf({ ref }: RefStretch, text: Text, context: CallContext): Account {
  const { target } = ref;
  const kind = target.kind === 'target' && target.field === 'by' ? 'period' : KINDS[target.kind];
  const quantity = 'metric' in target || 'part' in target || 'metrics' in target || target.kind === 'target';
  const { metric, period, status } = quantity
    ? context.book.resolve(ref, text.lang).quantity
    : { metric: undefined, period: undefined, status: undefined };
  const key = target.kind === 'lit' ? `lit:${target.reason}` : target.kind === 'm' ? ref.head.slice(2) : ref.head;
  return { kind, key, metric, period, status, sources: sourcesOf(ref, context), origin: text.origin };
}

function sourcesOf({ target }: Reference, { report }: CallContext): readonly string[] {
  if (target.kind === 'target') return report.targets.get(target.target)?.source ?? [];
  const metrics =
    'metric' in target
      ? [target.metric]
      : target.kind === 'share'
        ? [target.part, target.whole]
        : target.kind === 'sum'
          ? target.metrics
          : [];
  if (!('period' in target)) return [];
  const periods = [target.period, 'from' in target ? target.from : undefined];
  const found = metrics.flatMap((id) =>
    (report.metrics.get(id)?.values ?? [])
      .filter(({ period }) => periods.includes(period))
      .flatMap(({ source }) => source),
  );
  return [...new Set(found)];
}

/** Figures of a plain label, of one account each. */
export function expectedOfLabel(
  text: string,
  account: Account,
  context: CallContext,
  options: { readonly bare?: boolean; readonly must?: boolean } = {},
): readonly Expected[] {
  return context
    .read(text)
    .map((figure: FoundFigure) => ({ account, figure, must: options.must ?? false, bare: options.bare ?? false }));
}
