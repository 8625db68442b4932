import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type Lang, langsOf } from '../../../src/core/index.ts';
import type { PageFacts, TagFacts } from '../../../src/inspect/index.ts';
import { builtFile } from '../../support/built-editions.ts';
import { type FerryEdition, ferryEdition, formOf, said, tagsOf, textOf } from '../../support/ferry-edition.ts';
import { pageContents } from '../../support/read-pdf.ts';

/** A row in one language; a cell's note is not part of its text. */
interface Row {
  readonly page: PageFacts;
  readonly cells: readonly string[];
  readonly tag: TagFacts;
  readonly columns: readonly string[];
}

const PERIODS = { first: 2, second: 3, third: 4, change: 5 } as const;

const ALL = EDITIONS.flatMap((name) => langsOf(name).map((lang) => [name, lang] as const));

describe.each(ALL)('tables of the %s edition in %s', (name, lang) => {
  let edition: FerryEdition;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  beforeAll(async () => {
    edition = await ferryEdition(name);
  });

  /** The row of a table in the data part. */
  const row = (zh: string, en: string): Row => rowOf(edition, ['data', 'data.index-hkex'], lang, say(zh, en));
  const at = (found: Row, column: keyof typeof PERIODS): string => found.cells[PERIODS[column]] ?? '';
  const values = (found: Row): readonly string[] => found.cells.slice(PERIODS.first, PERIODS.change);

  it('48 electricity is in its own unit, and the total in its', () => {
    expect(row('外购电力', 'Bought electricity').cells[1]).toBe(say('万千瓦时', 'GWh'));
    expect(values(row('外购电力', 'Bought electricity'))).toEqual(
      lang === 'zh' ? ['1,092', '1,204', '1,385'] : ['10.92', '12.04', '13.85'],
    );
    expect(row('能源消耗总量', 'Total energy use').cells[1]).toBe('TJ');
    expect(values(row('能源消耗总量', 'Total energy use'))).toEqual(['507.6', '499.2', '477.5']);
  });

  it.each([
    ['外购电力间接排放', 'Indirect emissions from bought electricity', '0.531', '5.31', '0.508', '5.08'],
    ['温室气体总排放', 'Total greenhouse gas emissions', '3.926', '39.26', '3.903', '39.03'],
  ])(
    '48 %s shows the old value struck, the mark of a restatement and its reason',
    async (zh, en, oldZh, oldEn, newZh, newEn) => {
      const found = row(zh, en);
      const old = say(oldZh, oldEn);
      expect(at(found, 'second').replaceAll(' ', '')).toBe(`${old}${say(newZh, newEn)}R1`);
      const struck = strokesOf(await builtFile('ferry', `report.${name}.pdf`), found.page.index);
      const items = found.page.items.filter((item) => item.text.startsWith(`${old} `) || item.text === old);
      expect(items.length).toBeGreaterThan(0);
      for (const { text, x, y, width, size } of items) {
        const through = struck.filter((line) => line.y > y && line.y < y + size * 0.6 && Math.abs(line.left - x) < 1);
        const end = x + (width * old.length) / text.length;
        expect(through.some((line) => Math.abs(line.right - end) < size / 2)).toBe(true);
      }
      const reason = say(
        '2022年：R1重述，旧值划线：供电商公布了该年最终排放因子，低于原先采用的初值。',
        '2022: R1 restated, the old value struck: The supplier published the final grid factor for the year, below the first one we used.',
      );
      expect(edition.reading('data.environment')[lang]).toMatch(said(reason, lang));
      expect(noteMark(found)).toMatch(/^[a-z]$/);
    },
  );

  it('49 what is not disclosed is a dash with a key, and its later change is computed', () => {
    const solar = row('码头太阳能发电', 'Solar power made at the piers');
    const upstream = row('燃油上游排放', 'Upstream emissions of fuel');
    expect([at(solar, 'first'), at(upstream, 'first')]).toEqual(['–', '–']);
    expect(at(solar, 'change')).toBe('+87.2%');
    expect(at(upstream, 'change').replaceAll(' ', '')).toBe('≈−6.8%');
    const key = say('“–”为未披露，不等于零；', '– means not disclosed, which is not zero;');
    expect(edition.reading('data.environment')[lang]).toMatch(said(key, lang));
  });

  it('50 estimates carry their mark', () => {
    const [, second, third] = values(row('燃油上游排放', 'Upstream emissions of fuel'));
    expect([second, third].map((text) => text?.replaceAll(' ', ''))).toEqual(
      lang === 'zh' ? ['≈0.74', '≈0.69'] : ['≈7.4', '≈6.9'],
    );
  });

  it('51 intensity is derived in all three years, and the note says how', () => {
    const found = row('每百万港元收入的排放', 'Emissions per million Hong Kong dollars of revenue');
    expect(values(found).map((text) => text.replaceAll(' ', ''))).toEqual(['◇34.9', '◇30.9', '◇25.1']);
    const how = say('2023年：◇推算：25.1＝37290 ÷ 1485.2。', '2023: ◇derived: 25.1 = 37290 ÷ 1485.2.');
    expect(edition.reading('data.environment')[lang]).toMatch(said(how, lang));
    expect(noteMark(found)).toMatch(/^[a-z]$/);
  });

  it('52 shares change in points', () => {
    const change = (zh: string, en: string): string => at(row(zh, en), 'change').replace(/\s/g, '');
    const unit = say('个百分点', 'pp');
    expect(change('岸电使用率', 'Share of shore power')).toBe(`+11.7${unit}`);
    expect(change('员工流失率', 'Staff turnover')).toBe(`−1.5${unit}`);
    expect(change('船上岗位女性占比', 'Women in posts afloat')).toBe(`+1.9${unit}`);
  });

  it('53 the disputed value has a lettered note with the other value and its source', () => {
    const found = row('乘客人次', 'Passenger journeys');
    expect(textOf(found.tag.children[0] ?? found.tag)).toContain(say('争议', 'Disputed'));
    expect(at(found, 'third')).toBe(say('3,162', '31.62'));
    expect(noteMark(found)).toMatch(/^[a-z]$/);
    const alternative = say('另有数值：3,220万人次（S7）。', 'Other values: 32.20 million journeys (S7).');
    const pages = edition.facts.pages.slice(edition.pageOf('data'), edition.pageOf('data.index-hkex'));
    const notes = pages
      .flatMap((page) => tagsOf(page.tags, 'Note'))
      .filter((note) => textOf(note).includes(say('3,220', '32.20')));
    expect(edition.reading('data.social')[lang]).toMatch(said(alternative, lang));
    expect(notes).toHaveLength(1);
    expect(tagsOf(notes, 'Link').map((link) => textOf(link))).toContain('S7');
  });

  it('54 deaths are 0 three times, and no change is computed from 0', () => {
    const found = row('因工死亡', 'Work-related deaths');
    expect(values(found)).toEqual(['0', '0', '0']);
    expect(at(found, 'change')).toBe('–');
  });

  it('55 the money table has no change column, since a result changed sign', () => {
    const found = row('年度溢利', 'Profit for the year');
    const years = ['2021', '2022', '2023'].map((year) => say(`${year}年`, year));
    const heads = [say('指标', 'Indicator'), say('单位', 'Unit'), ...years, say('注', 'Note')];
    expect(found.columns).toHaveLength(heads.length);
    heads.forEach((head, i) => expect(found.columns[i]).toContain(head));
    expect(values(found)).toEqual(lang === 'zh' ? ['−0.407', '0.152', '0.504'] : ['−40.7', '15.2', '50.4']);
  });

  it('55 the other tables have one', () => {
    const heads = [row('员工总数', 'Headcount'), row('能源消耗总量', 'Total energy use')].map(({ columns }) => columns);
    for (const columns of heads) expect(columns[PERIODS.change]).toContain(say('同比', 'Change'));
  });

  it('56 blank cells stay empty', () => {
    const gate = (zh: string, en: string): Row => rowOf(edition, ['ch.safety', 'ch.crew'], lang, say(zh, en));
    expect(gate('开航前', 'Before sailing').cells).toEqual([
      say('开航前', 'Before sailing'),
      say('船长', 'Master'),
      say('每一航次', 'Every crossing'),
      '',
    ]);
    expect(gate('靠泊时', 'At berth').cells.at(-1)).toBe('');
    expect(gate('复盘', 'Review').cells.at(-1)).toBe('12');
  });
});

