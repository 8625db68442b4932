import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/core/index.ts';
import { type DrawnGlyph, type PageFacts, preflight, readGlyphs } from '../../../src/inspect/index.ts';
import { makeEdition, quarryEdition } from '../../support/quarry-edition.ts';
import { inkedTexts } from '../../support/text-inks.ts';

const A4 = [595.28, 841.89] as const;

const isLandscape = (page: PageFacts): boolean => page.width > page.height;

/** The landscape pages in a chapter of portrait ones: those that stand between. */
function landscapeRuns(pages: readonly PageFacts[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  pages.forEach((page, index) => {
    if (!isLandscape(page)) return;
    if (runs.at(-1)?.at(-1) === index - 1) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

describe.each(EDITIONS)('wide tables on screens, %s', (edition) => {
  it('stand on landscape pages, and the pages before and after are portrait', async () => {
    const { facts } = await quarryEdition(edition);
    const sizes = new Set(facts.pages.map((page) => `${page.width.toFixed(2)} ${page.height.toFixed(2)}`));
    expect([...sizes].sort()).toEqual([`${A4[0]} ${A4[1]}`, `${A4[1]} ${A4[0]}`]);
    const [first = []] = landscapeRuns(facts.pages);
    expect(first.length).toBeGreaterThan(1);
    expect(isLandscape(facts.pages[(first[0] ?? 0) - 1] ?? never())).toBe(false);
    expect(isLandscape(facts.pages[(first.at(-1) ?? 0) + 1] ?? never())).toBe(false);
  });

  it('leave no hole on the page before: its text goes on to the foot', async () => {
    const { facts, document } = await quarryEdition(edition);
    const before = (landscapeRuns(facts.pages)[0]?.[0] ?? 0) - 1;
    const lowest = Math.max(
      ...(document.pages[before]?.items ?? []).map((item) =>
        item.kind === 'line' && 'node' in item.role ? item.y : 0,
      ),
    );
    expect(lowest).toBeGreaterThan(740);
  });

  it('have head and foot upright at the head and foot of the landscape page, with its label', async () => {
    const { facts } = await quarryEdition(edition);
    for (const page of facts.pages.filter(isLandscape)) {
      const furniture = page.items.filter((item) => item.artifact);
      const head = furniture.filter((item) => item.y > page.height - 49);
      const foot = furniture.filter((item) => item.y < 60);
      expect(head.length).toBeGreaterThan(1);
      expect(foot.map((item) => item.text.trim())).toContain(page.label);
      for (const item of page.items) {
        expect(item.x).toBeGreaterThan(0);
        expect(item.x + item.width).toBeLessThan(page.width);
        expect(item.y).toBeGreaterThan(0);
      }
      const flow = page.items.filter((item) => !item.artifact);
      expect(Math.min(...flow.map((item) => item.y))).toBeGreaterThan(60);
      expect(Math.max(...flow.map((item) => item.y + item.size * 0.7))).toBeLessThan(page.height - 60);
    }
  });

  it('are read where they are written, between the paragraphs of their chapter', async () => {
    const { facts, document } = await quarryEdition(edition);
    const [first = []] = landscapeRuns(facts.pages);
    const nodesOn = (index: number): readonly number[] =>
      (document.pages[index]?.items ?? []).flatMap((item) => ('node' in item.role ? [item.role.node] : []));
    const table = first.flatMap(nodesOn);
    const [from, to] = [Math.min(...table), Math.max(...table)];
    const before = Array.from({ length: first[0] ?? 0 }, (_, index) => nodesOn(index)).flat();
    expect(before.some((node) => node < from)).toBe(true);
    expect(before.some((node) => node > to)).toBe(true);
    expect(before.filter((node) => node >= from && node <= to)).toEqual([]);
  });

  it('count in the numbers of pages, which references and contents tell', async () => {
    const { facts, document } = await quarryEdition(edition);
    expect(facts.pages.map((page) => page.label)).toEqual(facts.pages.map((_, index) => String(index + 1)));
    const [first = []] = landscapeRuns(facts.pages);
    expect(document.placements.get('t.faces')?.boxes[0]?.page).toBe(first[0]);
    const label = facts.pages[first[0] ?? -1]?.label ?? never();
    const earlier = facts.pages.slice(0, first[0]).map((page) => page.text.replace(/\s+/g, ''));
    expect(earlier.join('')).toContain(edition === 'zh-Hans' ? `产量见第${label}页` : `Outputstandsonpage${label}.`);
  });

  it('give a part that is nothing but such a table landscape pages from its title on', async () => {
    const { facts, document } = await quarryEdition(edition);
    const page = document.placements.get('data')?.boxes[0]?.page ?? -1;
    expect(isLandscape(facts.pages[page] ?? never())).toBe(true);
    expect(document.placements.get('data.metrics')?.boxes[0]?.page).toBe(page);
  });

  it('keep PDF/UA-1 and PDF/A-3a', async () => {
    const { bytes } = await quarryEdition(edition);
    const verdict = preflight(bytes, ['ua1', 'a3a']);
    expect(verdict.ok && verdict.value.findings.filter((one) => one.severity === 'fail')).toEqual([]);
  });
});

describe('wide tables in print', () => {
  it('stand on sheets like all others, with bleed and marks', async () => {
    const { bytes } = await quarryEdition('en', 'print');
    const verdict = preflight(bytes, ['x4']);
    if (!verdict.ok) throw new Error('no verdict');
    expect(verdict.value.profiles).toEqual([{ profile: 'x4', passes: true }]);
    for (const { trim, shown } of verdict.value.pages) {
      expect(trim[2] - trim[0]).toBeCloseTo(A4[0], 2);
      expect(trim[3] - trim[1]).toBeCloseTo(A4[1], 2);
      expect(shown[2] - shown[0]).toBeCloseTo(A4[0] + 2 * (3 * (72 / 25.4) + 24), 1);
    }
  });

  it('are turned to the left inside the trim, under a head and foot that are not', async () => {
    const { bytes, document } = await quarryEdition('en', 'print');
    const turned = document.pages.flatMap((page, index) => (page.turned === true ? [index] : []));
    expect(turned.length).toBeGreaterThan(2);
    const verdict = preflight(bytes, ['x4']);
    const glyphs = readGlyphs(bytes);
    if (!verdict.ok || !glyphs.ok) throw new Error('not read');
    for (const index of turned) {
      const [left, bottom, right, top] = verdict.value.pages[index]?.trim ?? never();
      const onPage = glyphs.value.filter((glyph) => glyph.page === index);
      for (const glyph of onPage) {
        expect(glyph.x).toBeGreaterThan(left);
        expect(glyph.x).toBeLessThan(right);
        expect(glyph.y).toBeGreaterThan(bottom);
        expect(glyph.y).toBeLessThan(top);
      }
      // The head of the table, in the direction that it is read in.
      const month =
        ['Month', 'Indicator'].map((word) => wordRun(onPage, word)).find((run) => run.length > 0) ?? never();
      expect(Math.max(...month.map((glyph) => glyph.x)) - Math.min(...month.map((glyph) => glyph.x))).toBeLessThan(
        0.01,
      );
      expect(month.map((glyph) => glyph.y)).toEqual([...month.map((glyph) => glyph.y)].sort((a, b) => a - b));
      expect(month[0]?.x).toBeLessThan((left + right) / 2);
      const report = wordRun(onPage, 'report');
      expect(new Set(report.map((glyph) => glyph.y.toFixed(2))).size).toBe(1);
      expect(report[0]?.y).toBeGreaterThan(top - 50);
    }
  });

  it('hold the thumb index at the fore-edge and into the bleed, where all pages have it', async () => {
    const { document } = await quarryEdition('en', 'print');
    const tabs = document.pages.map((page) =>
      page.items.filter((item) => item.kind === 'drawing' && 'subtype' in item.role && item.drawing.height > 100),
    );
    const turned = document.pages.findIndex((page) => page.turned === true);
    const other = document.pages.findIndex(
      (page, i) => i % 2 === turned % 2 && page.turned !== true && page.master.startsWith('text'),
    );
    expect(tabs[turned]?.map(({ x, y }) => [x, y])).toEqual(tabs[other]?.map(({ x, y }) => [x, y]));
    expect(tabs[turned]?.length).toBe(1);
  });
});

describe('a booklet of a report with wide tables', () => {
  it('has each page whole in its half of the sheet, turned ones turned, in the order of the folded sheets', async () => {
    const single = await quarryEdition('en', 'print');
    const booklet = await makeEdition('en', 'print', {}, 'saddle');
    const [one, two] = [readGlyphs(single.bytes), readGlyphs(booklet.bytes)];
    const verdict = preflight(single.bytes, ['x4']);
    const sides = preflight(booklet.bytes, ['x4']);
    if (!one.ok || !two.ok || !verdict.ok || !sides.ok) throw new Error('not read');
    const count = single.document.pages.length;
    expect(count % 4).toBe(0);
    expect(sides.value.pages).toHaveLength(count / 2);
    for (const { trim } of sides.value.pages) {
      expect([trim[2] - trim[0], trim[3] - trim[1]].map((side) => side.toFixed(1))).toEqual(['1190.6', '841.9']);
    }
    const turned = single.document.pages.flatMap((page, index) => (page.turned === true ? [index] : []));
    expect(turned.length).toBeGreaterThan(2);
    const placed = (
      glyphs: readonly DrawnGlyph[],
      page: number,
      [x, y]: readonly [number, number],
    ): readonly string[] =>
      glyphs
        .filter((glyph) => glyph.page === page)
        .map((glyph) => `${glyph.text} ${Math.round(glyph.x - x)} ${Math.round(glyph.y - y)}`);
    for (let index = 0; index < count; index += 1) {
      const side = index < count / 2 ? index : count - 1 - index;
      const left = side % 2 === 0 ? index >= count / 2 : index < count / 2;
      const trim = verdict.value.pages[index]?.trim ?? never();
      const own = placed(one.value, index, [trim[0], trim[1]]);
      const all = new Set(placed(two.value, side, [left ? 0 : A4[0], 0]));
      expect(own.filter((glyph) => !all.has(glyph)).length).toBeLessThanOrEqual(own.length * 0.02);
    }
  });
});

describe('a report in print', () => {
  it('has all its text on the plate of black, or left out of a ground, and black prints over what is below', async () => {
    const texts = inkedTexts((await quarryEdition('en', 'print')).bytes);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(({ fill }) => !/^0 0 0 [.\d]+ k$/.test(fill))).toEqual([]);
    expect(texts.filter(({ fill, overprint }) => fill === '0 0 0 1 k' && !overprint)).toEqual([]);
  });
});

/** The glyphs of the first such word on a page, in the order of painting. */
function wordRun(glyphs: readonly DrawnGlyph[], word: string): readonly DrawnGlyph[] {
  const text = glyphs.map((glyph) => (glyph.text === '' ? ' ' : glyph.text.slice(0, 1))).join('');
  const at = text.indexOf(word);
  return at < 0 ? [] : glyphs.slice(at, at + word.length);
}

function never(): never {
  throw new Error('no such page');
}
