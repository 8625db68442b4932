import { describe, expect, it } from 'vitest';
import { glossary } from '../../../src/check/rules/t1-glossary.ts';
import { claimSupport } from '../../../src/check/rules/v3-claim-support.ts';
import type { Term } from '../../../src/content/types.ts';
import { factsOf } from './figure-facts.ts';

const term = (id: string, zh: string, en: string, more: Partial<Term> = {}): Term => ({
  id,
  zh,
  en,
  abbr: {},
  expansion: undefined,
  avoid: { zh: [], en: [] },
  keepTogether: false,
  hyphenate: undefined,
  gloss: undefined,
  origin: `content/termbase.yaml#/terms/${id}`,
  ...more,
});

const TERMS = [
  term('term.value-chain', '价值链', 'value chain', { avoid: { zh: ['供应链'], en: ['supply chain'] } }),
  term('term.shore-power', '岸电', 'shore power', { avoid: { zh: ['岸上电源'], en: ['cold ironing'] } }),
  term('term.emissions', '排放', 'emissions'),
  term('term.net-emissions', '净排放', 'net emissions'),
  term('term.ghg', '温室气体', 'greenhouse gas', { abbr: { en: 'GHG' }, avoid: { zh: [], en: ['hothouse gas'] } }),
];

function said(zh: string, en: string): readonly string[] {
  const facts = factsOf({ metrics: {}, paragraphs: [[zh, en]] });
  const report = { ...facts.report, terms: new Map(TERMS.map((one) => [one.id, one])) };
  return glossary({ ...facts, report }).map(({ severity, message, lang }) => `${severity} ${lang ?? ''} ${message}`);
}

describe('T1: one form in each language', () => {
  it('warns of a form to avoid where the other language has the term', () => {
    expect(said('供应链排放下降。', 'Emissions of the value chain fell.')).toEqual([
      'warning zh “供应链” is a form of term.value-chain to avoid',
    ]);
    expect(said('岸电用得更多。', 'More cold ironing was used.')).toEqual([
      'warning en “cold ironing” is a form of term.shore-power to avoid',
    ]);
  });

  it('warns on both sides when both avoid the term', () => {
    expect(said('岸上电源用得更多。', 'More cold ironing was used.')).toHaveLength(2);
  });

  it('lets a form stand in another sense', () => {
    expect(said('供应链有变。', 'The supply side changed.')).toEqual([]);
  });

  it('takes the plural and any case, and whole words only', () => {
    expect(said('温室气体。', 'Hothouse gases and Hothouse Gas.')).toHaveLength(2);
    expect(said('温室气体。', 'The greenhouse gas was no hothouse gasoline.')).toEqual([]);
  });

  it('tells as info what stands in one language only', () => {
    expect(said('我们多用岸电。', 'We used more of it.')).toEqual(['info en “岸电” stands in the Chinese text only']);
  });

  it('counts an abbreviation and a reference as the term', () => {
    expect(said('温室气体减少。', 'GHG fell.')).toEqual([]);
    expect(said('{{term:term.shore-power}}好。', '{{term:term.shore-power}} is good.')).toEqual([]);
  });

  it('does not count a term inside a longer one', () => {
    expect(said('净排放下降。', 'Net emissions fell.')).toEqual([]);
  });
});

describe('V3: a claim of rank', () => {
  const claims = (zh: string, en: string): readonly string[] =>
    claimSupport(factsOf({ metrics: {}, paragraphs: [[zh, en]] })).map(
      ({ lang, message }) => `${lang ?? ''} ${message}`,
    );

  it('is a warning without a source beside it', () => {
    expect(claims('能效亚洲领先。', 'Efficiency is leading in Asia.')).toEqual([
      'zh “亚洲领先” has no source beside it',
      'en “leading in Asia” has no source beside it',
    ]);
  });

  it.each([
    ['名列前茅', '能耗水平名列前茅。', 'Its use of energy is second to none.'],
    ['全球唯一', '这是全球唯一的做法。', 'It is the only one, and world-class.'],
    ['one of the largest', '规模居行业前列。', 'It is one of the largest fleets in the region.'],
  ])('may be worded otherwise: %s', (_name, zh, en) => {
    expect(claims(zh, en)).toHaveLength(2);
  });

  it.each([
    [
      'with its figure and its time',
      '{{period:CY2023}}为{{m:x@CY2023}}，行业最低。',
      '{{m:x@CY2023}} in {{period:CY2023}}, the lowest in the industry.',
    ],
    ['with a source mark', '能效亚洲领先{{src:a}}。', 'Efficiency is leading in Asia.{{src:a}}'],
    ['with a note', '能效亚洲领先{{note:a}}。', 'Efficiency is leading in Asia.{{note:a}}'],
    ['in quotation marks', '所谓“亚洲领先”。', 'The words “leading in Asia” stand alone.'],
    ['told as the claim of another', '新闻稿件称能效亚洲领先。', 'The news item says it is leading in Asia.'],
    ['that is none', '这是每天的第一段路。', 'It is the first stretch of the day.'],
  ])('passes %s', (_name, zh, en) => {
    expect(claims(zh, en)).toEqual([]);
  });

  it('is not excused by the attribution of another sentence', () => {
    expect(claims('新闻稿件称如此。能效亚洲领先。', 'The item says so. Efficiency is leading in Asia.')).toHaveLength(
      2,
    );
  });
});
