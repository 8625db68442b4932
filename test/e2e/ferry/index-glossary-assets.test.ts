import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, langsOf, type PathOp, type TextOp } from '../../../src/core/index.ts';
import type { PageFacts, TagFacts } from '../../../src/inspect/index.ts';
import { boxOf, ferry, plotOf } from '../../support/ferry-charts.ts';
import {
  type FerryEdition,
  ferryEdition,
  formOf,
  readingOf,
  said,
  tagsOf,
  textOf,
} from '../../support/ferry-edition.ts';

const REASONS = {
  '2-5': [
    '不适用：公司为虚构，没有可供鉴证的账目。',
    'Not applicable: The company is invented and has no books to assure.',
  ],
  '2-27': ['信息不可得：样例未设违规登记册。', 'Information unavailable: The sample has no register of breaches.'],
  '305-7': [
    '信息不可得：硫氧化物与氮氧化物尚未按船计量。',
    'Information unavailable: Sulphur and nitrogen oxides are not yet metered boat by boat.',
  ],
  'A1.1': ['信息不可得：废气尚未按种类计量。', 'Information unavailable: Exhaust is not yet metered by kind.'],
  'A2.5': [
    '不适用：渡轮服务没有制成品，因此没有包装。',
    'Not applicable: A ferry service makes no goods and so packs none.',
  ],
} as const;

const TERMS = [
  [
    '总排放',
    'total emissions',
    '燃油直接排放与外购电力间接排放之和，不含上游。',
    'Direct emissions from fuel plus indirect emissions from bought electricity, without upstream.',
  ],
  ['温室气体总排放', 'total greenhouse gas emissions'],
  [
    '直接排放',
    'direct emissions',
    '由本公司拥有或控制的源头直接产生的排放。',
    'Emissions from sources we own or control.',
  ],
  [
    '间接排放',
    'indirect emissions',
    '生产我们所购电力时产生的排放。',
    'Emissions made in generating the electricity we buy.',
  ],
  ['温室气体', 'greenhouse gas'],
  [
    '岸电',
    'shore power',
    '船舶靠泊时由岸上供给的电力，可替代辅机发电。',
    'Electricity supplied from the quay to a ship at berth, in place of her auxiliary engines.',
  ],
  ['损失工时工伤', 'lost-time injury', '只计直接雇用的员工。', 'Counted for direct employees only.'],
  ['乘客人次', 'passenger journeys', '一人乘一程计一次。', 'One person on one crossing counts once.'],
  ['浮桥', 'pontoon', '随潮水升降的登船平台。', 'A boarding platform that rises and falls with the tide.'],
] as const;

const TOPICS = [
  ['船舶排放', 'Vessel emissions', 4.4, 4.7],
  ['岸电与靠泊', 'Shore power at berth', 3.6, 3.9],
  ['海水质量', 'Seawater quality', 2.9, 4.2],
  ['含油废物', 'Oily waste', 2.5, 3.4],
  ['航行与作业安全', 'Safety afloat and ashore', 4.8, 4.8],
  ['船员培养', 'Training the crew', 3.9, 3.2],
  ['班次可靠', 'Reliable sailings', 4.5, 3.5],
  ['廉洁经营', 'Honest business', 3.3, 2.8],
] as const;

const FIGURES = [
  {
    block: 'ch.water.map',
    zh: '示意图：港湾南北各有一座主码头，三条航线以不同颜色的虚线连接两座码头与东面的小岛。',
    en: 'Schematic map: one main pier on each side of the harbour; three dashed routes in different colours join the piers and a small island to the east.',
    captionZh: '虚构港湾的三条航线与两座主码头（示意）·编者自绘',
    captionEn: 'Three routes and two main piers in an invented harbour (schematic) · Drawn by the editors',
  },
  {
    block: 'ch.crew.photo',
    zh: '夜色中一艘双层渡轮亮着窗灯驶过海湾，右上方有一轮月亮。',
    en: 'A two-deck ferry with lit windows crosses the bay at night, the moon to the upper right.',
    captionZh: '夜航渡轮（编者自绘的示意图）·编者自绘',
    captionEn: 'A ferry by night (drawn by the editors) · Drawn by the editors',
  },
] as const;

