import { describe, expect, it } from 'vitest';
import { set } from './setting.ts';

const ZH =
  '报告期内，公司自身运营温室气体净排放总量为12.5万吨CO₂e，较2023财年下降63.5%，其中范围1排放2.32万吨；清洁能源电力占比达到56.0%，累计使用可再生电力16.1亿千瓦时。我们承诺“不晚于2030年”实现自身运营碳中和（范围1与范围2）——并协同上下游降低碳排放强度50%……';
const EN =
  'Net emissions of our own operations were 2.32 million tonnes in fiscal year 2024, a reduction of 63.5% from the year before (Scope 1 and Scope 2), while revenue grew.';

describe('J5: justified lines end on the measure', () => {
  it.each([
    ['zh', ZH, 44],
    ['zh', ZH, 22],
    ['zh', ZH, 13.5],
    ['en', EN, 44],
    ['en', EN, 24],
  ] as const)('%s %#', (lang, text, measure) => {
    const lines = set(text, measure, { lang }).lines;
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(measure * 10, 3);
    expect(lines.at(-1)?.width).toBeLessThanOrEqual(measure * 10 + 1e-6);
  });
});

const PROSE =
  'Net emissions of our own operations, in tonnes, were lower than in the year before, and those of our suppliers, too. ' +
  'We call it “a start”, and we measure, each year, what comes of it: long-term plans, short-term steps.';
const OUT = { hyphen: 0.7, dash: 0.3, comma: 0.6, stop: 0.5, quote: 0.4 };
/** The share that each end of a line stands out by; \u00ad is an added hyphen. */
const SHARES = new Map([
  ['\u00ad', 0.7],
  ['-', 0.7],
  [',', 0.6],
  ['.', 0.5],
  ['”', 0.4],
]);

describe('J5: marks of English text stand out where the theme says so', () => {
  const linesAt = (measure: number, setting: Parameters<typeof set>[2]): ReturnType<typeof set>['lines'] =>
    set(PROSE, measure, { lang: 'en', ...setting }).lines.slice(0, -1);
  /** Where the last glyph of a line ends, and how wide it is. */
  const lastGlyph = (
    line: ReturnType<typeof set>['lines'][number],
  ): { readonly end: number; readonly width: number } => {
    const run = line.items.filter((item) => item.kind === 'glyphs').at(-1);
    const at = run?.clusters.findLastIndex((cluster) => cluster.trim() !== '') ?? 0;
    const end = (run?.x ?? 0) + (run?.advances.slice(0, at + 1).reduce((sum, advance) => sum + advance, 0) ?? 0);
    return { end, width: run?.advances[at] ?? 0 };
  };

  it('by their share of the mark, and nothing else does', () => {
    const seen = new Set<string>();
    for (let measure = 10; measure < 30; measure += 0.5) {
      for (const line of linesAt(measure, { policy: { protrusion: OUT } })) {
        if (line.ratio > 8) continue;
        const mark = line.text.trimEnd().at(-1) ?? '';
        const { end, width } = lastGlyph(line);
        expect(end - (SHARES.get(mark) ?? 0) * width).toBeCloseTo(measure * 10, 3);
        if (SHARES.has(mark)) seen.add(mark);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['\u00ad', ',', '.', '-']));
  });

  it('not by default, not in ragged text, and not in Chinese', () => {
    for (const measure of [12, 17.5, 23]) {
      expect(linesAt(measure, {})).toEqual(linesAt(measure, { policy: { protrusion: { ...OUT, ...NONE } } }));
      const ragged = { align: 'start', policy: { protrusion: OUT } } as const;
      expect(linesAt(measure, ragged)).toEqual(linesAt(measure, { align: 'start' }));
      expect(set(ZH, measure, { policy: { protrusion: OUT } }).lines).toEqual(set(ZH, measure).lines);
    }
  });
});

const NONE = { hyphen: 0, dash: 0, comma: 0, stop: 0, quote: 0 };