/** The row of a name in the tables from one block to the page before another. A table that runs on repeats its head. */
function rowOf(edition: FerryEdition, [from, to]: readonly [string, string], lang: Lang, title: string): Row {
  let columns: readonly string[] = [];
  for (const page of edition.facts.pages.slice(edition.pageOf(from), edition.pageOf(to))) {
    for (const table of tagsOf(page.tags, 'Table')) {
      const heads = tagsOf(tagsOf([table], 'THead'), 'TR').map((row) => cellsOf(row, lang));
      columns = heads.find((cells) => cells.some((cell) => cell !== '')) ?? columns;
      for (const tag of tagsOf(tagsOf([table], 'TBody'), 'TR')) {
        const cells = cellsOf(tag, lang);
        const [first = ''] = cells;
        if (cells.length > 1 && isNamed(first, title, lang)) return { page, cells, tag, columns };
      }
    }
  }
  throw new Error(`no row is called “${title}”`);
}

/** A name may be followed by a status tag. */
function isNamed(cell: string, title: string, lang: Lang): boolean {
  const [form, wanted] = [formOf(cell, lang), formOf(title, lang)];
  return (
    form === wanted ||
    /^\s?(?:争议|示例|Disputed|Sample)/u.test(form.startsWith(wanted) ? form.slice(wanted.length) : '?')
  );
}

function cellsOf(row: TagFacts, lang: Lang): readonly string[] {
  return row.children.map((cell) => {
    const { children, ...own } = cell;
    const content = children.filter((child) => child.type !== 'Note' && child.type !== 'Reference');
    const paragraphs = content.filter((child) => child.type === 'P');
    const mine = paragraphs.filter((child) => (child.lang === undefined) === (lang === 'zh'));
    if (paragraphs.length > 1) return mine.map((child) => textOf(child)).join(' ');
    return textOf({ ...own, children: content });
  });
}

function noteMark(row: Row): string {
  return tagsOf(tagsOf([row.tag], 'Reference'), 'Link').map((link) => textOf(link))[0] ?? '';
}

interface Stroke {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Level strokes that are drawn straight onto a page, pt. */
function strokesOf(bytes: Uint8Array, page: number): readonly Stroke[] {
  const content = pageContents(bytes)[page] ?? '';
  return [...content.matchAll(/^([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\nS$/gm)]
    .filter(([, , from, , to]) => from === to)
    .map(([, left, y, right]) => ({ left: Number(left), right: Number(right), y: Number(y) }));
}
