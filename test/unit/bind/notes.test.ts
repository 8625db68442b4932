import { describe, expect, it } from 'vitest';
import { createNoteList, noteLetter } from '../../../src/bind/view/note-list.ts';
import { createViewContext } from '../../../src/bind/view/view-context.ts';
import { baseText, bound, chapter, EVERY_STATUS, elementsOf, paragraph, readBook, springs, words } from './bound.ts';

const note = (id: string, text: string): string =>
  `  - {id: ${id}, type: note, zh: ${JSON.stringify(text)}, en: Words of the note}\n`;

describe('footnotes', () => {
  it('are numbered by their first mark, not by where they are written', async () => {
    const blocks = [
      note('ch.water.late', '后'),
      note('ch.water.early', '先'),
      paragraph('ch.water.a', '一{{note:ch.water.early}}', 'One{{note:ch.water.early}}'),
      paragraph('ch.water.b', '二{{note:ch.water.late}}', 'Two{{note:ch.water.late}}'),
    ].join('');
    const made = await bound(chapter(blocks));
    expect(made.all('noteref').map((one) => [one.attributes['note'], words(one)])).toEqual([
      ['ch.water.early', '1'],
      ['ch.water.late', '2'],
    ]);
    expect(made.all('note').map((one) => [one.attributes['label'], words(one)])).toEqual([
      ['1', '先'],
      ['2', '后'],
    ]);
  });

  it('that a note cites come right after it', async () => {
    const blocks = [
      note('ch.water.inner', '内'),
      `  - {id: ch.water.outer, type: note, zh: "外{{note:ch.water.inner}}", en: "Outer{{note:ch.water.inner}}"}\n`,
      note('ch.water.last', '末'),
      paragraph(
        'ch.water.a',
        '一{{note:ch.water.outer}}，二{{note:ch.water.last}}',
        'One{{note:ch.water.outer}}, two{{note:ch.water.last}}',
      ),
    ].join('');
    const made = await bound(chapter(blocks));
    expect(made.all('note').map((one) => `${one.attributes['label']} ${one.attributes['id']}`)).toEqual([
      '1 ch.water.outer',
      '2 ch.water.inner',
      '3 ch.water.last',
    ]);
  });

  it('are numbered anew in each chapter and part', async () => {
    const files = chapter(
      note('ch.water.n', '注') + paragraph('ch.water.a', '一{{note:ch.water.n}}', 'One{{note:ch.water.n}}'),
    );
    const report = await baseText('content/report.yaml');
    const data = report.replace(
      'data:\n',
      `data:
  lede: {zh: 表中数字, en: Figures}
`,
    );
    const about = data.replace(
      '    - id: about.period',
      '    - {id: about.n, type: note, zh: 界, en: Boundary}\n    - {id: about.b, type: paragraph, zh: "界{{note:about.n}}", en: "Boundary{{note:about.n}}"}\n    - id: about.period',
    );
    const made = await bound({ ...files, 'content/report.yaml': about });
    expect(made.all('note').map((one) => `${one.attributes['label']} ${one.attributes['id']}`)).toEqual([
      '1 about.n',
      '1 ch.water.n',
    ]);
  });

  it('marked in a list, a callout, a caption and a table are found there', async () => {
    const blocks = `${note('ch.water.n1', '一')}${note('ch.water.n2', '二')}${note('ch.water.n3', '三')}${note('ch.water.n4', '四')}
  - {id: ch.water.list, type: list, items: [{zh: "项{{note:ch.water.n1}}", en: "Item{{note:ch.water.n1}}"}]}
  - {id: ch.water.call, type: callout, kind: note, title: {zh: "题{{note:ch.water.n2}}", en: "Title{{note:ch.water.n2}}"}, zh: 文, en: Text}
  - {id: ch.water.pier, type: figure, asset: asset.pier, caption: {zh: "码头{{note:ch.water.n3}}", en: "Pier{{note:ch.water.n3}}"}}
  - {id: ch.water.table, type: table, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}], rows: [[{zh: "格{{note:ch.water.n4}}", en: "Cell{{note:ch.water.n4}}"}]]}
`;
    const made = await bound(chapter(blocks));
    expect(made.all('noteref').map(words)).toEqual(['1', '2', '3', '4']);
    expect(made.all('note').map((one) => one.attributes['label'])).toEqual(['1', '2', '3', '4']);
  });
});

