import { describe, expect, it } from 'vitest';
import {
  type Bound,
  baseText,
  bound,
  chapter,
  EVERY_STATUS,
  elementsOf,
  paragraph,
  shown,
  springs,
  words,
} from './bound.ts';

const INDEX = (entries: string): Readonly<Record<string, string>> => ({
  'content/frameworks/mini.yaml': `schema: framework/1
framework: Mini Standard
standards:
  - standard: Mini
    title: {zh: 样例标准, en: Sample standard}
    disclosures:
      - {id: mini.1, code: "1", zh: 报告期, en: Period}
      - {id: mini.2, code: "2", zh: 取水, en: Water drawn}
      - {id: mini.3, code: "3", zh: 排水, en: Water let out}
`,
  'content/index/mini.yaml': `schema: index/1\nframework: mini\nentries:\n${entries}`,
});

const OMISSION = 'omission: {reason: unavailable, text: {zh: 尚无水表, en: There is no meter yet}}';
const ENTRIES = `  - {disclosure: mini.1, where: [about.period, ch.water.drawn], assured: true}
  - {disclosure: mini.2, where: [ch.water.drawn], metrics: [water.drawn], ${OMISSION}}
  - {disclosure: mini.3, ${OMISSION}}
`;

const rowsOf = (made: Bound): readonly string[] =>
  made.all('tr.index-row').map((row) => row.children.map((cell) => words(cell).trim()).join(' | '));

describe('an index', () => {
  it('marks what is disclosed, disclosed in part or left out, in words too', async () => {
    const made = await bound(INDEX(ENTRIES), 'en');
    const icons = made.all('tr.index-row').map((row) =>
      elementsOf(row)
        .filter((one) => one.tag === 'icon')
        .map((one) => `${one.attributes['name']} ${one.attributes['alt']}`),
    );
    expect(icons).toEqual([
      ['disclosed disclosed', 'assured assured'],
      ['partial in part'],
      ['omitted omitted, with reason'],
    ]);
    expect(rowsOf(made)).toEqual(['1 | Period |  | ', '2 | Water drawn | a | ', '3 | Water let out | a | ']);
    expect(made.at('index.mini.letter.a').children.map(words)).toEqual([
      'Information unavailable: There is no meter yet',
    ]);
  });

  it('lists the page of each place, and of the second only when it is another one', async () => {
    const made = await bound(INDEX(ENTRIES), 'en');
    const [first] = made.all('tr.index-row');
    expect(
      elementsOf(first ?? made.root)
        .filter((one) => one.tag === 'page-of')
        .map(shown),
    ).toEqual([
      '<page-of to="about.period"></page-of>',
      '<page-of to="ch.water.drawn" after="about.period"></page-of>',
    ]);
  });

  it('explains the mark of assurance only where something is assured', async () => {
    const key = async (entries: string): Promise<string> =>
      words((await bound(INDEX(entries), 'en')).one('p.index-key'));
    expect(await key(ENTRIES)).toContain('assured');
    expect(await key(ENTRIES.replace(', assured: true', ''))).not.toContain('assured');
  });

  it('inside a part leaves its notes with the part', async () => {
    const block = '    - {id: data.index, type: index, framework: mini}\n';
    const report = (await baseText('content/report.yaml'))
      .replace('      change: true\n', `      change: true\n${block}`)
      .replace('index.mini, ', '');
    const made = await bound({ ...INDEX(ENTRIES), 'content/report.yaml': report }, 'en');
    expect(
      made
        .all('section.part-data')
        .flatMap((one) => elementsOf(one))
        .filter((one) => one.tag === 'note')
        .map((one) => one.attributes['id']),
    ).toEqual(['data.letter.a']);
    expect(words(made.one('div.index-part'))).toContain('Mini Standard');
  });
});

