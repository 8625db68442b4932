import { type FoundFigure, figureReader } from '../../call/index.ts';
import type { Metric, MetricValue, Report, Source } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';
import { dimensionsOf } from '../unit-dimensions.ts';

/**
 * V2: a value stands in the text of the source that it cites, in some notation: 2.32 million tons, 232万吨 or 2,320,000.
 * Looks at sources of which the project keeps a copy. A derived value stands in no source.
 */
export function sourceMatch({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  const texts = readSources(report);
  if (texts.size === 0) return [];
  return [...report.metrics.values()].flatMap((metric) =>
    metric.values.flatMap((value) =>
      value.value === null || value.status === 'derived' || value.status === 'sample'
        ? []
        : value.source.flatMap((id, i) => {
            const figures = texts.get(id);
            if (figures === undefined || figures.some((one) => says(book, metric, value, one))) return [];
            return [absent(report, metric, value, i)];
          }),
    ),
  );
}

function readSources(report: Report): ReadonlyMap<string, readonly FoundFigure[]> {
  const copies = [...report.sources.values()].filter((one): one is Source & { text: string } => one.text !== undefined);
  if (copies.length === 0) return new Map();
  const read = figureReader();
  return new Map(copies.map(({ id, text }) => [id, read(text)]));
}

/**
 * Whether a figure of a source is the value: by its amount where the two units convert, by its digits where the source
 * gives none or the project’s unit is its own. Where a source rounds, its figure is the value rounded to the same place.
 */
function says(book: MetricBook, metric: Metric, { value, in: unit }: MetricValue, figure: FoundFigure): boolean {
  const own = book.unit(unit ?? metric.unit);
  const theirs = book.unit(figure.unit) ?? book.unit(GAS[figure.unit] ?? '');
  if (own === undefined || theirs === undefined || dimensionsOf(book, unit ?? metric.unit)?.custom === true) {
    return figure.number !== undefined && isDigitsOf(figure.number, value ?? '');
  }
  if (!converts(theirs.dimension, own.dimension)) return false;
  if (!/^-?\d+(?:\.\d+)?$/.test(figure.value)) return false;
  const said = new Decimal(figure.value).times(theirs.factor).abs();
  const meant = new Decimal(value ?? '0').times(own.factor).abs();
  const grain = new Decimal(figure.grain ?? 0).times(theirs.factor);
  return said.minus(meant).abs().lte(grain.div(2));
}

/** Sources say tonnes where CO2e is meant. */
const GAS: Readonly<Record<string, string>> = { CO2e: 'tCO2e' };

function converts(theirs: string, own: string): boolean {
  return theirs === own || (theirs === 'mass' && own === 'co2e');
}

/** The very digits: a figure that is printed with its trailing zeros is the same figure in whatever unit. */
function isDigitsOf(number: string, value: string): boolean {
  return number.replace('-', '') === value.replace('-', '');
}

function absent(
  report: Report,
  metric: Metric,
  { value, in: unit, period, origin, source }: MetricValue,
  i: number,
): Diagnostic {
  const id = source[i] ?? '';
  const span = report.origins.spanOf(`${origin}/value`);
  const cited = report.origins.spanOf(`${report.sources.get(id)?.origin ?? ''}/text`);
  return diagnose('V2', `${value ?? ''} ${unit ?? metric.unit} does not stand in the text of ${id}`, {
    ...(span === undefined ? {} : { span }),
    item: `${metric.id}@${period}`,
    related: cited === undefined ? [] : [{ span: cited, note: 'the copy of the source' }],
    hints: ['compare the value with the source, or cite the source that has it'],
  });
}
