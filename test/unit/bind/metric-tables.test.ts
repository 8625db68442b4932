import { describe, expect, it } from 'vitest';
import { type MetricTableView, metricTableView } from '../../../src/bind/view/metric-table-view.ts';
import { createNoteList } from '../../../src/bind/view/note-list.ts';
import { createViewContext } from '../../../src/bind/view/view-context.ts';
import type { BlockOf } from '../../../src/content/types.ts';
import type { Edition } from '../../../src/core/index.ts';
import { baseText, bound, chapter, EVERY_STATUS, elementsOf, readBook, springs } from './bound.ts';

const CALENDAR =
  '  - {id: CY2021, kind: calendar, start: "2021-01-01", end: "2021-12-31", label: {zh: 2021年, en: "2021"}, long: {zh: 2021自然年, en: calendar 2021}}\n';

/** A value of each status, and periods of two kinds. */
const SPRINGS = {
  'content/report.yaml': (await baseText('content/report.yaml')).replace('periods:\n', `periods:\n${CALENDAR}`),
  ...springs({
    ...EVERY_STATUS,
    old: [...EVERY_STATUS.plain, '      - {period: CY2021, value: "17000", in: m3, status: reported, source: [log]}\n'],
  }),
};

/** The table of one group, as its partial sees it. */
async function tableOf(
  rows: string,
  edition: Edition = 'en',
  more: { readonly narrow?: boolean; readonly periods?: string } = {},
): Promise<MetricTableView> {
  const block = `  - {id: ch.water.t, type: metric_table, title: {zh: 表, en: Table}, groups: [{title: {zh: 泉, en: Springs}, rows: [${rows}]}], periods: [${more.periods ?? 'FY2023, FY2024'}], change: true}\n`;
  const { report, book } = await readBook({ ...chapter(block), ...SPRINGS });
  const context = createViewContext({ report, book, edition, goals: [] }, () => undefined);
  const found = report.blocks.get('ch.water.t') as BlockOf<'metric_table'>;
  return metricTableView(context, found, more.narrow ?? false, createNoteList(context, 'ch.water'));
}

const rowOf = (table: MetricTableView, index = 0) => {
  const row = table.groups[0]?.rows[index];
  if (row === undefined) throw new Error('the table has no such row');
  return row;
};

describe('the columns of a metric table', () => {
  it('mark the reporting period, and one on another basis with its name', async () => {
    const table = await tableOf('spring.old', 'en', { periods: 'CY2021, FY2023, FY2024' });
    expect(table.periods.map((one) => [one.headClass, one.basis?.plain ?? ''])).toEqual([
      ['other-basis', '(calendar)'],
      ['', ''],
      ['current', ''],
    ]);
    expect(rowOf(table).cells.map((cell) => cell.cellClass)).toEqual(['other-basis', '', 'current']);
  });

  it('take the last period for the current one where the reporting period is not shown', async () => {
    const table = await tableOf('spring.plain', 'en', { periods: 'FY2023' });
    expect(table.periods.map((one) => one.headClass)).toEqual(['current']);
  });

  it('are one fewer in a narrow table, whose units stand under the names', async () => {
    expect((await tableOf('spring.plain')).columnCount).toBe('6');
    const narrow = await tableOf('spring.plain', 'en', { narrow: true });
    expect([narrow.columnCount, narrow.tableClass]).toEqual(['5', 'table-narrow']);
  });

  it('are as many in every row as the heads, whether narrow or wide', async () => {
    const table = (id: string): string =>
      `  - {id: ${id}, type: metric_table, title: {zh: 表, en: Table}, groups: [{title: {zh: 泉, en: Springs}, rows: [spring.plain]}], periods: [FY2023, FY2024]}\n`;
    for (const edition of ['en', 'bilingual'] as const) {
      const made = await bound({ ...chapter(table('ch.water.t')), ...SPRINGS }, edition);
      const widths = made.all('table.metric-table').flatMap((one) =>
        elementsOf(one)
          .filter((row) => row.tag === 'tr' || row.tag === 'colgroup')
          .map((row) =>
            row.children.reduce(
              (sum, cell) => sum + (cell.kind === 'element' ? Number(cell.attributes['colspan'] ?? 1) : 0),
              0,
            ),
          )
          .filter((width, _, all) => width !== all[0]),
      );
      expect(widths).toEqual([]);
    }
  });
});

