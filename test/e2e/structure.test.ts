import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import type { TagFacts } from '../../src/inspect/index.ts';
import { editionFacts } from '../support/built-editions.ts';

/** Every element of a tree with the types around it, the outermost first. */
function everyTag(
  tags: readonly TagFacts[],
  around: readonly string[] = [],
): readonly (readonly [TagFacts, readonly string[]])[] {
  return tags.flatMap((tag) => [[tag, around] as const, ...everyTag(tag.children, [...around, tag.type])]);
}

describe.each(['showcase', 'ferry'] as const)('structure of the %s', (project) => {
  it.each(EDITIONS)('%s: no section of the structure stands inside another', async (edition) => {
    const { pages } = await editionFacts(project, edition);
    const nested = pages.flatMap((page) =>
      everyTag(page.tags).filter(([tag, around]) => tag.type === 'Sect' && around.includes('Sect')),
    );
    expect(nested).toEqual([]);
  });

  it.each(EDITIONS)('%s: a caption is the first thing in its table', async (edition) => {
    const { pages } = await editionFacts(project, edition);
    const captions = pages.flatMap((page) =>
      everyTag(page.tags).flatMap(([tag]) => (tag.type === 'Table' ? [tag.children.map((child) => child.type)] : [])),
    );
    const titled = captions.filter((types) => types.includes('Caption'));
    expect(titled.length).toBeGreaterThan(1);
    expect(titled.filter((types) => types[0] !== 'Caption')).toEqual([]);
  });

  it.each(EDITIONS)(
    '%s: each line of the contents is a reference with links that name what they lead to',
    async (edition) => {
      const { pages } = await editionFacts(project, edition);
      const contents = pages.find((page) => everyTag(page.tags).some(([tag]) => tag.type === 'TOC'));
      const lines = everyTag(contents?.tags ?? []).filter(([tag]) => tag.type === 'TOCI');
      const bare = lines.filter(([tag]) => {
        const links = everyTag([tag]).filter(([inner]) => inner.type === 'Link');
        return links.length < 2 || links.some(([, around]) => !around.includes('Reference'));
      });
      expect(lines.length).toBeGreaterThan(6);
      expect(bare.map(([tag]) => tag)).toEqual([]);
      expect(contents?.links.filter((link) => !/[：:] ?\S/u.test(link.contents))).toEqual([]);
    },
  );

  it.each(EDITIONS)('%s: every link to a page says what stands there', async (edition) => {
    const { pages } = await editionFacts(project, edition);
    const inner = pages.flatMap((page) => page.links).filter((link) => /^(?:Go to|转到)/u.test(link.contents));
    const bare = inner.filter((link) => /^(?:Go to page \S+|转到第\S+页)$/u.test(link.contents));
    expect(inner.length).toBeGreaterThan(40);
    expect(bare.map((link) => link.contents)).toEqual([]);
  });
});
