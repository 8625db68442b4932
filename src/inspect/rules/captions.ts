import { placeOf } from '../model/place.ts';
import { childrenOf } from '../model/relatives.ts';
import { elementsOf } from '../model/structure.ts';
import type { Rule } from '../rule.ts';

/** Where a caption stands. Source: ISO 32000-1 14.8.4.3; ISO 14289-1 7.2. */
export const CAPTION_RULES: readonly Rule[] = [
  captionPlace('UA-7.2-39', 'Table', true),
  captionPlace('UA-7.2-40', 'L', false),
  captionPlace('UA-7.2-28', 'TOC', false),
];

/** @param last whether it may also stand at the end */
function captionPlace(id: string, role: string, last: boolean): Rule {
  return {
    ids: { ua1: id },
    severity: 'fail',
    asks: `${role} has one caption at most, ${last ? 'first or last' : 'first'}`,
    *check(facts) {
      for (const element of elementsOf(facts.structure, role)) {
        const children = childrenOf(element);
        const captions = children.filter((child) => child.role === 'Caption');
        const [caption, second] = captions;
        if (caption === undefined) continue;
        const at = children.indexOf(caption);
        const inPlace = at === 0 || (last && at === children.length - 1);
        if (second !== undefined)
          yield { message: `${role} has ${captions.length} captions`, ...placeOf(facts, second) };
        else if (!inPlace) yield { message: `the caption stands in the middle of ${role}`, ...placeOf(facts, caption) };
      }
    },
  };
}
