import {
  maskedSource,
  REFERENCE_SIGN,
  type Reference,
  type Report,
  reportTexts,
  type Text,
  textReferences,
} from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, LANGS, type OriginId } from '../../core/index.ts';
import type { MetricBook, TypedUnit } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { isCounting } from '../unit-dimensions.ts';

/**
 * N5: a unit that is typed beside a bare figure, or named as what a chart measures, is the one that the figure prints in.
 * 232亿吨 for 232万吨 reads well and is wrong ten thousand times over.
 */
export function typedUnit({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return [
    ...reportTexts(report).flatMap(({ text, role }) =>
      role === 'formula' ? [] : [text.zh, text.en].flatMap((one) => besideFigures(report, book, one)),
    ),
    ...chartMeasures(report, book),
  ];
}

function besideFigures(report: Report, book: MetricBook, text: Text): readonly Diagnostic[] {
  const plain = maskedSource(text);
  return textReferences(text).flatMap((ref): readonly Diagnostic[] => {
    const metric = ref.format.name === 'num' ? metricOf(report, ref) : undefined;
    // The words of an intensity may stand apart: 每百万元营收8.1吨.
    if (metric === undefined || book.metric(metric) === undefined || book.metric(metric)?.nature === 'intensity')
      return [];
    const after = plain.slice(ref.end).replace(/^\*+/, '').split(REFERENCE_SIGN)[0] ?? '';
    const before = plain.slice(0, ref.start);
    if (!/^[ \u00a0]?[\p{L}%‰]/u.test(after) && !/[A-Z]{3} ?$/.test(before)) return [];
    const typed = book.typedUnits(before, after, text.lang);
    return [...slip(report, book, { metric, typed, lang: text.lang, origin: ref.origin, what: ref.head })];
  });
}

/** The metric whose display unit the bare figure of a reference is in. */
function metricOf(report: Report, { target }: Reference): string | undefined {
  if (target.kind === 'm') return target.metric;
  if (target.kind === 'sum') return target.metrics[0];
  const isAmount = target.kind === 'target' && (target.field === 'value' || target.field === 'gap');
  return isAmount ? report.targets.get(target.target)?.metric : undefined;
}

function chartMeasures(report: Report, book: MetricBook): readonly Diagnostic[] {
  return [...report.blocks.values()].flatMap((block) => {
    const first = block.type === 'chart' ? block.series[0]?.metric : undefined;
    if (block.type !== 'chart' || first === undefined || book.metric(first) === undefined) return [];
    // The axes of a scatter have a unit each, and neither is the measure of the chart.
    if (block.chart === 'scatter' || book.metric(first)?.nature === 'intensity') return [];
    return LANGS.flatMap((lang) => {
      const plain = maskedSource(block.measure[lang]);
      const named = (plain.split(/[,，、:：(（]/).at(-1) ?? '').trim();
      const printed = book.printedUnit(first, lang);
      const typed = book
        .typedUnits('', named, lang)
        .filter((unit) => unit.dimension === printed.dimension || (isCounting(unit) && isCounting(printed)));
      const what = `the measure of ${block.id}`;
      return slip(report, book, { metric: first, typed, lang, origin: block.measure[lang].origin, what });
    });
  });
}

interface Typed {
  readonly metric: string;
  readonly typed: readonly TypedUnit[];
  readonly lang: Text['lang'];
  readonly origin: OriginId;
  readonly what: string;
}

function slip(report: Report, book: MetricBook, { metric, typed, lang, origin, what }: Typed): readonly Diagnostic[] {
  const printed = book.printedUnit(metric, lang);
  const [first] = typed;
  if (first === undefined || typed.some((unit) => isSame(unit, printed))) return [];
  const span = report.origins.spanOf(origin);
  return [
    diagnose('N5', `“${first.text}” is typed for ${what}, which prints in “${printed.text}”`, {
      ...(span === undefined ? {} : { span }),
      expected: printed.text === '' ? 'no unit' : printed.text,
      found: first.text,
      hints: ['cite the figure without `num`, which prints its unit; or correct the word'],
      lang,
    }),
  ];
}

/** Whether two units are as large. What is counted may be named by any word: 人 and 名, people and patients. */
function isSame(one: TypedUnit, other: TypedUnit): boolean {
  const isAlike = one.dimension === other.dimension || (isCounting(one) && isCounting(other));
  return isAlike && new Decimal(one.factor).eq(other.factor);
}
