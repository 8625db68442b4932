import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/check/index.ts';
import { typedUnit } from '../../../src/check/rules/n5-typed-unit.ts';
import { lossOrProfit } from '../../../src/check/rules/n9-loss.ts';
import { otherPeriod } from '../../../src/check/rules/n18-other-period.ts';
import { punctuation } from '../../../src/check/rules/t2-punctuation.ts';
import type { ReportSketch } from '../metrics/report-builder.ts';
import { found } from './figure-facts.ts';

const METRICS: ReportSketch['metrics'] = {
  net: {
    unit: 'tCO2e',
    zh: '万吨',
    en: 'thousand tonnes',
    nature: 'flow',
    values: { CY2022: '160 ktCO2e', CY2023: '140 ktCO2e' },
  },
  staff: {
    unit: 'person',
    zh: '人',
    en: 'people',
    nature: 'count',
    values: { CY2022: '310 person', CY2023: '320 person' },
  },
  sales: {
    unit: 'RMB',
    zh: '亿元',
    en: 'RMB million',
    nature: 'money',
    values: { CY2022: '510 MRMB', CY2023: '620 MRMB' },
  },
  result: {
    unit: 'RMB',
    zh: '万元',
    en: 'RMB million',
    nature: 'money',
    values: { CY2022: '-8 MRMB', CY2023: '9 MRMB' },
  },
};

function langs(rule: Rule, zh: string, en: string): string {
  return found(rule, { metrics: METRICS, paragraphs: [[zh, en]] })
    .map(({ code, lang }) => `${code} ${lang ?? ''}`)
    .join(', ');
}

describe('N5: a unit typed beside a bare figure', () => {
  it.each([
    ['亿 for 万', '排放{{m:net@CY2023|num}}亿吨', 'emissions of {{m:net@CY2023|num}} million tonnes'],
    ['the magnitude left out', '排放{{m:net@CY2023|num}}吨', 'emissions of {{m:net@CY2023|num}} tonnes'],
    ['another mass', '排放{{m:net@CY2023|num}}千克', 'emissions of {{m:net@CY2023|num}} kg'],
    ['another kind of thing', '收入{{m:sales@CY2023|num}}公顷', 'sales of {{m:sales@CY2023|num}} hectares'],
    ['people in ten thousands', '员工{{m:staff@CY2023|num}}万人', 'a staff of {{m:staff@CY2023|num}} thousand people'],
  ])('is an error for %s', (_what, zh, en) => {
    expect(langs(typedUnit, zh, en)).toBe('N5 zh, N5 en');
  });

  it.each([
    ['its own words', '排放{{m:net@CY2023|num}}万吨', 'emissions of {{m:net@CY2023|num}} thousand tonnes'],
    ['another word for whom it counts', '{{m:staff@CY2023|num}}名同事', '{{m:staff@CY2023|num}} colleagues'],
    ['a word that only begins as a unit', '{{m:staff@CY2023|num}}个部门', '{{m:staff@CY2023|num}} tasks'],
    ['its currency before it', '{{m:sales@CY2023|num}}亿元', 'RMB {{m:sales@CY2023|num}} million'],
    [
      'the unit of the next figure',
      '{{m:net@CY2023|num}}、{{m:net@CY2022}}',
      '{{m:net@CY2023|num}} and {{m:net@CY2022}}',
    ],
    ['a figure that prints its unit', '{{m:net@CY2023}}', '{{m:net@CY2023}}'],
  ])('is good with %s', (_what, zh, en) => {
    expect(langs(typedUnit, zh, en)).toBe('');
  });
});

describe('N9: a loss or a profit', () => {
  it.each([
    ['a loss that is none', '亏损{{m:result@CY2023|abs}}', 'a loss of {{m:result@CY2023|abs}}'],
    ['a loss that prints its minus', '净亏损{{m:result@CY2022}}', 'a net loss of {{m:result@CY2022}}'],
    ['a profit that is none', '盈利{{m:result@CY2022|abs}}', 'a profit of {{m:result@CY2022|abs}}'],
  ])('is a warning for %s', (_what, zh, en) => {
    expect(langs(lossOrProfit, zh, en)).toBe('N9 zh, N9 en');
  });

  it.each([
    ['亏损{{m:result@CY2022|abs}}', 'a loss of {{m:result@CY2022|abs}}'],
    ['盈利{{m:result@CY2023}}', 'a profit of {{m:result@CY2023}}'],
    ['净利润为{{m:result@CY2022}}', 'a net result of {{m:result@CY2022}}'],
    ['食物损耗{{m:net@CY2022}}', 'a loss of {{m:net@CY2022}} to the air'],
  ])('is good for %s', (zh, en) => {
    expect(langs(lossOrProfit, zh, en)).toBe('');
  });
});

