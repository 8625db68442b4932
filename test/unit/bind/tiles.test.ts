import { describe, expect, it } from 'vitest';
import { changeView } from '../../../src/bind/view/change-view.ts';
import { createNoteList, type NoteView } from '../../../src/bind/view/note-list.ts';
import { type TileView, tileView } from '../../../src/bind/view/tile-view.ts';
import { createViewContext } from '../../../src/bind/view/view-context.ts';
import type { TileShow } from '../../../src/content/types.ts';
import type { Edition } from '../../../src/core/index.ts';
import { type Bound, bound, chapter, EVERY_STATUS, readBook, springs, words } from './bound.ts';

const FILES = springs(EVERY_STATUS);
const read = readBook(FILES);

interface Shown {
  readonly tile: TileView;
  readonly notes: readonly NoteView[];
}

/** A tile of a metric in one edition. */
async function tileOf(
  metric: string,
  show: readonly TileShow[],
  edition: Edition = 'en',
  period?: string,
): Promise<Shown> {
  const { report, book } = await read;
  const context = createViewContext({ report, book, edition, goals: [] }, () => undefined);
  const notes = createNoteList(context, 'part');
  const tile = { metric, period, show, caption: undefined, origin: report.origin };
  return { tile: tileView(context, tile, notes, false), notes: notes.notes };
}

const plain = (tile: TileView): readonly (string | undefined)[] => tile.change?.all.map((one) => one.plain) ?? [];

describe('the value of a tile', () => {
  it('is parted into mark, figure and unit', async () => {
    const { tile } = await tileOf('spring.derived', ['value']);
    expect([tile.mark, tile.figure, tile.unit]).toEqual(['◇', '21,300', 'm3']);
    expect((await tileOf('spring.estimate', ['value'])).tile.mark).toBe('≈');
    expect((await tileOf('spring.plain', ['value'], 'zh-Hans')).tile).toMatchObject({
      mark: '',
      figure: '2.13',
      unit: '万立方米',
    });
  });

  it('is a dash without a unit when it is not disclosed', async () => {
    const { tile } = await tileOf('spring.untold', ['value', 'change'], 'bilingual');
    expect(tile).toMatchObject({ figure: '–', unit: '', second: null, change: null, status: 'not_disclosed' });
  });

  it('stands in the second language’s scale too where both are set', async () => {
    const { tile } = await tileOf('spring.plain', ['value'], 'bilingual');
    expect(tile.second).toEqual({ lang: 'en', text: '21,300\u00a0m3' });
    expect((await tileOf('spring.plain', ['value'])).tile.second).toBeNull();
  });

  it('bears the tag of a disputed or sample value, and no other', async () => {
    const tag = async (name: string): Promise<string> =>
      (await tileOf(`spring.${name}`, ['value'])).tile.tag?.text.toString() ?? '';
    expect(await tag('disputed')).toBe('<span lang="en">Disputed</span>');
    expect(await tag('sample')).toBe('<span lang="en">Sample</span>');
    expect(await tag('derived')).toBe('');
  });
});

describe('the change of a tile', () => {
  it('says direction and judgement in words beside the triangle', async () => {
    const { tile } = await tileOf('spring.plain', ['value', 'change']);
    expect([tile.change?.icon, tile.change?.class, plain(tile)]).toEqual(['up', 'better', ['up 6.5% · better']]);
    const water = await tileOf('water.drawn', ['change']);
    expect([water.tile.change?.icon, water.tile.change?.class]).toEqual(['down', 'better']);
  });

  it('carries the judgement alone in the second language, whose figure stands there already', async () => {
    expect(plain((await tileOf('spring.plain', ['value', 'change'], 'bilingual')).tile)).toEqual([
      '同比增长6.5%改善',
      'better',
    ]);
  });

  it('is a difference with its unit where that is asked for', async () => {
    expect(plain((await tileOf('spring.plain', ['value', 'diff'])).tile)[0]).toMatch(/^up 1,300\u00a0m3 · better$/);
  });

  it('of a disputed value is to be verified, neither better nor worse', async () => {
    const { tile } = await tileOf('spring.disputed', ['value', 'change'], 'bilingual');
    expect([tile.change?.class, plain(tile)]).toEqual(['disputed', ['同比增长6.5%，待核', 'to be verified']]);
  });

  it('that a source states of a disputed value is printed in the unit it is stated in', async () => {
    const stated = async (value: string): Promise<string> => {
      const disputed = `${EVERY_STATUS.disputed[0]}, stated_change: {from: FY2023, ${value}}`;
      const { report, book } = await readBook(springs({ disputed: [disputed] }));
      const context = createViewContext({ report, book, edition: 'en', goals: [] }, () => undefined);
      return changeView(context, 'spring.disputed', 'FY2024', 'change')?.all[0]?.plain ?? '';
    };
    expect(await stated('value: "-15.4", in: percent')).toBe('stated as 15.4%, to be verified');
    expect(await stated('value: "1.5", in: percentage_points')).toBe(
      'stated as 1.5\u00a0percentage points, to be verified',
    );
    expect(await stated('value: "1300", in: m3')).toBe('stated as 1,300\u00a0m3, to be verified');
  });

  it('is left out where there is no year before', async () => {
    expect((await tileOf('spring.plain', ['value', 'change'], 'en', 'FY2023')).tile.change).toBeNull();
  });
});

