import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type Lang, langsOf, type PathOp } from '../../../src/core/index.ts';
import type { TagFacts } from '../../../src/inspect/index.ts';
import { boxOf, ferryChart, type Plot, pointsOf, textsOf } from '../../support/ferry-charts.ts';
import { type FerryEdition, ferryEdition, formOf, said, tagsOf } from '../../support/ferry-edition.ts';

/** Charts are drawn alike in each edition of one language; what is looked at here is what a reader sees of them. */
describe.each([
  ['zh-Hans', 'zh'],
  ['en', 'en'],
] as const)('charts of the %s edition', (edition, lang) => {
  const say = <T>(zh: T, en: T): T => (lang === 'zh' ? zh : en);
  const chart = (block: string): Promise<Plot> => ferryChart(block, edition);

  it('57 the line joins 2019 and 2020, and 2021 to 2023, and nothing between', async () => {
    const plot = await chart('ch.climate.line');
    const centres = yearCentres(plot, ['2019', '2020', '2021', '2022', '2023']);
    const [, second = 0, third = 0] = centres;
    const lines = plot.paths.filter((path) => path.stroke?.width === LINE_WIDTH && path.fill === undefined);
    const joined = lines.map((path) => pointsOf(path.segments).map(([x]) => nearest(centres, x)));
    expect(joined).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    const values = lines.flatMap((path) => pointsOf(path.segments).map(([, y]) => plot.valueAt(y)));
    const expected = say([3.61, 2.94, 3.943, 3.903, 3.729], [36.1, 29.4, 39.43, 39.03, 37.29]);
    values.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? 0, say(1, 0)));
    const between = plot.paths.filter((path) => isData(path) && crosses(path, second + DOT, third - DOT));
    expect(between).toEqual([]);
  });

  it('57 the gap is named', async () => {
    const plot = await chart('ch.climate.line');
    const words = plot.texts.map((op) => op.text);
    for (const word of say(['口径', '不连续'], ['series', 'break'])) expect(words).toContain(word);
  });

  it('58 the stacks reach the totals, and the restatement is marked at 2022', async () => {
    const plot = await chart('ch.climate.stacked');
    const totals = say(['3.943', '3.903', '3.729'], ['39.43', '39.03', '37.29']);
    const columns = columnsOf(plot);
    expect(columns.map((column) => column.length)).toEqual([2, 2, 2]);
    columns.forEach((column, i) => {
      const top = Math.min(...column.map((bar) => bar.top));
      expect(plot.valueAt(top)).toBeCloseTo(Number(totals[i]), say(1, 0));
      expect(textsOf(plot, totals[i] ?? '')).toHaveLength(1);
    });
    const [mark] = textsOf(plot, say('用电排放已重述', 'Electricity restated'));
    const bar = columns[1]?.[0];
    expect(mark).toBeDefined();
    expect(bar && mark && mark.x < (bar.left + bar.right) / 2 && mark.x > (columns[0]?.[0]?.right ?? 0)).toBe(true);
    expect(mark && mark.y < (bar?.top ?? 0)).toBe(true);
  });

  it('59 the disputed bar is a hatched outline with its tag', async () => {
    const plot = await chart('ch.harbour.journeys-chart');
    const [first, second, third] = plot.bars;
    expect(first?.fill).toBe(second?.fill);
    expect(third?.fill).toBe('white');
    const over = plot.paths.filter((path) => path.stroke?.paint === 'mark' && within(boxOf(path), third));
    expect(over.some((path) => path.segments.length > 20)).toBe(true);
    expect(over.some((path) => path.stroke?.dash !== undefined && path.segments.length === 5)).toBe(true);
    expect(third && plot.valueAt(third.top)).toBeCloseTo(say(3162, 31.62), say(-2, 0));
    const [tag] = textsOf(plot, say('争议', 'Disputed'));
    expect(tag?.paint).toBe('mark');
    expect(tag && third && tag.x > third.left - 10 && tag.x < third.right && tag.y < third.top).toBe(true);
    expect(textsOf(plot, say('待核对', 'To be settled'))).toHaveLength(1);
  });

  it('59 the mark of a derived value stands after the label of the last injury bar', async () => {
    const plot = await chart('ch.safety.rate-chart');
    const [label] = textsOf(plot, '0.55');
    const marks = textsOf(plot, '◇');
    const last = plot.bars.at(-1);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.y).toBe(label?.y);
    expect(label && marks[0] && marks[0].x > label.x && marks[0].x - label.x < 30).toBe(true);
    expect(label && last && label.x > last.left && label.x < last.right && label.y < last.top).toBe(true);
  });

  it('60 the waterfall steps down to a total that is drawn from zero', async () => {
    const plot = await chart('ch.harbour.waterfall');
    const scale = say(100, 1);
    const steps = plot.bars.map((bar) => [bar.bottom, bar.top].map((y) => plot.valueAt(y) * scale));
    const expected = [
      [0, 96.4],
      [77.5, 96.4],
      [50.4, 77.5],
      [0, 50.4],
    ];
    expect(steps).toHaveLength(4);
    steps.forEach((step, i) =>
      step.forEach((value, j) => expect(Math.abs(value - (expected[i]?.[j] ?? 0))).toBeLessThan(1)),
    );
    const labels = say(['0.964', '−0.189', '−0.271', '0.504'], ['96.4', '−18.9', '−27.1', '50.4']);
    for (const label of labels) expect(textsOf(plot, label)).toHaveLength(1);
    expect(plot.bars.at(-1)?.fill).not.toBe(plot.bars[1]?.fill);
  });

  it('61 the three bars hang below a visible zero line', async () => {
    const plot = await chart('ch.harbour.loss-chart');
    expect(plot.bars).toHaveLength(3);
    const values = say([-0.462, -0.317, -0.189], [-46.2, -31.7, -18.9]);
    const near = say(0.01, 1);
    plot.bars.forEach((bar, i) => {
      expect(Math.abs(plot.valueAt(bar.top))).toBeLessThan(near);
      expect(Math.abs(plot.valueAt(bar.bottom) - (values[i] ?? 0))).toBeLessThan(near);
    });
    const zero = plot.paths.filter((path) => isLevelLine(path) && Math.abs(plot.valueAt(boxOf(path).top)) < near);
    const others = plot.paths.filter((path) => isLevelLine(path) && !zero.includes(path));
    expect(zero).toHaveLength(1);
    expect(zero[0]?.stroke?.paint).not.toBe(others[0]?.stroke?.paint);
    expect(zero[0]?.stroke?.width).toBeGreaterThan(others[0]?.stroke?.width ?? 0);
    for (const label of say(['−0.462', '−0.317', '−0.189'], ['−46.2', '−31.7', '−18.9'])) {
      expect(textsOf(plot, label)).toHaveLength(1);
    }
  });

  it('62 the ring shows the three departments in their shares', async () => {
    const plot = await chart('ch.crew.doughnut');
    for (const label of ['702', '512', '743']) expect(textsOf(plot, label)).toHaveLength(1);
    for (const name of say(['甲板部', '轮机部', '岸上'], ['Deck', 'Engine room', 'Ashore'])) {
      expect(textsOf(plot, name)).toHaveLength(1);
    }
    const segments = plot.paths.filter((path) => path.fill?.startsWith('chart.') && path.stroke?.paint === 'white');
    expect(new Set(segments.map((path) => path.fill)).size).toBe(3);
    const areas = segments.map((path) => area(pointsOf(path.segments)));
    const whole = areas.reduce((sum, one) => sum + one, 0);
    areas.forEach((one, i) => expect(one / whole).toBeCloseTo(([702, 512, 743][i] ?? 0) / 1957, 1));
  });

  it('63 the scatter has three points, the first series across, and no line', async () => {
    const plot = await chart('ch.safety.scatter');
    const dots = plot.paths.filter((path) => path.fill !== undefined && path.segments.some(([kind]) => kind === 'C'));
    const across = acrossScale(plot);
    const found = dots.map((path) => {
      const box = boxOf(path);
      return [across((box.left + box.right) / 2), plot.valueAt((box.top + box.bottom) / 2)];
    });
    const expected = [
      [31.5, 0.86],
      [34.2, 0.71],
      [38.0, 0.55],
    ];
    expect(found).toHaveLength(3);
    found.forEach(([x = 0, y = 0], i) => {
      expect(Math.abs(x - (expected[i]?.[0] ?? 0))).toBeLessThan(0.1);
      expect(Math.abs(y - (expected[i]?.[1] ?? 0))).toBeLessThan(0.01);
    });
    const strokes = plot.paths.filter((path) => path.fill === undefined && path.stroke !== undefined);
    expect(strokes.filter((path) => !isLevelLine(path) && !isUprightLine(path))).toEqual([]);
  });

  it('65 the target chart shows three years and the goal for 2027, and draws no base', async () => {
    const plot = await chart('ch.climate.shore-target');
    expect(plot.bars).toHaveLength(3);
    [18.0, 26.5, 38.2].forEach((value, i) => {
      expect(Math.abs(plot.valueAt(plot.bars[i]?.top ?? 0) - value)).toBeLessThan(0.5);
      expect(textsOf(plot, value.toFixed(1))).toHaveLength(1);
    });
    const goal = plot.paths.filter((path) => path.stroke?.dash !== undefined);
    expect(goal).toHaveLength(1);
    for (const [, y] of pointsOf(goal[0]?.segments ?? [])) expect(Math.abs(plot.valueAt(y) - 80)).toBeLessThan(0.5);
    expect(textsOf(plot, '80.0%')).toHaveLength(1);
    expect(plot.texts.some((op) => op.text.includes('2027'))).toBe(true);
    expect(plot.texts.filter((op) => /基准|[Bb]ase/.test(op.text))).toEqual([]);
  });
});

