import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import { editionFacts, textInside } from '../support/built-editions.ts';

/** Marks and labels of notes are links too; they print no page. */
const NOTE_LINK = /^(?:Back to|Note \S+ on|返回|注\S+，)/;

describe.each(['showcase', 'ferry'] as const)('page numbers of the %s', (project) => {
  it.each(EDITIONS)('%s: every printed page number is that of the page it leads to', async (edition) => {
    const facts = await editionFacts(project, edition);
    const wrong: string[] = [];
    let compared = 0;
    for (const page of facts.pages) {
      for (const link of page.links) {
        const printed = /^(?:, )?([0-9ivxlc]+)$/.exec(textInside(page, link.box))?.[1];
        if (printed === undefined || link.page === undefined || NOTE_LINK.test(link.contents)) continue;
        compared += 1;
        const label = facts.pages[link.page]?.label;
        if (printed !== label) wrong.push(`page ${page.label} prints ${printed} for page ${label}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(40);
  });

  it.each(EDITIONS)('%s: every heading of the outline stands on the page that the outline names', async (edition) => {
    const facts = await editionFacts(project, edition);
    const entries = flatten(facts.outline);
    const absent = entries.filter(({ title, page }) => {
      const text = facts.pages[page ?? -1]?.text ?? '';
      return !squeeze(text).includes(squeeze(title));
    });
    expect(absent).toEqual([]);
    expect(entries.length).toBeGreaterThan(15);
  });
});

interface Entry {
  readonly title: string;
  readonly page: number | undefined;
  readonly children: readonly Entry[];
}

function flatten(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}

/** Marks that stand apart from the words (◇, note letters) and white space do not count. */
function squeeze(text: string): string {
  return text
    .replace(/[\s\u00ad◇]/gu, '')
    .replaceAll('₂', '2')
    .replaceAll('³', '3');
}
