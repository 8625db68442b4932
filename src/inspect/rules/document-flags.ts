import { dictOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 6.2; ISO 19005-3 6.7.2.2. */
export const MARKED: Rule = {
  ids: { ua1: 'UA-6.2-1', a3a: 'A-6.7.2.2-1' },
  severity: 'fail',
  asks: 'the document says that it is tagged',
  *check({ file, catalog }) {
    const info = dictOf(file.get(catalog, 'MarkInfo'));
    if (file.get(info, 'Marked') !== true) yield { message: 'MarkInfo does not say that the document is tagged' };
  },
};

/** Source: ISO 14289-1 7.1; Matterhorn 01-007. */
export const SUSPECTS: Rule = {
  ids: { ua1: 'UA-7.1-4' },
  severity: 'fail',
  asks: 'the document does not doubt its own tags',
  *check({ file, catalog }) {
    const info = dictOf(file.get(catalog, 'MarkInfo'));
    if (file.get(info, 'Suspects') === true) yield { message: 'MarkInfo says that tags may be wrong' };
  },
};

/** Source: ISO 14289-1 7.1; Matterhorn 07-001, 07-002. */
export const DISPLAY_TITLE: Rule = {
  ids: { ua1: 'UA-7.1-10' },
  severity: 'fail',
  asks: 'viewers show the title of the document, not the name of the file',
  *check({ file, catalog }) {
    const preferences = dictOf(file.get(catalog, 'ViewerPreferences'));
    if (file.get(preferences, 'DisplayDocTitle') !== true) yield { message: 'DisplayDocTitle is not set' };
  },
};

/** Pages from which on nobody finds the way without bookmarks. */
const LONG = 20;

/** Source: ISO 14289-1 7.17, a recommendation. */
export const BOOKMARKS: Rule = {
  ids: { ua1: 'H-bookmarks' },
  severity: 'warn',
  asks: 'a long document has bookmarks',
  *check({ file, catalog, pages }) {
    const outlines = dictOf(file.get(catalog, 'Outlines'));
    if (pages.length > LONG && !outlines?.entries.has('First'))
      yield { message: `${pages.length} pages have no bookmarks` };
  },
};
