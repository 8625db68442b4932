import { placeOf } from '../model/place.ts';
import { isStandardType } from '../model/structure-types.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.1; ISO 19005-3 6.7.3.4; Matterhorn 02-001. */
export const UNMAPPED_TYPE: Rule = {
  ids: { ua1: 'UA-7.1-5', a3a: 'A-6.7.3.4-1' },
  severity: 'fail',
  asks: 'each structure type is a standard one, or is mapped to one',
  *check(facts) {
    for (const element of facts.structure?.elements ?? []) {
      if (!isStandardType(element.role))
        yield { message: `\`${element.type}\` is no structure type`, ...placeOf(facts, element) };
    }
  },
};

/** Source: ISO 14289-1 7.1; ISO 19005-3 6.7.3.4; Matterhorn 02-003. */
export const CIRCULAR_ROLE: Rule = {
  ids: { ua1: 'UA-7.1-6', a3a: 'A-6.7.3.4-2' },
  severity: 'fail',
  asks: 'no type is mapped back to itself',
  *check({ structure }) {
    for (const type of structure?.circularRoles ?? [])
      yield { message: `the type \`${type}\` is mapped back to itself` };
  },
};

/** Source: ISO 14289-1 7.1; ISO 19005-3 6.7.3.4; Matterhorn 02-004. */
export const REMAPPED_TYPE: Rule = {
  ids: { ua1: 'UA-7.1-7', a3a: 'A-6.7.3.4-3' },
  severity: 'fail',
  asks: 'no standard type is mapped to another',
  *check({ structure }) {
    for (const type of structure?.roleMap.keys() ?? []) {
      if (isStandardType(type)) yield { message: `the standard type \`${type}\` is mapped to another` };
    }
  },
};
