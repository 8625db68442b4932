import type { Phrases } from './chart-model.ts';
import { type ChartModel, labelPhrases } from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';
import type { ChartTable } from './types.ts';
import { NOTHING } from './value-label.ts';

/** The rows behind a chart: a row a period, a column a series with its unit; marks as in the text's cells. */
export function chartTable(model: ChartModel, words: ChartWords): ChartTable {
  const heads = model.series.map(({ name, unit }) => `${both(name)}${unit.length === 0 ? '' : ` (${both(unit)})`}`);
  return {
    columns: [both(model.langs.map((lang) => ({ lang, text: words('period', lang) }))), ...heads],
    rows: model.periods.map((period, index) => [
      both(labelPhrases(model.langs, period.label)),
      ...model.series.map(({ points }) => cellText(points[index], words, model)),
    ]),
  };
}

/** The languages of a phrase side by side. */
export function both(phrases: Phrases): string {
  return phrases.map(({ text }) => text.replaceAll('\n', '')).join(' / ');
}

function cellText(
  point: ChartModel['series'][number]['points'][number] | undefined,
  words: ChartWords,
  model: ChartModel,
): string {
  if (point === undefined || point.value === null) return NOTHING;
  const mark = point.status === 'derived' ? '◇ ' : point.status === 'estimate' ? '≈ ' : '';
  const tagged = point.status === 'disputed' || point.status === 'sample';
  const tag = tagged ? ` (${model.langs.map((lang) => words(point.status as 'disputed', lang)).join(' / ')})` : '';
  return `${mark}${both(point.figure)}${tag}`;
}
