import type { MetricValue, Report, Restatement } from '../../content/types.ts';
import type { Lang } from '../../core/index.ts';
import type { CellFigure } from '../../metrics/types.ts';
import { bareText, escapeMarkup } from '../escape.ts';
import { renderText } from '../rich-text.ts';
import type { ViewContext } from './view-context.ts';

/** One value of a metric that may need a note where it prints. */
export interface NotedValue {
  readonly metric: string;
  readonly period: string;
  readonly value: MetricValue | undefined;
  readonly restatement: Restatement | undefined;
  /** `R1`, `R2` … in the table it stands in, beside the struck old value; a tile has room for neither. */
  readonly restatedMark: string | undefined;
}

export function notedValue(metric: string, period: string, cell: CellFigure, mark: string | undefined): NotedValue {
  return { metric, period, value: cell.value, restatement: cell.restated?.restatement, restatedMark: mark };
}

/** Whether a value prints with a lettered note: a note of its own, a derivation, alternatives, a restatement. */
export function needsNote({ value, restatement }: NotedValue): boolean {
  if (restatement) return true;
  return (
    value !== undefined && (value.note !== undefined || value.derived !== undefined || value.alternatives.length > 0)
  );
}

/** The note of one or more values in one language, as markup: period, what the mark means, and the words of the content. */
export function valueNoteMarkup(context: ViewContext, values: readonly NotedValue[], lang: Lang): string {
  const parts = values.filter(needsNote).map((noted) => onePeriod(context, noted, lang));
  return parts.join(lang === 'zh' ? '' : ' ');
}

function onePeriod(context: ViewContext, noted: NotedValue, lang: Lang): string {
  const { words, book } = context;
  const { value, restatement } = noted;
  const sentences: string[] = [];
  if (value?.status === 'disputed') sentences.push(words.phrase('note_disputed', lang, {}));
  if (value?.derived) {
    const figure = book.value(noted.metric, noted.period, lang, { place: 'cell' });
    const plain = figure.parts
      .filter((part) => part.kind === 'figure')
      .map((part) => part.text)
      .join('');
    sentences.push(
      words.phrase('note_derived', lang, {
        value: escapeMarkup(plain),
        formula: renderText(value.derived[lang], context).html,
      }),
    );
  }
  if (value?.note) sentences.push(renderText(value.note[lang], context).html);
  if (value && value.alternatives.length > 0) {
    const listed = value.alternatives.map((one) => {
      const quantity = book.given(noted.metric, one.value, one.in, lang, { place: 'prose' });
      const keys = one.source.map((source) => sourceRef(context, source)).join(lang === 'zh' ? '、' : ', ');
      return `${escapeMarkup(quantity.text)}${keys ? (lang === 'zh' ? `（${keys}）` : ` (${keys})`) : ''}`;
    });
    sentences.push(words.phrase('note_alternatives', lang, { values: listed.join(lang === 'zh' ? '；' : '; ') }));
  }
  if (restatement) {
    const reason = renderText(restatement.reason[lang], context).html;
    const old = escapeMarkup(book.cell(noted.metric, noted.period, lang).restated?.old ?? '–');
    const { restatedMark: mark } = noted;
    sentences.push(
      mark === undefined
        ? words.phrase('note_restated_tile', lang, { old, reason })
        : words.phrase('note_restated', lang, { mark, reason }),
    );
  }
  const label = book.period(noted.period)?.label[lang] ?? '';
  const body = sentences.map((one) => closed(one, lang)).join(lang === 'zh' ? '' : ' ');
  return words.phrase('note_period', lang, { period: escapeMarkup(label), text: body });
}

/** The sources of values, each once, in the order of the list of sources. */
export function sourcesOf(report: Report, values: readonly MetricValue[]): readonly string[] {
  const cited = new Set(values.flatMap((value) => value.source));
  return [...report.sources.keys()].filter((id) => cited.has(id));
}

/** A link to a source in the list of sources, with its key. */
export function sourceRef(context: ViewContext, source: string): string {
  return `<ref to="source.${escapeMarkup(source)}">${escapeMarkup(context.sourceKey(source))}</ref>`;
}

function closed(sentence: string, lang: Lang): string {
  if (/[。．.！？!?]$/.test(bareText(sentence))) return sentence;
  return `${sentence}${lang === 'zh' ? '。' : '.'}`;
}