const TITLES = [
  [
    '58',
    'ch.climate.stacked',
    '总排放降至3.729万吨，减少的部分来自燃油',
    'Total emissions fell to 37.29 thousand tonnes, and the saving came from fuel',
  ],
  ['59', 'ch.safety.rate-chart', '工伤率降至◇0.55宗／20万工时', 'The injury rate fell to ◇0.55 per 200,000 hours'],
  ['62', 'ch.crew.doughnut', '岸上员工占38.0%', '38.0% of our people work ashore'],
  [
    '64',
    'ch.climate.electricity-area',
    '外购电力两年增加293万千瓦时',
    'Bought electricity has grown by 2.93 GWh in two years',
  ],
  [
    '65',
    'ch.climate.shore-target',
    '岸电使用率距目标尚差41.8个百分点',
    'Shore power is 41.8 percentage points short of its goal',
  ],
] as const;

const ALTS: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '堆叠柱形图：燃油直接排放逐年下降，外购电力排放逐年上升，合计由3.943万吨降至3.729万吨。',
    '折线图：前两年为旧口径，后三年为新口径，两段不相连；新口径三年连续下降。',
    '目标图：岸电使用率连升两年，达到38.2%，目标为80.0%。',
    '面积图：外购电力由1,092万千瓦时增至1,385万千瓦时。',
    '横条图：有害废物由588.0吨降至541.6吨，一般废物由1,288吨降至1,213吨。',
    '柱形图：工伤率由0.86宗／20万工时降至◇0.55宗／20万工时，末年为推算值；2025年的目标为0.40宗／20万工时。',
    '散点图：三个年份的点由左上排到右下，受训时数由31.5小时增至38.0小时。',
    '环形图：甲板部702人，轮机部512人，岸上743人。',
    '柱形图：乘客人次由2,463万人次升至2,790万人次，末年读数有争议。',
    '瀑布图：渡轮业绩0.964亿港元，依次计入港务业绩−0.189亿港元与财务费用−0.271亿港元，得年度溢利0.504亿港元。',
    '柱形图：港务业绩三年均在零线以下，由−0.462亿港元收窄至−0.189亿港元。',
  ],
  en: [
    'Stacked bar chart: direct emissions from fuel fall each year while those from bought electricity rise; the total falls from 39.43 thousand tonnes to 37.29 thousand tonnes.',
    'Line chart: two years on the old boundary and three on the new, in two stretches that do not join; the newer stretch falls every year.',
    'Target chart: the share of shore power has risen two years running to 38.2%, against a goal of 80.0%.',
    'Area chart: bought electricity rises from 10.92 GWh to 13.85 GWh.',
    'Horizontal bar chart: hazardous waste falls from 588.0 tonnes to 541.6 tonnes, general waste from 1,288 tonnes to 1,213 tonnes.',
    'Bar chart: the injury rate falls from 0.86 per 200,000 hours to ◇0.55 per 200,000 hours, the last being worked out; the goal for 2025 is 0.40 per 200,000 hours.',
    'Scatter chart: three yearly points run from upper left to lower right as training rises from 31.5 hours to 38.0 hours.',
    'Doughnut chart: 702 people on deck, 512 people in the engine room, 743 people ashore.',
    'Bar chart: passenger journeys rise from 24.63 million journeys to 27.90 million journeys; the last year is in dispute.',
    'Waterfall chart: from a ferry result of HKD 96.4 million, through a harbour result of −HKD 18.9 million and a finance cost of −HKD 27.1 million, to a profit of HKD 50.4 million.',
    'Bar chart: the harbour result lies below zero in all three years and narrows from −HKD 46.2 million to −HKD 18.9 million.',
  ],
};

