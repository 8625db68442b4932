import { attributeOf } from '../model/attributes.ts';
import { placeOf } from '../model/place.ts';
import { elementsOf, type StructureElement } from '../model/structure.ts';
import { isArray, type PdfFile, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.3; Matterhorn 13-004. */
export const FIGURE_ALT: Rule = {
  ids: { ua1: 'UA-7.3-1' },
  severity: 'fail',
  asks: 'a Figure has an alternative or a replacement text',
  *check(facts) {
    for (const element of elementsOf(facts.structure, 'Figure')) {
      if (!isSaid(facts.file, element)) {
        yield { message: 'a figure has no alternative text', ...placeOf(facts, element) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.7; Matterhorn 17-002. */
export const FORMULA_ALT: Rule = {
  ids: { ua1: 'UA-7.7-1' },
  severity: 'fail',
  asks: 'a Formula has an alternative or a replacement text',
  *check(facts) {
    for (const element of elementsOf(facts.structure, 'Formula')) {
      if (!isSaid(facts.file, element)) {
        yield { message: 'a formula has no alternative text', ...placeOf(facts, element) };
      }
    }
  },
};

/** So that a reader can find a picture on the page. Source: ISO 32000-1 14.8.5.4.3. */
export const FIGURE_BOX: Rule = {
  ids: { ua1: 'H-figure-box' },
  severity: 'warn',
  asks: 'a Figure says where it stands',
  *check(facts) {
    for (const element of elementsOf(facts.structure, 'Figure')) {
      const box = attributeOf(facts.file, element, 'BBox');
      if (!isArray(box) || box.length !== 4) yield { message: 'a figure has no BBox', ...placeOf(facts, element) };
    }
  },
};

function isSaid(file: PdfFile, { dict }: StructureElement): boolean {
  const alt = textOf(file.get(dict, 'Alt'))?.trim() ?? '';
  return alt !== '' || textOf(file.get(dict, 'ActualText')) !== undefined;
}
