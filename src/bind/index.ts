export { type BindInput, bindMarkup } from './bind.ts';
export type { Markup, MarkupElement, MarkupNode, MarkupText } from './markup.ts';
export { loadTemplates, type TemplateSet } from './templates.ts';
export type { Goal } from './view/view-context.ts';
