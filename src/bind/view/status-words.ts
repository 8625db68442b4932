import Handlebars from 'handlebars';
import type { ValueStatus } from '../../content/types.ts';
import type { ViewContext } from './view-context.ts';

/** The boxed tag of a status, in the edition's languages; null for a status that has none. */
export function statusTag(
  context: ViewContext,
  status: ValueStatus,
): { readonly kind: 'disputed' | 'sample'; readonly text: Handlebars.SafeString } | null {
  if (status !== 'disputed' && status !== 'sample') return null;
  return { kind: status, text: tagWords(context, status) };
}

/** A word of the register for a boxed tag: each language marked as what it is, the leading one first. */
export function tagWords(context: ViewContext, key: string): Handlebars.SafeString {
  const words = context.langs.map((lang) => `<span lang="${lang}">${context.words.phrase(key, lang, {})}</span>`);
  return new Handlebars.SafeString(words.join(' '));
}
