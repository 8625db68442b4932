import type { Facts } from '../model/facts.ts';
import { placeOf } from '../model/place.ts';
import { childrenOf } from '../model/relatives.ts';
import { elementsOf, type StructureElement } from '../model/structure.ts';
import type { Found, Rule } from '../rule.ts';

/** A table has one head and one foot at most. Source: ISO 32000-1 table 337; ISO 14289-1 7.2. */
export const TABLE_HEADS: Rule = {
  ids: { ua1: 'UA-7.2-11' },
  severity: 'fail',
  asks: 'a table has one THead and one TFoot at most',
  check: (facts) =>
    tables(facts, (table, roles) => {
      const twice = ['THead', 'TFoot'].find((role) => roles.filter((one) => one === role).length > 1);
      return twice === undefined
        ? undefined
        : { message: `the table has more than one ${twice}`, ...placeOf(facts, table) };
    }),
};

/** Head and foot need a body between them. Source: ISO 32000-1 table 337; ISO 14289-1 7.2. */
export const TABLE_BODY: Rule = {
  ids: { ua1: 'UA-7.2-13' },
  severity: 'fail',
  asks: 'a table with THead or TFoot has a TBody',
  check: (facts) =>
    tables(facts, (table, roles) => {
      const parted = roles.includes('THead') || roles.includes('TFoot');
      return parted && !roles.includes('TBody')
        ? { message: 'the table has no TBody', ...placeOf(facts, table) }
        : undefined;
    }),
};

function* tables(
  facts: Facts,
  look: (table: StructureElement, roles: readonly string[]) => Found | undefined,
): Iterable<Found> {
  for (const element of elementsOf(facts.structure, 'Table')) {
    const found = look(
      element,
      childrenOf(element).map((child) => child.role),
    );
    if (found !== undefined) yield found;
  }
}
