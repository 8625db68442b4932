import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, langsOf } from '../../../src/core/index.ts';
import { builtFile } from '../../support/built-editions.ts';
import {
  type FerryEdition,
  ferryEdition,
  formOf,
  readingOf,
  said,
  tagsOf,
  textOf,
} from '../../support/ferry-edition.ts';
import { HOME } from '../../support/project-files.ts';
import { findObjects, follow, readObjects } from '../../support/read-pdf.ts';

const NOTICE = {
  zh: '样例公司：公司、航线与全部数字均为测试而虚构。',
  en: 'Sample company: the company, its routes and all figures are invented for testing.',
} as const;

const VALUES = ['ghg.upstream@CY2022', 'ghg.upstream@CY2023', 'harbour.journeys@CY2023', 'money.grants@CY2023'];
const TOPICS = ['conduct', 'crew', 'emissions', 'safety', 'service', 'shore-power', 'waste', 'water'];
const UNSETTLED = [...VALUES, 't.women-afloat', ...TOPICS.map((topic) => `mt.${topic}`)].sort();

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

/** One run of the command line; a build is of one edition and without raster copies. */
interface Run {
  readonly code: number;
  readonly told: readonly Told[];
}

describe('the life of a waiver', () => {
  let folder: string;
  const project = join(HOME, 'test/fixtures/sample-report');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'petalpress-ferry-'));
    await cp(project, join(folder, 'bare'), { recursive: true });
    await rm(join(folder, 'bare/content/waivers.yaml'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (command: 'build' | 'check', dir: string, ...flags: readonly string[]): Promise<Run> => {
    const own =
      command === 'build' ? ['--edition', 'en', '--no-charts', '--out', join(folder, `out${flags.join('')}`)] : [];
    const args = [join(HOME, 'bin/petalpress.mjs'), command, dir, '--json', ...own, ...flags];
    return new Promise((resolve) => {
      execFile(process.execPath, args, { maxBuffer: 2 ** 24 }, (fault, stdout) => {
        const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Told[] };
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, told: diagnostics });
      });
    });
  };

  it('1 a draft is good, and what remains of the disputed value is acknowledged', async () => {
    const report = JSON.parse(Buffer.from(await builtFile('ferry', 'report.json')).toString()) as {
      readonly mode: string;
      readonly diagnostics: readonly Told[];
    };
    expect(report.mode).toBe('draft');
    expect(report.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    expect(disputed(report.diagnostics)).toEqual(['N1 info acknowledged', 'V1 info acknowledged']);
  });

  it('1 a release is good, because the waivers cover what is not settled', async () => {
    const { code, told } = await run('build', project, '--release');
    expect(code).toBe(0);
    expect(told.filter((one) => one.severity === 'error')).toEqual([]);
    expect(disputed(told)).toEqual(['N1 info acknowledged', 'V1 info acknowledged']);
  });

  it('2 without waivers a draft is good', async () => {
    const { code, told } = await run('build', join(folder, 'bare'));
    expect(code).toBe(0);
    expect(told.filter((one) => one.severity === 'error')).toEqual([]);
    expect(disputed(told)).toEqual(['N1 info acknowledged', 'V1 info']);
  });

  it('2 without waivers a release names the thirteen items that are not settled', async () => {
    const { code, told } = await run('build', join(folder, 'bare'), '--release');
    expect(code).toBe(1);
    expect(refused(told)).toEqual(UNSETTLED);
  });

  it('3 after the waivers have expired a release is refused for the same items', async () => {
    const { code, told } = await run('build', project, '--release', '--as-of', '2025-05-01');
    expect(code).toBe(1);
    expect(refused(told)).toEqual(UNSETTLED);
  });

  it('3 on the last day of the waivers a release is still good', async () => {
    const { code } = await run('check', project, '--release', '--as-of', '2025-04-30');
    expect(code).toBe(0);
  });

  it('3 the day that waivers are judged against changes no byte of a draft', async () => {
    const { code } = await run('build', project, '--as-of', '2025-05-01');
    expect(code).toBe(0);
    const later = await readFile(join(folder, 'out--as-of2025-05-01', 'report.en.pdf'));
    expect(later.equals(await builtFile('ferry', 'report.en.pdf'))).toBe(true);
  });
});

