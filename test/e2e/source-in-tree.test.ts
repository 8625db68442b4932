import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type Edition, type Lang, langsOf } from '../../src/core/index.ts';
import { readAloud, type Spoken } from '../../src/inspect/index.ts';
import { builtFile } from '../support/built-editions.ts';
import { type Heard, wholeTexts } from '../support/heard-texts.ts';
import { sourceChapters, sourceSections, textsOf, wordsOf } from '../support/source-texts.ts';

/** Kinds of blocks that have a track of their own beside the running text. */
const TRACKS = ['note', 'side_note', 'chart', 'figure'];

/** A text of at least so many characters beside what it cites is no name or cell, and is not said again by chance. */
const SENTENCE = { zh: 12, en: 30 } as const;

/**
 * What is not heard, heard before what stands above it, or heard again. A text that comes more often stands at the next place
 * behind what is above it. Notes, side notes and figures keep their order among themselves.
 */
function outOfOrder(
  heard: readonly Heard[],
  blocks: readonly (readonly [type: string, texts: readonly string[]])[],
  lang: Lang,
): readonly string[] {
  const last = new Map<string, number>();
  const used = new Map<string, number>();
  const all = blocks.flatMap(([, texts]) => texts);
  return blocks.flatMap(([type, texts]) =>
    texts.flatMap((source) => {
      const words = wordsOf(source, false);
      const whole = wordsOf(source);
      const found = heard.flatMap(({ text }, i) => (words.test(text) ? [i] : []));
      if (found.length === 0) return [`nowhere: ${source}`];
      const said = found.filter((i) => heard[i]?.one.role === '' && whole.test(heard[i]?.text ?? '')).length;
      const written = all.filter((other) => other === source).length;
      if (source.replace(/\{\{[^}]*\}\}/g, '').length >= SENTENCE[lang] && said > written)
        return [`${said} times for ${written}: ${source}`];
      const track = TRACKS.find((one) => one === type) ?? 'text';
      const before = Math.max(last.get(track) ?? 0, (used.get(source) ?? -1) + 1);
      const at = found.find((i) => i >= before);
      if (at === undefined) return [`too early: ${source}`];
      last.set(track, at);
      used.set(source, at);
      return [];
    }),
  );
}

describe.each(['showcase', 'ferry'] as const)('what the %s says', (project) => {
  const chapters = sourceChapters(project);

  describe.each(EDITIONS)('in its edition %s', (edition: Edition) => {
    let heard: readonly Heard[];
    beforeAll(async () => {
      const read = readAloud(await builtFile(project, `report.${edition}.pdf`));
      if (!read.ok) throw new Error('the edition cannot be read');
      heard = wholeTexts(read.value.pages.flatMap(({ spoken }) => spoken));
    });
    const places = (source: string, wanted: (one: Spoken) => boolean): readonly number[] => {
      const words = wordsOf(source);
      return heard.flatMap(({ one, text }, i) => (wanted(one) && words.test(text) ? [i] : []));
    };
    const inOrder = (found: readonly (readonly [string, readonly number[]])[]): void => {
      expect(found.filter(([, at]) => at.length !== 1).map(([source, at]) => `${at.length} times: ${source}`)).toEqual(
        [],
      );
      const order = found.map(([, at]) => at[0] ?? 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    };

    it.each(langsOf(edition))('every heading of the source stands in the tree once, in order: %s', (lang) => {
      const sources = chapters.flatMap(({ title, blocks }) => [
        title[lang],
        ...blocks.flatMap((block) => (block.type === 'heading' ? (block[lang] ?? []) : [])),
      ]);
      expect(sources.length).toBeGreaterThan(4);
      inOrder(sources.map((source) => [source, places(source, ({ role }) => role.startsWith('heading'))]));
    });

    it.each(langsOf(edition))('every footnote is there: %s', (lang) => {
      const sources = chapters.flatMap(({ blocks }) =>
        blocks.flatMap((one) => (one.type === 'note' ? (one[lang] ?? []) : [])),
      );
      const found = sources.map(
        (source) => [source, places(source, ({ role }) => !role.startsWith('heading'))] as const,
      );
      expect(sources.length).toBeGreaterThan(2);
      inOrder(found);
    });

    it.each(langsOf(edition))('every alternative text is there, in its language: %s', (lang) => {
      const sources = chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.alt?.[lang] ?? []));
      expect(sources.length).toBeGreaterThan(2);
      inOrder(
        sources.map((source) => [source, places(source, (one) => one.role === 'figure' && one.lang.startsWith(lang))]),
      );
    });

    it.runIf(edition === 'bilingual')('a picture is heard in the second language right after the first', () => {
      const figures = (source: string): readonly number[] => places(source, ({ role }) => role === 'figure');
      const alts = chapters.flatMap(({ blocks }) => blocks.flatMap(({ alt }) => (alt === undefined ? [] : [alt])));
      expect(alts.length).toBeGreaterThan(2);
      const apart = alts.filter(({ zh, en }) => figures(en ?? '')[0] !== (figures(zh ?? '')[0] ?? 0) + 1);
      expect(apart).toEqual([]);
    });

    it.each(langsOf(edition))('every citation, cross reference and address is a link of its paragraph: %s', (lang) => {
      const sources = chapters.flatMap(({ blocks }) =>
        blocks.flatMap((one) => (one.type === 'paragraph' ? (one[lang] ?? []) : [])),
      );
      const wrong = sources.flatMap((source) => {
        const wanted = source.match(/\{\{(?:src|note|see|page):|\]\(https?:/g)?.length ?? 0;
        const [at] = places(source, ({ role }) => role === '');
        if (at === undefined) return [`nowhere: ${source}`];
        const links = heard[at]?.parts.filter(({ role, more }) => role === 'link' && more !== '').length ?? 0;
        return links < wanted ? [`${links} of ${wanted}: ${source}`] : [];
      });
      expect(wrong).toEqual([]);
    });

    /** Where the part of the tree begins that has each section of the report, and where the next one begins. */
    const rangeOf = (title: string): readonly [number, number] => {
      const [from = -1] = places(title, ({ role }) => role === 'heading 1');
      const next = heard.findIndex(
        ({ one }, i) => i > from + 1 && one.role === 'heading 1' && one.lang === heard[from]?.one.lang,
      );
      return [from, next < 0 ? heard.length : next];
    };

    it.each(langsOf(edition))(
      'every text of every block is heard in its section, in the order of its author: %s',
      (lang) => {
        const sections = sourceSections(project);
        const kinds = new Set(sections.flatMap(({ blocks }) => blocks.map(({ type }) => type)));
        expect([...kinds]).toEqual(
          expect.arrayContaining(['paragraph', 'list', 'callout', 'table', 'metric_table', 'chart']),
        );
        const wrong = sections.flatMap(({ title, blocks }) => {
          const [from, to] = rangeOf(title[lang]);
          if (from < 0) return [`no section: ${title[lang]}`];
          return outOfOrder(
            heard.slice(from, to),
            blocks.map((block) => [block.type, textsOf(block, lang)] as const),
            lang,
          );
        });
        expect(wrong).toEqual([]);
      },
    );
  });
});
