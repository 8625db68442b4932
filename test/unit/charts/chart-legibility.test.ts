import { beforeAll, describe, expect, it } from 'vitest';
import { createChartBook } from '../../../src/charts/index.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import type { Drawing, Edition } from '../../../src/core/index.ts';
import { EDITIONS } from '../../../src/core/index.ts';
import { type ChartProject, type ChartSketch, chartProject, HARBOUR, HARBOUR_CHARTS } from './chart-report.ts';
import { seen, textBox, touch } from './drawn.ts';
import { FISCAL, FISCAL_CHARTS, MANY, MANY_CHARTS } from './many-series.ts';

/** Widths of a size: across the page, in the main column, and half of either. */
const WIDTHS = { full: [493.2], main: [366.9], half: [240.6, 177.4] } as const;

let projects: readonly {
  readonly project: ChartProject;
  readonly book: ChartBook;
  readonly charts: readonly [string, ChartSketch][];
}[];
beforeAll(async () => {
  projects = await Promise.all(
    [
      { figures: HARBOUR, charts: HARBOUR_CHARTS },
      { figures: MANY, charts: MANY_CHARTS },
      { figures: FISCAL, charts: FISCAL_CHARTS },
    ].map(async (sketch) => {
      const project = await chartProject(sketch);
      return { project, book: createChartBook(project), charts: Object.entries(sketch.charts) };
    }),
  );
});

function everyChart(check: (drawing: Drawing, name: string, project: ChartProject, edition: Edition) => void): void {
  for (const { project, book, charts } of projects) {
    for (const [id, { size = 'main' }] of charts) {
      for (const edition of EDITIONS) {
        for (const width of WIDTHS[size]) {
          check(book.chart(id, edition, width).drawing, `${id} ${edition} ${width}`, project, edition);
        }
      }
    }
  }
}

describe('every chart in every edition', () => {
  it('keeps its words apart from each other', () => {
    const clashes: string[] = [];
    everyChart((drawing, name, { fonts }) => {
      const boxes = seen(drawing).texts.map((op) => ({ op, box: textBox(op, fonts) }));
      boxes.forEach((a, index) => {
        for (const b of boxes.slice(index + 1)) {
          if (touch(a.box, b.box)) clashes.push(`${name}: “${a.op.text}” and “${b.op.text}”`);
        }
      });
    });
    expect(clashes).toEqual([]);
  });

  it('keeps its words inside the drawing', () => {
    const outside: string[] = [];
    everyChart((drawing, name, { fonts }) => {
      for (const op of seen(drawing).texts) {
        const { x, y, width, height } = textBox(op, fonts);
        const inside = x >= -0.3 && y >= -0.3 && x + width <= drawing.width + 0.3 && y + height <= drawing.height + 0.3;
        if (!inside) outside.push(`${name}: “${op.text}” ${x.toFixed(1)} ${y.toFixed(1)} ${width.toFixed(1)}`);
      }
    });
    expect(outside).toEqual([]);
  });

  it('sets nothing smaller than 6.4 pt', () => {
    everyChart((drawing, name) => {
      for (const { size, text } of seen(drawing).texts) expect(size, `${name} ${text}`).toBeGreaterThanOrEqual(6.4);
    });
  });

  it('names only paints of the theme', () => {
    everyChart((drawing, name, { theme }) => {
      const { texts, paths } = seen(drawing);
      const paints = [
        ...texts.map(({ paint }) => paint),
        ...paths.flatMap(({ fill, stroke }) => [fill, stroke?.paint]),
      ];
      for (const paint of paints)
        if (paint !== undefined) expect(theme.colours.has(paint), `${name} ${paint}`).toBe(true);
    });
  });

  it('lets marks stand exactly on the bars that Chart.js draws', () => {
    everyChart((drawing, name) => {
      const { paths } = seen(drawing);
      const bars = paths.filter(
        ({ fill, stroke, segments }) => fill === 'white' && stroke === undefined && segments.length === 5,
      );
      const outlines = paths.filter(
        ({ stroke, fill, segments }) => fill === undefined && stroke?.dash !== undefined && segments.length === 5,
      );
      for (const outline of outlines) {
        const [, x = 0, y = 0] = outline.segments[0] ?? [];
        const near = bars.some(({ segments }) => {
          const [, bx = 0, by = 0] = segments[0] ?? [];
          return Math.abs(Number(bx) - Number(x)) < 1 && Math.abs(Number(by) - Number(y)) < 1;
        });
        expect(near, `${name} outline at ${x} ${y}`).toBe(true);
      }
    });
  });
});
