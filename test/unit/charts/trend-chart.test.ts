import { beforeAll, describe, expect, it } from 'vitest';
import { createChartBook } from '../../../src/charts/index.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import type { Drawing, Edition } from '../../../src/core/index.ts';
import { type ChartProject, chartProject, HARBOUR } from './chart-report.ts';
import { extentOf, filled, seen, textBox, textOp, words } from './drawn.ts';
import { MANY } from './many-series.ts';

let project: ChartProject;
let ferry: ChartBook;
let many: ChartBook;
beforeAll(async () => {
  project = await chartProject({ figures: HARBOUR, charts: {} });
  ferry = createChartBook(project);
  many = createChartBook(await chartProject({ figures: MANY, charts: {} }));
});

function trend(metric: string, edition: Edition = 'en', book = ferry): Drawing {
  return book.trend(metric, 'CY2023', edition, { width: 156.4, height: 82 }).drawing;
}

describe('mini charts', () => {
  it('show the last three periods from zero, the current one deep', () => {
    const drawing = trend('ghg.total');
    expect(words(drawing)).toEqual(['39.43', '2021', '39.03', '2022', '37.29', '2023']);
    const earlier = filled(drawing, 'accent.1.mid');
    const [current] = filled(drawing, 'accent.1.deep');
    expect(earlier).toHaveLength(2);
    const tallest = earlier[0]?.height ?? 0;
    expect((current?.height ?? 0) / tallest).toBeCloseTo(37.29 / 39.43, 2);
    expect(tallest).toBe(82 - 9 - 15);
  });

  it('never show what is not disclosed as zero', () => {
    const drawing = trend('energy.solar');
    expect(words(drawing)[0]).toBe('–');
    expect([...filled(drawing, 'accent.1.mid'), ...filled(drawing, 'accent.1.deep')]).toHaveLength(2);
    const base = seen(drawing).paths.find(({ stroke }) => stroke?.paint === 'ink3');
    expect(base?.stroke?.dash).toBeDefined();
  });

  it('hatch a disputed value and ask with its label', () => {
    const drawing = trend('harbour.journeys', 'zh-Hans');
    expect(words(drawing)).toEqual(expect.arrayContaining(['3,162', '?']));
    expect(textOp(drawing, '3,162').paint).toBe('mark');
    expect(filled(drawing, 'accent.1.deep')).toHaveLength(0);
  });

  it('dot an index from a floor that is printed', () => {
    const drawing = trend('pue', 'en', many);
    expect(words(drawing)).toContain('1.0');
    const dots = seen(drawing).paths.filter(({ segments }) => segments.some(([kind]) => kind === 'C'));
    expect(dots).toHaveLength(3);
    const [a = 0, b = 0, c = 0] = dots.map((dot) => 73 - extentOf(dot).y - extentOf(dot).height / 2);
    expect(b / a).toBeCloseTo(0.215 / 0.247, 2);
    expect(c / a).toBeCloseTo(0.2 / 0.247, 2);
  });

  it('hang losses below the line, their labels clear of the years', () => {
    const drawing = trend('money.result');
    const loss = textBox(textOp(drawing, '−40.7'), project.fonts);
    const year = textBox(textOp(drawing, '2021'), project.fonts);
    expect(loss.y + loss.height).toBeLessThan(year.y);
    const [bar] = filled(drawing, 'accent.1.mid');
    expect(bar && bar.y + bar.height).toBeLessThanOrEqual(loss.y);
  });

  it('write years in Chinese on Chinese pages only', () => {
    expect(words(trend('ghg.total', 'zh-Hans'))).toContain('2023年');
    expect(words(trend('ghg.total', 'bilingual'))).toContain('2023');
  });
});
