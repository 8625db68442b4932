import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, langsOf } from '../../../src/core/index.ts';
import { type FerryEdition, ferryEdition, said, tagsOf } from '../../support/ferry-edition.ts';

interface Statement {
  readonly name: string;
  /** The block that says it. */
  readonly block: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const STATEMENTS: readonly Statement[] = [
  {
    name: '8 the investment, at a glance',
    block: 'highlights.text',
    zh: ['用于减碳与安全的投资为1.28亿港元，'],
    en: ['We put HKD 128 million into cleaner and safer running'],
  },
  {
    name: '8 the investment, in its chapter',
    block: 'ch.harbour.investment',
    zh: ['减碳与安全的投资为1.28亿港元，'],
    en: ['Spending on cleaner and safer running was HKD 128 million,'],
  },
  {
    name: '9 the difference from the year before',
    block: 'ch.harbour.investment',
    zh: ['比上年多0.31亿港元。'],
    en: ['which is HKD 31 million more than the year before.'],
  },
  {
    name: '10 total emissions, and their fall without a minus',
    block: 'ch.climate.emissions',
    zh: ['总排放为3.729万吨，同比下降4.5%'],
    en: ['our total emissions were 37.29 thousand tonnes, down 4.5% year on year'],
  },
  {
    name: '11 the share of direct emissions',
    block: 'ch.climate.emissions',
    zh: ['直接排放为3.187万吨，占85.5%；'],
    en: ['31.87 thousand tonnes of direct emissions, or 85.5% of the whole.'],
  },
  {
    name: '12 emissions from electricity',
    block: 'ch.climate.emissions',
    zh: ['间接排放为0.542万吨，同比上升6.7%。'],
    en: ['5.42 thousand tonnes of indirect emissions, up 6.7%.'],
  },
  {
    name: '13 the full figure in the canonical unit, with a real subscript',
    block: 'ch.climate.tradeoff',
    zh: ['以吨计为37,290tCO₂e。'],
    en: ['a net fall, to 37,290 tCO₂e in full.'],
  },
  {
    name: '14 the long name of the period, in the chapter',
    block: 'ch.climate.emissions',
    zh: ['2023年（2023年1月1日至12月31日），'],
    en: ['In 2023 (1 January to 31 December 2023) our'],
  },
  {
    name: '14 the long name of the period, about the report',
    block: 'about.period',
    zh: ['本报告涵盖2023年1月1日至12月31日。'],
    en: ['This report covers 1 January to 31 December 2023.'],
  },
  {
    name: '15 a difference of shares in percentage points',
    block: 'ch.climate.shore',
    zh: ['由上年的26.5%升至38.2%，提高11.7个百分点，'],
    en: ['rose from 26.5% to 38.2%, a gain of 11.7 percentage points.'],
  },
  {
    name: '16 the same share, coarser',
    block: 'ch.climate.shore',
    zh: ['靠泊时间里大约有38%听不到辅机声。'],
    en: ['for 38% of the time no auxiliary engine is heard.'],
  },
  {
    name: '17 trailing zeros of a target',
    block: 'ch.climate.shore',
    zh: ['2027年的目标是80.0%，'],
    en: ['The goal for 2027 is 80.0%,'],
  },
  {
    name: '17 trailing zeros of an average',
    block: 'ch.crew.training',
    zh: ['人均受训时数为38.0小时，同比增长11.1%。'],
    en: ['Training came to 38.0 hours a person, up 11.1% year on year.'],
  },
  {
    name: '18 the gap to a target, unsigned',
    block: 'ch.climate.shore',
    zh: ['还要再提高41.8个百分点；'],
    en: ['which is 41.8 percentage points away;'],
  },
  {
    name: '19 the emission target',
    block: 'ch.climate.target',
    zh: ['到2030年把总排放较2021年减少35.0%，即降至2.563万吨，目前还差1.166万吨。'],
    en: [
      'By 2030 we mean to cut total emissions by 35.0% from 2021, to 25.63 thousand tonnes. That leaves 11.66 thousand tonnes to go.',
    ],
  },
  {
    name: '20 energy in two units, and the share by energy content',
    block: 'ch.climate.energy',
    zh: ['总量为477.5TJ，其中燃油427.6TJ，外购电力1,385万千瓦时，后者按能量计占10.4%。'],
    en: [
      'Total energy use was 477.5 TJ, made up of 427.6 TJ of fuel and 13.85 GWh of bought electricity; by energy content the latter is 10.4%.',
    ],
  },
  {
    name: '21 a value that is not disclosed',
    block: 'ch.climate.energy',
    zh: ['2021年的发电量未披露。'],
    en: ['Their output for 2021 is not disclosed.'],
  },
  {
    name: '22 solar power',
    block: 'ch.climate.energy',
    zh: ['码头光伏发电58.4万千瓦时，同比增长87.2%；'],
    en: ['Solar panels on the piers gave 584 MWh, up 87.2% year on year.'],
  },
  {
    name: '23 an estimate',
    block: 'ch.climate.upstream',
    zh: ['上游排放为约0.69万吨，'],
    en: ['upstream emissions at about 6.9 thousand tonnes;'],
  },
  {
    name: '24 figure and unit apart, with the mark of a derived value',
    block: 'ch.climate.upstream',
    zh: ['排放为◇25.1，单位为吨／百万港元，上年为◇30.9。'],
    en: ['Emission intensity was ◇25.1 (t per HKD million), against ◇30.9 the year before.'],
  },
  {
    name: '25 water, with a real superscript',
    block: 'ch.water.withdrawal',
    zh: ['全年取水18.64万立方米，同比下降10.8%', '收集的雨水为1.45万立方米，占7.8%。'],
    en: ['We drew 186,400 m³ in the year, down 10.8%.', 'Harvested rain made up 14,500 m³ of it, or 7.8%.'],
  },
  {
    name: '26 a sum that stops at the coarser place',
    block: 'ch.water.waste',
    zh: ['有害废物541.6吨，一般废物1,213吨，合计1,755吨。'],
    en: ['541.6 tonnes of hazardous waste and 1,213 tonnes of general waste, 1,755 tonnes together.'],
  },
  {
    name: '27 a zero that is a zero',
    block: 'ch.water.waste',
    zh: ['由2021年的2宗降至0宗，'],
    en: ['came down from 2 in 2021 to 0,'],
  },
  {
    name: '28 a number in words',
    block: 'ch.safety.injury',
    zh: ['全年登记十二宗'],
    en: ['We registered twelve cases'],
  },
  {
    name: '29 hours',
    block: 'ch.safety.injury',
    zh: ['总工时为4,363,600小时，'],
    en: ['over 4,363,600 hours worked.'],
  },
  {
    name: '30 a derived rate beside one as reported',
    block: 'ch.safety.injury',
    zh: ['工伤率为◇0.55宗／20万工时，上年为0.71宗／20万工时，下降◇22.5%'],
    en: ['a rate of ◇0.55 per 200,000 hours, against 0.71 per 200,000 hours the year before, a fall of ◇22.5%.'],
  },
  {
    name: '31 headcount, its growth, and a sum',
    block: 'ch.crew.team',
    zh: ['年末共有员工1,957人，较上年多51人', '甲板部与轮机部合计1,214人，'],
    en: [
      'we had 1,957 people, which is 51 people more than the year before.',
      'Deck and engine room together came to 1,214 people;',
    ],
  },
  {
    name: '32 a signed change of a share',
    block: 'ch.crew.women',
    zh: ['占比为9.8%，较上年变动+1.9个百分点。'],
    en: ['9.8% of posts afloat, a change of +1.9 percentage points on the year before.'],
  },
  {
    name: '33 a disputed value has its tag, the one before has none',
    block: 'ch.harbour.journeys',
    zh: ['为3,162万人次争议', '上年为2,790万人次。'],
    en: ['31.62 million journeys Disputed of passenger journeys,', 'against 27.90 million journeys the year before.'],
  },
  {
    name: '34 on-time running and cancelled sailings',
    block: 'ch.harbour.journeys',
    zh: ['准点率为98.3%，提高0.7个百分点；取消的班次占5.1‰。'],
    en: ['On-time running was 98.3%, up 0.7 percentage points, and 5.1‰ of sailings were cancelled.'],
  },
  {
    name: '35 revenue against the year before and against 2021',
    block: 'ch.harbour.money',
    zh: ['收入为14.852亿港元，同比增长17.5%，比2021年增长31.6%'],
    en: ['Revenue was HKD 1,485.2 million, up 17.5% year on year and 31.6% on 2021.'],
  },
  {
    name: '36 money below zero',
    block: 'ch.harbour.money',
    zh: ['业绩为−0.189亿港元，', '而2021年是−0.407亿港元。'],
    en: ['Its result was −HKD 18.9 million,', 'in 2021 it was −HKD 40.7 million.'],
  },
  {
    name: '37 a sample value has its tag',
    block: 'ch.harbour.investment',
    zh: ['社区捐助为360万港元示例，'],
    en: ['Community grants came to HKD 3.60 million Sample and paid for'],
  },
  {
    name: '38 a literal',
    block: 'ch.harbour.investment',
    zh: ['热线全天24小时有人接听。'],
    en: ['The helpline is staffed 24 hours a day.'],
  },
  {
    name: '39 the change of a target without a base value',
    block: 'ch.crew.women',
    zh: ['在2030年前再提高10.0个百分点示例；因基准年未披露，暂不计进度。'],
    en: ['By 2030 we hope for a further 10.0 percentage points Sample. As the base year is not disclosed,'],
  },
];

describe.each(EDITIONS)('prose of the %s edition', (name) => {
  let edition: FerryEdition;
  const langs = langsOf(name);
  beforeAll(async () => {
    edition = await ferryEdition(name);
  });

  it.each(STATEMENTS.map((one) => [one.name, one] as const))('%s', (_, statement) => {
    const reading = edition.reading(statement.block);
    for (const lang of langs) for (const text of statement[lang]) expect(reading[lang]).toMatch(said(text, lang));
  });

  it('8 to 39 no line of a paragraph ends between a figure and its unit', () => {
    const paragraphs = edition.facts.pages.flatMap((page) => tagsOf(page.tags, 'P'));
    const prose = paragraphs.map(({ text }) => text).filter((text) => text.length > SHORTEST_PARAGRAPH);
    expect(prose.length).toBeGreaterThan(20);
    expect(prose.filter((text) => TORN.test(text))).toEqual([]);
  });

  it('15 a difference of shares is never a percentage', () => {
    for (const lang of langs) expect(edition.whole[lang]).not.toContain('11.7%');
  });

  it('26 the sum is never finer than its parts', () => {
    for (const lang of langs) expect(edition.whole[lang]).not.toContain('1,754.6');
  });

  it('36 a minus stands before the currency, and is never a hyphen', () => {
    expect(edition.whole.en).not.toMatch(/HKD\s?[−-]|-\s?HKD/u);
    expect(edition.whole.zh).not.toMatch(/(?<!\d)-\d[\d.]*[万亿]/u);
  });

  it('38 the reason of a literal is printed nowhere', () => {
    const { info, xmp, pages } = edition.facts;
    const printed = [...pages.map((page) => page.text), ...Object.values(info), ...xmp.values()];
    for (const text of printed) expect(text).not.toMatch(said('hours in a day', 'en'));
  });

  it('39 nothing else tells of a target without a base value', () => {
    for (const lang of langs) {
      const [label, change] =
        lang === 'zh' ? ['船上女性再添一成', '10.0个百分点'] : ['Many more women afloat', '10.0 percentage points'];
      expect(edition.whole[lang]).not.toMatch(said(label, lang));
      expect(edition.whole[lang].match(new RegExp(said(change, lang), 'gu'))).toHaveLength(1);
    }
  });
});

/** Characters; what is shorter is a label or a tile. */
const SHORTEST_PARAGRAPH = 40;

/** A figure at the end of a line, its unit at the head of the next. */
const TORN =
  /(?<![\d.,])\d[\d.,]*\s*\n\s*(?:[万亿]|吨|千瓦时|港元|立方米|人|小时|个百分点|tonnes|thousand|million|TJ|GWh|MWh|m³|hours|people|percentage|%|‰)|HKD\s*\n/u;
