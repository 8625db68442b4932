import { languageOf } from '../model/facts.ts';
import { placeOf } from '../model/place.ts';
import { dictOf, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: RFC 5646 2.1, as far as ISO 32000-1 14.9.2.2 asks. */
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Source: ISO 14289-1 7.2; Matterhorn 11-001. */
export const TEXT_LANGUAGE: Rule = {
  ids: { ua1: 'UA-7.2-34', a3a: 'A-6.7.4-1' },
  severity: 'fail',
  asks: 'the language of all text can be told',
  *check(facts) {
    for (const owned of facts.content) {
      const { item, artifact } = owned;
      if (item.kind !== 'text' || artifact || item.text.trim() === '') continue;
      if (languageOf(facts, owned) !== undefined) continue;
      yield { message: `text without a language: ${item.text.slice(0, 30)}`, page: item.page, box: item.box };
    }
  },
};

/** Source: ISO 14289-1 7.2; ISO 19005-3 6.7.4; Matterhorn 11-001. */
export const LANGUAGE_TAGS: Rule = {
  ids: { ua1: 'UA-7.2-29', a3a: 'A-6.7.4-2' },
  severity: 'fail',
  asks: 'a language is written as a language tag',
  *check(facts) {
    const wrong = (lang: string | undefined): lang is string =>
      lang !== undefined && lang !== '' && !LANGUAGE.test(lang);
    if (facts.lang !== undefined && !LANGUAGE.test(facts.lang)) {
      yield { message: `the document is in \`${facts.lang}\`, which is no language tag` };
    }
    for (const element of facts.structure?.elements ?? []) {
      if (wrong(element.ownLang))
        yield { message: `\`${element.ownLang}\` is no language tag`, ...placeOf(facts, element) };
    }
    for (const { lang, page } of facts.painting.marks) {
      if (wrong(lang)) yield { message: `\`${lang}\` is no language tag`, page };
    }
  },
};

/** Source: ISO 14289-1 7.2; Matterhorn 11-003. */
export const OUTLINE_LANGUAGE: Rule = {
  ids: { ua1: 'UA-7.2-2' },
  severity: 'fail',
  asks: 'the language of bookmarks can be told',
  *check({ file, catalog, lang }) {
    const outlines = dictOf(file.get(catalog, 'Outlines'));
    if (lang === undefined && outlines?.entries.has('First')) yield { message: 'bookmarks have no language' };
  },
};

/** Source: ISO 14289-1 7.2; Matterhorn 11-002. */
export const ALTERNATE_LANGUAGE: Rule = {
  ids: { ua1: 'UA-7.2-21' },
  severity: 'fail',
  asks: 'the language of alternative texts, replacements and expansions can be told',
  *check(facts) {
    for (const element of facts.structure?.elements ?? []) {
      if (element.lang !== undefined) continue;
      const key = ['Alt', 'ActualText', 'E'].find((one) => element.dict.entries.has(one));
      if (key !== undefined) yield { message: `${key} of ${element.role} has no language`, ...placeOf(facts, element) };
    }
  },
};

/** Source: ISO 14289-1 7.2; Matterhorn 11-004. */
export const CONTENTS_LANGUAGE: Rule = {
  ids: { ua1: 'UA-7.2-24' },
  severity: 'fail',
  asks: 'the language of what annotations say can be told',
  *check({ file, pages, lang }) {
    if (lang !== undefined) return;
    for (const page of pages) {
      for (const { id, dict } of page.annotations) {
        if ((textOf(file.get(dict, 'Contents')) ?? '') === '') continue;
        yield { message: 'an annotation says something in no language', object: id, page: page.index };
      }
    }
  },
};

/** Source: ISO 14289-1 7.2; Matterhorn 11-006. */
export const METADATA_LANGUAGE: Rule = {
  ids: { ua1: 'UA-7.2-33' },
  severity: 'fail',
  asks: 'the language of metadata can be told',
  *check({ xmp, lang }) {
    if (lang !== undefined) return;
    const open = xmp.properties.find((one) => one.langs.includes('x-default'));
    if (open !== undefined) yield { message: `the language of ${open.name} in the metadata is not told` };
  },
};

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{Script=Latin}{4,}/gu;
/** Words in a row from which on Latin text in a Chinese stretch is a passage, not a name. */
const PASSAGE = 3;

/** A voice for the wrong language makes text unintelligible. Source: Matterhorn 11-007. */
export const HAN_LANGUAGE: Rule = {
  ids: { ua1: 'H-language-han' },
  severity: 'fail',
  asks: 'Han text is in a language that is written with it',
  *check(facts) {
    for (const owned of facts.content) {
      const { item, artifact } = owned;
      if (item.kind !== 'text' || artifact || !HAN.test(item.text)) continue;
      const lang = languageOf(facts, owned) ?? '';
      if (/^(?:zh|ja|ko|yue|cmn|lzh|wuu)\b/i.test(lang)) continue;
      yield { message: `Han text in \`${lang}\`: ${item.text.slice(0, 20)}`, page: item.page, box: item.box };
    }
  },
};

/** Source: Matterhorn 11-007. */
export const LATIN_LANGUAGE: Rule = {
  ids: { ua1: 'H-language-latin' },
  severity: 'warn',
  asks: 'a passage of Latin words is not in Chinese',
  *check(facts) {
    for (const owned of facts.content) {
      const { item, artifact } = owned;
      if (item.kind !== 'text' || artifact || HAN.test(item.text)) continue;
      if ((item.text.match(LETTERS) ?? []).length < PASSAGE) continue;
      if (!/^zh\b/i.test(languageOf(facts, owned) ?? '')) continue;
      yield { message: `Latin words in Chinese: ${item.text.slice(0, 40)}`, page: item.page, box: item.box };
    }
  },
};
