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