/** A line of an index: what it points at, and the marks beside it. */
interface Entry {
  readonly tag: TagFacts;
  readonly pages: readonly string[];
  readonly marks: readonly string[];
}

describe.each(EDITIONS)('index, glossary and assets of the %s edition', (name) => {
  let edition: FerryEdition;
  let pages: readonly PageFacts[];
  let gri: ReadonlyMap<string, Entry>;
  let hkex: ReadonlyMap<string, Entry>;
  const langs = langsOf(name);
  const lead = langs[0] ?? 'zh';
  const say = <T>(zh: T, en: T): T => (lead === 'zh' ? zh : en);
  beforeAll(async () => {
    edition = await ferryEdition(name);
    pages = edition.facts.pages;
    gri = entriesOf(pages.slice(edition.pageOf('index.gri-2021'), edition.pageOf('glossary')));
    hkex = entriesOf(pages.slice(edition.pageOf('data.index-hkex'), edition.pageOf('index.gri-2021')));
  });

  /** Label of the only page on which a text is read. */
  const pageWith = (text: string): string => {
    const found = pages.filter((page) => said(text, lead).test(readingOf([page])[lead]));
    expect(found).toHaveLength(1);
    return found[0]?.label ?? '';
  };

  /** Label of the only page on which a paragraph is this and no more. */
  const pageTitled = (title: string): string => {
    const found = pages.filter((page) => tagsOf(page.tags, 'P').some((tag) => textOf(tag) === title));
    expect(found).toHaveLength(1);
    return found[0]?.label ?? '';
  };

  it.each([
    ['302-1', '能源消耗', 'Energy use', 'ch.climate.energy-table'],
    ['303-3', '洗船、冲厕和码头绿化都要用淡水。', 'Washing down, flushing and the planting', 'ch.water.withdrawal'],
    ['403-9', '全年登记十二宗', 'We registered twelve cases', 'ch.safety.injury'],
  ])('67 GRI %s points at the page of what it names', (code, zh, en, block) => {
    const { pages: printed } = gri.get(code) ?? NO_ENTRY;
    const page = pages[edition.pageOf(block)];
    expect(printed).toEqual([page?.label]);
    expect(printed).toEqual([block === 'ch.climate.energy-table' ? pageTitled(say(zh, en)) : pageWith(say(zh, en))]);
  });

  it('67 no entry of an index lacks both a page and a reason', () => {
    expect(gri.size).toBe(30);
    expect(hkex.size).toBe(24);
    for (const [code, entry] of [...gri, ...hkex]) {
      const omitted = code in REASONS;
      expect(entry.pages.length > 0, code).toBe(!omitted);
      for (const page of entry.pages) expect(page, code).toMatch(/^\d+$/);
      expect(new Set(entry.pages).size, code).toBe(entry.pages.length);
    }
  });

  it.each(Object.entries(REASONS))('68 %s is omitted with reason and text', (code, [zh, en]) => {
    const entry = (code.startsWith('A') ? hkex : gri).get(code) ?? NO_ENTRY;
    expect(entry.pages).toEqual([]);
    const [note] = tagsOf([entry.tag], 'Note');
    for (const lang of langs) {
      const text = lang === 'zh' ? zh : en;
      const place = code.startsWith('A') ? 'data.index-hkex' : 'index.gri-2021';
      expect(formOf(note === undefined ? '' : textOf(note), lang)).toContain(formOf(text, lang));
      expect(edition.reading(place)[lang]).toMatch(said(text, lang));
    }
    const omitted = { zh: '从略，附原因', en: 'omitted, with reason' };
    expect(entry.marks).toEqual(langs.map((lang) => omitted[lang]));
  });

  it('69 GRI 305-5 is marked as assured, and no other is', () => {
    const assured = [...gri, ...hkex].filter(([, entry]) => entry.marks.includes(say('经鉴证', 'assured')));
    expect(assured.map(([code]) => code)).toEqual(['305-5']);
  });

  it('70 the index of the exchange is titled by the guide, not the code, for 2023', () => {
    const page = pages[edition.pageOf('data.index-hkex')] as PageFacts;
    for (const lang of langs) {
      const { [lang]: text } = readingOf([page]);
      expect(text).toMatch(said(lang === 'zh' ? '环境、社会及管治报告指引' : 'ESG Reporting Guide', lang));
      expect(text).not.toMatch(lang === 'zh' ? /报告守则/u : /ESG\s(?:Reporting\s)?Code/u);
    }
    expect(edition.facts.outline.flatMap(titles)).toContain(say('环境、社会及管治报告指引', 'ESG Reporting Guide'));
  });

  it('70 A1.2 and A4.1 are in force', () => {
    expect(hkex.get('A1.2')?.pages).toEqual([pages[edition.pageOf('ch.climate.emissions')]?.label]);
    expect(hkex.get('A4.1')?.pages).toEqual([pages[edition.pageOf('ch.harbour.climate-risk')]?.label]);
  });

  it('71 the table beside the material topics lists all eight with their scores', () => {
    const page = pages[edition.pageOf('ch.harbour.materiality')] as PageFacts;
    const rows = tagsOf(page.tags, 'TR').map((row) => formOf(textOf(row), 'zh'));
    for (const [zh, en, x, y] of TOPICS) {
      const score = `${x.toFixed(1)}/${y.toFixed(1)}`;
      expect(rows.filter((row) => row.includes(score) && row.startsWith(formOf(say(zh, en), 'zh')))).toHaveLength(1);
    }
  });

  it('72 the glossary lists nine terms with their glosses, in both languages of the term', () => {
    const from = edition.pageOf('glossary');
    const text = pages.slice(from, edition.pageOf('sources')).map((page) => readingOf([page]));
    const heads = pages
      .slice(from, edition.pageOf('sources'))
      .flatMap((page) => tagsOf(page.tags, 'P'))
      .map((tag) => formOf(textOf(tag), 'zh'));
    for (const [zh, en, glossZh, glossEn] of TERMS) {
      const head = formOf(lead === 'zh' ? zh + en : en + zh, 'zh');
      expect(
        heads.filter((one) => one.replace(/(?:LTI|GHG)$/u, '') === head),
        zh,
      ).toHaveLength(1);
      for (const lang of langs) {
        const gloss = lang === 'zh' ? glossZh : glossEn;
        if (gloss !== undefined) expect(text.map((one) => one[lang]).join('\n')).toMatch(said(gloss, lang));
      }
    }
    const terms = new Set(TERMS.map(([zh, en]) => formOf(lead === 'zh' ? zh + en : en + zh, 'zh')));
    expect(heads.filter((one) => terms.has(one.replace(/(?:LTI|GHG)$/u, '')))).toHaveLength(9);
    expect(heads).toContain(say('损失工时工伤lost-timeinjuryLTI', 'lost-timeinjury损失工时工伤LTI'));
  });

  it.each(FIGURES)('73 $block has its alternative text and its credit', (figure) => {
    const page = pages[edition.pageOf(figure.block)] as PageFacts;
    const alts = tagsOf(page.tags, 'Figure').map((tag) => tag.alt?.replace(/\s+/gu, ' '));
    expect(alts).toContain(figure[lead]);
    for (const lang of langs) {
      const caption = lang === 'zh' ? figure.captionZh : figure.captionEn;
      expect(readingOf([page])[lang]).toMatch(said(caption, lang));
    }
  });

  it('74 the sources page lists nine sources, all editorial', () => {
    const from = edition.pageOf('sources');
    const listed = pages.slice(from, edition.pageOf('feedback'));
    const lines = listed.flatMap((page) => tagsOf(page.tags, 'P')).map((tag) => textOf(tag));
    expect(lines.filter((text) => /^S\d+$/.test(text))).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']);
    for (const lang of langs) {
      const kind = lang === 'zh' ? /^编者(?:·\d|\s?editorial|$)/u : /(?:^|日|编者)\s?editorial(?: · \d|$)/u;
      expect(lines.filter((text) => kind.test(text))).toHaveLength(9);
    }
  });
});

