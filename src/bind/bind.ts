import type Handlebars from 'handlebars';
import { type Diagnostic, diagnose, InternalError, type Outcome, outcome } from '../core/index.ts';
import { createHelpers } from './helpers.ts';
import type { Markup, MarkupElement } from './markup.ts';
import { checkBalance } from './markup-balance.ts';
import { parseMarkup } from './parse-markup.ts';
import type { TemplateSet } from './templates.ts';
import { type PageView, pageViews, sharedView } from './view/report-view.ts';
import { createViewContext, type ViewInput } from './view/view-context.ts';

export interface BindInput extends ViewInput {
  readonly templates: TemplateSet;
}

/** What a block without a partial prints. */
const NOTHING: Handlebars.TemplateDelegate = () => '';

/** Most characters of markup that one layout may write: beyond it a template loops. */
const MARKUP_LIMIT = 20_000_000;

/**
 * Renders every page of the report through its layout into semantic markup.
 * Emits what figures in text have to say (N0, N13, S1, S2 …), B002 for a layout that is not there, B006 for an element that is
 * not closed, B007 for a layout that runs wild, B008 for words that the register does not have.
 */
export function bindMarkup(input: BindInput): Outcome<Markup> {
  const { report, templates, edition } = input;
  const diagnostics: Diagnostic[] = [];
  const context = createViewContext(input, (told) => diagnostics.push(...told));
  const partials = Object.fromEntries([...templates.partials].map(([name, file]) => [name, file.run]));
  const runtime = { helpers: createHelpers(context), partials: { ...partials, nothing: NOTHING } };
  const shared = sharedView(context);
  const sections: MarkupElement[] = [];
  const bindLayout = (layout: string, view: PageView['view']): readonly MarkupElement[] => {
    const template = templates.layouts.get(layout);
    if (!template) {
      diagnostics.push(
        diagnose('B002', `no layout is called "${layout}"`, {
          found: layout,
          hints: [`add templates/layouts/${layout}.hbs`],
        }),
      );
      return [];
    }
    const html = render(() => template.run({ ...shared, ...view }, runtime), layout, diagnostics);
    diagnostics.push(...checkBalance(html, layout));
    return parseMarkup(html, report.origin).filter((node): node is MarkupElement => node.kind === 'element');
  };
  for (const { layouts, view } of pageViews(context)) {
    const pages = layouts.flatMap((layout) => bindLayout(layout, view));
    sections.push(...(pages.length > 1 ? [joinPages(pages)] : pages));
  }
  for (const key of context.words.missing) {
    diagnostics.push(
      diagnose('B008', `the register of words has no key "${key}"`, {
        found: key,
        hints: ['add it to templates/strings.yaml'],
      }),
    );
  }
  const root: MarkupElement = {
    kind: 'element',
    tag: 'document',
    attributes: {},
    classes: [],
    children: sections,
    origin: report.origin,
  };
  return outcome({ edition, root }, unique(diagnostics));
}

/** Pages of several layouts that are one section: what they have in common stands round them. */
function joinPages(pages: readonly MarkupElement[]): MarkupElement {
  const { title } = pages[0]?.attributes ?? {};
  return {
    kind: 'element',
    tag: 'section',
    attributes: title === undefined ? {} : { title },
    classes: [],
    children: pages,
    origin: pages[0]?.origin ?? '',
  };
}

function render(run: () => string, layout: string, diagnostics: Diagnostic[]): string {
  try {
    const html = run();
    if (html.length <= MARKUP_LIMIT) return html;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw new InternalError(`layout ${layout}: ${String(fault)}`, { cause: fault });
  }
  diagnostics.push(
    diagnose('B007', `the layout "${layout}" writes without end`, { hints: ['look for a partial that calls itself'] }),
  );
  return '';
}

/** The same text may be rendered for a page, the contents and the outline: its faults are told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const key = [one.code, one.span?.file, one.span?.start.offset, one.lang, one.message].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
