import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/core/index.ts';
import { type DrawnGlyph, readGlyphs } from '../../../src/inspect/index.ts';
import type { PlacedDocument, PlacedLine, PlacedPage, StructureNode } from '../../../src/pdf/placed.ts';
import { quarryEdition } from '../../support/quarry-edition.ts';

/** The columns of figures of the two tables that ask for decimals. */
const TABLES = { 't.faces': 13, 't.wells': 2 } as const;

describe.each(EDITIONS)('tables of the quarry, %s', (edition) => {
  it.each(Object.entries(TABLES))('%s: points of a column stand under one another', async (table, columns) => {
    const { document, bytes } = await quarryEdition(edition);
    const read = readGlyphs(bytes);
    if (!read.ok) throw new Error('not read');
    const pages = document.placements.get(table)?.boxes.map((box) => box.page) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const points = pointsOf(read.value, page, flowOf(document.pages[page]));
      const places = new Map<string, number[]>();
      for (const x of points) {
        const near = [...places.keys()].find((key) => Math.abs(Number(key) - x) < 5) ?? String(x);
        places.set(near, [...(places.get(near) ?? []), x]);
      }
      expect(places.size).toBe(columns);
      for (const xs of places.values()) {
        expect(xs.length).toBeGreaterThan(3);
        expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(0.05);
      }
    }
  });

  it('repeat the head on each page, and read it out once', async () => {
    const { document } = await quarryEdition(edition);
    for (const [table, word] of [
      ['t.faces', /^(?:月份|Month)$/],
      ['t.wells', /^(?:井|Well)$/],
    ] as const) {
      const pages = document.placements.get(table)?.boxes.map((box) => box.page) ?? [];
      const heads = pages.map((page) => linesOf(document.pages[page]).filter((line) => word.test(line.line.text)));
      expect(heads.map((lines) => lines.every((line) => 'node' in line.role))).toEqual(
        pages.map((_, index) => index === 0),
      );
      expect(heads.every((lines) => lines.length > 0)).toBe(true);
    }
  });

  it('have their note under the rows of each page, and read it out at their end', async () => {
    const { document } = await quarryEdition(edition);
    const words = { 't.faces': /^(?:负数是|Negative figures)/, 't.wells': /^(?:单位：|In cubic)/ } as const;
    for (const [table, word] of Object.entries(words)) {
      const pages = document.placements.get(table)?.boxes.map((box) => box.page) ?? [];
      const notes = pages.map((page) => linesOf(document.pages[page]).filter((line) => word.test(line.line.text)));
      expect(notes.map((lines) => lines.length)).toEqual(pages.map(() => (edition === 'bilingual' ? 2 : 1)));
      expect(notes.map((lines) => lines.every((line) => 'node' in line.role))).toEqual(
        pages.map((_, index) => index === pages.length - 1),
      );
      pages.forEach((page, index) => {
        const rows = linesOf(document.pages[page]).filter((line) =>
          /^\d+号井$|^Well \d+$|^20\d\d年\d+月$|^\d\d\/20\d\d$/.test(line.line.text),
        );
        const lowest = Math.max(...rows.map((line) => line.y));
        expect(rows.length).toBeGreaterThan(3);
        for (const line of notes[index] ?? []) {
          expect(line.y).toBeGreaterThan(lowest);
          expect(line.y).toBeLessThan(lowest + 40);
        }
      });
    }
  });

  it('have a footnote of a cell or head on the pages that mark it, and there alone', async () => {
    const { document } = await quarryEdition(edition);
    const said = {
      'n.north': /封闭|The north face has been/,
      'n.redone': /地磅重算|Reckoned anew/,
      'n.pump': /水泵|The pump of this/,
    };
    for (const [note, word] of Object.entries(said)) {
      const marked = document.pages.map((page) => linesOf(page).some((line) => line.line.notes.includes(note)));
      const printed = document.pages.map((page) => linesOf(page).some((line) => word.test(line.line.text)));
      expect(printed).toEqual(marked);
      expect(marked.filter(Boolean).length).toBe(note === 'n.north' ? marked.filter(Boolean).length : 1);
      expect(marked).toContain(true);
    }
  });

  it('never part a figure or a name that may not be parted: columns are as wide as the longest', async () => {
    const { document } = await quarryEdition(edition);
    const cells = document.structure.filter((node) => node.tag.type === 'TD' || node.tag.type === 'TH');
    const lines = document.pages.flatMap(linesOf);
    const broken = cells.flatMap((cell) => {
      const own = lines.filter((line) => 'node' in line.role && within(document.structure, line.role.node, cell.id));
      const figures = own.filter((line) => /^[−–\d,.]+$/.test(line.line.text.trim()));
      const wide = own.filter((line) => line.line.width > line.measure + 0.1);
      return figures.length > (edition === 'bilingual' ? 2 : 1) || wide.length > 0
        ? [own.map((line) => line.line.text)]
        : [];
    });
    expect(broken).toEqual([]);
    expect(cells.length).toBeGreaterThan(500);
  });
});

function linesOf(page: PlacedPage | undefined): readonly PlacedLine[] {
  return (page?.items ?? []).filter((item) => item.kind === 'line');
}

function within(structure: readonly StructureNode[], node: number, ancestor: number): boolean {
  for (let id: number | undefined = node; id !== undefined; id = structure[id]?.parent)
    if (id === ancestor) return true;
  return false;
}

/** Where the lines of figures stand on a page, pt from its foot. */
function flowOf(page: PlacedDocument['pages'][number] | undefined): ReadonlySet<number> {
  const figures = linesOf(page).filter((line) => /^[−\d][\d,]*\.\d+\d?\s*$/.test(line.line.text.replace(/\d$/, '')));
  return new Set(figures.map((line) => Math.round((page?.height ?? 0) - line.y)));
}

/** x of the points of figures that stand on certain lines. */
function pointsOf(glyphs: readonly DrawnGlyph[], page: number, lines: ReadonlySet<number>): readonly number[] {
  return glyphs.flatMap((glyph, i) => {
    const [before, after] = [glyphs[i - 1], glyphs[i + 1]];
    const point =
      glyph.page === page && glyph.text === '.' && /\d/.test(before?.text ?? '') && /\d/.test(after?.text ?? '');
    return point && lines.has(Math.round(glyph.y)) ? [glyph.x] : [];
  });
}