describe.each([
  ['zh-Hans', 'zh'],
  ['en', 'en'],
] as const)('the material topics of the %s edition', (edition, lang) => {
  it('71 eight topics, each with a sample tag, on axes from 1 to 5', async () => {
    const plot = plotOf((await ferry).charts.materiality(edition, 300).drawing);
    expect(plot.texts.filter((op) => op.text === (lang === 'zh' ? '示例' : 'Sample'))).toHaveLength(8);
    const across = axisOf(
      plot.texts.filter((op) => op.align === 'middle'),
      'x',
    );
    const up = axisOf(
      plot.texts.filter((op) => op.align === 'end'),
      'y',
    );
    expect(across.ticks).toEqual([1, 2, 3, 4, 5]);
    expect(up.ticks).toEqual([1, 2, 3, 4, 5]);
    const marks = plot.paths.filter((path) => /^accent\.\d\.deep$/.test(path.fill ?? '')).map(centreOf);
    expect(marks).toHaveLength(8);
    for (const [zh, en, x, y] of TOPICS) {
      const near = marks.filter(
        (at) => Math.abs(across.valueAt(at.x) - x) < 0.1 && Math.abs(up.valueAt(at.y) - y) < 0.1,
      );
      expect(near, en).toHaveLength(1);
      const words = plot.texts.map((op) => op.text).join(lang === 'zh' ? '' : ' ');
      expect(words).toContain(lang === 'zh' ? zh : en);
    }
  });
});

