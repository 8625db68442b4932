import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/core/index.ts';
import type { PlacedLine, PlacedPage } from '../../../src/pdf/placed.ts';
import { filesOf } from '../../support/project-files.ts';
import { makeEdition, quarryEdition } from '../../support/quarry-edition.ts';

const linesOf = (page: PlacedPage): readonly PlacedLine[] => page.items.filter((item) => item.kind === 'line');
const isFurniture = (line: PlacedLine): boolean => 'subtype' in line.role && line.role.subtype !== undefined;

describe.each(EDITIONS)('pages of the quarry, %s', (edition) => {
  it('keep head and foot clear of text and notes', async () => {
    const { document } = await quarryEdition(edition);
    for (const page of document.pages) {
      if (!/^(?:text|parallel|wide|landscape)\./.test(page.master)) continue;
      const furniture = linesOf(page).filter(isFurniture);
      const text = linesOf(page).filter((line) => !isFurniture(line));
      const middle = page.height / 2;
      const head = Math.max(...furniture.filter((line) => line.y < middle).map((line) => line.y));
      const foot = Math.min(...furniture.filter((line) => line.y > middle).map((line) => line.y));
      expect(text.length).toBeGreaterThan(0);
      for (const line of text) {
        expect(line.y - 6).toBeGreaterThan(head + 2);
        expect(line.y + 2).toBeLessThan(foot - 7);
      }
    }
  });

  it('say in their head which chapter they are of', async () => {
    const { document } = await quarryEdition(edition);
    const titles = { 'p.faces': /石料|Stone/, 'p.wells': /^水|Water/ };
    const pageOf = (block: string): PlacedPage | undefined =>
      document.pages[document.placements.get(block)?.boxes[0]?.page ?? -1];
    for (const [block, title] of [
      ['h.faces', titles['p.faces']],
      ['h.wells', titles['p.wells']],
    ] as const) {
      const page = pageOf(block);
      const heads = page === undefined ? [] : linesOf(page).filter((line) => isFurniture(line) && line.y < 60);
      expect(heads.some((line) => title.test(line.line.text))).toBe(true);
    }
  });

  it('break a long note after two lines at least, and read it out beside its mark', async () => {
    const { document } = await quarryEdition(edition);
    const note = document.structure.find((node) => node.tag.type === 'Note' && node.tag.id?.startsWith('n.slopes'));
    if (note === undefined) throw new Error('no note');
    const inside = (id: number): boolean => {
      for (let at: number | undefined = id; at !== undefined; at = document.structure[at]?.parent) {
        if (at === note.id) return true;
      }
      return false;
    };
    const parts = document.pages.map((page) => {
      const own = linesOf(page).filter((line) => 'node' in line.role && inside(line.role.node));
      const columns = new Map<string, number>();
      for (const line of own) columns.set(line.x.toFixed(0), (columns.get(line.x.toFixed(0)) ?? 0) + 1);
      return [...columns.values()];
    });
    for (const count of parts.flat()) expect(count).toBeGreaterThanOrEqual(2);
    const marked = document.pages.findIndex((page) =>
      linesOf(page).some((line) => line.line.notes.includes('n.slopes')),
    );
    expect(parts.findIndex((columns) => columns.length > 0)).toBe(marked);
    const mark = linesOf(document.pages[marked] ?? never()).find((line) => line.line.notes.includes('n.slopes'));
    const cited = mark !== undefined && 'node' in mark.role ? mark.role.node : -1;
    expect(note.id).toBe(cited + 1);
  });

  it('set a side note level with the text that it stands beside', async () => {
    if (edition === 'bilingual') return;
    const { document } = await quarryEdition(edition);
    const note = document.placements.get('p.slopes1') ?? document.placements.get('h.slopes');
    const page = document.pages[note?.boxes[0]?.page ?? -1] ?? never();
    const title = linesOf(page).find((line) => /^(?:测点|Points)$/.test(line.line.text));
    const beside = linesOf(page).filter((line) => !isFurniture(line) && line.x > (title?.x ?? 0) + 100);
    const nearest = Math.min(...beside.map((line) => Math.abs(line.y - (title?.y ?? 0))));
    expect(title).toBeDefined();
    expect(nearest).toBeLessThan(12);
  });
});

describe('labels of pages', () => {
  it('are roman for front matter where a template says so, in the file as in print', async () => {
    const templates = await filesOf('templates', 'templates/');
    const text = (path: string): string => new TextDecoder().decode(templates[path] as Uint8Array);
    const over = {
      'templates/layouts/cover.hbs': text('templates/layouts/cover.hbs').replace('<section ', '<section label="i" '),
      'templates/layouts/part.hbs': text('templates/layouts/part.hbs').replace('<section ', '<section label="1" '),
    };
    const { facts } = await makeEdition('en', 'screen', over);
    const labels = facts.pages.map((page) => page.label);
    const start = labels.indexOf('1');
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
    expect(start).toBeGreaterThan(5);
    expect(labels.slice(start)).toEqual(labels.slice(start).map((_, index) => String(index + 1)));
    // The cover prints none.
    for (const page of facts.pages.slice(1)) {
      const foot = page.items.filter((item) => item.artifact && item.y < 60).map((item) => item.text.trim());
      expect(foot).toContain(page.label);
    }
    const link = facts.pages[1]?.links.find((one) => one.page === start);
    expect(link).toBeDefined();
  });
});

function never(): never {
  throw new Error('no such page');
}
