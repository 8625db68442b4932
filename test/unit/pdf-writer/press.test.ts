import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/core/index.ts';
import type { PlacedItem } from '../../../src/pdf/placed.ts';
import { pressProfile } from '../../../src/pdf/writer/icc/press-profile.ts';
import { srgbProfile } from '../../../src/pdf/writer/icc/srgb.ts';
import { pressPages, readPrintCondition } from '../../../src/pdf/writer/index.ts';
import { findObjects, operatorsOf, pageContents, readObjects } from '../../support/read-pdf.ts';
import { documentOf, lineOf, PAGE, setRuns, testFonts, written } from './placed.ts';

const fonts = await testFonts();
const FOOTER = { artifact: 'Pagination', subtype: 'Footer' } as const;

function textAt(x: number): PlacedItem {
  return lineOf(setRuns(fonts, [{ text: '能源' }], 'zh'), { x, y: 100, role: FOOTER });
}

function box(width: number, count = 1): Drawing {
  const outline = [['M', 0, 0], ['L', width, 0], ['L', width, 9], ['Z']] as const;
  return {
    width,
    height: 9,
    ops: Array.from({ length: count }, () => ({ op: 'path', segments: outline, fill: 'deep' })),
  };
}

function drawn(x: number, drawing: Drawing, artifact: 'Background' | 'Pagination' = 'Pagination'): PlacedItem {
  return { kind: 'drawing', x, y: 10, drawing, role: { artifact }, origin: 'test' };
}

const xOf = (items: readonly PlacedItem[]): readonly number[] => items.map((item) => item.x);

describe('pages for the press', () => {
  it('stand away from the spine, left of it on even pages and right of it on odd ones', () => {
    const { pages } = pressPages(documentOf({ pages: [[textAt(50)], [textAt(50)]] }), 8);
    expect(pages.slice(0, 2).map((page) => xOf(page.items))).toEqual([[58], [42]]);
  });

  it('keep the thumb index at the trim, and art that covers the page where it was drawn', () => {
    const thumbs = drawn(PAGE.width - 20, box(20));
    const art = drawn(0, box(PAGE.width, 3), 'Background');
    const { pages } = pressPages(
      documentOf({
        pages: [
          [textAt(50), thumbs],
          [textAt(50), art],
        ],
      }),
      8,
    );
    expect(pages.slice(0, 2).map((page) => xOf(page.items))).toEqual([
      [58, PAGE.width - 20],
      [50, 0],
    ]);
  });

  it('that are turned move along the binding as sheets do, their own head at the left', () => {
    const text = { ...textAt(50), role: { artifact: 'Layout' } } as PlacedItem;
    const made = documentOf({
      pages: [
        [text, textAt(50)],
        [text, textAt(50)],
      ],
    });
    const turned = { ...made, pages: made.pages.map((page) => ({ ...page, turned: true as const })) };
    const { pages } = pressPages(turned, 8);
    expect(pages.slice(0, 2).map((page) => page.items.map(({ x, y }) => [x, y]))).toEqual([
      [
        [50, 108],
        [58, 100],
      ],
      [
        [50, 92],
        [42, 100],
      ],
    ]);
    expect([pages[3]?.width, pages[3]?.height]).toEqual([PAGE.height, PAGE.width]);
  });

  it('are filled up to whole sheets of four, and numbered on', () => {
    const { pages } = pressPages(documentOf({ pages: [[textAt(5)], [], [], [], []] }), 0);
    expect(pages.map((page) => page.label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(pages.slice(5).flatMap((page) => page.items)).toEqual([]);
  });
});

describe('an imposed booklet', () => {
  const document = documentOf({ pages: Array.from({ length: 8 }, (_, i) => [textAt(100 + i)]) });

  it('pairs pages so that folded sheets read in order', async () => {
    const { bytes } = await written(document, { variant: 'print', impose: 'saddle', conformance: { claim: false } });
    const places = pageContents(bytes).map((content) =>
      operatorsOf(content)
        .filter((operator) => operator.endsWith(' Td'))
        .map((operator) => Math.round(Number(operator.split(' ')[0]))),
    );
    const right = Math.round(PAGE.width);
    expect(places).toEqual([
      [107, right + 100],
      [101, right + 106],
      [105, right + 102],
      [103, right + 104],
    ]);
  });

  it('has room for a page that is wider or higher than the one beside it', async () => {
    const made = documentOf({ pages: Array.from({ length: 4 }, (_, i) => [textAt(100 + i)]) });
    const wide = made.pages.map((page, i) => (i === 0 ? { ...page, width: PAGE.height, height: PAGE.width } : page));
    const options = { variant: 'print', impose: 'saddle', conformance: { claim: false } } as const;
    const { bytes } = await written({ ...made, pages: wide }, options);
    const [sheet] = findObjects(readObjects(bytes), /\/Type\/Page\//);
    expect(sheet?.body).toMatch(/MediaBox\[0 0 1437.17 841.89\]/);
    expect(pageContents(bytes)[0]).toMatch(new RegExp(`^${(PAGE.width + 100).toFixed(2)} 741.89 Td`, 'm'));
  });

  it('has sheets of two trims without bleed, and claims no standard', async () => {
    const { bytes } = await written(document, { variant: 'print', impose: 'saddle', conformance: { claim: false } });
    const pages = findObjects(readObjects(bytes), /\/Type\/Page\//);
    expect(pages).toHaveLength(4);
    for (const { body } of pages) expect(body).toMatch(/MediaBox\[0 0 1190.56 841.89\].*TrimBox\[0 0 1190.56 841.89\]/);
    expect(Buffer.from(bytes).includes('PDF/X-4')).toBe(false);
  });
});

describe('a print profile', () => {
  const known = { identifier: 'FOGRA39', info: 'Offset', registry: 'http://www.color.org' };
  const told = (bytes: Uint8Array): string => {
    const result = readPrintCondition(bytes, known);
    return result.ok ? 'good' : result.diagnostics.map(({ code, message }) => `${code} ${message}`).join();
  };
  const changed = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(pressProfile());
    change(copy);
    return copy;
  };

  it('is a whole profile of a CMYK output device', () => {
    expect(told(pressProfile())).toBe('good');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'W002 the print profile is no ICC profile'],
    ['another file', Buffer.alloc(4096, 0x20), 'W002 the print profile is no ICC profile'],
    ['a screen profile', srgbProfile(), "W002 the print profile is of class 'mntr'"],
    ['an RGB printer', changed((copy) => copy.write('RGB ', 16)), 'W002 the print profile is for RGB'],
    [
      'half a profile',
      pressProfile().subarray(0, 5000),
      /W002 the print profile is cut off: 5000 of \d+ bytes are there/,
    ],
    [
      'a tag that leads out',
      changed((copy) => copy.writeUInt32BE(0x7fffffff, 140)),
      'W002 the print profile is damaged: a tag leads out of it',
    ],
    ['no table to inks', changed((copy) => copy.write('xxxx', 132 + 6 * 12)), 'W002 the print profile has no B2A0'],
  ])('is not %s', (_, bytes, message) => {
    expect(told(bytes)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('goes into the file under its own name', async () => {
    const condition = readPrintCondition(pressProfile(), known);
    if (!condition.ok) throw new Error('the profile is good');
    const document = documentOf({ pages: [[textAt(50)]] });
    const { bytes } = await written(document, { variant: 'print', printCondition: condition.value });
    const [intent] = findObjects(readObjects(bytes), /\/S\/GTS_PDFX/);
    expect(intent?.body).toContain('/OutputConditionIdentifier(FOGRA39)');
  });
});
