import { describe, expect, test } from 'vitest';
import { createExpansions } from '../../../src/compose/expansion.ts';
import type { InlineItem } from '../../../src/compose/index.ts';
import { everyBlock, tree } from './composing.ts';

const abbreviations = {
  zh: new Map([['PUE', '电力使用效率']]),
  en: new Map([
    ['PUE', 'power usage effectiveness'],
    ['ESG', 'environmental, social and governance'],
    ['ESG (rating)', 'a rating'],
  ]),
};

/** Every expansion of the tree, with the text that it stands for. */
function expanded(html: string, edition: 'en' | 'bilingual' = 'en'): readonly string[] {
  const items = everyBlock(tree(html, { edition, abbreviations }).children).flatMap((one): readonly InlineItem[] =>
    one.kind === 'text' ? one.paragraph.items : [],
  );
  return items.flatMap((item) =>
    item.kind === 'text' && item.tag?.expansion !== undefined ? [`${item.text}: ${item.tag.expansion}`] : [],
  );
}

describe('an abbreviation of the termbase', () => {
  test('is expanded where a section first has it, and again in the next', () => {
    const text = '<p>Our PUE fell. PUE is low; <strong>a PUE</strong> of one is lowest.</p>';
    expect(expanded(`<section>${text}${text}</section><section>${text}</section>`)).toEqual([
      'PUE: power usage effectiveness',
      'PUE: power usage effectiveness',
    ]);
  });

  test('is expanded in each language by its own words', () => {
    const pair = '<pair><p lang="zh">全年PUE下降</p><p lang="en">PUE fell</p></pair>';
    expect(expanded(`<section>${pair}</section>`, 'bilingual')).toEqual([
      'PUE: 电力使用效率',
      'PUE: power usage effectiveness',
    ]);
  });

  test('is left alone in a quantity, a link, and what nobody reads', () => {
    expect(expanded('<p><quantity>7 PUE</quantity> <a href="https://x.example">PUE</a></p>')).toEqual([]);
  });
});

describe('cutting a text', () => {
  const cut = (text: string): readonly string[] =>
    createExpansions(abbreviations)
      .cut(text, 'en')
      .map((part) => (part.expansion === undefined ? part.text : `[${part.text}]`));

  test('loses nothing and takes whole words only', () => {
    expect(cut('The ESG report')).toEqual(['The ', '[ESG]', ' report']);
    expect(cut('中ESG。')).toEqual(['中', '[ESG]', '。']);
    for (const text of ['ESGs', 'preESG', 'ESG2', 'ESG-2', '2-ESG', 'esg', '']) expect(cut(text)).toEqual([text]);
  });

  test('prefers the longest form, and takes its characters as they are', () => {
    expect(cut('An ESG (rating) of A')).toEqual(['An ', '[ESG (rating)]', ' of A']);
  });
});