/** What is told of the disputed journeys, in short. */
function disputed(told: readonly Told[]): readonly string[] {
  return told
    .filter(({ message }) => /harbour\.journeys|million-journeys/.test(message))
    .map(({ code, severity, message }) =>
      [code, severity, ...(message.includes('acknowledged') ? ['acknowledged'] : [])].join(' '),
    )
    .sort();
}

/** The items that a release is refused for. */
function refused(told: readonly Told[]): readonly string[] {
  const items = told
    .filter(({ code, severity }) => code === 'V1' && severity === 'error')
    .map(({ message }) => message.split(' ')[0] ?? '');
  return [...items].sort();
}

describe.each(EDITIONS)('the file of the %s edition', (name) => {
  let edition: FerryEdition;
  const langs = langsOf(name);
  beforeAll(async () => {
    edition = await ferryEdition(name);
  });

  it('4 the notice stands on the cover in both languages', () => {
    const cover = readingOf(edition.facts.pages.slice(0, 1));
    expect(cover.zh).toMatch(said(NOTICE.zh, 'zh'));
    expect(cover.en).toMatch(said(NOTICE.en, 'en'));
  });

  it('4 the notice stands in the foot of every other page', () => {
    for (const page of edition.facts.pages.slice(1)) {
      const foot = page.items.filter((item) => item.artifact && item.y < FOOT);
      const text = foot.map((item) => item.text).join('');
      for (const lang of langs) expect(text, `page ${page.label}`).toContain(NOTICE[lang]);
    }
  });

  it('5 the parts stand in the order of the report', () => {
    const pages = PARTS.map((part) => edition.pageOf(part));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(new Set(pages).size).toBe(PARTS.length);
    const titles = edition.facts.pages.flatMap((page) => tagsOf(page.tags, 'H1')).map((tag) => textOf(tag));
    for (const lang of langs) {
      const found = TITLES[lang].map((title) => titles.indexOf(title));
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found).not.toContain(-1);
    }
  });

  it('5 the contents and the outline list them in this order', () => {
    const lead = langs[0] ?? 'zh';
    const contents = readingOf([edition.facts.pages[edition.pageOf('contents')]].flatMap((page) => page ?? []));
    for (const lang of langs) {
      const places = TITLES[lang].map((title) => contents[lang].lastIndexOf(formOf(title, lang)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    const outline = edition.facts.outline.map((entry) => entry.title);
    expect(outline.filter((title) => (TITLES[lead] as readonly string[]).includes(title))).toEqual(TITLES[lead]);
  });

  it('5 the index of the exchange begins a page inside the data part', () => {
    const page = edition.pageOf('data.index-hkex');
    expect(page).toBeGreaterThan(edition.pageOf('data.money'));
    expect(page).toBeLessThan(edition.pageOf('index.gri-2021'));
    const [first] = tagsOf(edition.facts.pages[page]?.tags ?? [], 'H2');
    const reading = readingOf(edition.facts.pages.slice(page, page + 1));
    const title = langs[0] === 'zh' ? '环境、社会及管治报告指引' : 'ESG Reporting Guide';
    expect(first && textOf(first)).toBe(title);
    expect(reading[langs[0] ?? 'zh'].startsWith(title)).toBe(true);
  });

  it('6 five themes, in their order, beside the figure and in the map of goals', () => {
    const pages = edition.facts.pages.slice(edition.pageOf('strategy.figure'), edition.pageOf('strategy.sdg') + 1);
    const figures = pages.flatMap((page) => tagsOf(page.tags, 'Figure'));
    const reading = readingOf(pages);
    for (const lang of langs) {
      const places = THEMES[lang].map((theme) => reading[lang].indexOf(formOf(theme, lang)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    expect(figures).toHaveLength(2 * langs.length);
    figures.forEach(({ alt = '' }, at) => {
      const named = alt
        .split(/[：:；;]/u)
        .slice(1)
        .map((part) => part.trim().replace(/ [\d、, ]+$/u, ''));
      expect(named).toEqual(THEMES[langs[at % langs.length] ?? 'zh']);
    });
  });

  it('6 the figure has five petals, each in the two tones of its theme', async () => {
    const colours = firstFigureColours(
      await builtFile('ferry', `report.${name}.pdf`),
      edition.pageOf('strategy.figure'),
      langs.length,
    );
    expect(colours).toHaveLength(10);
  });

  it.each([
    ['ch.climate', 'ch.climate.h-emissions', true],
    ['ch.water', 'ch.water.h-water', false],
    ['ch.safety', 'ch.safety.h-injury', false],
    ['ch.crew', 'ch.crew.h-team', true],
    ['ch.harbour', 'ch.harbour.h-service', false],
  ] as const)('7 %s begins with an opener page or without', (chapter, heading, opener) => {
    const page = edition.facts.pages[edition.pageOf(chapter)];
    expect(edition.pageOf(heading) - edition.pageOf(chapter)).toBe(opener ? 1 : 0);
    expect(tagsOf(page?.tags ?? [], 'H2').length > 0).toBe(!opener);
    expect(/^[1-5]\s*\/\s*5$/mu.test(page?.text ?? '')).toBe(opener);
  });
});

/** The fill colours of the first picture of a page, each once; the picture stands in a figure for each language. */
function firstFigureColours(bytes: Uint8Array, pageIndex: number, figures: number): readonly string[] {
  const objects = readObjects(bytes);
  const kids = /\/Kids\[([^\]]*)\]/.exec(findObjects(objects, /\/Type\/Pages/)[0]?.body ?? '')?.[1] ?? '';
  const page = objects.get(Number([...kids.matchAll(/(\d+) 0 R/g)][pageIndex]?.[1]));
  const content = follow(objects, page, 'Contents')?.stream?.toString('latin1') ?? '';
  const marked = [...content.matchAll(/\/Figure<<[^>]*>>BDC\n([\s\S]*?)EMC\n/g)]
    .slice(0, figures)
    .map(([, ops = '']) => ops);
  const resources = follow(objects, page, 'Resources') ?? page;
  const forms = marked.flatMap((ops) => [...ops.matchAll(/\/(\w+) Do\n/g)].map(([, name = '']) => name));
  const drawing = [
    ...marked,
    ...forms.map((form) => follow(objects, resources, form)?.stream?.toString('latin1') ?? ''),
  ].join('\n');
  return [...new Set(drawing.match(/^[\d.]+ [\d.]+ [\d.]+ rg$/gm))];
}

/** Furniture below this height is the foot, pt. */
const FOOT = 60;

const PARTS = [
  'cover',
  'contents',
  'about',
  'strategy',
  'highlights',
  'ch.climate',
  'ch.water',
  'ch.safety',
  'ch.crew',
  'ch.harbour',
  'data',
  'index.gri-2021',
  'glossary',
  'sources',
  'feedback',
];

const THEMES = {
  zh: ['清洁航行', '一湾净水', '平安往返', '同舟之人', '共用的港湾'],
  en: ['Cleaner crossings', 'Clear water', 'Safe return', 'People aboard', 'A shared harbour'],
} as const;

const TITLES = {
  zh: ['关于本报告', '我们怎么走', '年度一览', ...THEMES.zh, '数据表', 'GRI Standards', '术语', '资料来源', '意见回馈'],
  en: [
    'About this report',
    'How we steer',
    'The year at a glance',
    ...THEMES.en,
    'Data tables',
    'GRI Standards',
    'Glossary',
    'Sources',
    'Tell us what you think',
  ],
} as const;
