import type { MarkupElement } from '../bind/index.ts';
import { langsOf } from '../core/index.ts';
import type { SecondAlt } from './paragraph.ts';
import type { Session } from './scope.ts';

/** What a picture says in the other language of an edition in two, of its attribute `alt-second`. */
export function secondAlt(session: Session, { attributes }: MarkupElement): { readonly altSecond?: SecondAlt } {
  const text = attributes['alt-second'] ?? '';
  const [, lang] = langsOf(session.edition);
  return text === '' || lang === undefined ? {} : { altSecond: { lang, text } };
}
