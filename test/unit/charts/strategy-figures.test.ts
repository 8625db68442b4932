import { beforeAll, describe, expect, it } from 'vitest';
import { createChartBook } from '../../../src/charts/index.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import type { Materiality, Topic } from '../../../src/content/types.ts';
import { EDITIONS } from '../../../src/core/index.ts';
import { type ChartProject, chartProject, HARBOUR, langText } from './chart-report.ts';
import { extentOf, seen, textBox, textOp, touch, words } from './drawn.ts';

const accents = [
  { id: 'climate', label: { zh: '清洁航行', en: 'Cleaner crossings' }, sdgs: [7, 9, 13] },
  { id: 'water', label: { zh: '一湾净水', en: 'Clear water' }, sdgs: [6, 12, 14] },
  { id: 'safety', label: { zh: '平安往返', en: 'Safe return' }, sdgs: [3, 8] },
  { id: 'crew', label: { zh: '同舟之人', en: 'People aboard' }, sdgs: [4, 5, 8] },
  { id: 'harbour', label: { zh: '共用的港湾', en: 'A shared harbour' }, sdgs: [11, 16, 17] },
];

const topic = (en: string, zh: string, x: string, y: string, accent: string): Topic => ({
  id: `mt.${en}`,
  label: { zh, en },
  x,
  y,
  chapters: [],
  accent,
  status: 'sample',
  origin: `content/materiality.yaml#/${en}`,
});

const materiality: Materiality = {
  method: langText('样例打分。', 'Sample scores.'),
  axes: {
    x: { zh: '对业务的影响', en: 'Effect on the business' },
    y: { zh: '对人与环境的影响', en: 'Effect on people and the environment' },
    scale: ['1', '5'],
  },
  topics: [
    topic('Vessel emissions', '船舶排放', '4.4', '4.7', 'climate'),
    topic('Shore power at berth', '岸电与靠泊', '3.6', '3.9', 'climate'),
    topic('Seawater quality', '海水质量', '2.9', '4.2', 'water'),
    topic('Oily waste', '含油废物', '2.5', '3.4', 'water'),
    topic('Safety afloat and ashore', '航行与作业安全', '4.8', '4.8', 'safety'),
    topic('Training the crew', '船员培养', '3.9', '3.2', 'crew'),
    topic('Reliable sailings', '班次可靠', '4.5', '3.5', 'harbour'),
    topic('Honest business', '廉洁经营', '3.3', '2.8', 'harbour'),
  ],
};

let project: ChartProject;
let book: ChartBook;
beforeAll(async () => {
  project = await chartProject({ figures: HARBOUR, charts: {}, accents, materiality });
  book = createChartBook(project);
});

describe('the plot of material topics', () => {
  it('names eight topics, each with a sample tag, on axes from 1 to 5', () => {
    const drawing = book.materiality('en', 300).drawing;
    const all = words(drawing);
    expect(all.filter((text) => text === 'Sample')).toHaveLength(8);
    for (const { label } of materiality.topics) expect(all).toContain(label.en);
    for (const tick of ['1', '2', '3', '4', '5']) expect(all.filter((text) => text === tick)).toHaveLength(2);
  });

  it('sets each marker at its scores, its shape by the pillar and its colour by the accent', () => {
    const { paths } = seen(book.materiality('en', 300).drawing);
    const marker = paths.find(({ fill }) => fill === 'accent.3.deep');
    const { x, y, width, height } = extentOf(marker ?? { segments: [] });
    expect(x + width / 2).toBeCloseTo(22 + (3.8 / 4) * 268, 1);
    expect(y + height / 2).toBeCloseTo(8 + 268 - (3.8 / 4) * 268, 1);
    const curved = (paint: string): boolean | undefined =>
      paths.find(({ fill }) => fill === paint)?.segments.some(([kind]) => kind === 'C');
    expect(curved('accent.1.deep')).toBe(true);
    expect(curved('accent.3.deep')).toBe(false);
  });

  it('sets topics above the threshold semibold', () => {
    const drawing = book.materiality('en', 300).drawing;
    expect(textOp(drawing, 'Vessel emissions').font.weight).toBe(600);
    expect(textOp(drawing, 'Training the crew').font.weight).toBe(400);
  });

  it('keeps words apart and inside in every edition', () => {
    for (const edition of EDITIONS) {
      const { drawing } = book.materiality(edition, 300);
      const boxes = seen(drawing).texts.map((op) => ({ text: op.text, box: textBox(op, project.fonts) }));
      const clashes = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b) => (touch(a.box, b.box) ? [`${edition}: ${a.text} and ${b.text}`] : [])),
      );
      expect(clashes).toEqual([]);
      for (const { text, box } of boxes) {
        expect(box.x, text).toBeGreaterThanOrEqual(-0.3);
        expect(box.x + box.width, text).toBeLessThanOrEqual(drawing.width + 0.3);
        expect(box.y + box.height, text).toBeLessThanOrEqual(drawing.height + 0.3);
      }
    }
  });
});

describe('the map of goals', () => {
  it('has a tile a goal with a number that can be read, and a row an accent', () => {
    const drawing = book.sdgMap('en', 493.2).drawing;
    const { paths, texts } = seen(drawing);
    expect(paths.filter(({ fill }) => fill?.startsWith('sdg.'))).toHaveLength(17);
    expect(texts.find(({ text, size }) => text === '5' && size === 9)?.paint).toBe('black');
    expect(texts.find(({ text, size }) => text === '17' && size === 9)?.paint).toBe('white');
    for (const { label } of accents) expect(words(drawing)).toContain(label.en);
  });

  it('puts a petal where an accent serves a goal, and nowhere else', () => {
    const { paths } = seen(book.sdgMap('zh-Hans', 493.2).drawing);
    const petals = paths.filter(({ fill, segments }) => fill?.endsWith('.deep') === true && segments.length > 1);
    expect(petals).toHaveLength(accents.reduce((sum, { sdgs }) => sum + sdgs.length, 0));
  });

  it('tells the same as a table', () => {
    expect(book.sdgMap('en', 493.2).table.rows[2]).toEqual(['Safe return', '3 Goal 3, 8 Goal 8']);
  });
});
