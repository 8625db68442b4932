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
    polarity: 'lower_is_better',
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
  loss: {
    unit: 'RMB',
    zh: '万元',
    en: 'RMB million',
    nature: 'money',
    values: { CY2022: '-40 MRMB', CY2023: '-27 MRMB' },
  },
  net: { unit: 'tCO2e', zh: '万吨', en: 'tonnes', nature: 'flow', values: { CY2022: '100 tCO2e', CY2023: '90 tCO2e' } },
  pump: {
    label: 'pump',
    unit: 'tCO2e',
    zh: '万吨',
    en: 'tonnes',
    nature: 'flow',
    values: { CY2022: '100 tCO2e', CY2023: '90 tCO2e' },
  },
  result: {
    label: '净利润 net result',
    unit: 'RMB',
    zh: '万元',
    en: 'RMB million',
    nature: 'money',
    values: { CY2022: '-40 MRMB', CY2023: '-27 MRMB' },
  },
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
    ['a share of a whole', '增长{{share:net/cut@CY2023}}', 'grew by {{share:net/cut@CY2023}}', 'N8 zh, N8 en'],
    ['an adverb between', '大幅提升{{m:clean@CY2023}}', 'rose sharply by {{m:clean@CY2023}}', 'N8 zh, N8 en'],
    ['an amount of itself', 'pump用量下降了{{m:pump@CY2023}}', 'pump use fell by {{m:pump@CY2023}}', 'N8 zh, N8 en'],
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
      'a level that is said to have got worse',
      '恶化至{{m:pue@CY2023}}',
      'worsened to {{m:pue@CY2023}}',
      'N9 zh, N9 en',
    ],
    [
      'a change that is said to be better',
      '改善了{{diff:net@CY2023|abs}}',
      'an improvement of {{diff:cut@CY2023}}',
      '',
    ],
    [
      'a comparison that does not hold',
      '{{m:pue@CY2023}}，高于{{m:pue@CY2022}}',
      '{{m:pue@CY2023}}, up from {{m:pue@CY2022}}',
      'N9 zh, N9 en',
    ],
    [
      'a way told backwards',
      '由{{m:cut@CY2023}}增至{{m:cut@CY2022}}',
      'grew from {{m:cut@CY2023}} to {{m:cut@CY2022}}',
      'N9 zh, N9 en',
    ],
    ['a noun after the figure', '{{yoy:net@CY2023|pct}}的增幅', 'a {{yoy:net@CY2023|pct}} increase', 'N9 zh, N9 en'],
    ['a noun before the figure', '增幅为{{yoy:net@CY2023|pct}}', 'a rise of {{yoy:net@CY2023|pct}}', 'N9 zh, N9 en'],
    [
      'an adverb and a hedge',
      '大幅提升至约{{m:pue@CY2023}}',
      'was lifted again to about {{m:pue@CY2023}}',
      'N9 zh, N9 en',
    ],
    [
      'emphasis between word and figure',
      '下降**{{yoy:cut@CY2023|pct}}**',
      'down **{{yoy:cut@CY2023|pct}}**',
      'N9 zh, N9 en',
    ],
    [
      'a result below zero that came up',
      '净利润滑落至{{m:result@CY2023}}',
      'the net result slumped to {{m:result@CY2023}}',
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
    ['a loss that narrowed', '亏损收窄至{{m:loss@CY2023|abs}}', 'the loss narrowed to {{m:loss@CY2023|abs}}'],
    ['a loss that is told with its minus', '亏损降至{{m:loss@CY2023}}', 'the loss fell to {{m:loss@CY2023}}'],
    ['a result that came up', '净利润回升至{{m:result@CY2023}}', 'the net result climbed to {{m:result@CY2023}}'],
    ['a denial', '未升至{{m:pue@CY2023}}', 'did not rise to {{m:pue@CY2023}}'],
    ['what got better', '改善至{{m:pue@CY2023}}', 'improved to {{m:pue@CY2023}}'],
    [
      'a comparison that holds',
      '{{m:pue@CY2023}}，低于{{m:pue@CY2022}}',
      '{{m:pue@CY2023}}, down from {{m:pue@CY2022}}',
    ],
    [
      'a figure of another metric',
      '{{m:net@CY2023}}，高于{{m:cut@CY2023}}',
      '{{m:net@CY2023}}, above {{m:cut@CY2023}}',
    ],
    [
      'a way that is told with its start',
      '由{{m:cut@CY2022}}增至{{m:cut@CY2023}}',
      'grew from {{m:cut@CY2022}} to {{m:cut@CY2023}}',
    ],
    ['a unit alone', '增长{{yoy:net@CY2023|unit}}', 'up {{yoy:net@CY2023|unit}}'],
  ])('is none beside %s', (_name, zh, en) => {
    expect(langs(polarity, zh, en)).toBe('');
  });
});