describe.each(EDITIONS)('charts in the file of the %s edition', (name) => {
  let edition: FerryEdition;
  const langs = langsOf(name);
  beforeAll(async () => {
    edition = await ferryEdition(name);
  });

  it.each(TITLES)('%s %s says its finding', (_, block, zh, en) => {
    for (const lang of langs) expect(edition.reading(block)[lang]).toMatch(said(lang === 'zh' ? zh : en, lang));
  });

  it('66 the alternative text of each chart holds its values, in its own language', () => {
    const alts = figuresOf(edition)
      .map((figure) => (figure.alt ?? '').replace(/\s/gu, ' ').replace(/◇ /g, '◇'))
      .filter((alt) => /^(?:(?!示意)\p{Script=Han}{2,4}图：|[A-Z][a-z]+ (?:bar )?chart: )/u.test(alt));
    for (const lang of langs) {
      const own = alts.filter((alt) => /^\p{Script=Han}/u.test(alt) === (lang === 'zh'));
      expect(own.map((alt) => formOf(alt, lang))).toEqual(ALTS[lang].map((alt) => formOf(alt, lang)));
    }
  });

  it('66 every figure has an alternative text, without braces', () => {
    const wrong = figuresOf(edition).filter(({ alt = '' }) => alt.trim() === '' || /[{}]/.test(alt));
    expect(wrong).toEqual([]);
  });
});

