import { placeOf } from '../model/place.ts';
import { elementsOf } from '../model/structure.ts';
import { textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.9; Matterhorn 19-003. */
export const NOTE_ID: Rule = {
  ids: { ua1: 'UA-7.9-1' },
  severity: 'fail',
  asks: 'a Note has an ID',
  *check(facts) {
    for (const element of elementsOf(facts.structure, 'Note')) {
      const id = textOf(facts.file.get(element.dict, 'ID')) ?? '';
      if (id === '') yield { message: 'a note has no ID', ...placeOf(facts, element) };
    }
  },
};

/** Source: ISO 14289-1 7.9; Matterhorn 19-004. */
export const NOTE_ID_UNIQUE: Rule = {
  ids: { ua1: 'UA-7.9-2' },
  severity: 'fail',
  asks: 'IDs of notes are different',
  *check(facts) {
    const seen = new Set<string>();
    for (const element of elementsOf(facts.structure, 'Note')) {
      const id = textOf(facts.file.get(element.dict, 'ID'));
      if (id === undefined || id === '') continue;
      if (seen.has(id)) yield { message: `two notes have the ID \`${id}\``, ...placeOf(facts, element) };
      seen.add(id);
    }
  },
};
