import { describe, expect, it } from 'vitest';
import { levelVersusChange } from '../../../src/check/rules/n8-level-vs-change.ts';
import { polarity } from '../../../src/check/rules/n9-polarity.ts';
import type { ReportSketch } from '../metrics/report-builder.ts';
import { found } from './figure-facts.ts';

const FIGURES: ReportSketch['metrics'] = {
  pue: {
    unit: 'ratio',
    zh: 'ratio',
    en: 'ratio',
    nature: 'index',
    values: { CY2022: '1.215 ratio', CY2023: '1.200 ratio' },
  },
  clean: {
    unit: 'percent',
    zh: '%',
    en: '%',
    nature: 'ratio',
    values: { CY2022: '53.9 percent', CY2023: '56.0 percent' },
  },
  cut: {
    unit: 'tCO2e',
    zh: '万吨',
    en: 'tonnes',
    nature: 'reduction',
    values: { CY2022: '100 tCO2e', CY2023: '150 tCO2e' },
  },
  net: { unit: 'tCO2e', zh: '万吨', en: 'tonnes', nature: 'flow', values: { CY2022: '100 tCO2e', CY2023: '90 tCO2e' } },
};
const said = (zh: string, en: string): ReportSketch => ({ metrics: FIGURES, paragraphs: [[zh, en]] });
const langs = (rule: typeof polarity, zh: string, en: string): string =>
  found(rule, said(zh, en))
    .map(({ code, lang }) => `${code} ${lang ?? ''}`)
    .join(', ');

describe('N8: to a level, by a change', () => {
  it.each([
    [
      'a share that was reached',
      '用量增长{{m:clean@CY2023}}',
      'consumption increased by {{m:clean@CY2023}}',
      'N8 zh, N8 en',
    ],
    ['a relative change', '降至{{yoy:net@CY2023|pct}}', 'fell to {{yoy:net@CY2023|pct}}', 'N8 zh, N8 en'],
    ['a difference', '提高到{{diff:clean@CY2023|pp}}', 'rose to about {{diff:clean@CY2023|pp}}', 'N8 zh, N8 en'],
  ])('is a warning beside %s', (_name, zh, en, expected) => {
    expect(langs(levelVersusChange, zh, en)).toBe(expected);
  });

  it.each([
    ['a level after to', '升至{{m:clean@CY2023}}', 'rose to {{m:clean@CY2023}}'],
    ['a change after by', '提高了{{diff:clean@CY2023|pp}}', 'grew by {{diff:clean@CY2023|pp}}'],
    ['a reduction, which is an amount of change', '排放减少{{m:cut@CY2023}}', 'emissions fell by {{m:cut@CY2023}}'],
    ['a share that makes up the whole', '占{{m:clean@CY2023}}', 'made up {{m:clean@CY2023}}'],
    ['a comparison with a level', '比平均高{{m:clean@CY2023}}', 'more than {{m:clean@CY2023}}'],
  ])('is none beside %s', (_name, zh, en) => {
    expect(langs(levelVersusChange, zh, en)).toBe('');
  });
});

describe('N9: words and figures go one way', () => {
  it.each([
    [
      'a level that fell and is said to have risen',
      '升至{{m:pue@CY2023}}',
      'raised to {{m:pue@CY2023}}',
      'N9 zh, N9 en',
    ],
    ['a fall told as a rise', '同比增长{{yoy:net@CY2023|pct}}', 'up {{yoy:net@CY2023|pct}}', 'N9 zh, N9 en'],
    ['a rise told as a fall', '下降{{diff:clean@CY2023|pp}}', 'a fall of {{diff:clean@CY2023|pp}}', 'N9 zh, N9 en'],
    [
      'a difference with the wrong comparison',
      '比上年少{{diff:cut@CY2023}}',
      '{{diff:cut@CY2023}} less than before',
      'N9 zh, N9 en',
    ],
    ['a minus after a word for down', '同比下降{{yoy:net@CY2023}}', 'down {{yoy:net@CY2023}}', 'N9 zh, N9 en'],
    [
      'emphasis between word and figure',
      '下降**{{yoy:cut@CY2023|pct}}**',
      'down **{{yoy:cut@CY2023|pct}}**',
      'N9 zh, N9 en',
    ],
  ])('is a warning beside %s', (_name, zh, en, expected) => {
    expect(langs(polarity, zh, en)).toBe(expected);
  });

  it.each([
    ['a fall told as a fall', '同比下降{{yoy:net@CY2023|pct}}', 'down {{yoy:net@CY2023|pct}} year on year'],
    ['a level that fell', '由{{m:pue@CY2022}}降至{{m:pue@CY2023}}', 'fell to {{m:pue@CY2023}}'],
    [
      'a reduction that grew',
      '减排量同比增长{{yoy:cut@CY2023|pct}}',
      'a cut {{yoy:cut@CY2023|pct}} larger than before',
    ],
    ['a comparison', '比上年多{{diff:cut@CY2023}}', '{{diff:cut@CY2023}} more than before'],
    ['no word at all', '变动{{diff:net@CY2023|signed}}', 'a change of {{diff:net@CY2023|signed}}'],
    ['a level without an earlier value', '升至{{m:pue@CY2022}}', 'raised to {{m:pue@CY2022}}'],
    ['a unit alone', '增长{{yoy:net@CY2023|unit}}', 'up {{yoy:net@CY2023|unit}}'],
  ])('is none beside %s', (_name, zh, en) => {
    expect(langs(polarity, zh, en)).toBe('');
  });
});
