import { describe, expect, it } from 'vitest';
import { dates } from '../../../src/check/rules/n10-dates.ts';
import { fiscalYear } from '../../../src/check/rules/t3-fiscal-year.ts';
import type { Period, Report, Source } from '../../../src/content/types.ts';
import type { ReportSketch } from '../metrics/report-builder.ts';
import { factsOf } from './figure-facts.ts';

const gas = { unit: 'tCO2e', zh: '万吨', en: 'tonnes' } as const;
const YEARS = ['FY2023', 'FY2024', 'FY2025'];

const period = (id: string, start: string, end = start): Period => ({
  id,
  kind: 'fiscal',
  start,
  end,
  label: { zh: `${start}当日`, en: `on ${start}` },
  long: { zh: start, en: start },
  origin: `content/report.yaml#/periods/${id}`,
});
const source = (id: string, date: string | undefined): Source => ({
  id,
  order: 1,
  title: { zh: id, en: id },
  kind: 'press',
  where: 'somewhere',
  date,
  note: undefined,
  text: undefined,
  origin: `content/sources.yaml#/${id}`,
});

interface Scene {
  readonly values?: Readonly<Record<string, string>>;
  readonly texts?: readonly (readonly [string, string])[];
  readonly dated?: readonly Period[];
  readonly published?: string;
  /** Date of the one source, which every value cites. */
  readonly source?: string;
  readonly change?: (report: Report) => Report;
}

function told(rule: typeof dates, scene: Scene): readonly string[] {
  const sketch: ReportSketch = {
    periods: YEARS,
    period: 'FY2024',
    prior: 'FY2023',
    metrics: { it: { ...gas, values: { FY2024: '1 tCO2e' } } },
    paragraphs: scene.texts ?? [],
  };
  const facts = factsOf(sketch);
  const { report } = facts;
  const metric = report.metrics.get('it');
  if (metric === undefined) throw new Error('no metric');
  const [given] = metric.values;
  if (given === undefined) throw new Error('no value');
  const values = Object.entries(scene.values ?? { FY2024: '1' }).map(([id, value]) => ({
    ...given,
    period: id,
    value,
    source: ['s'],
    origin: `content/metrics/it.yaml#/values/${id}`,
  }));
  const changed: Report = {
    ...report,
    published: scene.published ?? '2024-07-22',
    periods: [...report.periods, ...(scene.dated ?? [])],
    metrics: new Map([['it', { ...metric, values }]]),
    sources: new Map([['s', source('s', scene.source)]]),
  };
  return rule({ ...facts, report: scene.change?.(changed) ?? changed }).map(
    ({ code, severity, item, message }) => `${code} ${severity} ${item ?? message}`,
  );
}

describe('N10: dates', () => {
  it.each<[string, Scene, string]>([
    ['a source older than the year it tells of', { source: '2024-01-31' }, 'N10 error it@FY2024'],
    ['a fact of years before the report', { values: { D: '1' }, dated: [period('D', '2014-11-10')] }, 'N10 error it@D'],
    ['a fact of after the report', { values: { D: '1' }, dated: [period('D', '2024-11-10')] }, 'N10 error it@D'],
    [
      'a report that appears before its year has ended',
      { published: '2024-03-01' },
      'N10 error the report is published before FY2024 has ended',
    ],
  ])('is an error for %s', (_name, scene, expected) => {
    expect(told(dates, scene)).toEqual([expected]);
  });

  it('is a warning in a text that sets a value to a date outside its period', () => {
    const texts = [
      ['截至{{date:2014-11-10}}，为{{m:it@FY2024}}。', 'As at {{date:2014-11-10}} it was {{m:it@FY2024}}.'],
    ] as const;
    expect(told(dates, { texts })).toEqual([
      'N10 warning the sentence is as at 2014-11-10, and its value is of FY2024',
      'N10 warning the sentence is as at 2014-11-10, and its value is of FY2024',
    ]);
  });

  it.each<[string, Scene]>([
    ['a source of after the year', { source: '2024-04-02' }],
    ['a source without a date', {}],
    [
      'a source of within the month that it tells of',
      { values: { M: '1' }, dated: [period('M', '2024-03-01', '2024-03-31')], source: '2024-03-08' },
    ],
    ['a fact of within the year', { values: { D: '1' }, dated: [period('D', '2023-11-10')] }],
    ['a later year, which later reports tell of', { values: { FY2025: '1' } }],
    [
      'a date in the period of the value',
      {
        texts: [['截至{{date:2024-03-31}}，为{{m:it@FY2024}}。', 'As at {{date:2024-03-31}} it was {{m:it@FY2024}}.']],
      },
    ],
    [
      'a date of another sentence',
      {
        texts: [['截至{{date:2014-11-10}}。为{{m:it@FY2024}}。', 'As at {{date:2014-11-10}}. It was {{m:it@FY2024}}.']],
      },
    ],
    [
      'an event that has its own date',
      {
        texts: [
          ['{{date:2014-11-10}}上线，今为{{m:it@FY2024}}。', 'Live on {{date:2014-11-10}}, now {{m:it@FY2024}}.'],
        ],
      },
    ],
  ])('passes %s', (_name, scene) => {
    expect(told(dates, scene)).toEqual([]);
  });
});

const renamed =
  (zh: string, en: string) =>
  (report: Report): Report => {
    const metrics = [...report.metrics].map(([id, metric]) => [id, { ...metric, label: { zh, en } }] as const);
    return { ...report, metrics: new Map(metrics) };
  };
const labelled =
  (zh: string, en: string) =>
  (report: Report): Report => ({
    ...report,
    periods: report.periods.map((one) => (one.id === 'FY2024' ? { ...one, label: { zh, en } } : one)),
  });

describe('T3: a bare year', () => {
  it.each<[string, Scene, number]>([
    ['in a name', { change: renamed('2024年排放量', '2024 emissions') }, 2],
    ['as the label of a fiscal year', { change: labelled('2024年', '2024') }, 2],
    ['in a literal', { texts: [['{{lit:2024年|the year}}', '{{lit:2024|the year}}']] }, 2],
  ])('is a warning %s', (_name, scene, count) => {
    expect(told(fiscalYear, scene).filter((one) => one.startsWith('T3 warning'))).toHaveLength(count);
  });

  it.each<[string, Scene]>([
    ['that says it is fiscal', { change: renamed('2024财年排放量', 'FY2024 emissions') }],
    ['in the title of a report', { change: renamed('《2024年ESG报告》所列', 'As in the 2024 ESG report') }],
    ['that is no year of the report', { change: renamed('2019年排放量', '2019 emissions') }],
    [
      'that the report also has as a calendar year',
      {
        change: (report) => ({
          ...renamed('2024年排放量', '2024 emissions')(report),
          periods: [...report.periods, { ...period('CY2024', '2024-01-01', '2024-12-31'), kind: 'calendar' }],
        }),
      },
    ],
    ['within more words', { texts: [['{{lit:2024年（2024财年）|base}}', '{{lit:2024 (FY2024)|base}}']] }],
  ])('passes one %s', (_name, scene) => {
    expect(told(fiscalYear, scene)).toEqual([]);
  });
});
