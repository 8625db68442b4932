import { placeOf } from '../model/place.ts';
import { childrenOf, parentRole } from '../model/relatives.ts';
import { elementsOf } from '../model/structure.ts';
import type { Rule } from '../rule.ts';

/** Which elements may stand in which. Source: ISO 32000-1 14.8.4.3; ISO 14289-1 7.2. */
export const CONTAINMENT_RULES: readonly Rule[] = [
  holdsOnly('UA-7.2-3', ['Table'], ['TR', 'THead', 'TBody', 'TFoot', 'Caption']),
  standsIn('UA-7.2-4', ['TR'], ['Table', 'THead', 'TBody', 'TFoot']),
  standsIn('UA-7.2-5', ['THead', 'TBody', 'TFoot'], ['Table']),
  standsIn('UA-7.2-8', ['TH', 'TD'], ['TR']),
  holdsOnly('UA-7.2-10', ['TR'], ['TH', 'TD']),
  holdsOnly('UA-7.2-36', ['THead', 'TBody', 'TFoot'], ['TR']),
  standsIn('UA-7.2-17', ['LI'], ['L']),
  standsIn('UA-7.2-18', ['LBody'], ['LI']),
  holdsOnly('UA-7.2-19', ['L'], ['L', 'LI', 'Caption']),
  holdsOnly('UA-7.2-20', ['LI'], ['Lbl', 'LBody']),
  standsIn('UA-7.2-26', ['TOCI'], ['TOC']),
  holdsOnly('UA-7.2-27', ['TOC'], ['TOC', 'TOCI', 'Caption']),
];

function holdsOnly(id: string, roles: readonly string[], allowed: readonly string[]): Rule {
  return {
    ids: { ua1: id },
    severity: 'fail',
    asks: `${roles.join(', ')} holds only ${allowed.join(', ')}`,
    *check(facts) {
      for (const element of elementsOf(facts.structure, ...roles)) {
        const wrong = childrenOf(element).find((child) => !allowed.includes(child.role));
        if (wrong !== undefined) {
          yield {
            message: `${element.role} holds ${wrong.role || 'an element without type'}`,
            ...placeOf(facts, wrong),
          };
        }
      }
    },
  };
}

function standsIn(id: string, roles: readonly string[], allowed: readonly string[]): Rule {
  return {
    ids: { ua1: id },
    severity: 'fail',
    asks: `${roles.join(', ')} stands only in ${allowed.join(', ')}`,
    *check(facts) {
      for (const element of elementsOf(facts.structure, ...roles)) {
        const around = parentRole(element);
        if (around !== undefined && allowed.includes(around)) continue;
        yield { message: `${element.role} stands in ${around ?? 'nothing'}`, ...placeOf(facts, element) };
      }
    },
  };
}