describe('lettered notes', () => {
  it('go from a to z, then aa', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(noteLetter)).toEqual([
      'a',
      'b',
      'z',
      'aa',
      'ab',
      'az',
      'ba',
      'zz',
      'aaa',
    ]);
  });

  it('with the same words share a letter; other words in one language make another', async () => {
    const { report, book } = await readBook({});
    const context = createViewContext({ report, book, edition: 'bilingual', goals: [] }, () => undefined);
    const list = createNoteList(context, 'data');
    const add = (zh: string, en: string): string => list.add((lang) => (lang === 'zh' ? zh : en), report.origin).id;
    expect([add('甲', 'A'), add('乙', 'B'), add('甲', 'A'), add('甲', 'A.')]).toEqual([
      'data.letter.a',
      'data.letter.b',
      'data.letter.a',
      'data.letter.c',
    ]);
    expect(list.notes.map((one) => one.label)).toEqual(['a', 'b', 'c']);
  });

  it('run through all tables and tiles of a chapter, so that no page has two of one letter', async () => {
    const made = await bound(
      {
        ...chapter(
          TABLE('ch.water.t1', 'spring.derived') + TABLE('ch.water.t2', 'spring.disputed') + TILE('spring.derived'),
        ),
        ...springs(EVERY_STATUS),
      },
      'en',
    );
    const letters = (id: string): readonly string[] =>
      elementsOf(made.at(id))
        .filter((one) => one.tag === 'noteref')
        .map(words);
    expect([letters('ch.water.t1'), letters('ch.water.t2'), letters('ch.water.tile')]).toEqual([['a'], ['b'], ['a']]);
    expect(made.all('note').map((one) => words(one))).toEqual([
      'FY2024: ◇ derived: 21,300 = 20000 + 1300.',
      'FY2024: Disputed value, shown as printed and unchanged. Two meters disagree. Other values: 22,000\u00a0m3 (S1).',
    ]);
  });
});

describe('restatement marks', () => {
  it('are shared by the same reason, and counted through a chapter', async () => {
    const restated = (reason: string): readonly [string, string] => [
      'value: "21300", in: m3, status: reported',
      `    restatements: [{period: FY2023, old: "19000", in: m3, reason: {zh: ${reason}, en: ${reason}}, source: [log]}]\n`,
    ];
    const files = springs({ one: restated('Meter'), two: restated('Scope'), three: restated('Meter') });
    const table = `  - {id: ch.water.t, type: metric_table, title: {zh: 表, en: Table}, groups: [{title: {zh: 泉, en: Springs}, rows: [spring.one, spring.two, spring.three]}], periods: [FY2023, FY2024]}\n`;
    const made = await bound({ ...chapter(table), ...files }, 'en');
    const within = elementsOf(made.at('ch.water.t'));
    expect(within.filter((one) => one.tag === 'sup').map(words)).toEqual(['R1', 'R2', 'R1']);
    expect(within.filter((one) => one.tag === 's').map(words)).toEqual(['19,000', '19,000', '19,000']);
    expect(made.all('note').map(words)).toEqual([
      'FY2023: R1 restated, the old value struck: Meter.',
      'FY2023: R2 restated, the old value struck: Scope.',
    ]);
  });

  it('have no place on a tile: its note names the old value', async () => {
    const tile = TILE('spring.restated').replace('show:', 'period: FY2023, show:');
    const made = await bound({ ...chapter(tile), ...springs(EVERY_STATUS) }, 'bilingual');
    expect(made.all('p.note-text').map(words)).toEqual([
      '2023财年：重述，旧值1.90：换了表。',
      'FY2023: Restated, formerly 19,000: The meter was changed.',
    ]);
  });
});

const TABLE = (id: string, metric: string): string =>
  `  - {id: ${id}, type: metric_table, title: {zh: 表, en: Table}, groups: [{title: {zh: 泉, en: Springs}, rows: [${metric}]}], periods: [FY2023, FY2024], change: true}\n`;
const TILE = (metric: string): string =>
  `  - {id: ch.water.tile, type: kpi, metric: ${metric}, show: [value, change]}\n`;
