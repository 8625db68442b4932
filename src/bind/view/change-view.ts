import Handlebars from 'handlebars';
import type { Lang } from '../../core/index.ts';
import type { ChangeFigure, ChangeSense } from '../../metrics/types.ts';
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
  const figures = {
    zh: context.book.change(metric, period, 'zh'),
    en: context.book.change(metric, period, 'en'),
  };
  const lead = figures[context.lead];
  if (lead.kind === 'none') return null;
  const sense: ChangeSense = lead.quantity.sense ?? { direction: 'same', judgement: 'neutral' };
  const disputed = lead.quantity.status === 'disputed';
  const view = textView(
    context,
    (lang) => changeWords(context, figures[lang], sense, disputed, kind, lang),
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
  disputed: boolean,
  kind: 'change' | 'diff',
  lang: Lang,
): { html: string; plain: string } {
  if (figure.kind === 'none') return { html: '', plain: '' };
  const { words } = context;
  const unsigned = figure.quantity.text.replace(/[+−]/g, '');
  const inner = (text: string): string =>
    `<quantity metric="${figure.quantity.metric ?? ''}" period="${figure.quantity.period ?? ''}" status="${figure.quantity.status}">${text}</quantity>`;
  if (disputed && figure.stated) {
    const value = `${figure.stated.value.replace(/^[-−+]/, '')}%`;
    return said(words.phrase('change_stated', lang, { value: inner(value) }));
  }
  const points = kind === 'diff' || /点|point/.test(figure.quantity.unit ?? figure.quantity.text);
  const key = `${points ? 'diff' : 'change'}_${sense.direction}`;
  const change = words.phrase(key, lang, { value: inner(unsigned) });
  if (disputed) return said(`${change}${words.phrase('judgement_disputed', lang, {})}`);
  const judgement = words.phrase(`judgement_${sense.judgement}`, lang, {});
  return said(judgement === '' ? change : `${change}<span class="tile-judgement">${judgement}</span>`);
}

function said(html: string): { html: string; plain: string } {
  return { html, plain: html.replace(/<[^>]*>/g, '') };
}