const NO_ENTRY: Entry = {
  tag: { type: '', lang: undefined, alt: undefined, text: '', annotations: 0, children: [] },
  pages: [],
  marks: [],
};

/** Index entries by their number. */
function entriesOf(pages: readonly PageFacts[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const tag of pages.flatMap((page) => tagsOf(page.tags, 'TR'))) {
    const [head, ...cells] = tag.children;
    const code = head === undefined ? '' : textOf(head);
    if (cells.length === 0 || !/^(?:\d+(?:-\d+)?|[AB]\d\.\d)$/.test(code)) continue;
    const links = tagsOf(cells, 'Link');
    const printed = links.map((link) => textOf(link).replace(/^, /, ''));
    const marks = tagsOf(cells, 'Figure').map((figure) => figure.alt ?? '');
    entries.set(code, { tag, pages: printed.filter((text) => /^\d+$/.test(text)), marks });
  }
  return entries;
}

interface Outline {
  readonly title: string;
  readonly children: readonly Outline[];
}

function titles(entry: Outline): readonly string[] {
  return [entry.title, ...entry.children.flatMap(titles)];
}

function centreOf(path: PathOp): { readonly x: number; readonly y: number } {
  const box = boxOf(path);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** An axis by the figures along it; a figure's middle is a third of its size above its baseline. */
function axisOf(
  texts: readonly TextOp[],
  along: 'x' | 'y',
): { readonly ticks: readonly number[]; valueAt(at: number): number } {
  const ticks = texts
    .filter((op) => /^\d$/.test(op.text))
    .map((op) => ({ value: Number(op.text), at: along === 'x' ? op.x : op.y - op.size * 0.35 }))
    .sort((a, b) => a.value - b.value);
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) throw new Error('the plot has no axis');
  return {
    ticks: ticks.map((tick) => tick.value),
    valueAt: (at) => first.value + ((at - first.at) * (last.value - first.value)) / (last.at - first.at),
  };
}
