import type { Box } from '../content/matrix.ts';
import type { Facts } from '../model/facts.ts';
import type { Page } from '../model/pages.ts';
import { holdsContent } from '../model/relatives.ts';
import { elementsOf, type StructureElement } from '../model/structure.ts';
import { type Dict, isArray, isReference, nameOf, numberOf, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** An annotation with the element that the parent tree gives it. */
interface Annotation {
  readonly page: Page;
  readonly id: number | undefined;
  readonly dict: Dict;
  readonly subtype: string;
  readonly contents: string;
  readonly element: StructureElement | undefined;
  readonly box: Box | undefined;
}

const HIDDEN = 2;

const read = new WeakMap<Facts, readonly Annotation[]>();

/** Those that are not hidden, read once for all rules. */
function annotations(facts: Facts): readonly Annotation[] {
  const known = read.get(facts);
  if (known !== undefined) return known;
  const found = facts.pages.flatMap((page) => annotationsOf(facts, page));
  read.set(facts, found);
  return found;
}

function annotationsOf({ file, structure }: Facts, page: Page): readonly Annotation[] {
  return page.annotations.flatMap(({ id, dict }): readonly Annotation[] => {
    const subtype = nameOf(file.get(dict, 'Subtype')) ?? '';
    const flags = numberOf(file.get(dict, 'F')) ?? 0;
    if ((flags & HIDDEN) !== 0 || subtype === 'Popup') return [];
    const key = numberOf(file.get(dict, 'StructParent'));
    const parent = key === undefined ? undefined : structure?.parents.get(key);
    const element = isReference(parent) ? structure?.byId.get(parent.ref) : undefined;
    const contents = textOf(file.get(dict, 'Contents'))?.trim() ?? '';
    const rect = file.get(dict, 'Rect');
    const box =
      isArray(rect) && rect.length === 4
        ? (rect.map((part) => numberOf(file.resolve(part)) ?? 0) as unknown as Box)
        : undefined;
    return [{ page, id, dict, subtype, contents, element, box }];
  });
}

function at({ id, page, box }: Annotation) {
  return { object: id, page: page.index, box };
}

/** Source: ISO 14289-1 7.18.1; Matterhorn 28-002. */
export const ANNOTATION_ELEMENT: Rule = {
  ids: { ua1: 'UA-7.18.1-1' },
  severity: 'fail',
  asks: 'an annotation other than a link or a field stands in an Annot',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (['Link', 'Widget', 'PrinterMark', 'TrapNet'].includes(one.subtype) || one.element?.role === 'Annot') continue;
      yield { message: `a ${one.subtype} annotation stands in ${one.element?.role ?? 'no element'}`, ...at(one) };
    }
  },
};

/** Source: ISO 14289-1 7.18.1; Matterhorn 28-004. */
export const ANNOTATION_CONTENTS: Rule = {
  ids: { ua1: 'UA-7.18.1-2' },
  severity: 'fail',
  asks: 'an annotation says what it is, or its element does',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (['Widget', 'PrinterMark', 'Link'].includes(one.subtype) || one.contents !== '') continue;
      if (one.element?.dict.entries.has('Alt')) continue;
      yield { message: `a ${one.subtype} annotation says nothing`, ...at(one) };
    }
  },
};

/** Source: ISO 14289-1 7.18.2; Matterhorn 28-007. */
export const TRAP_NET: Rule = {
  ids: { ua1: 'UA-7.18.2-1' },
  severity: 'fail',
  asks: 'there are no TrapNet annotations',
  *check(facts) {
    for (const one of annotations(facts))
      if (one.subtype === 'TrapNet') yield { message: 'a TrapNet annotation', ...at(one) };
  },
};

/** Source: ISO 14289-1 7.18.3; Matterhorn 28-008, 28-009. */
export const TAB_ORDER: Rule = {
  ids: { ua1: 'UA-7.18.3-1' },
  severity: 'fail',
  asks: 'a page with annotations is walked through in the order of the structure',
  *check({ file, pages }) {
    for (const { annotations: own, dict, index, id } of pages) {
      if (own.length > 0 && nameOf(file.get(dict, 'Tabs')) !== 'S') {
        yield { message: 'a page with annotations has no Tabs /S', object: id, page: index };
      }
    }
  },
};

/** Source: ISO 14289-1 7.18.4; Matterhorn 28-010. */
export const WIDGET_FORM: Rule = {
  ids: { ua1: 'UA-7.18.4-1' },
  severity: 'fail',
  asks: 'a field stands in a Form',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (one.subtype === 'Widget' && one.element?.role !== 'Form') {
        yield { message: `a field stands in ${one.element?.role ?? 'no element'}`, ...at(one) };
      }
    }
  },
};

/** Source: ISO 14289-1 7.18.5; Matterhorn 28-011. */
export const LINK_ELEMENT: Rule = {
  ids: { ua1: 'UA-7.18.5-1' },
  severity: 'fail',
  asks: 'a link stands in a Link, which refers to it',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (one.subtype !== 'Link') continue;
      if (one.element?.role !== 'Link') {
        yield { message: `a link stands in ${one.element?.role ?? 'no element'}`, ...at(one) };
        continue;
      }
      const referred = one.id === undefined ? undefined : facts.structure?.objects.get(one.id);
      if (referred === undefined) yield { message: 'the Link does not refer to its annotation', ...at(one) };
      else if (referred.element !== one.element) yield { message: 'another element refers to the link', ...at(one) };
    }
  },
};