describe('what stands under a tile', () => {
  it('names the target with its year, and nothing for a metric without one', async () => {
    expect((await tileOf('water.drawn', ['target'], 'bilingual')).tile.target?.all.map((one) => one.plain)).toEqual([
      '目标：2030财年达到14.62万立方米',
      'Target: 146,230\u00a0m3 by FY2030',
    ]);
    expect((await tileOf('spring.plain', ['target'])).tile.target).toBeNull();
  });

  it('names a target without a value by its words', async () => {
    const targets = `schema: targets/1
targets:
  - {id: t.water, metric: water.drawn, label: {zh: 少取水, en: Draw less water}, goal: {change: "-30.0", in: percent, by: FY2030}, source: [log], status: reported}
`;
    const { report, book } = await readBook({ 'content/targets.yaml': targets });
    const context = createViewContext({ report, book, edition: 'en', goals: [] }, () => undefined);
    const tile = {
      metric: 'water.drawn',
      period: undefined,
      show: ['target'],
      caption: undefined,
      origin: report.origin,
    } as const;
    expect(tileView(context, tile, createNoteList(context, 'part'), false).target?.plain).toBe(
      'Target: Draw less water (FY2030)',
    );
  });

  it('names scope, derived years and sources', async () => {
    expect((await tileOf('spring.derived', ['value'])).tile.foot.plain).toBe(
      'at the spring · ◇ FY2024 derived · source S1',
    );
    expect((await tileOf('spring.plain', ['value'], 'zh-Hans')).tile.foot.plain).toBe('泉口；来源S1');
  });

  it('says its mini chart in words', async () => {
    expect((await tileOf('spring.disputed', ['trend'])).tile.trend).toBe(
      'Spring disputed (m3): FY2023 20,000; FY2024 21,300 Disputed',
    );
    expect((await tileOf('spring.untold', ['trend'], 'zh-Hans')).tile.trend).toBe(
      '泉untold（万立方米）：2023财年 2.00；2024财年 未披露',
    );
    expect((await tileOf('spring.plain', ['value'])).tile.trend).toBe('');
  });

  it('leaves a note for a derived, disputed or restated value alone', async () => {
    const lettered = async (name: string, period?: string): Promise<string> =>
      (await tileOf(`spring.${name}`, ['value'], 'en', period)).tile.letter;
    expect([await lettered('derived'), await lettered('disputed'), await lettered('restated', 'FY2023')]).toEqual([
      'a',
      'a',
      'a',
    ]);
    expect([await lettered('plain'), await lettered('sample'), await lettered('restated')]).toEqual(['', '', '']);
  });
});

describe('a grid of tiles', () => {
  const grid = `  - {id: ch.water.grid, type: kpi_grid, tiles: [${['plain', 'derived', 'sample', 'untold'].map((name) => `{metric: spring.${name}, show: [value]}`).join(', ')}]}\n`;
  const labels = (made: Bound): readonly (readonly string[])[] =>
    made
      .all('row.kpi-row')
      .map((row) => row.children.map((cell) => words(cell).replace(/^.*?(Spring [a-z]+).*$/su, '$1')));

  it('has three to a row', async () => {
    const made = await bound({ ...chapter(grid), ...FILES }, 'en');
    expect(labels(made)).toEqual([['Spring plain', 'Spring derived', 'Spring sample'], ['Spring untold']]);
  });
});
