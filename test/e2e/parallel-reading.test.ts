import { beforeAll, describe, expect, it } from 'vitest';
import { readAloud } from '../../src/inspect/index.ts';
import { builtFile } from '../support/built-editions.ts';
import { type Heard, wholeTexts } from '../support/heard-texts.ts';
import { sourceChapters, wordsOf } from '../support/source-texts.ts';

/** Blocks that stand beside their other language, each a single text. */
const PARALLEL = ['heading', 'paragraph'];

describe.each(['showcase', 'ferry'] as const)('parallel columns of the %s', (project) => {
  let heard: readonly Heard[];
  beforeAll(async () => {
    const read = readAloud(await builtFile(project, 'report.bilingual.pdf'));
    if (!read.ok) throw new Error('the edition cannot be read');
    heard = wholeTexts(read.value.pages.flatMap(({ spoken }) => spoken));
  });

  const placeOf = (source: string, type: string): number => {
    const words = wordsOf(source);
    const isOne = ({ role }: Heard['one']): boolean => (type === 'heading' ? role.startsWith('heading') : role === '');
    const found = heard.flatMap(({ one, text }, i) => (isOne(one) && words.test(text) ? [i] : []));
    expect(found, source).toHaveLength(1);
    return found[0] ?? -1;
  };
  /** Where each text of a section is heard, Chinese and English of one block as a pair, in the order of its author. */
  const pairs = () =>
    sourceChapters(project).map(({ blocks }) =>
      blocks.flatMap(({ type, zh, en }) =>
        PARALLEL.includes(type) && zh !== undefined && en !== undefined
          ? [[placeOf(zh, type), placeOf(en, type)] as const]
          : [],
      ),
    );

  /** What is heard from the one to the other, but for the notes of the first: they follow what they are on. */
  const between = ([zh, en]: readonly [number, number]): readonly Heard[] => {
    const depth = heard[zh]?.one.depth ?? 0;
    return heard.slice(zh + 1, en).filter(({ one }) => one.role !== 'note' && one.depth <= depth);
  };

  it('are heard paragraph by paragraph: Chinese, at once its English, then the next', () => {
    const sections = pairs();
    expect(sections.flat().length).toBeGreaterThan(8);
    expect(sections.flat().flatMap(between)).toEqual([]);
    const order = sections.flat(2);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('have an element for each language, which says that language and no other text', () => {
    for (const [zh, en] of pairs().flat()) {
      const [left, right] = [heard[zh]?.one, heard[en]?.one];
      expect(left?.lang).toBe('zh-Hans');
      expect(right?.lang).toMatch(/^en/);
      expect(left?.type).toBe(right?.type);
      expect(left?.order).not.toBe(right?.order);
    }
  });

  it('stay one element for a text that goes on over a page, each beside the other', () => {
    const turned = pairs()
      .flat()
      .map(([zh, en]) => [heard[zh]?.pages ?? [], heard[en]?.pages ?? []] as const)
      .filter((pages) => pages.some(({ length }) => length > 1));
    expect(turned.length).toBeGreaterThan(0);
    for (const [left, right] of turned) {
      for (const pages of [left, right]) expect(pages).toEqual(pages.map((_, i) => (pages[0] ?? 0) + i));
      expect(right[0]).toBe(left[0]);
    }
  });
});
