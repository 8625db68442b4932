import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/core/index.ts';
import type { ItemRole, PlacedItem } from '../../../src/pdf/placed.ts';
import { findObjects, follow, operatorsOf, type PdfObject, pageContents, readObjects } from '../../support/read-pdf.ts';
import { documentOf, lineOf, type Stretch, setRuns, structureBuilder, testFonts, written } from './placed.ts';

const fonts = await testFonts();
const stroke = { paint: 'mark', width: 0.5 };

/** Stretches of every kind that a line can hold. */
const STRETCHES: readonly Stretch[] = [
  { text: '排放' },
  { text: 'Scope 1', lang: 'en' },
  { text: '链接', tag: { type: 'Link', key: 'a', href: 'https://example.org' } },
  { text: '强调', tag: { type: 'Strong', key: 'b' }, underline: stroke },
  { text: '0.531', strike: stroke },
  { text: '注', note: 'n', rise: 3, size: 6 },
];
const TRIANGLE: Drawing = {
  width: 6,
  height: 6,
  ops: [
    { op: 'path', segments: [['M', 0, 6], ['L', 6, 6], ['L', 3, 0], ['Z']], fill: 'deep', stroke },
    {
      op: 'text',
      text: 'en',
      x: 0,
      y: 5,
      size: 4,
      font: { family: 'sans', weight: 400 },
      paint: 'ink',
      lang: 'en',
      align: 'start',
    },
  ],
};

interface PlannedItem {
  readonly page: number;
  readonly node: number;
  readonly kind: 'line' | 'drawing';
  readonly stretches: readonly number[];
  readonly inline: 'none' | 'spoken' | 'silent' | 'box';
}

const plan = fc.array(
  fc.record({
    page: fc.nat(2),
    /** Beyond the last node: an artifact. */
    node: fc.nat(6),
    kind: fc.constantFrom('line', 'line', 'drawing'),
    stretches: fc.array(fc.nat(STRETCHES.length - 1), { minLength: 1, maxLength: 4 }),
    inline: fc.constantFrom('none', 'none', 'spoken', 'silent', 'box'),
  }),
  { maxLength: 14 },
);

function documentOfPlan(items: readonly PlannedItem[]) {
  const s = structureBuilder();
  const sect = s.node(undefined, { type: 'Sect' });
  const nodes = [
    s.node(sect, { type: 'H1' }),
    s.node(sect, { type: 'P' }),
    s.node(sect, { type: 'P', lang: 'en' }),
    s.node(sect, { type: 'Figure', alt: '图' }),
    s.node(s.node(sect, { type: 'Note', id: 'n' }), { type: 'P' }),
  ];
  const pages: PlacedItem[][] = [[], [], []];
  items.forEach(({ page, node, kind, stretches, inline }, i) => {
    const owner = nodes[node];
    const role: ItemRole = owner === undefined ? { artifact: node === 6 ? 'Background' : 'Layout' } : { node: owner };
    const place = { x: 60, y: 80 + i * 20, role };
    const runs = setRuns(
      fonts,
      stretches.map((k) => STRETCHES[k] ?? { text: '字' }),
      'zh',
    );
    const box = {
      kind: 'box',
      x: 0,
      width: 20,
      ascent: 9,
      descent: 3,
      box: { stroke, pad: [0, 0, 0, 0], margin: [0, 0] },
    } as const;
    const picture = {
      kind: 'drawing',
      x: 90,
      ascent: 6,
      drawing: TRIANGLE,
      ...(inline === 'spoken' ? { alt: '好' } : {}),
    } as const;
    const extra = inline === 'none' ? [] : [inline === 'box' ? box : picture];
    const item: PlacedItem =
      kind === 'drawing' ? { kind, ...place, drawing: TRIANGLE, origin: 'test' } : lineOf([...runs, ...extra], place);
    pages[page]?.push(item);
  });
  // Every note mark needs its note somewhere.
  pages[2]?.push(lineOf(setRuns(fonts, [{ text: '脚注' }], 'zh'), { x: 60, y: 760, role: { node: nodes[4] ?? 0 } }));
  return documentOf({ pages, structure: s.nodes });
}

