import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/core/index.ts';
import { findObjects, follow, operatorsOf, pageContents, readObjects } from '../../support/read-pdf.ts';
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
