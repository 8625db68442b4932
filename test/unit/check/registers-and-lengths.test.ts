import { beforeAll, describe, expect, it } from 'vitest';
import { textContrast } from '../../../src/check/rules/a2-contrast.ts';
import { duplicateEntry } from '../../../src/check/rules/d4-duplicate-entry.ts';
import { parityLength } from '../../../src/check/rules/p5-parity-length.ts';
import { sourceMatch } from '../../../src/check/rules/v2-source-match.ts';
import type { Report, Source, Term } from '../../../src/content/types.ts';
import type { Theme } from '../../../src/theme/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';
import { briefly, factsOf } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'tonnes' } as const;
const source = (id: string, about: Partial<Source>): Source => ({
  id,
  order: 1,
  title: { zh: `来源${id}`, en: `Source ${id}` },
  kind: 'press',
  where: 'this report',
  date: undefined,
  note: undefined,
  text: undefined,
  origin: `content/sources.yaml#/${id}`,
  ...about,
});
const term = (id: string, zh: string, en: string): Term => ({
  id,
  zh,
  en,
  abbr: {},
  expansion: undefined,
  avoid: { zh: [], en: [] },
  keepTogether: false,
  hyphenate: undefined,
  gloss: undefined,
  origin: `content/termbase.yaml#/${id}`,
});

describe('P5: the length of a translation', () => {
  const told = (zh: string, en: string): readonly (string | undefined)[] =>
    parityLength(factsOf({ metrics: {}, paragraphs: [[zh, en]] })).map(({ lang }) => lang);
  const ZH =
    '渡轮全年节油，靠的是慢一点、满一点和短一点。新船用岸电，停靠时关掉主机；旧船换螺旋桨，并按潮水排班。省下的钱用于离岛的码头。';
  const EN =
    'The ferries saved fuel all year by going slower, fuller and shorter. New boats take shore power and shut their engines down at the pier; old boats get new propellers, and sail with the tide. What is saved pays for the outlying piers.';

  it('tells of a paragraph of which half is missing, in the language that lacks it', () => {
    expect(told(ZH, EN.slice(0, EN.length / 2))).toEqual(['en']);
    expect(told(ZH.slice(0, ZH.length / 2), EN)).toEqual(['zh']);
  });

  it.each([
    ['whole paragraphs', ZH, EN],
    ['short labels', '适老化', 'Age-friendly design'],
    ['texts of references alone', '{{period:CY2023|long}}', '{{period:CY2023|long}}'],
  ])('passes %s', (_name, zh, en) => {
    expect(told(zh, en)).toEqual([]);
  });
});

describe('D4: what is registered twice', () => {
  const told = (change: (report: Report) => Partial<Report>): readonly string[] => {
    const facts = factsOf({ metrics: { it: { ...gas, values: { CY2022: '1 tCO2e', CY2023: '2 tCO2e' } } } });
    return duplicateEntry({ ...facts, report: { ...facts.report, ...change(facts.report) } }).map(
      ({ message }) => message,
    );
  };
  const sources = (...some: readonly Source[]) => ({ sources: new Map(some.map((one) => [one.id, one])) });
  const terms = (...some: readonly Term[]) => ({ terms: new Map(some.map((one) => [one.id, one])) });

  it.each([
    ['a source at one address', () => sources(source('a', { where: 'x.cn/1' }), source('b', { where: 'x.cn/1' }))],
    ['a source of one title and place', () => sources(source('a', {}), source('b', { title: source('a', {}).title }))],
    ['a term', () => terms(term('a', '净排放', 'net emissions'), term('b', '净排放', 'net release'))],
    [
      'a series of values',
      ({ metrics }: Report) => {
        const it = metrics.get('it');
        return it === undefined
          ? {}
          : { metrics: new Map([...metrics, ['b', { ...it, id: 'b', label: { zh: '乙', en: 'b' } }]]) };
      },
    ],
  ])('is told of %s', (_name, change) => {
    expect(told(change)).toHaveLength(1);
  });

  it.each([
    ['two sources of one vague place', () => sources(source('a', {}), source('b', {}))],
    [
      'terms that share one language’s half of a word',
      () => terms(term('a', '净排放', 'net emissions'), term('b', '排放', 'emissions')),
    ],
  ])('is not told of %s', (_name, change) => {
    expect(told(change)).toEqual([]);
  });
});