describe('the contents', () => {
  it('lead to every chapter, part, index and list in order, and not to themselves', async () => {
    const made = await bound({}, 'en');
    const list = elementsOf(made.one('div.contents-list'));
    const places = list.filter((one) => one.tag === 'page-of').map((one) => one.attributes['to']);
    expect(places).toEqual(['about', 'ch.water', 'data', 'index.mini', 'glossary', 'sources']);
    for (const place of places) expect(made.at(place ?? '').tag).toBe('section');
  });

  it('print the first sentence of a chapter’s lede, whatever stops inside it', async () => {
    const lede = async (edition: 'zh-Hans' | 'en'): Promise<string> =>
      words((await bound(chapter(''), edition)).one('p.contents-chapter-lede'));
    expect(await lede('zh-Hans')).toBe('少取一瓢，多用一回');
    expect(await lede('en')).toBe('Draw less, e.g. a ladle, and use it twice');
  });

  it('set a chapter without an accent as a plain line', async () => {
    const plain = chapter('');
    const files = Object.fromEntries(
      Object.entries(plain).map(([path, text]) => [path, String(text).replace('accent: tide.water\n', '')]),
    );
    const made = await bound(files, 'en');
    expect(made.all('row.contents-chapter')).toEqual([]);
    expect(made.all('p.contents-line-title').map(words)).toContain('Clear water');
  });
});

describe('the page about the report', () => {
  const status = (made: Bound): readonly string[] =>
    made.all('row.status-entry').map((row) => words(row).replace(/\s+/gu, ' ').trim());

  it('explains all statuses, with an example of each that the report has', async () => {
    const made = await bound({ ...chapter(''), ...springs(EVERY_STATUS) }, 'en');
    const shownStatuses = status(made);
    expect(shownStatuses).toHaveLength(6);
    expect(shownStatuses[1]).toMatch(/^◇\s?21,300\s*Derived /u);
    expect(shownStatuses[2]).toMatch(/^21,300 Disputed\s*Disputed /u);
    expect(shownStatuses[3]).toMatch(/^19,000 20,000R1\s*Restated /u);
    expect(shownStatuses[5]).toMatch(/^–\s*Not disclosed /u);
  });

  it('gives no example of a status that no value has', async () => {
    expect(status(await bound({}, 'en'))[2]).toMatch(/^Disputed\s*Disputed /u);
  });

  it('shows how to read a tile where the report has a dashboard, and leaves it out elsewhere', async () => {
    expect((await bound({}, 'en')).all('div.anatomy')).toEqual([]);
    const tiles = `highlights:
  title: {zh: 要点, en: Highlights}
  blocks:
    - {id: highlights.grid, type: kpi_grid, tiles: [{metric: water.drawn, show: [value, change, trend]}, {metric: spring.disputed, show: [value, trend]}]}
`;
    const report = `${(await baseText('content/report.yaml')).replace('about]', 'about, highlights]')}${tiles}`;
    const made = await bound({ 'content/report.yaml': report, ...chapter(''), ...springs(EVERY_STATUS) }, 'en');
    const anatomy = made.one('div.anatomy');
    const names = elementsOf(anatomy).filter((one) => one.classes.includes('anatomy-name'));
    expect(names.map(words)).toEqual([
      'Label',
      'Value and unit',
      'Direction and meaning',
      'Earlier years',
      'Status tag',
      'Note letter',
      'Hatched outline',
      'Scope and source',
    ]);
    // The disputed tile was chosen: it shows every mark. Its note stands on that page too.
    expect(words(anatomy)).toContain('Spring disputed');
    expect(made.at('about.anatomy.letter.a').tag).toBe('note');
  });

  it('explains no tag and no letter on a tile that has none', async () => {
    const tiles = `highlights:
  title: {zh: 要点, en: Highlights}
  blocks:
    - {id: highlights.grid, type: kpi_grid, tiles: [{metric: water.drawn, show: [value, change, trend]}]}
`;
    const report = `${(await baseText('content/report.yaml')).replace('about]', 'about, highlights]')}${tiles}`;
    const made = await bound({ 'content/report.yaml': report }, 'en');
    const names = elementsOf(made.one('div.anatomy')).filter((one) => one.classes.includes('anatomy-name'));
    expect(names.map(words).slice(4)).toEqual(['Scope and source']);
  });
});

