import type { Rule } from '../rule.ts';

/** Share of glyphs that may be artifacts before a document counts as untagged. */
const MOST_ARTIFACTS = 0.5;

/** Marks and labels are no evidence: the tree itself must hold the text. Source: ISO 14289-1 7.1; Matterhorn 01-005. */
export const STRUCTURE_TREE: Rule = {
  ids: { ua1: 'UA-7.1-11', a3a: 'A-6.7.3.1-1' },
  severity: 'fail',
  asks: 'the document has a structure tree that holds its text',
  *check({ structure, content }) {
    if (structure === undefined) {
      yield { message: 'there is no structure tree' };
      return;
    }
    if (structure.elements.length === 0) {
      yield { message: 'the structure tree is empty' };
      return;
    }
    if (!structure.hasParentTree) yield { message: 'there is no parent tree' };
    const texts = content.filter(({ item }) => item.kind === 'text');
    if (texts.length > 0 && texts.every(({ element }) => element === undefined)) {
      yield { message: 'the structure tree holds no text of any page' };
    }
  },
};

/** Hiding text from the tree would pass every other rule. */
export const MOSTLY_ARTIFACTS: Rule = {
  ids: { ua1: 'H-mostly-artifacts' },
  severity: 'warn',
  asks: 'most of the text is in the structure tree',
  *check({ content }) {
    let all = 0;
    let hidden = 0;
    for (const { item, artifact } of content) {
      if (item.kind !== 'text') continue;
      all += item.codes;
      if (artifact) hidden += item.codes;
    }
    if (all > 0 && hidden / all > MOST_ARTIFACTS) yield { message: `${hidden} of ${all} glyphs are artifacts` };
  },
};

/** Source: ISO 32000-1 table 333. */
export const DOCUMENT_ROOT: Rule = {
  ids: { ua1: 'H-document-root' },
  severity: 'warn',
  asks: 'the tree has one root, a Document',
  *check({ structure }) {
    if (structure === undefined || structure.elements.length === 0) return;
    const [only, second] = structure.roots;
    if (second !== undefined || only?.role !== 'Document') {
      yield { message: `the roots are ${structure.roots.map(({ role }) => role).join(', ')}`, object: only?.id };
    }
  },
};
