import { attributeOf } from '../model/attributes.ts';
import { placeOf } from '../model/place.ts';
import { childrenOf } from '../model/relatives.ts';
import { elementsOf } from '../model/structure.ts';
import type { Rule } from '../rule.ts';

/** A list with labels says how it is numbered. Source: ISO 32000-1 table 347; Matterhorn 16-001. */
export const LIST_NUMBERING: Rule = {
  ids: { ua1: 'H-list-numbering' },
  severity: 'warn',
  asks: 'a list with labels has ListNumbering',
  *check(facts) {
    for (const element of elementsOf(facts.structure, 'L')) {
      if (attributeOf(facts.file, element, 'ListNumbering') !== undefined) continue;
      const labelled = childrenOf(element).some((item) => childrenOf(item).some((part) => part.role === 'Lbl'));
      if (labelled) yield { message: 'a list with labels does not say how it is numbered', ...placeOf(facts, element) };
    }
  },
};
