import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/core/index.ts';
import { findObjects, follow, operatorsOf, pageContents, readObjects } from '../../support/read-pdf.ts';
import { inkedTexts } from '../../support/text-inks.ts';
import { documentOf, lineOf, PAGE, readBack, setRuns, structureBuilder, THEME, testFonts, written } from './placed.ts';

const fonts = await testFonts();

const GROUND: Drawing = {
  width: 100,
  height: 50,
  ops: [
    { op: 'path', segments: [['M', 0, 0], ['L', 100, 0], ['L', 100, 50], ['L', 0, 50], ['Z']], fill: 'deep' },
    {
      op: 'path',
      segments: [
        ['M', 0, 0],
        ['L', 9, 9],
      ],
      stroke: { paint: '#336699', width: 1 },
    },
  ],
};

function printed(paint: string) {
  const s = structureBuilder();
  const node = s.node(undefined, { type: 'P' });
  const link = { text: '能源', paint, tag: { type: 'Link', key: 'k', href: 'https://example.org' } } as const;
  const items = [
    { kind: 'drawing', x: -8.5, y: -8.5, drawing: GROUND, role: { artifact: 'Background' }, origin: 'test' } as const,
    lineOf(setRuns(fonts, [link], 'zh'), { x: 60, y: 100, role: { node } }),
  ];
  return documentOf({ pages: [items], structure: s.nodes });
}

const PRINT = { variant: 'print' } as const;