describe('the cells of a metric table', () => {
  it('part marks from figures, and print a dash for what is not disclosed', async () => {
    const cell = async (name: string) => rowOf(await tableOf(`spring.${name}`)).cells[1]?.all[0];
    expect(await cell('derived')).toMatchObject({ mark: '◇', figure: '21,300' });
    expect(await cell('estimate')).toMatchObject({ mark: '≈', figure: '21,300' });
    expect(await cell('untold')).toMatchObject({ mark: '', figure: '–' });
    expect((await tableOf('spring.untold')).hasUndisclosed).toBe(true);
    expect((await tableOf('spring.plain')).hasUndisclosed).toBe(false);
  });

  it('print a figure once that is the same in both languages', async () => {
    expect(rowOf(await tableOf('energy.used', 'bilingual')).cells[1]?.all.map((one) => one.figure)).toEqual([
      '398.0',
      '3,980',
    ]);
    const same = { 'content/metrics/energy.yaml': await energyInMegawattHours() };
    const { report, book } = await readBook({ ...same, ...chapter('') });
    const context = createViewContext({ report, book, edition: 'bilingual', goals: [] }, () => undefined);
    const block = report.blocks.get('data.table') as BlockOf<'metric_table'>;
    const table = metricTableView(context, block, false, createNoteList(context, 'data'));
    expect(table.groups[1]?.rows[0]?.cells.map((one) => one.all.map((line) => line.figure))).toEqual([
      ['4,120'],
      ['3,980'],
    ]);
  });

  it('strike the old value of a restatement and mark its reason', async () => {
    const cells = rowOf(await tableOf('spring.restated', 'bilingual')).cells;
    expect(cells.map((one) => [one.restated, one.all.map((line) => line.old)])).toEqual([
      ['R1', ['1.90', '19,000']],
      ['', ['', '']],
    ]);
  });

  it('mark a disputed cell and tag its row', async () => {
    const row = rowOf(await tableOf('spring.disputed'));
    expect([row.cells[1]?.cellClass, row.rowClass, row.tag?.kind]).toEqual([
      'current disputed-cell',
      'disputed',
      'disputed',
    ]);
    expect(rowOf(await tableOf('spring.sample')).tag?.kind).toBe('sample');
  });
});

describe('the rows of a metric table', () => {
  it('are indented as the content says, and name their unit', async () => {
    const table = await tableOf('spring.plain, {metric: spring.derived, indent: 1}', 'bilingual');
    expect([rowOf(table).indent, rowOf(table, 1).indent]).toEqual(['0', '1']);
    expect(rowOf(table).unit.all.map((one) => one.plain)).toEqual(['万立方米', 'm3']);
  });

  it('say the change with its direction and whether it is better, disputed ones neither', async () => {
    expect(rowOf(await tableOf('spring.plain')).change).toMatchObject({ class: 'better', icon: 'up-better' });
    expect(rowOf(await tableOf('water.drawn')).change).toMatchObject({ class: 'better', icon: 'down-better' });
    expect(rowOf(await tableOf('spring.disputed')).change).toMatchObject({ class: 'disputed', icon: '' });
    const none = rowOf(await tableOf('spring.untold')).change;
    expect([none.class, none.icon, none.all.map((one) => one.plain)]).toEqual(['none', '', ['–']]);
  });

  it('carry one letter for all their notes', async () => {
    expect(rowOf(await tableOf('spring.derived')).notes).toEqual([{ id: 'ch.water.letter.a', letter: 'a' }]);
    expect(rowOf(await tableOf('spring.plain')).notes).toEqual([]);
  });
});

async function energyInMegawattHours(): Promise<string> {
  const energy = await baseText('content/metrics/energy.yaml');
  return energy.replace('zh: {unit: 万千瓦时, dp: 1}', 'zh: {unit: MWh, dp: 0}');
}