describe('N18: the year that is named, and the year of the figure', () => {
  it.each([
    [
      'the value of another year',
      '{{period:CY2023}}，公司净排放为{{m:net@CY2022}}。',
      'In {{period:CY2023}} net emissions were {{m:net@CY2022}}.',
    ],
    [
      'the change of another year',
      '净排放{{m:net@CY2023}}，下降{{yoy:net@CY2022|pct}}。',
      'Net emissions were {{m:net@CY2023}}, down {{yoy:net@CY2022|pct}}.',
    ],
    [
      'the change of another year, told against “before”',
      '净排放{{m:net@CY2023}}，比上年少{{diff:net@CY2023|abs}}，降幅{{yoy:net@CY2022|pct}}。',
      'Net emissions were {{m:net@CY2023}}, {{yoy:net@CY2022|pct}} less than before.',
    ],
  ])('is a warning for %s', (_what, zh, en) => {
    expect(langs(otherPeriod, zh, en)).toBe('N18 zh, N18 en');
  });

  it.each([
    [
      'a comparison with that year',
      '比{{period:CY2022}}少，净排放现为{{m:net@CY2023}}。',
      'Compared with {{period:CY2022}}, net emissions are now {{m:net@CY2023}}.',
    ],
    [
      'the year before said in words',
      '{{period:CY2023}}，上年的{{m:net@CY2022}}降为{{m:net@CY2023}}。',
      'In {{period:CY2023}} last year’s {{m:net@CY2022}} became {{m:net@CY2023}}.',
    ],
    [
      'both years named',
      '{{period:CY2022}}、{{period:CY2023}}净排放分别为{{m:net@CY2022}}、{{m:net@CY2023}}。',
      'In {{period:CY2022}} and {{period:CY2023}} net emissions were {{m:net@CY2022}} and {{m:net@CY2023}}.',
    ],
    [
      'a change to the value beside it',
      '净排放由{{m:net@CY2022}}降至{{m:net@CY2023}}，降幅{{yoy:net@CY2023|pct}}。',
      'Net emissions fell from {{m:net@CY2022}} to {{m:net@CY2023}}, or by {{yoy:net@CY2023|pct}}.',
    ],
    [
      'another sentence',
      '{{period:CY2023}}是转折的一年。净排放曾为{{m:net@CY2022}}。',
      '{{period:CY2023}} was a turning point. Net emissions used to be {{m:net@CY2022}}.',
    ],
    [
      'the change of the year before, called so',
      '净排放{{m:net@CY2023}}；上年下降{{yoy:net@CY2022|pct}}。',
      'Net emissions are {{m:net@CY2023}}, after a fall of {{yoy:net@CY2022|pct}} the year before.',
    ],
  ])('is good for %s', (_what, zh, en) => {
    expect(langs(otherPeriod, zh, en)).toBe('');
  });
});

describe('T2: marks that come in pairs, and marks typed twice', () => {
  it.each([
    ['水厂（含泵站取水。', 'The works (with the pump.'],
    ['水厂含泵站）取水。', 'The works with the pump) drew water.'],
    ['他说：“够了。', 'He said “enough.'],
    ['取水。。回用。', 'Water,, reuse.'],
    ['取水--回用', 'water -- reuse'],
    ['取水、回用...', 'water, reuse...'],
  ])('is an error in %s', (zh, en) => {
    expect(
      langs(punctuation, zh, en)
        .split(', ')
        .map((one) => one.slice(-2)),
    ).toEqual(expect.arrayContaining(['zh', 'en']));
  });

  it.each([
    ['水厂（含“东”“西”两站（旧））取水……', 'The works (with “east” and “west” (old)) drew…'],
    ['见《手册》——第一节。', 'See the handbook – part one.'],
    ['一、取水；二、回用。', 'a) water; then reuse.'],
    ['{{m:net@CY2023}}（{{m:net@CY2022}}）', '{{m:net@CY2023}} ({{m:net@CY2022}})'],
  ])('is good in %s', (zh, en) => {
    expect(langs(punctuation, zh, en)).toBe('');
  });
});
