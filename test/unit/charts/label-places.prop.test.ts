import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabelPlaces, overlap } from '../../../src/charts/label-place.ts';
import { wrapLabel } from '../../../src/charts/label-wrap.ts';
import { acrossLine, freeParts } from '../../../src/charts/line-parts.ts';
import { placePointLabels } from '../../../src/charts/point-labels.ts';
import { spread } from '../../../src/charts/series-names.ts';

const bounds = { x: 0, y: 0, width: 300, height: 200 };
const position = fc.record({ x: fc.integer({ min: 0, max: 270 }), y: fc.integer({ min: 0, max: 190 }) });

describe('label places', () => {
  it('keep labels apart and inside while there is room', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 24 }), (starts) => {
        const places = createLabelPlaces(bounds);
        const boxes = starts.map(({ x, y }) => places.take([{ x, y, width: 30, height: 10 }]));
        boxes.forEach((a, index) => {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(300);
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.y + a.height).toBeLessThanOrEqual(200);
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
        });
      }),
    );
  });

  it('prefer the first place that is free', () => {
    const places = createLabelPlaces(bounds);
    places.occupy({ x: 0, y: 0, width: 50, height: 50 });
    const second = { x: 60, y: 10, width: 30, height: 10 };
    expect(places.take([{ x: 10, y: 10, width: 30, height: 10 }, second])).toBe(second);
  });

  it('let labels of points settle without covering a marker or each other', () => {
    const spots = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 14 })), {
      minLength: 1,
      maxLength: 10,
      selector: ([x, y]) => `${x} ${y}`,
    });
    fc.assert(
      fc.property(spots, (grid) => {
        const points = grid.map(([x, y]) => ({ x: x * 30, y: y * 13, reach: 4, width: 24, height: 9 }));
        const boxes = placePointLabels(points, [], bounds);
        boxes.forEach((a, index) => {
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
        });
      }),
    );
  });

  it('find a place of its own for every label of a crowded plot, off all markers, however wide the names', () => {
    const plot = { x: 24, y: 1, width: 264, height: 272 };
    const topic = fc.record({
      x: fc.integer({ min: 30, max: 282 }),
      y: fc.integer({ min: 14, max: 266 }),
      width: fc.integer({ min: 20, max: 84 }),
    });
    const crowd = fc.tuple(fc.constantFrom(10, 19), fc.array(topic, { minLength: 2, maxLength: 14 }));
    fc.assert(
      fc.property(crowd, ([height, topics]) => {
        const points = topics.map((one) => ({ ...one, reach: 4.4, height }));
        const boxes = placePointLabels(points, [{ x: 180, y: 8, width: 1, height: 100 }], plot);
        boxes.forEach((a, index) => {
          expect(a.x).toBeGreaterThanOrEqual(plot.x);
          expect(a.x + a.width).toBeLessThanOrEqual(plot.x + plot.width);
          expect(a.y).toBeGreaterThanOrEqual(plot.y);
          expect(a.y + a.height).toBeLessThanOrEqual(plot.y + plot.height);
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
          for (const { x, y } of points) {
            expect(overlap(a, { x: x - 4.4, y: y - 4.4, width: 8.8, height: 8.8 })).toBe(false);
          }
        });
        expect(placePointLabels(points, [{ x: 180, y: 8, width: 1, height: 100 }], plot)).toEqual(boxes);
      }),
      { numRuns: 150 },
    );
  });

  it('stands nearer to its own point than to any other where there is room', () => {
    const points = [
      { x: 100, y: 60 },
      { x: 112, y: 74 },
    ].map((at) => ({ ...at, reach: 4, width: 60, height: 10 }));
    const boxes = placePointLabels(points, [], bounds);
    const gap = ({ x, y }: { x: number; y: number }, index: number): number => {
      const box = boxes[index] ?? bounds;
      return Math.hypot(
        x - Math.max(box.x, Math.min(x, box.x + box.width)),
        y - Math.max(box.y, Math.min(y, box.y + box.height)),
      );
    };
    points.forEach((point, index) => {
      points.forEach((other, k) => {
        if (k !== index) expect(gap(point, index)).toBeLessThan(gap(other, index));
      });
    });
  });

  it('are left out by a line that would strike them through', () => {
    const names = [
      { x: 40, y: 60, width: 30, height: 10 },
      { x: 45, y: 10, width: 30, height: 10 },
      { x: 60, y: 30, width: 30, height: 10 },
    ];
    expect(freeParts([0, 100], acrossLine(names, 'x', 50), 'y')).toEqual([
      [0, 9],
      [21, 59],
      [71, 100],
    ]);
  });

  it('spread names in the order of their levels, none over another', () => {
    const level = fc.double({ min: 0, max: 180, noNaN: true });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 5 }), (tops) => {
        const heights = tops.map(() => 20);
        const placed = spread(tops, heights, { top: 0, bottom: 200 });
        const order = tops.map((_, index) => index).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0) || a - b);
        order.slice(1).forEach((index, k) => {
          expect((placed[index] ?? 0) - (placed[order[k] ?? 0] ?? 0)).toBeGreaterThanOrEqual(20);
        });
        for (const top of placed) expect(top).toBeGreaterThanOrEqual(0);
        for (const top of placed) expect(top + 20).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('labels that are too wide', () => {
  const widthOf = (text: string): number =>
    [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 10 : 5), 0);

  it('break between Han characters into even lines, no mark at the wrong end', () => {
    expect(wrapLabel('外判接驳车队（含夜间班次）', 'zh', 100, widthOf)).toEqual(['外判接驳车队', '（含夜间班次）']);
    expect(wrapLabel('仅为参照，并非计划', 'zh', 50, widthOf)).toEqual(['仅为参照，', '并非计划']);
  });

  it('keep words, figures and their units whole', () => {
    expect(wrapLabel('Contracted shuttle buses', 'en', 60, widthOf)).toEqual(['Contracted', 'shuttle', 'buses']);
    expect(wrapLabel('不晚于2030年实现', 'zh', 50, widthOf)).toEqual(['不晚于', '2030年实现']);
    expect(wrapLabel('Extraordinarily', 'en', 20, widthOf)).toEqual(['Extraordinarily']);
  });

  it('lose no character', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[甲乙丙丁戊，。a-z0-9 ]{1,30}$/u),
        fc.integer({ min: 10, max: 120 }),
        (text, room) => {
          const joined = wrapLabel(text, 'zh', room, widthOf).join('');
          expect(joined.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