describe('V2: a value in the copy of its source', () => {
  const found = (value: string, text: string, unit = 'MtCO2e'): readonly string[] => {
    const facts = factsOf({ metrics: { it: { ...gas, values: { CY2023: `${value} ${unit}` } } } });
    const metric = facts.report.metrics.get('it');
    if (metric === undefined) throw new Error('no metric');
    const values = metric.values.map((one) => ({ ...one, source: ['s'] }));
    const report: Report = {
      ...facts.report,
      metrics: new Map([['it', { ...metric, values }]]),
      sources: new Map([['s', source('s', { text })]]),
    };
    return sourceMatch({ ...facts, report }).map(({ code, item }) => `${code} ${item}`);
  };

  it.each([
    ['in the same notation', '2.32', 'own operations cut 2.32 million tons, up 63.5%'],
    ['in Chinese', '2.32', '自身运营减排232万吨'],
    ['in full', '2.32', 'a cut of 2,320,000 tonnes'],
    ['rounded by the source', '2.318', 'some 2.3 million tonnes'],
  ])('stands there %s', (_name, value, text) => {
    expect(found(value, text)).toEqual([]);
  });

  it.each([
    ['another digit', '2.33', 'own operations cut 2.32 million tons, up 63.5%'],
    ['another magnitude', '2.32', '自身运营减排23.2万吨'],
    ['another dimension', '63.5', 'up 63.5%, to 2.32 million tons'],
    ['no figure', '2.32', 'no figures at all'],
  ])('is a warning with %s', (_name, value, text) => {
    expect(found(value, text)).toEqual(['V2 it@CY2023']);
  });
});

describe('A2: contrast', () => {
  let theme: Theme;
  beforeAll(async () => {
    theme = await shippedTheme();
  });
  const told = (
    colours: Readonly<Record<string, readonly [number, number, number]>>,
    accents = 1,
  ): readonly string[] => {
    const facts = factsOf({ metrics: {} });
    const changed = [...theme.colours].map(
      ([name, colour]) => [name, { ...colour, rgb: colours[name] ?? colour.rgb }] as const,
    );
    const report: Report = {
      ...facts.report,
      accents: Array.from({ length: accents }, (_, i) => ({
        id: `a${i + 1}`,
        order: i + 1,
        label: { zh: '甲', en: 'a' },
        sdgs: [],
        editorial: false,
      })),
    };
    return textContrast({ ...facts, report, theme: { ...theme, colours: new Map(changed) } }).map(
      ({ message }) => message,
    );
  };

  it('holds for the theme of the package, in all nine accents', () => {
    expect(told({}, 9)).toEqual([]);
  });

  it('is told of text that is too light for the page', () => {
    expect(told({ ink3: [150, 150, 150] })).toEqual(['text in ink3 on white has a contrast of 2.96']);
  });

  it('is told of an accent that is too light for white text, only where it is used', () => {
    const light = { 'accent.2.deep': [180, 120, 140] } as const;
    expect(told(light, 2).some((one) => one.includes('white on accent.2.deep'))).toBe(true);
    expect(told(light, 1)).toEqual([]);
  });

  it('is told of a label on the fill of a series', () => {
    expect(told({ 'chart.1': [200, 220, 200] })).toEqual([expect.stringContaining('white on chart.1')]);
  });

  it('is told at the line of the theme', async () => {
    const facts = factsOf({ metrics: {} });
    const colours = new Map([...theme.colours, ['ink3', { rgb: [170, 170, 170], cmyk: [0, 0, 0, 30] }] as const]);
    const [first] = textContrast({ ...facts, theme: { ...theme, colours } });
    expect(first?.span?.file).toBe('templates/theme/base.yaml');
    expect(first?.related[0]?.span.file).toBe('templates/theme/base.yaml');
  });
});

it('P5, V2, D4 and A2 say nothing of a report without texts, sources and theme', () => {
  for (const rule of [parityLength, sourceMatch, duplicateEntry, textContrast]) {
    expect(briefly(rule, { metrics: {} })).toEqual([]);
  }
});
