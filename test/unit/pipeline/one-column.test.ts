import { describe, expect, it } from 'vitest';
import { type ColumnPage, setColumn } from '../../../src/pipeline/one-column.ts';
import { context, EM, paragraph } from '../typeset/setting.ts';

const TEXT =
  'representative environmental considerations notwithstanding everything administrative departments reconsidered fundamental responsibilities';

function page(lines: number): ColumnPage {
  return { width: 300, height: 400, left: 20, top: 30, bottom: 30 + lines * 18, measure: 10 * EM, paragraphGap: 9 };
}

function column(lines: number, count = 1) {
  const texts = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, paragraph: paragraph(TEXT, { lang: 'en' }) }));
  return setColumn(texts, page(lines), context(), 'en');
}

describe('one column of paragraphs', () => {
  it('sets line under line, page after page, and loses none', () => {
    const { document, paragraphs } = column(4);
    const placed = document.pages.flatMap((one) => one.items);
    expect(placed).toHaveLength(paragraphs[0]?.set.lines.length ?? 0);
    expect(document.pages.length).toBeGreaterThan(1);
    for (const one of document.pages) {
      const [first, second] = one.items;
      if (first?.kind !== 'line' || second?.kind !== 'line') continue;
      expect(second.y - first.y).toBeCloseTo(18);
      expect(first.x).toBe(20);
    }
  });

  it('ends no page with a hyphen', () => {
    for (let lines = 2; lines < 9; lines += 1) {
      for (const one of column(lines, 3).document.pages.slice(0, -1)) {
        const last = one.items.at(-1);
        if (last?.kind === 'line') expect(last.line.text).not.toMatch(/[-\u00ad]$/);
      }
    }
  });

  it('parts paragraphs by a gap, in a structure element each', () => {
    const { document } = column(40, 2);
    const tags = document.structure.map((node) => node.tag.type);
    expect(tags).toEqual(['Document', 'P', 'P']);
    const baselines = document.pages[0]?.items.flatMap((item) => (item.kind === 'line' ? [item.y] : [])) ?? [];
    const steps = baselines.slice(1).map((y, i) => y - (baselines[i] ?? 0));
    expect(steps.filter((step) => Math.abs(step - 27) < 1e-6)).toHaveLength(1);
  });
});