/** Source: ISO 14289-1 7.18.5; ISO 32000-1 table 325. */
export const LINK_PAGE: Rule = {
  ids: { ua1: 'UA-7.18.5-1-page' },
  severity: 'fail',
  asks: 'the reference to a link names its page',
  *check(facts) {
    for (const one of annotations(facts)) {
      const referred = one.id === undefined ? undefined : facts.structure?.objects.get(one.id);
      if (one.subtype !== 'Link' || referred === undefined || referred.page === one.page.id) continue;
      yield { message: 'the reference to a link names another page', ...at(one) };
    }
  },
};

/** Source: ISO 14289-1 7.18.5; Matterhorn 28-012. */
export const LINK_CONTENTS: Rule = {
  ids: { ua1: 'UA-7.18.5-2' },
  severity: 'fail',
  asks: 'a link says where it goes',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (one.subtype === 'Link' && one.contents === '')
        yield { message: 'a link does not say where it goes', ...at(one) };
    }
  },
};

/** A link that holds only its annotation gives a reader nothing to choose by. */
export const LINK_TEXT: Rule = {
  ids: { ua1: 'H-link-text' },
  severity: 'warn',
  asks: 'a Link holds its text',
  *check({ structure }) {
    for (const element of elementsOf(structure, 'Link')) {
      if (element.kids.some((kid) => kid.kind !== 'object')) continue;
      if (holdsContent(element)) yield { message: 'a Link holds no text', object: element.id };
    }
  },
};

/** Source: ISO 14289-1 7.18.8; Matterhorn 28-017. */
export const PRINTER_MARK: Rule = {
  ids: { ua1: 'UA-7.18.8-1' },
  severity: 'fail',
  asks: 'marks for the printer are outside the structure',
  *check(facts) {
    for (const one of annotations(facts)) {
      if (one.subtype === 'PrinterMark' && one.dict.entries.has('StructParent')) {
        yield { message: 'a PrinterMark annotation is in the structure', ...at(one) };
      }
    }
  },
};

const INVISIBLE = 1;
const PRINT = 4;
const NO_VIEW = 32;
const TOGGLE = 256;

/** Source: ISO 19005-3 6.3.2. */
export const ANNOTATION_FLAGS: Rule = {
  ids: { a3a: 'A-6.3.2-1' },
  severity: 'fail',
  asks: 'annotations are printed, and neither hidden nor invisible',
  *check({ file, pages }) {
    for (const page of pages) {
      for (const { id, dict } of page.annotations) {
        if (nameOf(file.get(dict, 'Subtype')) === 'Popup') continue;
        const flags = numberOf(file.get(dict, 'F'));
        const where = { object: id, page: page.index };
        if (flags === undefined) yield { message: 'an annotation has no flags', ...where };
        else if ((flags & PRINT) === 0) yield { message: 'an annotation is not printed', ...where };
        else if ((flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE)) !== 0)
          yield { message: 'an annotation is hidden', ...where };
      }
    }
  },
};

/** Source: ISO 19005-3 6.3.1. */
const FORBIDDEN: ReadonlySet<string> = new Set(['3D', 'Sound', 'Screen', 'Movie', '']);

export const ANNOTATION_TYPES: Rule = {
  ids: { a3a: 'A-6.3.1-1' },
  severity: 'fail',
  asks: 'annotations are of types that an archive keeps',
  *check({ file, pages }) {
    for (const page of pages) {
      for (const { id, dict } of page.annotations) {
        const subtype = nameOf(file.get(dict, 'Subtype')) ?? '';
        if (FORBIDDEN.has(subtype))
          yield { message: `an annotation of type \`${subtype}\``, object: id, page: page.index };
      }
    }
  },
};

/** Source: ISO 19005-3 6.3.3. */
export const ANNOTATION_APPEARANCE: Rule = {
  ids: { a3a: 'A-6.3.3-1' },
  severity: 'fail',
  asks: 'an annotation that shows has an appearance of its own',
  *check({ file, pages }) {
    for (const page of pages) {
      for (const { id, dict } of page.annotations) {
        const subtype = nameOf(file.get(dict, 'Subtype')) ?? '';
        if (['Link', 'Popup'].includes(subtype) || dict.entries.has('AP')) continue;
        const rect = file.get(dict, 'Rect');
        const [a = 0, b = 0, c = 0, d = 0] = isArray(rect) ? rect.map((part) => numberOf(file.resolve(part)) ?? 0) : [];
        if (a === c && b === d) continue;
        yield { message: `a ${subtype} annotation has no appearance`, object: id, page: page.index };
      }
    }
  },
};

/** Source: ISO 15930-7 6.5. */
export const PRESS_ANNOTATIONS: Rule = {
  ids: { x4: 'X4-6.5-annotation' },
  severity: 'fail',
  asks: 'no annotation but printer’s marks reaches into the bleed',
  *check({ file, pages }) {
    for (const page of pages) {
      const area = page.bleed ?? page.trim ?? page.media;
      for (const { id, dict } of page.annotations) {
        const subtype = nameOf(file.get(dict, 'Subtype')) ?? '';
        const rect = file.get(dict, 'Rect');
        const [a = 0, b = 0, c = 0, d = 0] = isArray(rect) ? rect.map((part) => numberOf(file.resolve(part)) ?? 0) : [];
        const touches =
          Math.min(a, c) < area[2] && Math.max(a, c) > area[0] && Math.min(b, d) < area[3] && Math.max(b, d) > area[1];
        if (subtype === 'TrapNet' || (subtype !== 'PrinterMark' && touches)) {
          yield { message: `a ${subtype} annotation on the page`, object: id, page: page.index };
        }
      }
    }
  },
};
