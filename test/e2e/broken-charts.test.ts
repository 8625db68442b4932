import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chartShapes, type Rect } from '../../src/call/chart-shapes.ts';
import type { PlaceBox } from '../../src/call/index.ts';
import type { DrawnShape, PlacedText } from '../../src/inspect/index.ts';
import { withPageContent } from '../support/altered-pdf.ts';
import { runCommandLine } from '../support/command-line.ts';
import { HOME } from '../support/project-files.ts';
import { type ReadEditions, readEditions } from '../support/read-editions.ts';

const PROJECTS = [
  ['showcase', HOME],
  ['ferry', `${HOME}test/fixtures/sample-report`],
] as const;

describe.each(PROJECTS)('charts of %s', (name, folder) => {
  let read: ReadEditions;
  beforeAll(async () => {
    read = await readEditions(folder, inject(name));
  });

  it('are all measured, and draw what they say, in all editions', () => {
    for (const edition of ['zh-Hans', 'en', 'bilingual'] as const) {
      const { measured, unmeasured, faults } = read.called(edition).charts;
      expect({ unmeasured, faults }).toEqual({ unmeasured: [], faults: [] });
      expect(measured).toBe(drawings(read).length);
    }
  });

  it('stand among figures that raise no alarm, each with its partner in the other language', () => {
    expect(read.faults().map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it('have small bars and dots in tiles that go with their values, in all editions', () => {
    for (const edition of ['zh-Hans', 'en', 'bilingual'] as const) {
      const { measured, faults } = read.called(edition).tiles;
      expect(faults).toEqual([]);
      expect(measured).toBeGreaterThan(3);
    }
  });

  it('are found out when the smallest bar or the last dot of a tile is moved, each tile by its metric and page', () => {
    const pages = read.pages('zh-Hans');
    const broken = trends(read).flatMap((place) => {
      const mark = smallMark(read, place);
      if (mark === undefined) return [];
      const isDot = mark.steps.length === 6;
      const moved = scaledUp(mark, isDot ? 1 : 1.25, isDot ? 5 : 0);
      const shapes = pages.shapes.map((shape) => (shape === mark ? moved : shape));
      return [{ place, faults: read.called('zh-Hans', { ...pages, shapes }).tiles.faults }];
    });
    expect(broken.length).toBeGreaterThan(2);
    for (const { place, faults } of broken) {
      expect(faults.map(({ origin, page }) => [origin, page])).toEqual([
        [place.origin, pages.pages[place.page]?.label],
      ]);
    }
  });

  it('are found out when one bar, dot or part is drawn too small or too low, each on its page', () => {
    const missed = drawings(read).flatMap((place) =>
      marksOf(read, place).flatMap((mark) => {
        const pages = read.pages('zh-Hans');
        const shapes = pages.shapes.map((shape) =>
          shape === mark ? shrunk(shape, pages.pages[place.page]?.height ?? 0, read, place) : shape,
        );
        const { faults } = read.called('zh-Hans', { ...pages, shapes }).charts;
        const told = faults.some(
          ({ origin, page }) => origin === place.origin && page === pages.pages[place.page]?.label,
        );
        const ring = shapesAt(read, place).sectors.length > 0;
        return told && (ring || faults.length === 1) ? [] : [`${place.origin}: ${JSON.stringify(faults)}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('are found out when the axis of their bars begins above zero, with what it begins at', () => {
    const pages = read.pages('zh-Hans');
    const bars = drawings(read).flatMap((place) => {
      const ticks = ticksOf(read, place);
      const values = ticks.map(({ text }) => Number(text.replaceAll(',', '').replace('−', '-')));
      if (shapesAt(read, place).bars.length === 0 || values.length < 3 || Math.min(...values) !== 0) return [];
      const begins = Math.max(...values) * 2;
      const raised = new Map(ticks.map((item, i) => [item, { ...item, text: String((values[i] ?? 0) + begins) }]));
      const altered = pages.pages.map((one) => ({ ...one, items: one.items.map((item) => raised.get(item) ?? item) }));
      return [{ place, begins, altered: { ...pages, pages: altered } }];
    });
    expect(bars.length).toBeGreaterThan(1);
    for (const { place, begins, altered } of bars) {
      const label = pages.pages[place.page]?.label;
      const told = read.faults('zh-Hans', altered).filter(({ code }) => code === 'V10');
      expect(told.map(({ origin, page, found, expected }) => ({ origin, page, found, expected }))).toEqual([
        { origin: place.origin, page: label, found: String(Number(begins.toPrecision(3))), expected: '0' },
      ]);
      expect(told[0]?.message).toContain(`begins its bars at ${Number(begins.toPrecision(3))}`);
    }
  });
});

/** Numbers beside the lines of the grid that run across a drawing. */
function ticksOf(read: ReadEditions, place: PlaceBox): readonly PlacedText[] {
  const page = read.pages('zh-Hans').pages[place.page];
  const { across } = shapesAt(read, place);
  const left = Math.min(...across.map((line) => line.left));
  return (page?.items ?? []).filter(({ text, x, y, width }) => {
    const down = (page?.height ?? 0) - y;
    const beside = x > place.x - 1 && x + width < left + 2;
    return beside && across.some(({ top }) => Math.abs(down - top) < 6) && /^−?[\d,.]+$/.test(text);
  });
}

function drawings(read: ReadEditions): readonly PlaceBox[] {
  return read.places('zh-Hans').boxes.filter(({ kind, origin }) => kind === 'drawing' && read.charts.has(origin));
}

/** Places of the mini charts of tiles. */
function trends(read: ReadEditions): readonly PlaceBox[] {
  return read.places('zh-Hans').boxes.filter(({ kind, origin }) => kind === 'drawing' && /\/tiles\/\d+$/.test(origin));
}

/** The last dot of a mini chart, or the smallest of several bars, as it was painted. */
function smallMark(read: ReadEditions, place: PlaceBox): DrawnShape | undefined {
  const pages = read.pages('zh-Hans');
  const height = pages.pages[place.page]?.height ?? 0;
  const { bars, dots } = shapesAt(read, place);
  const dot = dots.at(-1);
  const [bar] = bars.length < 2 ? [] : [...bars].sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  return pages.shapes.findLast((shape) => {
    if (shape.page !== place.page || !shape.filled) return false;
    const [left, low, right, high] = shape.box;
    if (dot === undefined) return bar !== undefined && isAt(shape, bar, height);
    return Math.abs((left + right) / 2 - dot[0]) < 0.01 && Math.abs(height - (low + high) / 2 - dot[1]) < 0.01;
  });
}

/** A shape that is so many times as high over its low side, and so much higher up. */
function scaledUp(shape: DrawnShape, times: number, up: number): DrawnShape {
  const [left, low, right, high] = shape.box;
  const at = (y: number): number => low + (y - low) * times + up;
  const steps = shape.steps.map((step) => ({
    ...step,
    points: step.points.map((value, i) => (i % 2 === 1 ? at(value) : value)),
  }));
  return { ...shape, steps, box: [left, at(low), right, at(high)] };
}

function shapesAt(read: ReadEditions, place: PlaceBox) {
  const pages = read.pages('zh-Hans');
  return chartShapes(pages.shapes, place, pages.pages[place.page]?.height ?? 0);
}

/** The last bar, dot and part of a ring of a chart, as they were painted. */
function marksOf(read: ReadEditions, place: PlaceBox): readonly DrawnShape[] {
  const pages = read.pages('zh-Hans');
  const height = pages.pages[place.page]?.height ?? 0;
  const { bars, dots, sectors } = shapesAt(read, place);
  const own = pages.shapes.filter((shape) => shape.page === place.page && shape.filled);
  const large = bars.filter((bar) => bar.bottom - bar.top > 12 && bar.right - bar.left > 7).at(-1);
  const bar = own.find((shape) => large !== undefined && isAt(shape, large, height));
  const dot = own.findLast(
    ({ box, steps }) =>
      steps.length === 6 &&
      dots.some(
        ([x, y]) => Math.abs((box[0] + box[2]) / 2 - x) < 0.01 && Math.abs(height - (box[1] + box[3]) / 2 - y) < 0.01,
      ),
  );
  const part = own.findLast(
    ({ box, steps }) =>
      sectors.length > 0 &&
      steps.filter(({ op }) => op === 'c').length > 1 &&
      steps.some(({ op }) => op === 'l') &&
      box[0] > place.x &&
      box[2] < place.x + place.width,
  );
  return [bar ?? dot ?? part].filter((mark) => mark !== undefined);
}

function isAt({ box: [left, low, right, high] }: DrawnShape, rect: Rect, height: number): boolean {
  const sides = [left - rect.left, right - rect.right, height - high - rect.top, height - low - rect.bottom];
  return sides.every((gap) => Math.abs(gap) < 0.01);
}

/** A bar that is a seventh shorter at its far end, a dot six points lower, a part of a ring with two thirds of its area. */
function shrunk(shape: DrawnShape, height: number, read: ReadEditions, place: PlaceBox): DrawnShape {
  const [left, low, right, high] = shape.box;
  const { upright, across } = shapesAt(read, place);
  const lying = upright.length > across.length;
  const axis = across.map(({ top }) => height - top);
  const hangs = !lying && Math.abs(high - Math.max(...axis)) < 1.5;
  const move = (x: number, y: number): readonly [number, number] => {
    if (shape.steps.some(({ op }) => op === 'c'))
      return shape.steps.length === 6 ? [x, y - 6] : [left + (x - left) * 0.8, low + (y - low) * 0.8];
    if (lying) return [Math.abs(x - right) < 0.01 ? right - (right - left) / 7 : x, y];
    const end = hangs ? low : high;
    return [x, Math.abs(y - end) < 0.01 ? end + ((hangs ? 1 : -1) * (high - low)) / 7 : y];
  };
  const steps = shape.steps.map((step) => {
    const points: number[] = [];
    for (let i = 0; i + 1 < step.points.length; i += 2)
      points.push(...move(step.points[i] ?? 0, step.points[i + 1] ?? 0));
    return { ...step, points };
  });
  const all = steps.flatMap(({ points }) => points);
  const xs = all.filter((_, i) => i % 2 === 0);
  const ys = all.filter((_, i) => i % 2 === 1);
  return { ...shape, steps, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

describe('a bar that was shortened in the finished file', () => {
  let output: string;
  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'petalpress-bars-'));
    await cp(inject('ferry'), output, { recursive: true });
  });
  afterAll(() => rm(output, { recursive: true, force: true }));

  it('is told with chart, page, value and what is drawn, though its label is right', async () => {
    const path = join(output, 'report.zh-Hans.pdf');
    const file = new Uint8Array(await readFile(path));
    const chart = await readEditions(`${HOME}test/fixtures/sample-report`, output);
    const place = chart.places('zh-Hans').boxes.find(({ origin }) => /03-safety\.yaml#\/blocks\/\d+$/.test(origin));
    const page = place?.page ?? 0;
    const bar = /^([\d.]+) (-[\d.]+) (4\d\.\d+) (-[\d.]{5,}) re$/gm;
    const edit = (content: string): string => {
      const last = [...content.matchAll(bar)].at(-1);
      if (last === undefined) return content;
      const [line, x, y, width, height] = last;
      const shorter = `${x} ${(Number(y) + Number(height) / 4).toFixed(2)} ${width} ${((Number(height) * 3) / 4).toFixed(2)} re`;
      return content.replace(line, shorter);
    };
    await writeFile(path, withPageContent(file, page, edit));
    const run = await runCommandLine(HOME, 'call', 'test/fixtures/sample-report', '--out', output, '--no-pictures');
    expect(run.code).toBe(1);
    expect(run.err).toContain('V10 drawn-otherwise');
    expect(run.err).toMatch(/the chart ch\.safety\.rate-chart draws safety\.injury-rate@CY2023 \([\d.]+\) as [\d.]+/);
    expect(run.err.match(/ {2}error {2}/g)?.length).toBe(1);
  });
});
