import Handlebars from 'handlebars';
import { type LangView, type TextView, wordView } from './view/text-view.ts';
import type { ViewContext } from './view/view-context.ts';
import { BLOCK_PARTIALS } from './view-names.ts';

/** Every helper that a template may call, with how many values it takes, the least and the most; `templates/README.md` documents them. */
export const HELPER_VALUES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  if: [1, 1],
  unless: [1, 1],
  each: [1, 1],
  with: [1, 1],
  lookup: [2, 2],
  word: [1, 3],
  all: [1, 1],
  inline: [1, 1],
  both: [1, 1],
  'plain-text': [1, 1],
  'block-partial': [1, 1],
};

/** Those that open a block. */
export const BLOCK_HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** The helpers for one edition. They return markup or views, and never throw: a wrong argument prints nothing. */
export function createHelpers(context: ViewContext): Readonly<Record<string, Handlebars.HelperDelegate>> {
  return {
    // What Handlebars hands over last are its options.
    word: (...parts: readonly unknown[]) => wordHandle(context, parts.slice(0, -1).map(String).join('_')),
    all: (text: unknown) => asText(text)?.all ?? [],
    'plain-text': (text: unknown) => asText(text)?.plain ?? '',
    inline: (text: unknown, options: Handlebars.HelperOptions) => joined(asText(text)?.all ?? [], separatorOf(options)),
    both: (text: unknown, options: Handlebars.HelperOptions) => joined(asText(text)?.both ?? [], separatorOf(options)),
    'block-partial': (type: unknown) => {
      const name = String(type);
      return BLOCK_PARTIALS.includes(name) ? name : 'nothing';
    },
  };
}

/** A word of the register: a text, and under each language's name what `lookup` finds there. */
function wordHandle(
  context: ViewContext,
  key: string,
): TextView & { readonly zh: LangView | null; readonly en: LangView | null } {
  const text = wordView(context, key);
  const filled = (lang: 'zh' | 'en'): LangView | null => {
    const found = text.both.find((one) => one.lang === lang);
    return found && found.plain !== '' ? found : null;
  };
  return Object.assign({}, text, { zh: filled('zh'), en: filled('en') });
}

function asText(value: unknown): TextView | null {
  return typeof value === 'object' && value !== null && 'all' in value ? (value as TextView) : null;
}

function separatorOf(options: Handlebars.HelperOptions): string {
  const hash = options.hash as Readonly<Record<string, unknown>>;
  if (hash['gap'] === 'wide') return '<span class="wide-gap"></span>';
  return typeof hash['separator'] === 'string' ? Handlebars.escapeExpression(hash['separator']) : ' ';
}

function joined(views: readonly LangView[], separator: string): Handlebars.SafeString {
  const spans = views
    .filter((view, index) => view.plain !== '' && views.findIndex((one) => one.plain === view.plain) === index)
    .map((view) => `<span lang="${view.lang}">${view.html.toString()}</span>`);
  return new Handlebars.SafeString(spans.join(separator));
}
