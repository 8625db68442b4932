import type { Facts } from '../model/facts.ts';
import { type Dict, dictOf, isArray, nameOf, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 19005-3 6.5.1. */
const ACTIONS: ReadonlySet<string> = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm']);
const NAMED: ReadonlySet<string> = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

export const ACTION_TYPES: Rule = {
  ids: { a3a: 'A-6.5.1-1' },
  severity: 'fail',
  asks: 'actions only lead somewhere: no script, no program, no sound',
  *check(facts) {
    const { file, catalog, pages } = facts;
    const look = (dict: Dict | undefined): string | undefined => {
      if (dict === undefined) return undefined;
      const type = nameOf(file.get(dict, 'S')) ?? '';
      if (!ACTIONS.has(type)) return `an action of type ${type}`;
      const name = nameOf(file.get(dict, 'N')) ?? '';
      return type === 'Named' && !NAMED.has(name) ? `an action \`${name}\`` : undefined;
    };
    const opening = look(dictOf(file.get(catalog, 'OpenAction')));
    if (opening !== undefined) yield { message: opening };
    if (dictOf(file.get(catalog, 'Names'))?.entries.has('JavaScript')) yield { message: 'the document holds scripts' };
    for (const page of pages) {
      for (const { id, dict } of page.annotations) {
        const fault = look(dictOf(file.get(dict, 'A')));
        if (fault !== undefined) yield { message: fault, object: id, page: page.index };
      }
    }
    for (const { dict, id } of outlineItems(facts)) {
      const fault = look(dictOf(file.get(dict, 'A')));
      if (fault !== undefined) yield { message: fault, object: id };
    }
  },
};

/** Source: ISO 19005-3 6.5.2. */
export const ADDITIONAL_ACTIONS: Rule = {
  ids: { a3a: 'A-6.5.2-1' },
  severity: 'fail',
  asks: 'nothing happens by itself',
  *check({ catalog, pages }) {
    if (catalog.entries.has('AA')) yield { message: 'the document has additional actions' };
    for (const page of pages) {
      if (page.dict.entries.has('AA'))
        yield { message: 'a page has additional actions', object: page.id, page: page.index };
      for (const { id, dict } of page.annotations) {
        if (dict.entries.has('AA'))
          yield { message: 'an annotation has additional actions', object: id, page: page.index };
      }
    }
  },
};

/** Source: ISO 15930-7 6.6. */
export const PRESS_ACTIONS: Rule = {
  ids: { x4: 'X4-6.6-actions' },
  severity: 'fail',
  asks: 'there are no actions and no scripts',
  *check({ file, catalog, pages }) {
    if (dictOf(file.get(catalog, 'OpenAction')) !== undefined) yield { message: 'something happens on opening' };
    if (catalog.entries.has('AA')) yield { message: 'the document has additional actions' };
    if (dictOf(file.get(catalog, 'Names'))?.entries.has('JavaScript')) yield { message: 'the document holds scripts' };
    for (const page of pages) {
      if (page.dict.entries.has('AA'))
        yield { message: 'a page has additional actions', object: page.id, page: page.index };
    }
  },
};

/** Source: ISO 19005-3 6.4. */
export const FORM_FIELDS: Rule = {
  ids: { a3a: 'A-6.4.1-1' },
  severity: 'fail',
  asks: 'form fields need no program to be shown',
  *check({ file, catalog }) {
    const form = dictOf(file.get(catalog, 'AcroForm'));
    if (form?.entries.has('XFA')) yield { message: 'the form is an XFA form' };
    if (file.get(form, 'NeedAppearances') === true) yield { message: 'the form asks its reader for appearances' };
  },
};

/** Source: ISO 14289-1 7.10; ISO 19005-3 6.9; Matterhorn 20-001. */
export const LAYER_NAMES: Rule = {
  ids: { ua1: 'UA-7.10-1', a3a: 'A-6.9-1' },
  severity: 'fail',
  asks: 'a set of layers has a name',
  *check(facts) {
    for (const dict of layerSets(facts)) {
      if ((textOf(facts.file.get(dict, 'Name')) ?? '') === '') yield { message: 'a set of layers has no name' };
    }
  },
};

/** Source: ISO 14289-1 7.10; ISO 19005-3 6.9; Matterhorn 20-003. */
export const LAYER_EVENTS: Rule = {
  ids: { ua1: 'UA-7.10-2', a3a: 'A-6.9-4' },
  severity: 'fail',
  asks: 'layers do not come and go by themselves',
  *check(facts) {
    for (const dict of layerSets(facts)) if (dict.entries.has('AS')) yield { message: 'a set of layers has AS' };
  },
};

function layerSets({ file, catalog }: Facts): readonly Dict[] {
  const properties = dictOf(file.get(catalog, 'OCProperties'));
  const more = file.get(properties, 'Configs');
  const all = [file.get(properties, 'D'), ...(isArray(more) ? more.map((item) => file.resolve(item)) : [])];
  return all.flatMap((value) => dictOf(value) ?? []);
}

/** Bookmarks, in order; a list that leads back into itself ends there. */
function outlineItems({ file, catalog }: Facts): readonly { readonly dict: Dict; readonly id: number | undefined }[] {
  const found: { readonly dict: Dict; readonly id: number | undefined }[] = [];
  const seen = new Set<Dict>();
  const visit = (holder: Dict | undefined, depth: number): void => {
    let next = holder?.entries.get('First');
    while (next !== undefined && depth < file.budget.limits.levels) {
      const dict = dictOf(file.resolve(next));
      if (dict === undefined || seen.has(dict)) return;
      seen.add(dict);
      found.push({ dict, id: typeof next === 'object' && next !== null && 'ref' in next ? next.ref : undefined });
      visit(dict, depth + 1);
      next = dict.entries.get('Next');
    }
  };
  visit(dictOf(file.get(catalog, 'Outlines')), 0);
  return found;
}
