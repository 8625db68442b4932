import type { ValueStatus } from '../../content/types.ts';
import type { ViewContext } from './view-context.ts';

/** The boxed tag of a status, in the edition's languages; null for a status that has none. */
export function statusTag(
  context: ViewContext,
  status: ValueStatus,
): { readonly kind: 'disputed' | 'sample'; readonly text: string } | null {
  if (status !== 'disputed' && status !== 'sample') return null;
  return { kind: status, text: context.langs.map((lang) => context.words.text(status, lang)).join(' ') };
}
