import Handlebars from 'handlebars';
import type { StatedChange } from '../../content/types.ts';
import type { Lang } from '../../core/index.ts';
import type { ChangeFigure, ChangeSense, Quantity } from '../../metrics/types.ts';
import { escapeMarkup } from '../escape.ts';
import { composedText, plainText, type RichText } from '../rich-text.ts';
import { type LangView, type TextView, textView } from './text-view.ts';
import type { ViewContext } from './view-context.ts';

/** A change as a tile says it: triangle, words and figure, and whether it is better. */
export interface ChangeView {
  readonly icon: string;
  /** `better`, `worse`, `neutral` or `disputed`: the colour. */
  readonly class: string;
  readonly all: TextView['all'];
}

const ICONS = { up: 'up', down: 'down', same: 'same' } as const;

/** @returns null when the change has no value (a break, nothing before, an undisclosed value). */
export function changeView(
  context: ViewContext,
  metric: string,
  period: string,
  kind: 'change' | 'diff',
): ChangeView | null {
  const figure = kind === 'diff' ? context.book.difference : context.book.change;
  const figures = { zh: figure(metric, period, 'zh'), en: figure(metric, period, 'en') };
  const lead = figures[context.lead];
  if (lead.kind === 'none') return null;
  const sense: ChangeSense = lead.quantity.sense ?? { direction: 'same', judgement: 'neutral' };
  const disputed = lead.quantity.status === 'disputed';
  const view = textView(
    context,
    (lang) => changeWords(context, figures[lang], sense, kind, lang),
    () => lead.quantity.origin,
  );
  const judgement = disputed ? 'disputed' : sense.judgement;
  // Beside the leading language the second says only whether it is better: the figure stands there already.
  const all = view.all.map((one, index) => (index === 0 ? one : judgementOf(context, one, judgement)));
  return { icon: ICONS[sense.direction], class: judgement, all };
}

const JUDGEMENT_WORDS: Readonly<Record<string, string>> = { better: 'better', worse: 'worse', disputed: 'to_verify' };

function judgementOf(context: ViewContext, view: LangView, judgement: string): LangView {
  const key = JUDGEMENT_WORDS[judgement];
  const plain = key === undefined ? '' : context.words.text(key, view.lang);
  return { ...view, html: new Handlebars.SafeString(plain), plain };
}

function changeWords(
  context: ViewContext,
  figure: ChangeFigure,
  sense: ChangeSense,
  kind: 'change' | 'diff',
  lang: Lang,
): RichText {
  if (figure.kind === 'none') return plainText('');
  const { words } = context;
  const { quantity, stated } = figure;
  const disputed = quantity.status === 'disputed';
  if (disputed && stated) {
    const value = figureMarkup(quantity, statedFigure(context, quantity, stated, lang));
    return composedText(words.phrase('change_stated', lang, { value }));
  }
  // Triangle and words say the direction.
  const value = figureMarkup(quantity, quantity.text.replace(/[+−]/g, ''));
  const difference = kind === 'diff' || quantity.unit === 'percentage_points';
  const change = words.phrase(`${difference ? 'diff' : 'change'}_${sense.direction}`, lang, { value });
  if (disputed) return composedText(`${change}${words.phrase('judgement_disputed', lang, {})}`);
  const judgement = words.phrase(`judgement_${sense.judgement}`, lang, {});
  return composedText(judgement === '' ? change : `${change}<span class="tile-judgement">${judgement}</span>`);
}

function figureMarkup({ metric, period, status }: Quantity, text: string): string {
  const [id, at] = [escapeMarkup(metric ?? ''), escapeMarkup(period ?? '')];
  return `<quantity metric="${id}" period="${at}" status="${status}">${escapeMarkup(text)}</quantity>`;
}

/** A change as its source states it, without its sign: in percent, in points, or in a unit of the metric. */
function statedFigure(context: ViewContext, quantity: Quantity, stated: StatedChange, lang: Lang): string {
  const value = stated.value.replace(/^[-−+]/, '');
  if (stated.in === 'percent') return `${value}%`;
  if (stated.in === 'percentage_points') return context.words.text('points', lang).replace('{value}', value);
  return context.book.given(quantity.metric ?? '', value, stated.in, lang, { place: 'prose' }).text;
}
