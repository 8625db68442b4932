/** A project in memory: paths to texts. */
export type GeneratedFiles = Readonly<Record<string, string>>;

const PERIODS = ['FY2021', 'FY2022', 'FY2023', 'FY2024'] as const;
const VALUES_PER_METRIC = PERIODS.length;
const METRICS_PER_FILE = 50;
const SECTIONS_PER_CHAPTER = 20;
/** Terms of the termbase that the texts use, and some that they do not. */
const TERMS = 40;

/**
 * Makes a good report of any size: metrics with stated changes, totals of four parts, and sections of a heading and two
 * paragraphs that cite every value once in each language.
 * @param figures   values, in all
 * @param sections  headings with their paragraphs, in all
 */
export function generatedReport(figures: number, sections: number): GeneratedFiles {
  const metrics = Math.round(figures / VALUES_PER_METRIC);
  const files: Record<string, string> = {
    'content/report.yaml': reportFile(Math.ceil(sections / SECTIONS_PER_CHAPTER)),
    'content/sources.yaml':
      'schema: sources/1\nsources:\n  - {id: log, title: {zh: 运行日志, en: Operating log}, kind: primary, where: meters, date: "2024-05-02"}\n',
    'content/termbase.yaml': termFile(),
    'content/waivers.yaml': 'schema: waivers/1\nwaivers: []\n',
  };
  for (let from = 0; from < metrics; from += METRICS_PER_FILE) {
    const to = Math.min(from + METRICS_PER_FILE, metrics);
    const list = Array.from({ length: to - from }, (_, i) => metricText(from + i));
    files[`content/metrics/m${String(from).padStart(6, '0')}.yaml`] = `schema: metrics/1\nmetrics:\n${list.join('')}`;
  }
  for (let chapter = 0; chapter * SECTIONS_PER_CHAPTER < sections; chapter += 1) {
    const first = chapter * SECTIONS_PER_CHAPTER;
    const count = Math.min(SECTIONS_PER_CHAPTER, sections - first);
    const blocks = Array.from({ length: count }, (_, i) => sectionText(first + i, metrics / sections));
    files[`content/chapters/c${String(chapter).padStart(4, '0')}.yaml`] =
      `schema: chapter/1\nid: ch.c${chapter}\naccent: tide.one\ntitle: {zh: 运行情况, en: How we ran}\nblocks:\n${blocks.join('')}`;
  }
  return files;
}

function reportFile(chapters: number): string {
  const periods = PERIODS.map((id) => {
    const year = Number(id.slice(2));
    return `  - {id: ${id}, kind: fiscal, start: "${year - 1}-04-01", end: "${year}-03-31", label: {zh: ${year}财年, en: ${id}}, long: {zh: ${year - 1}年4月至${year}年3月, en: April ${year - 1} to March ${year}}}`;
  });
  const body = Array.from({ length: chapters }, (_, i) => `ch.c${i}`).join(', ');
  return [
    'schema: report/1',
    'id: generated',
    'title: {zh: 生成的报告, en: A generated report}',
    'short_title: {zh: 生成的报告, en: Generated}',
    'subject: {zh: 测速, en: Bench}',
    'period: FY2024',
    'prior: FY2023',
    'periods:',
    ...periods,
    'published: "2024-07-22"',
    'frameworks: []',
    'accents:',
    '  - {id: tide.one, label: {zh: 运行, en: Running}, sdgs: [6]}',
    'front: [cover, contents]',
    `body: [${body}]`,
    'back: [glossary, sources]',
    '',
  ].join('\n');
}

function termFile(): string {
  const terms = Array.from(
    { length: TERMS },
    (_, i) =>
      `  - {id: term.t${i}, zh: 计量${NUMERALS[i % 10]}${NUMERALS[Math.floor(i / 10)]}, en: gauge ${LETTERS[i]}, avoid: {zh: [测量${NUMERALS[i % 10]}], en: [meter ${LETTERS[i]}]}}\n`,
  );
  return `schema: termbase/1\nterms:\n${terms.join('')}`;
}

const NUMERALS = '甲乙丙丁戊己庚辛壬癸';
const LETTERS = Array.from({ length: TERMS }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${i < 26 ? 'a' : 'b'}`);

/** Every fifth metric is the total of the four before it. All grow by a tenth of what they began with. */
function metricText(index: number): string {
  const isTotal = index % 5 === 4;
  const value = (i: number, year: number): number => 1000 + (i % 5) * 100 + year * 50;
  const amount = (year: number): number =>
    isTotal ? [4, 3, 2, 1].reduce((sum, back) => sum + value(index - back, year), 0) : value(index, year);
  const values = PERIODS.map((period, year) => {
    const [now, before] = [amount(year), amount(year - 1)];
    const change = ((now / before - 1) * 100).toFixed(1);
    const stated = year === 0 ? '' : `, stated_change: {from: ${PERIODS[year - 1]}, value: "${change}", in: percent}`;
    return `      - {period: ${period}, value: "${now}", in: MWh, status: reported, source: [log]${stated}}\n`;
  });
  const parts = [4, 3, 2, 1].map((back) => `m.n${index - back}`).join(', ');
  return [
    `  - id: m.n${index}\n`,
    `    label: {zh: 第${numeral(index)}处用电, en: Power used at site ${letters(index)}}\n`,
    '    nature: flow\n    polarity: lower_is_better\n    unit: kWh\n',
    '    display: {zh: {unit: 万千瓦时, dp: 1}, en: {unit: MWh, dp: 0}}\n',
    `    scope: {key: site-${Math.floor(index / 5)}, zh: 厂区, en: the site}\n    additive: true\n    values:\n`,
    ...values,
    ...(isTotal ? [`    parts: {complete: true, items: [${parts}]}\n`] : []),
  ].join('');
}

function sectionText(index: number, metricsEach: number): string {
  const first = Math.floor(index * metricsEach);
  const ids = Array.from({ length: Math.max(1, Math.floor(metricsEach)) }, (_, i) => `m.n${first + i}`);
  const term = index % TERMS;
  const lines = (lang: 'zh' | 'en'): string =>
    ids
      .map((id) =>
        lang === 'zh'
          ? `{{period:FY2024}}用电{{m:${id}@FY2024}}，同比增长{{yoy:${id}@FY2024|pct}}，此前为{{m:${id}@FY2023}}、{{m:${id}@FY2022}}与{{m:${id}@FY2021}}。`
          : `In {{period:FY2024}} the site used {{m:${id}@FY2024}}, up {{yoy:${id}@FY2024|pct}}, after {{m:${id}@FY2023}}, {{m:${id}@FY2022}} and {{m:${id}@FY2021}}.`,
      )
      .join(lang === 'zh' ? '' : ' ');
  return [
    `  - {id: s${index}.h, type: heading, level: 2, zh: 各处用电, en: Power by site}\n`,
    `  - id: s${index}.a\n    type: paragraph\n`,
    `    zh: 本节由计量${NUMERALS[term % 10]}${NUMERALS[Math.floor(term / 10)]}读得，按月核对，逐项列出，便于与上一年比较。\n`,
    `    en: The figures of this section were read from gauge ${LETTERS[term]}, checked each month and listed one by one, so that they can be compared with the year before.\n`,
    `  - id: s${index}.b\n    type: paragraph\n    zh: "${lines('zh')}"\n    en: "${lines('en')}"\n`,
  ].join('');
}

/** Names without digits, so that no two are alike. */
function numeral(index: number): string {
  return [...String(index)].map((digit) => NUMERALS[Number(digit)]).join('');
}

function letters(index: number): string {
  return [...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
}
