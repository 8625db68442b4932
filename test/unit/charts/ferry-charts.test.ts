import { beforeAll, describe, expect, it } from 'vitest';
import { createChartBook } from '../../../src/charts/index.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import type { Drawing, Edition } from '../../../src/core/index.ts';
import { type ChartProject, chartProject, HARBOUR, HARBOUR_CHARTS } from './chart-report.ts';
import { extentOf, filled, seen, textBox, textOp, words } from './drawn.ts';

let book: ChartBook;
let project: ChartProject;
beforeAll(async () => {
  project = await chartProject({ figures: HARBOUR, charts: HARBOUR_CHARTS });
  book = createChartBook(project);
});

function draw(id: string, edition: Edition = 'en'): Drawing {
  return book.chart(id, edition, 366.9).drawing;
}

/** Where the middle of a text stands. */
function middle(drawing: Drawing, text: string): number {
  const { x, width } = textBox(textOp(drawing, text), project.fonts);
  return x + width / 2;
}

/** Height in pt of one unit of an upright axis, and where its zero stands. */
function axisOf(drawing: Drawing, low: string, high: string): (value: number) => number {
  const level = (text: string): number => textOp(drawing, text).y;
  const number = (text: string): number => Number(text.replace('−', '-').replaceAll(',', ''));
  const perUnit = (level(high) - level(low)) / (number(high) - number(low));
  const drop = textOp(drawing, low).size * 0.33;
  return (value) => level(low) - drop + (value - number(low)) * perUnit;
}