function figuresOf({ facts }: FerryEdition): readonly TagFacts[] {
  return facts.pages.flatMap((page) => tagsOf(page.tags, 'Figure'));
}

/** Stroke of a data line, pt. */
const LINE_WIDTH = 1.4;

/** Radius of a data point with its stroke, pt. */
const DOT = 4;

/** Where the years stand along the foot: the middles of their labels. */
function yearCentres(plot: Plot, years: readonly string[]): readonly number[] {
  const dots = plot.paths
    .filter((path) => path.fill !== undefined && path.segments.some(([kind]) => kind === 'C'))
    .map(boxOf);
  const centres = [...new Set(dots.map((box) => Math.round((box.left + box.right) / 2)))].sort((a, b) => a - b);
  return centres.slice(0, years.length);
}

function nearest(places: readonly number[], x: number): number {
  const gaps = places.map((place) => Math.abs(place - x));
  return gaps.indexOf(Math.min(...gaps));
}

/** Strokes and fills in the colours of data; not the grid, the axes or the ground under a label. */
function isData(path: PathOp): boolean {
  return /^(?:accent|chart)\./.test(path.stroke?.paint ?? path.fill ?? '');
}

function crosses(path: PathOp, left: number, right: number): boolean {
  const box = boxOf(path);
  return box.left < right && box.right > left;
}

function within(box: ReturnType<typeof boxOf>, outer: ReturnType<typeof boxOf> | undefined): boolean {
  if (outer === undefined) return false;
  return (
    box.left >= outer.left - 1 &&
    box.right <= outer.right + 1 &&
    box.top >= outer.top - 1 &&
    box.bottom <= outer.bottom + 1
  );
}

function isLevelLine(path: PathOp): boolean {
  const box = boxOf(path);
  return path.fill === undefined && box.top === box.bottom;
}

function isUprightLine(path: PathOp): boolean {
  const box = boxOf(path);
  return path.fill === undefined && box.left === box.right;
}

/** Bars over each other, from left to right. */
function columnsOf({ bars }: Plot): readonly (typeof bars)[] {
  const lefts = [...new Set(bars.map((bar) => Math.round(bar.left)))];
  return lefts.map((left) => bars.filter((bar) => Math.round(bar.left) === left));
}

/** Area inside a path by its corner points, which is near enough for shares. */
function area(points: readonly (readonly [number, number])[]): number {
  const sum = points.reduce((total, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [0, 0];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
}

/** Value at a place across, by the figures along the foot. */
function acrossScale(plot: Plot): (x: number) => number {
  const ticks = plot.texts.filter((op) => op.align === 'middle').map((op) => ({ value: Number(op.text), x: op.x }));
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) throw new Error('the chart has no scale across');
  return (x) => first.value + ((x - first.x) * (last.value - first.value)) / (last.x - first.x);
}
