import { maskedSource } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, type PerLang } from '../../core/index.ts';
import type { ChangeSense, MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type ComparedFigures, comparedFigures, type WordedFigure, wordedFigures } from '../figures-in-text.ts';

/** Formats that leave the sign to the sentence. */
const UNSIGNED: ReadonlySet<string | undefined> = new Set(['pct', 'abs', 'pp']);

/**
 * N9: words of direction go the way of the figures. A value that fell is not “raised to”, one that got worse has not
 * “improved”, and a fall that prints its minus does not stand after “down”.
 */
export function polarity({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  const asked = askedOnce(book);
  return [
    ...wordedFigures(report).flatMap((figure) => judgeWord(report, asked, figure)),
    ...comparedFigures(report).flatMap((figures) => judgeComparison(report, book, figures)),
  ];
}

type Senses = Pick<MetricBook, 'canonical' | 'polarity'> & {
  sense(metric: string, period: string, from: string | undefined): ChangeSense | undefined;
};

/** Both languages ask for the same changes. */
function askedOnce(book: MetricBook): Senses {
  const known = new Map<string, ChangeSense | undefined>();
  return {
    canonical: book.canonical,
    polarity: book.polarity,
    sense: (metric, period, from) => {
      const key = `${metric}@${period}<${from ?? ''}`;
      if (!known.has(key)) known.set(key, book.differenceSense(metric, period, 'en', from));
      return known.get(key);
    },
  };
}

function judgeWord(report: CheckFacts['report'], book: Senses, figure: WordedFigure): readonly Diagnostic[] {
  const { ref, text, word } = figure;
  const sense = senseOf(report, book, figure);
  if (sense === undefined || sense.direction === 'same') return [];
  const wanted = word.direction;
  const went = wanted === 'better' || wanted === 'worse' ? sense.judgement : sense.direction;
  if (went === 'neutral') return [];
  const at = () => {
    const span = report.origins.spanOf(ref.origin);
    return { ...(span === undefined ? {} : { span }), lang: text.lang };
  };
  if (went !== wanted) {
    const says = wanted === 'better' || wanted === 'worse' ? `says ${wanted}` : `goes ${wanted}`;
    return [
      diagnose('N9', `“${word.word}” ${says}, but ${ref.head} went ${went}`, {
        ...at(),
        expected: `a word for ${went}`,
        found: word.word,
        hints: ['change the word; whether the change is good follows from the polarity of the metric'],
      }),
    ];
  }
  const signed = !UNSIGNED.has(ref.format.name) && ref.target.kind !== 'm' && word.kind === 'by';
  if (sense.direction === 'up' || !signed || (ref.target.kind === 'target' && ref.target.field === 'gap')) return [];
  return [
    diagnose('N9', `“${word.word}” says the direction, and ${ref.head} prints its minus too`, {
      ...at(),
      hints: ['use pct, pp or abs, which print no sign'],
    }),
  ];
}

function judgeComparison(
  report: CheckFacts['report'],
  book: MetricBook,
  { first, second, text, word, direction }: ComparedFigures,
): readonly Diagnostic[] {
  if (first.target.kind !== 'm' || second.target.kind !== 'm') return [];
  const one = book.canonical(first.target.metric, first.target.period);
  const other = book.canonical(second.target.metric, second.target.period);
  if (one === null || other === null || one === other) return [];
  const went = new Decimal(one).gt(other) ? 'up' : 'down';
  if (went === direction) return [];
  const span = report.origins.spanOf(second.origin);
  return [
    diagnose('N9', `“${word}” sets ${first.head} ${went === 'up' ? 'below' : 'above'} ${second.head}, and it is not`, {
      ...(span === undefined ? {} : { span }),
      expected: `a word for ${went}`,
      found: word,
      hints: ['change the word, or exchange the figures'],
      lang: text.lang,
    }),
  ];
}

/** Which way the figure went: a change by its sign, a level against the one that the sentence counts from. */
function senseOf(
  report: CheckFacts['report'],
  book: Senses,
  { ref, text, word, from }: WordedFigure,
): ChangeSense | undefined {
  const { target } = ref;
  if (target.kind === 'yoy' || target.kind === 'diff') {
    return book.sense(target.metric, target.period, target.from);
  }
  if (target.kind === 'target' && target.field === 'change') return ofGoal(report, book, target.target);
  if (target.kind !== 'm' || word.kind !== 'to') return undefined;
  const earlier = from?.target.kind === 'm' ? from.target.period : undefined;
  const sense = book.sense(target.metric, target.period, earlier);
  if (sense === undefined || book.canonical(target.metric, target.period)?.startsWith('-') !== true) return sense;
  if (ref.format.name === 'abs') return { ...sense, direction: OPPOSITE[sense.direction] };
  // With its sign a loss or a cost may be said to narrow or to rise, both of it rightly; a result goes one way.
  const label = report.metrics.get(target.metric)?.label[text.lang] ?? '';
  const lead = maskedSource(text).slice(0, ref.start);
  const clause = lead.slice(lead.search(/[^，。；、,.;]*$/));
  const isResult = RESULT[text.lang].test(label) && !LOSS[text.lang].test(label + clause) && !WIDTH.test(word.word);
  return isResult ? sense : undefined;
}

/** What is a profit where it is above zero and a loss below. */
const RESULT: PerLang<RegExp> = {
  zh: /业绩|利润|净利|盈亏|损益|收益|盈余|现金流/,
  en: /\b(?:results?|profits?|earnings|income|margin|surplus|cash flow)\b/i,
};
const LOSS: PerLang<RegExp> = { zh: /亏损|损失|赤字|亏空/, en: /\b(?:loss(?:es)?|deficits?|shortfall)\b/i };
/** Words of how far from zero something is. */
const WIDTH = /收窄|缩|扩|放大|narrow|widen|shr[aiu]nk|expand|contract/i;

/** A loss that prints without its sign narrows while the result goes up. */
const OPPOSITE = { up: 'down', down: 'up', same: 'same' } as const;

/** The sense of a goal that is stated as a change. */
function ofGoal(report: CheckFacts['report'], book: Senses, id: string): ChangeSense | undefined {
  const target = report.targets.get(id);
  const change = target?.goal.change;
  if (change === undefined) return undefined;
  const direction = change.startsWith('-') ? 'down' : 'up';
  const better = target?.metric === undefined ? 'neutral' : book.polarity(target.metric);
  if (better === 'neutral') return { direction, judgement: 'neutral' };
  return { direction, judgement: (better === 'higher_is_better') === (direction === 'up') ? 'better' : 'worse' };
}
