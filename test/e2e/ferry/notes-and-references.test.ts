import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type Lang, langsOf } from '../../../src/core/index.ts';
import { type PageFacts, readText, type TagFacts } from '../../../src/inspect/index.ts';
import { builtFile, textInside } from '../../support/built-editions.ts';
import {
  type FerryEdition,
  ferryEdition,
  flowLines,
  formOf,
  type LineFacts,
  readingOf,
  said,
  tagsOf,
  textOf,
} from '../../support/ferry-edition.ts';

/** Each footnote: what stands before its mark, with the mark, and how the note begins. */
const NOTES = [
  {
    id: 'about.boundary-note',
    mark: { zh: /更早的数据按旧口径列示1。/u, en: /stand\son\sthe\sold\sboundary\.1/u },
    text: { zh: '旧口径只含渡轮与两座主码头，', en: 'The old boundary held only the ferries and the two main piers' },
  },
  {
    id: 'ch.climate.restated',
    mark: { zh: /因供电商更新因子而重述1。/u, en: /supplier\srevised\sits\sfactor\.1/u },
    text: { zh: '供电商来函更新了2022年的排放因子', en: 'The supplier wrote to revise the 2022 factor;' },
  },
  {
    id: 'ch.safety.rate-note',
    mark: { zh: /下降◇22\.5%1。/u, en: /a\sfall\sof\s◇22\.5%\.1/u },
    text: { zh: '工时取自考勤', en: 'Hours come from the roll' },
  },
  {
    id: 'ch.harbour.two-counts',
    mark: { zh: /另有一个较高的读数S7,?1。/u, en: /gives\sa\shigher\sfigure\.S7,?\s?1/u },
    text: { zh: '两套系统对中途换乘的计法不同，', en: 'The two systems treat a change of boat differently.' },
  },
] as const;

const SOURCES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  zh: {
    S1: '能源台账（样例）',
    S2: '供电商排放因子函（样例）',
    S3: '水与废弃物台账（样例）',
    S4: '安全事件登记册（样例）',
    S5: '人员名册（样例）',
    S6: '闸机计数（样例）',
    S7: '票务系统计数（样例）',
    S8: '年度账目（样例）',
    S9: '编者设定（样例）',
  },
  en: {
    S1: 'Energy log (sample)',
    S2: 'Supplier letter on the grid factor (sample)',
    S3: 'Water and waste log (sample)',
    S4: 'Safety register (sample)',
    S5: 'Crew roll (sample)',
    S6: 'Turnstile counts (sample)',
    S7: 'Ticketing counts (sample)',
    S8: 'Annual accounts (sample)',
    S9: 'Editors’ assumptions (sample)',
  },
};

const SEEN = [
  { from: 'about.principles', zh: '实质性议题', en: 'Material topics' },
  { from: 'ch.safety.training', zh: '培训', en: 'Training' },
  { from: 'ch.harbour.two-counts', zh: '社会与运营', en: 'Social and operations' },
] as const;

const SHORE = { zh: '岸电使用率由上年的26.5%升至38.2%', en: 'The share of berth time on shore power rose' } as const;
const PRINTED = {
  zh: /这与第([^页]+)页所说的岸电直接相关/u,
  en: /shore\spower\sdescribed\son\spage\s(\S+?)\./u,
} as const;

