import type { Inline, Reference, Report, Text } from '../content/types.ts';
import type { Diagnostic, Lang } from '../core/index.ts';
import type { MetricBook, Quantity } from '../metrics/types.ts';
import { blockTitle } from './block-title.ts';
import { bareText, escapeMarkup } from './escape.ts';
import { spokenMarkup } from './language-spans.ts';
import type { Words } from './words.ts';

/** What texts need to know of the report around them. */
export interface TextContext {
  readonly report: Report;
  readonly book: MetricBook;
  readonly words: Words;
  /** Printed mark of a footnote. */
  readonly noteLabel: (note: string) => string;
  readonly sourceKey: (source: string) => string;
  readonly tell: (diagnostics: readonly Diagnostic[]) => void;
}

/** A text as markup and as plain characters (for alternative texts, titles and the outline). */
export interface RichText {
  readonly html: string;
  readonly plain: string;
}

const join = (parts: readonly RichText[]): RichText => ({
  html: parts.map((part) => part.html).join(''),
  plain: parts.map((part) => part.plain).join(''),
});

/** Characters that are no markup. */
export function plainText(text: string): RichText {
  return { html: escapeMarkup(text), plain: text };
}

/** Markup that is put together from phrases, with what is left of it where there is no markup. */
export function composedText(html: string): RichText {
  return { html, plain: bareText(html) };
}

/** Renders a parsed text: strong and emphasis, links, and every reference by its kind. */
export function renderText(text: Text, context: TextContext): RichText {
  return renderInlines(text.inlines, text.lang, context);
}

function renderInlines(inlines: readonly Inline[], lang: Lang, context: TextContext): RichText {
  return join(
    inlines.flatMap((inline, index) => {
      const rendered = renderInline(inline, lang, context);
      return isMark(inline) && isMark(inlines[index - 1]) ? [BETWEEN_MARKS, rendered] : [rendered];
    }),
  );
}

/** Two superior marks in a row would read as one: S3 and 1 as S31. */
const BETWEEN_MARKS: RichText = { html: '<sup>, </sup>', plain: '' };

function isMark(inline: Inline | undefined): boolean {
  return inline?.kind === 'ref' && (inline.ref.target.kind === 'src' || inline.ref.target.kind === 'note');
}

function renderInline(inline: Inline, lang: Lang, context: TextContext): RichText {
  switch (inline.kind) {
    case 'chars':
      return { html: spokenMarkup(inline.text, lang), plain: inline.text };
    case 'strong':
      return wrap('strong', '', renderInlines(inline.children, lang, context));
    case 'emphasis':
      return wrap('em', '', renderInlines(inline.children, lang, context));
    case 'link':
      return wrap('a', ` href="${escapeMarkup(inline.href)}"`, renderInlines(inline.children, lang, context));
    case 'ref':
      return renderReference(inline.ref, lang, context);
  }
}

function wrap(tag: string, attributes: string, inner: RichText): RichText {
  return { html: `<${tag}${attributes}>${inner.html}</${tag}>`, plain: inner.plain };
}

function renderReference(ref: Reference, lang: Lang, context: TextContext): RichText {
  const { target } = ref;
  switch (target.kind) {
    case 'term':
      return renderTerm(target.term, ref.format.name === 'long', lang, context);
    case 'see':
      return renderSee(target.block, lang, context);
    case 'page':
      return { html: pageOf(target.block), plain: '' };
    case 'note':
      return {
        html: `<noteref note="${escapeMarkup(target.note)}">${escapeMarkup(context.noteLabel(target.note))}</noteref>`,
        plain: '',
      };
    case 'src':
      return {
        html: `<srcref source="${escapeMarkup(target.source)}">${escapeMarkup(context.sourceKey(target.source))}</srcref>`,
        plain: '',
      };
    default: {
      const { quantity, diagnostics } = context.book.resolve(ref, lang);
      context.tell(diagnostics);
      return target.kind === 'period' || target.kind === 'date' || target.kind === 'lit'
        ? plainText(quantity.text)
        : quantityText(quantity);
    }
  }
}

/** A quantity with its marks: ◇ and 约 before the figure, a tag after the unit. */
export function quantityText(quantity: Quantity): RichText {
  const attributes = `metric="${escapeMarkup(quantity.metric ?? '')}" period="${escapeMarkup(quantity.period ?? '')}" status="${quantity.status}"`;
  const inside: string[] = [];
  const after: string[] = [];
  for (const part of quantity.parts) {
    const text = escapeMarkup(part.text);
    if (part.kind === 'mark') inside.push(`<mark kind="derived">${text}</mark>`);
    else if (part.kind === 'tag') after.push(`<tag kind="${quantity.status}">${text}</tag>`);
    else inside.push(text);
  }
  const { parts } = quantity;
  // The part before a tag is the space that sets it off.
  const spoken = parts.filter((part, index) => part.kind !== 'tag' && parts[index + 1]?.kind !== 'tag');
  return {
    html: `<quantity ${attributes}>${inside.join('')}</quantity>${after.join('')}`,
    plain: spoken.map((part) => part.text).join(''),
  };
}

function pageOf(block: string): string {
  const id = escapeMarkup(block);
  return `<ref to="${id}"><page-of to="${id}"></page-of></ref>`;
}

function renderTerm(id: string, long: boolean, lang: Lang, context: TextContext): RichText {
  const term = context.report.terms.get(id);
  if (!term) return plainText('');
  const abbr = term.abbr[lang];
  const name = plainText(term[lang]);
  if (!long || !abbr) return name;
  const open = lang === 'zh' ? '（' : ' (';
  const close = lang === 'zh' ? '）' : ')';
  return join([name, plainText(`${open}${abbr}${close}`)]);
}

function renderSee(block: string, lang: Lang, context: TextContext): RichText {
  const title = blockTitle(context.report, block, lang);
  const inner = title ? renderText(title, { ...context, noteLabel: () => '', sourceKey: () => '' }) : plainText('');
  const html = context.words.phrase('see', lang, {
    title: inner.html,
    page: `<page-of to="${escapeMarkup(block)}"></page-of>`,
  });
  return { html: `<ref to="${escapeMarkup(block)}">${html}</ref>`, plain: inner.plain };
}