describe('the charts of the ferry company', () => {
  it('joins 2019 to 2020 and 2021 to 2023, and draws nothing between 2020 and 2021', () => {
    const drawing = draw('line');
    const strokes = seen(drawing).paths.filter(
      ({ fill, stroke, segments }) =>
        fill === undefined && stroke?.paint === 'accent.1.deep' && segments.every(([kind]) => kind !== 'C'),
    );
    const spans = strokes.map(extentOf).map(({ x, width }) => [x, x + width] as const);
    const at = (year: string): number => middle(drawing, year);
    const covers = (from: string, to: string): boolean =>
      spans.some(([start, end]) => start < at(from) + 1 && end > at(to) - 1);
    expect(covers('2019', '2020')).toBe(true);
    expect(covers('2021', '2022')).toBe(true);
    expect(covers('2022', '2023')).toBe(true);
    const gap = [at('2020') + 3, at('2021') - 3] as const;
    expect(spans.some(([start, end]) => start < gap[1] && end > gap[0])).toBe(false);
    expect(words(drawing).join(' ')).toContain('series break');
  });

  it('stacks the parts to 39.43, 39.03 and 37.29, and says at 2022 that electricity was restated', () => {
    const drawing = draw('stacked');
    const level = axisOf(drawing, '0', '40');
    for (const [total, year] of [
      ['39.43', '2021'],
      ['39.03', '2022'],
      ['37.29', '2023'],
    ] as const) {
      const label = textOp(drawing, total);
      const column = middle(drawing, year);
      const parts = seen(drawing)
        .paths.filter(({ fill }) => fill === 'chart.1' || fill === 'chart.2')
        .map(extentOf)
        .filter(({ x, width, height }) => x < column && x + width > column && height > 12);
      expect(parts).toHaveLength(2);
      expect(Math.min(...parts.map(({ y }) => y))).toBeCloseTo(level(Number(total)), 0);
      expect(label.y).toBeLessThan(level(Number(total)));
    }
    expect(middle(drawing, 'Electricity restated')).toBeCloseTo(middle(drawing, '2022'), 0);
    expect(words(draw('stacked', 'zh-Hans'))).toContain('用电排放已重述');
  });

  it('shows a disputed bar as a hatched outline with its tag and a question mark', () => {
    const drawing = draw('journeys');
    expect(words(drawing)).toEqual(expect.arrayContaining(['Disputed', '31.62', '?', 'To be settled']));
    expect(words(draw('journeys', 'zh-Hans'))).toEqual(expect.arrayContaining(['争议', '3,162', '?']));
    const marks = seen(drawing).paths.filter(({ stroke }) => stroke?.paint === 'mark');
    const outline = marks.find(({ stroke, segments }) => stroke?.dash !== undefined && segments.length === 5);
    expect(outline).toBeDefined();
    const hatch = marks.find(({ segments }) => segments.length > 20);
    expect(hatch).toBeDefined();
    expect(filled(drawing, 'accent.1.deep')).toHaveLength(0);
  });

  it('sets ◇ after the label of a derived bar, and nowhere else', () => {
    const drawing = draw('rate');
    const mark = textOp(drawing, '◇');
    const value = textOp(drawing, '0.55');
    expect(mark.y).toBe(value.y);
    expect(mark.x).toBeGreaterThan(value.x);
    expect(mark.size).toBeLessThan(value.size);
  });

  it('steps 96.4, −18.9 and −27.1 down to 50.4, which stands on zero', () => {
    const drawing = draw('waterfall');
    const level = axisOf(drawing, '0', '100');
    expect(words(drawing)).toEqual(expect.arrayContaining(['96.4', '−18.9', '−27.1', '50.4']));
    const [ferry] = filled(drawing, 'accent.1.mid');
    const falls = filled(drawing, 'accent.1.tint');
    const [total] = filled(drawing, 'accent.1.deep');
    expect(ferry?.y).toBeCloseTo(level(96.4), 0);
    expect(falls.map(({ y, height }) => [y, y + height])).toEqual([
      [expect.closeTo(level(96.4), 0), expect.closeTo(level(77.5), 0)],
      [expect.closeTo(level(77.5), 0), expect.closeTo(level(50.4), 0)],
    ]);
    expect(total?.y).toBeCloseTo(level(50.4), 0);
    expect((total?.y ?? 0) + (total?.height ?? 0)).toBeCloseTo(level(0), 0);
  });

  it('hangs all three losses below a visible zero line', () => {
    const drawing = draw('loss');
    const level = axisOf(drawing, '−60', '0');
    const bars = [...filled(drawing, 'accent.1.mid'), ...filled(drawing, 'accent.1.deep')];
    expect(bars).toHaveLength(3);
    for (const { y, height } of bars) {
      expect(y).toBeCloseTo(level(0), 0);
      expect(height).toBeGreaterThan(5);
    }
    const zero = seen(drawing).paths.find(({ stroke }) => stroke?.paint === 'ink2' && stroke.width === 0.7);
    expect(zero && extentOf(zero).y).toBeCloseTo(level(0), 0);
  });

  it('shows 702, 512 and 743 around their sum', () => {
    for (const edition of ['zh-Hans', 'en'] as const) {
      expect(words(draw('doughnut', edition))).toEqual(expect.arrayContaining(['702', '512', '743', '1,957']));
    }
  });

  it('scatters three points, the first series across and the second up, without a line', () => {
    const drawing = draw('scatter');
    const dots = seen(drawing)
      .paths.filter(({ segments, fill }) => fill !== undefined && segments.some(([kind]) => kind === 'C'))
      .map(extentOf);
    expect(dots).toHaveLength(3);
    const centres = dots.map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const);
    const across = (text: string): number => middle(drawing, text);
    const up = axisOf(drawing, '0.5', '0.9');
    const x = (value: number): number => across('30.0') + ((value - 30) / 10) * (across('40.0') - across('30.0'));
    [
      [31.5, 0.86],
      [34.2, 0.71],
      [38, 0.55],
    ].forEach(([h, rate], index) => {
      expect(centres[index]?.[0]).toBeCloseTo(x(h ?? 0), 0);
      expect(centres[index]?.[1]).toBeCloseTo(up(rate ?? 0), 0);
    });
  });

  it('shows a goal of 80.0 for 2027 beside 18.0, 26.5 and 38.2, and no base', () => {
    const drawing = draw('target');
    expect(words(drawing)).toEqual(expect.arrayContaining(['18.0', '26.5', '38.2', '80.0%', 'by 2027', '2027']));
    expect(words(drawing)).not.toContain('base');
    const level = axisOf(drawing, '0', '80');
    const ring = seen(drawing).paths.find(({ stroke, fill }) => fill === 'white' && stroke?.width === 1.4);
    const extent = ring && extentOf(ring);
    expect(extent && extent.y + extent.height / 2).toBeCloseTo(level(80), 0);
  });

  it('says where a straight line is only an illustration', () => {
    expect(words(draw('rate')).join(' ')).toContain('our illustration, not a disclosed plan');
    expect(words(draw('target')).join(' ')).not.toContain('illustration');
  });

  it('keeps to one language in an edition of one, and prints both figures and units in the bilingual one', () => {
    for (const id of Object.keys(HARBOUR_CHARTS)) {
      expect(
        seen(draw(id, 'en')).texts.every(({ lang }) => lang === 'en'),
        id,
      ).toBe(true);
      expect(
        words(draw(id, 'en'))
          .join('')
          .match(/\p{Script=Han}/u),
        id,
      ).toBeNull();
      expect(
        seen(draw(id, 'zh-Hans')).texts.every(({ lang }) => lang === 'zh'),
        id,
      ).toBe(true);
    }
    const both = words(draw('journeys', 'bilingual'));
    expect(both).toEqual(expect.arrayContaining(['3,162', '31.62', '万人次', ' · million journeys', '2023年', '2023']));
  });

  it('answers with the rows behind the picture', () => {
    expect(book.chart('journeys', 'en', 366.9).table).toEqual({
      columns: ['Period', 'harbour.journeys (million journeys)'],
      rows: [
        ['2021', '24.63'],
        ['2022', '27.90'],
        ['2023', '31.62 (Disputed)'],
      ],
    });
  });

  it('draws the same picture twice', () => {
    expect(draw('stacked', 'bilingual')).toBe(draw('stacked', 'bilingual'));
  });
});
