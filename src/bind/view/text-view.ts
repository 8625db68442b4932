import Handlebars from 'handlebars';
import type { Label, LangText } from '../../content/types.ts';
import { LANGS, type Lang, type OriginId } from '../../core/index.ts';
import { spokenMarkup } from '../language-spans.ts';
import { type RichText, renderText } from '../rich-text.ts';
import type { ViewContext } from './view-context.ts';

/** One language of a text, as templates print it. */
export interface LangView {
  readonly lang: Lang;
  readonly html: Handlebars.SafeString;
  readonly plain: string;
  readonly origin: OriginId;
  /** `left` for the first language of a pair, `right` for the second. */
  readonly side: 'left' | 'right';
  /** This is the edition's leading language, in which the outline is. */
  readonly leads: boolean;
}

/** A text of the report in the languages of the edition. */
export interface TextView {
  /** The edition's languages, the leading one first. */
  readonly all: readonly LangView[];
  /** Both languages, whatever the edition (cover, feedback). */
  readonly both: readonly LangView[];
  readonly lead: LangView;
  readonly plain: string;
  /** Characters in the edition's second language; empty where there is none, or where they are the same. */
  readonly secondPlain: string;
  readonly byLang: Readonly<Partial<Record<Lang, Handlebars.SafeString>>>;
}

const SIDES = ['left', 'right'] as const;

function langView(lang: Lang, rich: RichText, place: Pick<LangView, 'origin' | 'leads'>, index: number): LangView {
  const html = new Handlebars.SafeString(rich.html);
  return { lang, html, plain: rich.plain, ...place, side: SIDES[index] ?? 'right' };
}

/** Builds a view from a function that gives each language its text. Both languages are rendered, so that a fault in either is told. */
export function textView(
  context: ViewContext,
  render: (lang: Lang) => RichText,
  origin: (lang: Lang) => OriginId,
): TextView {
  const rendered = { zh: render('zh'), en: render('en') };
  const view = (langs: readonly Lang[]): readonly LangView[] =>
    langs.map((lang, index) =>
      langView(lang, rendered[lang], { origin: origin(lang), leads: lang === context.lead }, index),
    );
  const all = view(context.langs);
  const lead = langView(context.lead, rendered[context.lead], { origin: origin(context.lead), leads: true }, 0);
  const byLang = Object.fromEntries(all.map((one) => [one.lang, one.html]));
  const second = all.find((one) => !one.leads)?.plain ?? '';
  const secondPlain = second === lead.plain ? '' : second;
  return { all, both: view(LANGS), lead, plain: lead.plain, secondPlain, byLang };
}

/** A content text with its references resolved. */
export function contentView(context: ViewContext, text: LangText): TextView {
  return textView(
    context,
    (lang) => renderText(text[lang], context),
    (lang) => text[lang].origin,
  );
}

export function optionalView(context: ViewContext, text: LangText | undefined): TextView | null {
  return text ? contentView(context, text) : null;
}

/** A plain label. One that is the same in both languages (a name, a standard) is printed once. */
export function labelView(context: ViewContext, label: Label, origin: OriginId): TextView {
  const view = textView(
    context,
    (lang) => ({ html: spokenMarkup(label[lang], lang), plain: label[lang] }),
    () => origin,
  );
  return label.zh === label.en ? { ...view, all: [view.lead] } : view;
}

/** Words of the register. */
export function wordView(context: ViewContext, key: string): TextView {
  return textView(
    context,
    (lang) => ({ html: context.words.markup(key, lang), plain: context.words.text(key, lang) }),
    () => context.report.origin,
  );
}