/** Marks in force at each painting operator, outermost first; fails where marks and text objects do not nest. */
function paintedUnder(content: string): readonly (readonly string[])[] {
  const open: string[] = [];
  const painted: string[][] = [];
  for (const operator of operatorsOf(content)) {
    const mark = /^\/(\w+)(<<.*>>)BDC$/.exec(operator);
    if (operator === 'BT') {
      expect(open).not.toContain('BT');
      open.push('BT');
    } else if (operator === 'ET') {
      expect(open.pop()).toBe('BT');
    } else if (mark !== null) {
      open.push(`${mark[1]} ${/\/MCID (\d+)/.exec(mark[2] ?? '')?.[1] ?? ''}`.trim());
    } else if (operator === 'EMC') {
      expect(open.pop()).toMatch(/^(?!BT)./);
    } else if (/(?:Tj|TJ| Do)$|^(?:f|S|B)\*?$/.test(operator)) {
      expect(open.includes('BT')).toBe(/T[jJ]$/.test(operator));
      painted.push(open.filter((one) => one !== 'BT'));
    }
  }
  expect(open).toEqual([]);
  return painted;
}

/** Numbers of the marked content that each element of the tree owns, by page object. */
function ownedContent(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, readonly string[]> {
  const owned = new Map<string, string[]>();
  for (const [id, { body }] of objects) {
    if (!/^<<\/S\/\w+\/P \d/.test(body)) continue;
    const page = /\/Pg (\d+) 0 R/.exec(body)?.[1] ?? '';
    const kids = /\/K(?:\[((?:[^[\]]|\[[^\]]*\])*)\]| (\d+)(?=[/>]))/.exec(body);
    const list = kids?.[1] ?? kids?.[2] ?? '';
    for (const [, other, mcid] of list.matchAll(/<<\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)>>/g)) {
      owned.set(`${other} ${mcid}`, [...(owned.get(`${other} ${mcid}`) ?? []), String(id)]);
    }
    const plain = list.replace(/<<.*?>>/g, ' ').replace(/\d+ 0 R/g, ' ');
    for (const mcid of plain.match(/\d+/g) ?? []) {
      owned.set(`${page} ${mcid}`, [...(owned.get(`${page} ${mcid}`) ?? []), String(id)]);
    }
  }
  return owned;
}

describe('marked content', () => {
  it('holds everything that is painted once, and belongs to one element that the parent tree leads back to', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (items) => {
        const { bytes } = await written(documentOfPlan(items));
        const objects = readObjects(bytes);
        const owned = ownedContent(objects);
        const root = findObjects(objects, /\/Type\/StructTreeRoot/)[0];
        const numbers = follow(objects, root, 'ParentTree')?.body ?? '';
        const kids = /\/Kids\[([^\]]*)\]/.exec(findObjects(objects, /\/Type\/Pages/)[0]?.body ?? '')?.[1] ?? '';
        const pageIds = [...kids.matchAll(/(\d+) 0 R/g)].map((kid) => kid[1]);
        let found = 0;
        pageContents(bytes).forEach((content, page) => {
          for (const marks of paintedUnder(content)) {
            const numbered = marks.filter((mark) => /\d$/.test(mark));
            const artifacts = marks.filter((mark) => mark === 'Artifact');
            expect(numbered.length + artifacts.length).toBe(1);
          }
          const mcids = [...content.matchAll(/\/MCID (\d+)>>BDC/g)].map((match) => Number(match[1]));
          expect(mcids).toEqual(mcids.map((_, i) => i));
          const owners = new RegExp(`(?:\\[|R )${page} (\\d+) 0 R`).exec(numbers)?.[1];
          const row = objects.get(Number(owners))?.body ?? '';
          const back = [...row.matchAll(/(\d+) 0 R/g)].map((match) => match[1]);
          for (const mcid of mcids) expect(owned.get(`${pageIds[page]} ${mcid}`)).toEqual([back[mcid]]);
          found += mcids.length;
        });
        expect(owned.size).toBe(found);
      }),
      { numRuns: 60 },
    );
  });
});