describe('the print edition', () => {
  it('has only process colours', async () => {
    const [content = ''] = pageContents((await written(printed('mark'), PRINT)).bytes);
    const operators = operatorsOf(content);
    expect(operators.filter((operator) => / (?:rg|RG)$/.test(operator))).toEqual([]);
    expect(operators).toContain('.9 .45 .25 .2 k');
    expect(operators).toContain('.2 .8 .85 .2 k');
  });

  it('overprints black text and knocks everything else out', async () => {
    const black = operatorsOf(pageContents((await written(printed('ink'), PRINT)).bytes)[0] ?? '');
    expect(black.slice(black.indexOf('/K gs'), black.indexOf('ET')).join(' ')).toMatch(/0 0 0 1 k.*Tj/);
    const white = operatorsOf(pageContents((await written(printed('white'), PRINT)).bytes)[0] ?? '');
    expect(white).not.toContain('/K gs');
    expect(
      findObjects(readObjects((await written(printed('ink'), PRINT)).bytes), /\/OP true\/op true\/OPM 1/),
    ).toHaveLength(2);
  });

  it('has three millimetres of bleed around the trim, and room for marks around that', async () => {
    const [page] = findObjects(readObjects((await written(printed('ink'), PRINT)).bytes), /\/Type\/Page\//);
    const box = (name: string): readonly number[] =>
      (new RegExp(`/${name}\\[([^\\]]*)`).exec(page?.body ?? '')?.[1] ?? '').split(' ').map(Number);
    const [left = 0, bottom = 0, right = 0, top = 0] = box('TrimBox');
    expect(right - left).toBeCloseTo(PAGE.width, 1);
    expect(top - bottom).toBeCloseTo(PAGE.height, 1);
    const bleed = box('BleedBox');
    expect([left - (bleed[0] ?? 0), (bleed[3] ?? 0) - top].map((edge) => edge.toFixed(1))).toEqual(['8.5', '8.5']);
    expect(box('MediaBox')[2]).toBeGreaterThan(bleed[2] ?? 0);
  });

  it('has no annotation, no tags and no bookmarks', async () => {
    const objects = readObjects((await written(printed('ink'), PRINT)).bytes);
    expect(findObjects(objects, /\/Annot|\/StructTreeRoot|\/Outlines|\/AF\b/)).toEqual([]);
  });

  it('claims PDF/X-4 with an embedded press profile, and only when it may', async () => {
    const { bytes } = await written(printed('ink'), PRINT);
    expect(Buffer.from(bytes).toString('latin1', 0, 8)).toBe('%PDF-1.6');
    const objects = readObjects(bytes);
    const [intent] = findObjects(objects, /\/S\/GTS_PDFX/);
    expect(follow(objects, intent, 'DestOutputProfile')?.stream?.toString('latin1', 12, 20)).toBe('prtrCMYK');
    const [xmp] = findObjects(objects, /\/Type\/Metadata/);
    expect(xmp?.stream?.toString('utf8')).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4<');
    const silent = await written(printed('ink'), { ...PRINT, conformance: { claim: false } });
    const [without] = findObjects(readObjects(silent.bytes), /\/Type\/Metadata/);
    expect(without?.stream?.toString('utf8')).not.toContain('pdfxid');
  });

  it('takes the printing condition it is given', async () => {
    const profile = Buffer.from('a profile');
    const condition = { profile, identifier: 'FOGRA51', info: 'PSO coated', registry: 'http://www.color.org' };
    const { bytes } = await written(printed('ink'), { ...PRINT, printCondition: condition });
    const objects = readObjects(bytes);
    const [intent] = findObjects(objects, /\/OutputConditionIdentifier\(FOGRA51\)/);
    expect(follow(objects, intent, 'DestOutputProfile')?.stream).toEqual(profile);
  });
});

describe('text in print', () => {
  const inked = async (blackTextUnder: number, more: Partial<Drawing> = {}) => {
    const sized = [6, 17.9, 18, 40].flatMap((size) =>
      ['deep', 'mark', 'tint', 'mid', 'grey', 'white'].map((paint) => ({ text: '能', paint, size })),
    );
    const chart: Drawing = { width: 100, height: 50, ops: [label8(), { ...label8(), size: 30 }], ...more };
    const page = [
      lineOf(setRuns(fonts, sized, 'zh'), { x: 20, y: 100, role: { artifact: 'Layout' } }),
      { kind: 'drawing', x: 60, y: 140, drawing: chart, role: { artifact: 'Layout' }, origin: 'test' } as const,
    ];
    const colours = new Map([
      ...THEME.colours,
      ['tint', { rgb: [229, 239, 232], cmyk: [10, 2, 10, 0] }],
      ['mid', { rgb: [78, 146, 114], cmyk: [70, 22, 63, 4] }],
      ['grey', { rgb: [102, 113, 107], cmyk: [0, 0, 0, 70] }],
    ] as const);
    const theme = { ...THEME, colours, inks: { blackTextUnder } };
    return inkedTexts((await written(documentOf({ pages: [page] }), { ...PRINT, theme })).bytes);
  };
  const onBlack = /^0 0 0 [.\d]+ k$/;

  it('stands on the plate of black alone under the size of the theme, and takes the inks of its colour from there on', async () => {
    const texts = await inked(18);
    const coloured = texts.filter(({ fill }) => !onBlack.test(fill));
    expect(texts.filter(({ size }) => size < 18).length).toBe(13);
    expect(coloured.map(({ size, fill }) => [size, fill])).toEqual([
      ...[18, 40].flatMap((size) => [
        [size, '.9 .45 .25 .2 k'],
        [size, '.2 .8 .85 .2 k'],
        [size, '.1 .02 .1 0 k'],
        [size, '.7 .22 .63 .04 k'],
      ]),
      [30, expect.stringMatching(/ k$/)],
    ]);
  });

  it('is solid where its colour is dark, and overprints; is left out where it is light; greys stay as they are', async () => {
    const [deep, mark, tint, mid, grey, white] = await inked(18);
    for (const dark of [deep, mark]) expect(dark).toMatchObject({ fill: '0 0 0 1 k', overprint: true });
    for (const light of [tint, white]) expect(light).toMatchObject({ fill: '0 0 0 0 k', overprint: false });
    expect(mid).toMatchObject({ fill: '0 0 0 .49 k', overprint: false });
    expect(grey).toMatchObject({ fill: '0 0 0 .7 k', overprint: true });
  });

  it('is black at any size where the theme says all, and at none where it says 0', async () => {
    expect((await inked(Infinity)).filter(({ fill }) => !onBlack.test(fill))).toEqual([]);
    expect((await inked(0)).filter(({ fill }) => onBlack.test(fill)).length).toBe(8);
  });

  it('counts by the size that it comes out with', async () => {
    const { ops } = GROUND;
    const scale = (by: number) => ({ op: 'transform', matrix: [by, 0, 0, by, 0, 0] }) as const;
    const [large] = (await inked(18, { ops: [scale(3), label8(), { op: 'restore' }, ...ops] })).slice(-1);
    expect(large).toMatchObject({ size: 24, overprint: false });
    expect(large?.fill).not.toMatch(onBlack);
    const [small] = (await inked(18, { ops: [scale(0.1), { ...label8(), size: 100 }, { op: 'restore' }] })).slice(-1);
    expect(small?.fill).toBe('0 0 0 1 k');
  });

  it('has underlines and dots of its own ink', async () => {
    const run = { text: '能', paint: 'deep', dots: [4], underline: { paint: 'mark', width: 0.5 } } as const;
    const line = lineOf(setRuns(fonts, [run], 'zh'), { x: 20, y: 100, role: { artifact: 'Layout' } });
    const theme = { ...THEME, inks: { blackTextUnder: 18 } };
    const { bytes } = await written(documentOf({ pages: [[line]] }), { ...PRINT, theme });
    const operators = operatorsOf(pageContents(bytes)[0] ?? '');
    const page = operators.slice(0, operators.indexOf('/All CS 1 SCN'));
    expect(page.filter((operator) => / [kK]$/.test(operator))).toEqual(['0 0 0 1 k', '0 0 0 1 K']);
  });
});

function label8(): Extract<Drawing['ops'][number], { readonly op: 'text' }> {
  const font = { family: 'sans', weight: 400 } as const;
  return { op: 'text', text: '12', x: 5, y: 10, size: 8, font, paint: '#1d4b3b', lang: 'en', align: 'start' };
}

describe('both editions', () => {
  it('are the same bytes when written again', async () => {
    for (const variant of ['screen', 'print'] as const) {
      const once = await written(printed('ink'), { variant });
      const again = await written(printed('ink'), { variant });
      expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
    }
  });

  it('hold the same text', async () => {
    const [screen, print] = await Promise.all([readBack(printed('ink')), readBack(printed('ink'), PRINT)]);
    expect(print.pages[0]?.text.trim()).toBe('能源');
    expect(screen.pages[0]?.text.trim()).toBe('能源');
  });

  it('store a drawing once that comes on many pages', async () => {
    const item = {
      kind: 'drawing',
      x: 0,
      y: 0,
      drawing: GROUND,
      role: { artifact: 'Background' },
      origin: 'test',
    } as const;
    const busy = { ...GROUND, ops: Array.from({ length: 12 }, () => GROUND.ops).flat() };
    const pages = Array.from({ length: 9 }, () => [{ ...item, drawing: busy }]);
    const { bytes } = await written(documentOf({ pages }), { theme: THEME });
    expect(findObjects(readObjects(bytes), /\/Subtype\/Form/)).toHaveLength(1);
    expect(pageContents(bytes).every((content) => / Do\n/.test(content))).toBe(true);
  });
});