describe('the blocks of a chapter', () => {
  const chart = (id: string, size: string): string =>
    `  - {id: ${id}, type: chart, chart: bar, title: {zh: 图, en: Chart}, measure: {zh: 量, en: Measure}, series: [{metric: water.drawn}], periods: [FY2023, FY2024], alt: {zh: 柱, en: Bars}, size: ${size}}\n`;

  it('number their sections after the chapter', async () => {
    const headings = ['a', 'b'].map(
      (id) => `  - {id: ch.water.${id}, type: heading, level: 2, zh: 节${id}, en: Section ${id}}\n`,
    );
    const made = await bound(chapter(headings.join(paragraph('ch.water.p', '文', 'Text'))), 'en');
    expect(
      made
        .all('p.kicker')
        .map(words)
        .filter((text) => text.includes('.')),
    ).toEqual(['1.1Clear water', '1.2Clear water']);
  });

  it('set two half charts beside each other, in one language', async () => {
    const files = chapter(chart('ch.water.a', 'half') + chart('ch.water.b', 'half') + chart('ch.water.c', 'half'));
    const rows = (made: Bound): readonly (readonly string[])[] =>
      made.all('row.chart-row').map((row) =>
        elementsOf(row)
          .filter((one) => one.tag === 'chart')
          .map((one) => one.attributes['block'] ?? ''),
      );
    expect(rows(await bound(files, 'en'))).toEqual([['ch.water.a', 'ch.water.b']]);
    expect(rows(await bound(files, 'bilingual'))).toEqual([]);
  });

  it('do not pair half charts over a paragraph between them', async () => {
    const made = await bound(
      chapter(chart('ch.water.a', 'half') + paragraph('ch.water.p', '文', 'Text') + chart('ch.water.b', 'half')),
      'en',
    );
    expect(made.all('row.chart-row')).toEqual([]);
  });

  it('hold one item of each language side by side', async () => {
    const list =
      '  - {id: ch.water.l, type: list, ordered: true, items: [{zh: 一, en: One, items: [{zh: 二, en: Two}]}]}\n';
    const pair = (await bound(chapter(list), 'bilingual')).at('ch.water.l');
    expect(pair.children.map(shown)).toEqual(
      ['一', 'One'].map((outer, index) => {
        const inner = ['二', 'Two'][index];
        return `<ol.list><li><p.list-text>${outer}</p><ul.list><li><p.list-text>${inner}</p></li></ul></li></ol>`;
      }),
    );
  });

  it('print a title that is the same in both languages once', async () => {
    const terms = `schema: sources/1
sources:
  - {id: log, title: {zh: Log 7, en: Log 7}, kind: editorial, where: here, date: "2024-05-02"}
`;
    const made = await bound({ 'content/sources.yaml': terms }, 'bilingual');
    expect(words(made.at('source.log')).match(/Log 7/g)).toHaveLength(1);
  });
});

describe('a chapter with an opener', () => {
  it('is one section, of the opener’s page and the pages of text', async () => {
    const files = Object.entries(chapter('')).map(([path, text]) => [path, `${text}opener: true\n`] as const);
    const { root } = await bound(Object.fromEntries(files), 'en');
    const sections = root.children.filter((node) => node.kind === 'element');
    const named = sections.filter((one) => one.attributes['title'] === 'Clear water');
    const pages = (named[0]?.children ?? []).filter((node) => node.kind === 'element');
    expect(named).toHaveLength(1);
    expect(pages.map((page) => [page.tag, page.attributes['master']])).toEqual([
      ['section', 'opener'],
      ['section', 'text'],
    ]);
  });
});