describe.each(EDITIONS)('notes and references of the %s edition', (name) => {
  let edition: FerryEdition;
  let pages: readonly PageFacts[];
  const langs = langsOf(name);
  const lead = langs[0] ?? 'zh';
  beforeAll(async () => {
    edition = await ferryEdition(name);
    pages = edition.facts.pages;
  });

  /** Pages on which a text is read. */
  const pagesWith = (text: RegExp, lang: Lang): readonly number[] =>
    pages.filter((page) => text.test(readingOf([page])[lang])).map((page) => page.index);

  it.each(NOTES.map((note) => [note.id, note] as const))(
    '40 %s stands at the foot of the page of its mark',
    (_, note) => {
      for (const lang of langs) {
        const [page, ...others] = pagesWith(said(note.text[lang], lang), lang);
        expect(others).toEqual([]);
        expect(pagesWith(note.mark[lang], lang)).toEqual([page]);
        expect(edition.pageOf(note.id)).toBe(page);
        if (lang !== lead) continue;
        const lines = flowLines(pages[page ?? 0] as PageFacts);
        const at = lines.findIndex((line) =>
          formOf(line.text, lang).includes(formOf(note.text[lang], lang).slice(0, 6)),
        );
        expect(at).toBeGreaterThan(0);
        const foot = lines[at]?.y ?? 0;
        expect(lines.slice(0, at).filter((line) => line.y < foot - 1)).toEqual([]);
      }
    },
  );

  it('40 each note follows its mark when the page is read out', () => {
    for (const { id, text } of NOTES) {
      const notes = tagsOf(pages[edition.pageOf(id)]?.tags ?? [], 'Note').map((note) => formOf(textOf(note), lead));
      expect(notes.filter((note) => note.includes(formOf(text[lead], lead)))).toHaveLength(1);
    }
  });

  it('41 source marks stand in the text and in two footnotes', () => {
    const marks = (id: string): readonly string[] => {
      const page = pages[edition.pageOf(id)];
      const text = formOf(NOTES.find((note) => note.id === id)?.text[lead] ?? '', lead);
      const note = tagsOf(page?.tags ?? [], 'Note').find((one) => formOf(textOf(one), lead).includes(text));
      const links = note === undefined ? [] : tagsOf([note], 'Link').map((link) => textOf(link));
      return [...new Set(links.filter((link) => link.startsWith('S')))].sort();
    };
    expect(marks('ch.climate.restated')).toEqual(['S2']);
    expect(marks('ch.safety.rate-note')).toEqual(['S4', 'S5']);
    for (const lang of langs) {
      expect(edition.reading('ch.climate.emissions')[lang]).toMatch(
        lang === 'zh' ? /4\.5%S1。/u : /on\syear\.\s?S1\s?Marine/u,
      );
    }
  });

  it('41 every source mark leads to its entry on the sources page', () => {
    const wrong: string[] = [];
    let followed = 0;
    for (const page of pages) {
      for (const link of page.links) {
        const mark = /^S[1-9]$/.exec(textInside(page, link.box))?.[0];
        if (mark === undefined) continue;
        followed += 1;
        const target = readingOf(pages.filter((one) => one.index === link.page));
        const entry = formOf(`${mark}${SOURCES[lead][mark] ?? '?'}`, 'zh');
        if (!formOf(target[lead], 'zh').includes(entry)) wrong.push(`${mark} on page ${page.label}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(followed).toBeGreaterThan(20);
  });

  it.each(SEEN)('42 $from names the title and the page of what it points to', (seen) => {
    for (const lang of langs) {
      const title = seen[lang];
      const pattern =
        lang === 'zh'
          ? new RegExp(`“${title}”（第([^页]+)页）`, 'u')
          : new RegExp(`“${title.replaceAll(' ', '\\s')}”\\s\\(page\\s(\\S+?)\\)`, 'u');
      const printed = pattern.exec(edition.reading(seen.from)[lang])?.[1];
      const holds = pages.filter((page) => titlesOf(page.tags).includes(title));
      expect(holds.map((page) => page.label)).toEqual([printed]);
    }
  });

  it('43 the page of the shore-power paragraph is printed as a bare number', () => {
    for (const lang of langs) {
      const printed = PRINTED[lang].exec(edition.reading('ch.crew.training')[lang])?.[1];
      const [page] = pagesWith(said(SHORE[lang], lang), lang);
      expect(printed).toMatch(/^\d+$/);
      expect(printed).toBe(pages[page ?? -1]?.label);
    }
  });

  it.each([
    ['为什么断开', 'Why the gap', '口径变动之后，曲线重新起步', 'After the boundary changed, the line starts afresh'],
    ['分母不同，不可混比', 'Mind the base', '工伤率降至◇', 'The injury rate fell to'],
  ])('44 the side note “%s” stands beside its chart', (zh, en, chartZh, chartEn) => {
    const side = find(pages, lead === 'zh' ? zh : en);
    const chart = find(pages, lead === 'zh' ? chartZh : chartEn);
    expect(side.page).toBe(chart.page);
    if (langs.length > 1) {
      // Two languages leave no margin: the note stands under the chart, before what follows it.
      expect(side.line.y).toBeLessThan(chart.line.y);
      return;
    }
    expect(Math.abs(side.line.y - chart.line.y)).toBeLessThan(20);
    expect(side.line.right < chart.line.left || side.line.left > chart.line.right).toBe(true);
  });

  it('45 strong and emphasised words differ from the words around them', async () => {
    const fontsOf = (block: string, words: string): readonly string[] =>
      pages
        .slice(edition.pageOf(block), edition.pageOf(block) + 1)
        .flatMap((page) => page.items.filter((item) => item.text.trim() === words || item.text.includes(words)))
        .map((item) => item.font.replace(/^[A-Z]{6}\+/, ''));
    if (langs.includes('zh')) {
      expect(fontsOf('highlights.text', '总排放')).toContain('NotoSansSC-SemiBold');
      expect(fontsOf('ch.safety.definition', '损失工时工伤')).toContain('NotoSansSC-SemiBold');
      expect(fontsOf('ch.safety.definition', '指员工因工受伤')).toEqual(['NotoSansSC-Regular']);
      expect(await dotsUnder(name, edition.pageOf('ch.safety.definition'), '下一个班次')).toBe(5);
      expect(await dotsUnder(name, edition.pageOf('ch.safety.definition'), '指员工因工受伤')).toBe(0);
    }
    if (langs.includes('en')) {
      expect(fontsOf('highlights.text', 'total emissions')).toContain('SourceSans3-SemiBold');
      expect(fontsOf('ch.safety.definition', 'lost-time injury')).toContain('SourceSans3-SemiBold');
      expect(fontsOf('ch.safety.definition', 'means a case in which')).toEqual(['SourceSans3-Regular']);
      expect(fontsOf('ch.safety.definition', 'next shift')).toEqual(['SourceSans3-Italic']);
    }
  });

  it('45 no asterisk is printed', () => {
    expect(pages.filter((page) => page.text.includes('*')).map((page) => page.label)).toEqual([]);
  });

  it('46 nested lists are nested, and the ordered one counts from 1 to 3', () => {
    const shapes = (block: string): readonly string[] => {
      const [here = [], next = []] = [0, 1].map((turn) => listsOf(pages[edition.pageOf(block) + turn]?.tags ?? []));
      const rest = next.filter((list) => shapeOf(list).includes(NOT_HERE));
      return here.map((list) => (shapeOf(list).includes(NOT_HERE) ? shapeOf(list, rest.shift()) : shapeOf(list)));
    };
    expect(shapes('about.principles').slice(0, langs.length)).toEqual(langs.map(() => '• • (– –) •'));
    expect(shapes('ch.crew.courses').slice(0, langs.length)).toEqual(langs.map(() => '• (– –) • (– –)'));
    expect(shapes('ch.water.steps').slice(0, langs.length)).toEqual(langs.map(() => '1. 2. 3.'));
  });

  it('47 the link on the feedback page is one, and carries its text', () => {
    const page = pages[edition.pageOf('feedback')] as PageFacts;
    const links = page.links.filter((link) => link.href === 'https://example.com/');
    const words = links.map((link) => textInside(page, link.box));
    for (const lang of langs) expect(words).toContain(lang === 'zh' ? '样例域名' : 'example domain');
    for (const link of links) expect(link.contents).toContain('https://example.com/');
  });
});

it('43 the printed page differs between editions when the pages do', async () => {
  const printed: string[] = [];
  const held: number[] = [];
  for (const name of ['zh-Hans', 'en'] as const) {
    const lang = name === 'en' ? 'en' : 'zh';
    const edition = await ferryEdition(name);
    printed.push(PRINTED[lang].exec(edition.reading('ch.crew.training')[lang])?.[1] ?? '');
    held.push(edition.pageOf('ch.climate.shore'));
  }
  expect(printed[0] === printed[1]).toBe(held[0] === held[1]);
});

/** Texts of headings and of titles over tables; the contents of a chapter and links repeat them. */
function titlesOf(tags: readonly TagFacts[]): readonly string[] {
  return tags.flatMap((tag) => {
    if (tag.type === 'TOC' || tag.type === 'Link') return [];
    const own = /^(?:H[1-6]|P)$/.test(tag.type) ? [textOf(tag)] : [];
    return [...own, ...titlesOf(tag.children)];
  });
}

/** The first line of any page that begins like this. */
function find(pages: readonly PageFacts[], text: string): { readonly page: number; readonly line: LineFacts } {
  for (const page of pages) {
    const line = flowLines(page).find((one) => one.text.replace(/◇\s/g, '◇').startsWith(text));
    if (line !== undefined) return { page: page.index, line };
  }
  throw new Error(`“${text}” is printed nowhere`);
}

/** Lists that stand in no other. */
function listsOf(tags: readonly TagFacts[]): readonly TagFacts[] {
  return tags.flatMap((tag) => (tag.type === 'L' ? [tag] : listsOf(tag.children)));
}

/** Stands for the label of an item that is printed on another page. */
const NOT_HERE = '?';

/** The labels of a list, those of lists inside in brackets. A list that runs on is on both pages whole, each with its part of the text. */
function shapeOf(list: TagFacts, rest?: TagFacts): string {
  const part = (item: TagFacts | undefined, type: string): TagFacts | undefined =>
    item?.children.find((child) => child.type === type);
  const label = (item: TagFacts | undefined): string => {
    const found = part(item, 'Lbl');
    return found === undefined ? '' : textOf(found);
  };
  const items = list.children.map((item, i) => {
    const after = rest?.children[i];
    const later = listsOf(part(after, 'LBody')?.children ?? []);
    const inner = listsOf(part(item, 'LBody')?.children ?? []).map((one, j) => ` (${shapeOf(one, later[j])})`);
    return (label(item) || label(after) || NOT_HERE) + inner.join('');
  });
  return items.join(' ');
}

/** Emphasis dots under the run of a page that holds some words. */
async function dotsUnder(edition: string, page: number, words: string): Promise<number> {
  const read = readText(await builtFile('ferry', `report.${edition}.pdf`));
  if (!read.ok) throw new Error('the file cannot be read');
  const item = read.value.pages[page]?.items.find(({ text }) => text.includes(words));
  if (item === undefined) throw new Error(`no run of the page holds ${words}`);
  const { x, y, width, size } = item;
  return read.value.shapes.filter(({ page: on, filled, box: [left, bottom, right, top] }) => {
    const small = right - left < size / 5 && Math.abs(right - left - (top - bottom)) < 0.01;
    return on === page && filled && small && left > x && right < x + width && top < y && bottom > y - size / 2;
  }).length;
}
