import { placeOf, textOfElement } from '../model/place.ts';
import { childrenOf } from '../model/relatives.ts';
import { headingLevel } from '../model/structure-types.ts';
import type { Rule } from '../rule.ts';

/** Headings begin at H1 and go down one level at a time. Source: ISO 14289-1 7.4.2; Matterhorn 14-002, 14-003. */
export const HEADING_LEVELS: Rule = {
  ids: { ua1: 'UA-7.4.2-1' },
  severity: 'fail',
  asks: 'headings begin with H1 and skip no level',
  *check(facts) {
    let before = 0;
    for (const element of facts.structure?.elements ?? []) {
      const level = headingLevel(element.role);
      if (level === undefined) continue;
      if (level > before + 1) {
        const after = before === 0 ? 'is the first heading' : `follows H${before}`;
        const words = textOfElement(facts, element).slice(0, 40);
        yield { message: `H${level} ${after}: ${words}`, ...placeOf(facts, element) };
      }
      before = level;
    }
  },
};

/** Source: ISO 14289-1 7.4.4; Matterhorn 14-006. */
export const SINGLE_HEADING: Rule = {
  ids: { ua1: 'UA-7.4.4-1' },
  severity: 'fail',
  asks: 'an element holds one H at most',
  *check(facts) {
    for (const element of facts.structure?.elements ?? []) {
      const [, second] = childrenOf(element).filter((child) => child.role === 'H');
      if (second !== undefined) yield { message: `${element.role} holds more than one H`, ...placeOf(facts, second) };
    }
  },
};

/** Source: ISO 14289-1 7.4.4; Matterhorn 14-007. */
export const HEADING_KINDS: Rule = {
  ids: { ua1: 'UA-7.4.4-2' },
  severity: 'fail',
  asks: 'a document uses H, or H1 to H6, not both',
  *check(facts) {
    const elements = facts.structure?.elements ?? [];
    const plain = elements.find((element) => element.role === 'H');
    const numbered = elements.some((element) => headingLevel(element.role) !== undefined);
    if (plain !== undefined && numbered) {
      yield { message: 'H stands beside numbered headings', ...placeOf(facts, plain) };
    }
  },
};

/** Pages from which on a reader needs headings to find the way. */
const LONG = 2;

/** Source: Matterhorn 14-001. */
export const NO_HEADINGS: Rule = {
  ids: { ua1: 'H-headings' },
  severity: 'warn',
  asks: 'a document of several pages has headings',
  *check({ structure, pages }) {
    const elements = structure?.elements ?? [];
    const found = elements.some(({ role }) => role === 'H' || headingLevel(role) !== undefined);
    if (elements.length > 0 && !found && pages.length > LONG) yield { message: 'there are no headings' };
  },
};
