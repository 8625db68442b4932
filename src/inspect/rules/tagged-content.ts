import { type ContentKey, contentKey } from '../model/structure.ts';
import { isArray, isReference, type Value } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.1; Matterhorn 01-005. */
export const UNTAGGED_CONTENT: Rule = {
  ids: { ua1: 'UA-7.1-3' },
  severity: 'fail',
  asks: 'everything painted belongs to an element or is an artifact',
  *check({ content }) {
    for (const { item, mcid, artifact } of content) {
      if (artifact || mcid !== undefined) continue;
      const words = item.kind === 'text' ? `: ${item.text.slice(0, 30)}` : '';
      yield { message: `${item.kind} without a mark${words}`, page: item.page, box: item.box };
    }
  },
};

/** Source: ISO 14289-1 7.1; ISO 32000-1 14.7.4.2. */
export const UNOWNED_CONTENT: Rule = {
  ids: { ua1: 'UA-7.1-3-owner' },
  severity: 'fail',
  asks: 'each numbered sequence has an element that owns it',
  *check({ content }) {
    for (const { item, mcid, artifact, element } of content) {
      if (artifact || mcid === undefined || element !== undefined) continue;
      yield { message: `no element owns the marked content ${mcid}`, page: item.page, box: item.box };
    }
  },
};

/** Source: ISO 32000-1 14.7.4.4. */
export const PARENT_TREE: Rule = {
  ids: { ua1: 'UA-7.1-3-parents', a3a: 'A-6.7.3.1-2' },
  severity: 'fail',
  asks: 'the parent tree leads from each numbered sequence to its element',
  *check({ painting, structure, file }) {
    if (structure === undefined) return;
    for (const mark of painting.marks) {
      if (mark.mcid === undefined || mark.part !== 'page') continue;
      const owner = structure.owners.get(contentKey(mark.stream, mark.mcid));
      if (owner === undefined) continue;
      const list = mark.parents === undefined ? null : file.resolve(structure.parents.get(mark.parents));
      const entry: Value = isArray(list) ? (list[mark.mcid] ?? null) : null;
      if (isReference(entry) && entry.ref === owner.id) continue;
      const message = `the parent tree does not lead from marked content ${mark.mcid} to its ${owner.role}`;
      yield { message, page: mark.page, object: owner.id };
    }
  },
};

/** Source: ISO 32000-1 14.7.4.2. */
export const REPEATED_NUMBER: Rule = {
  ids: { ua1: 'UA-7.1-3-number' },
  severity: 'fail',
  asks: 'a content stream uses each number once',
  *check({ painting }) {
    // A form may be painted on several pages: that is another fault.
    const seen = new Map<ContentKey, number>();
    for (const mark of painting.marks) {
      if (mark.mcid === undefined || mark.part !== 'page') continue;
      const key = contentKey(mark.stream, mark.mcid);
      if (seen.get(key) === mark.page) yield { message: `the number ${mark.mcid} is used twice`, page: mark.page };
      seen.set(key, mark.page);
    }
  },
};

/** Source: ISO 32000-1 14.7.4.2. */
export const MISSING_CONTENT: Rule = {
  ids: { ua1: 'UA-7.1-3-content' },
  severity: 'fail',
  asks: 'an element holds only content that is there',
  *check({ painting, structure, pageById }) {
    const there = new Set<ContentKey>();
    for (const mark of painting.marks) if (mark.mcid !== undefined) there.add(contentKey(mark.stream, mark.mcid));
    for (const element of structure?.elements ?? []) {
      for (const kid of element.kids) {
        if (kid.kind !== 'content' || there.has(contentKey(kid.stream, kid.mcid))) continue;
        const page = kid.stream === undefined ? undefined : pageById.get(kid.stream)?.index;
        yield {
          message: `${element.role} holds the marked content ${kid.mcid}, which is not there`,
          object: element.id,
          page,
        };
      }
    }
  },
};

/** Source: ISO 14289-1 7.1; Matterhorn 01-003. */
export const ARTIFACT_INSIDE: Rule = {
  ids: { ua1: 'UA-7.1-1' },
  severity: 'fail',
  asks: 'no artifact stands inside tagged content',
  *check({ painting }) {
    for (const mark of painting.marks) {
      if (mark.tag !== 'Artifact' || mark.part !== 'page') continue;
      let outer = mark.outer;
      while (outer !== undefined && outer.mcid === undefined) outer = outer.outer;
      if (mark.mcid !== undefined) yield { message: 'an artifact has a number of the structure', page: mark.page };
      else if (outer !== undefined) yield { message: `an artifact stands inside ${outer.tag}`, page: mark.page };
    }
  },
};

/** Source: ISO 14289-1 7.1; Matterhorn 01-004. */
export const TAGGED_INSIDE_ARTIFACT: Rule = {
  ids: { ua1: 'UA-7.1-2' },
  severity: 'fail',
  asks: 'no tagged content stands inside an artifact',
  *check({ painting }) {
    for (const mark of painting.marks) {
      if (mark.mcid === undefined || mark.part !== 'page') continue;
      let outer = mark.outer;
      while (outer !== undefined && outer.tag !== 'Artifact') outer = outer.outer;
      if (outer !== undefined) yield { message: `${mark.tag} stands inside an artifact`, page: mark.page };
    }
  },
};
