import { placeOf } from '../model/place.ts';
import { isReference, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 32000-1 table 323. */
export const ELEMENT_PARENT: Rule = {
  ids: { ua1: 'UA-7.1-12', a3a: 'A-6.7.3.1-3' },
  severity: 'fail',
  asks: 'each element names the element that it stands in, and stands there alone',
  *check({ structure }) {
    for (const { dict, role, id, parent } of structure?.elements ?? []) {
      const named = dict.entries.get('P');
      if (!isReference(named)) yield { message: `${role} does not say what it stands in`, object: id };
      else if (parent?.id !== undefined && named.ref !== parent.id) {
        yield { message: `${role} names another parent than the one it stands in`, object: id };
      }
    }
    for (const id of structure?.repeated ?? [])
      yield { message: 'an element stands at two places of the tree', object: id };
  },
};

/** Elements that say something by being empty. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['TD', 'TH', 'Figure', 'Document']);

/** An element without content is an obstacle for whoever walks through the tree. */
export const EMPTY_ELEMENT: Rule = {
  ids: { ua1: 'H-empty-element' },
  severity: 'warn',
  asks: 'an element holds something',
  *check(facts) {
    for (const element of facts.structure?.elements ?? []) {
      if (element.kids.length > 0 || MAY_BE_EMPTY.has(element.role)) continue;
      if (textOf(facts.file.get(element.dict, 'ActualText')) !== undefined) continue;
      yield { message: `${element.role} is empty`, ...placeOf(facts, element) };
    }
  },
};
