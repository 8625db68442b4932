import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ColumnsBlock, TextBlock } from '../../../src/compose/block.ts';
import type { PlacedDocument, PlacedLine } from '../../../src/pdf/placed.ts';
import { ADVANCE, laidOut, lines, linesOn, MASTER, notes, paragraph, run, stack, table, tree } from './build.ts';

const WIDE = 60;
const NARROW = 30;

function columns(children: readonly Block[], extra: Partial<ColumnsBlock> = {}): ColumnsBlock {
  return {
    kind: 'columns',
    origin: 'o',
    columns: [
      { x: 0, width: WIDE },
      { x: 70, width: NARROW },
    ],
    children,
    ...extra,
  };
}

/** A paragraph of so many characters without a space; its place in the alphabet tells them apart. */
function prose(name: string, count: number, extra: Partial<TextBlock> = {}): TextBlock {
  const text = Array.from({ length: count }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
  return { kind: 'text', id: name, origin: 'o', tag: { type: 'P' }, paragraph: paragraph([run(text)]), ...extra };
}

/** The lines of a document by page and column, from the left. */
function byColumn(document: PlacedDocument): readonly (readonly PlacedLine[])[] {
  return document.pages.flatMap((page) => {
    const placed = linesOn(page).filter((line) => !line.line.text.startsWith('note'));
    const at = [...new Set(placed.map((line) => line.x))].sort((a, b) => a - b);
    return at.map((x) => placed.filter((line) => line.x === x));
  });
}

const widthOf = (line: PlacedLine): number => line.line.text.length * ADVANCE;
const textOf = (placed: readonly PlacedLine[]): string => placed.map((line) => line.line.text).join('');

describe('columns of unequal width', () => {
  it('set a paragraph in each column at its own width, and again on the next page', () => {
    const document = laidOut(tree([columns([prose('p', 12 * 10 + 6 * 10 + 12 * 10 + 6 * 4)])]));
    const parts = byColumn(document);
    expect(parts.map((part) => part.length)).toEqual([10, 10, 10, 4]);
    expect(parts.map((part) => new Set(part.map(widthOf)))).toEqual([
      new Set([WIDE]),
      new Set([NARROW]),
      new Set([WIDE]),
      new Set([NARROW]),
    ]);
    expect(textOf(parts.flat())).toBe(textOf(byColumn(laidOut(tree([prose('p', 324)]))).flat()));
  });

  it('hold a paragraph in one element, and blocks that begin in the second column at its width', () => {
    const document = laidOut(tree([columns([prose('p', 150), prose('q', 30)])]));
    const [first = [], second = []] = byColumn(document);
    const nodes = [...first, ...second].map((line) => ('node' in line.role ? line.role.node : undefined));
    expect(new Set(nodes).size).toBe(2);
    expect(document.structure.map((node) => node.tag.type)).toEqual(['P', 'P']);
    expect(second.map(widthOf)).toEqual(Array.from({ length: 10 }, () => NARROW));
    expect(document.placements.get('q')?.boxes[0]?.width).toBe(NARROW);
  });

  it('fill a wider column after a narrower one', () => {
    const turned = columns([prose('p', 200)], {
      columns: [
        { x: 0, width: NARROW },
        { x: 40, width: WIDE },
      ],
    });
    const parts = byColumn(laidOut(tree([turned])));
    expect(parts.map((part) => part.length)).toEqual([10, 10, 4]);
    expect(parts[1]?.every((line) => widthOf(line) === WIDE)).toBe(true);
  });

  it('let no single line go on in a wider column', () => {
    // 12 narrow lines: two of them are left at the foot of the first column, and would be one line of the wide one.
    const turned = columns([prose('p', 6 * 12)], {
      columns: [
        { x: 0, width: NARROW },
        { x: 40, width: WIDE },
      ],
    });
    const parts = byColumn(laidOut(tree([turned])));
    expect(parts).toHaveLength(2);
    expect(parts[1]?.length).toBeGreaterThanOrEqual(2);
    expect(textOf(parts.flat())).toHaveLength(72);
  });

  it('set what is left of a table row that was broken within its cells at the width of the next column', () => {
    const blocks = (width: number): readonly Block[] => {
      const cell = (name: string, count: number): { readonly block: Block; readonly tag: { readonly type: 'TD' } } => ({
        block: prose(name, count),
        tag: { type: 'TD' },
      });
      const body = [
        { origin: 'o', cells: [cell('l', 170), cell('r', 12)] },
        { origin: 'o', cells: [cell('m', 6), cell('s', 6)] },
      ];
      return [
        {
          kind: 'table',
          id: 't',
          origin: 'o',
          tag: { type: 'Table' },
          columns: [width / 2, width / 2],
          head: [],
          body,
        },
      ];
    };
    const document = laidOut(tree([columns(blocks(WIDE), { others: [{ width: NARROW, children: blocks(NARROW) }] })]));
    const placed = document.pages.flatMap(linesOn);
    const left = placed.filter((line) => line.x === MASTER.flow.x);
    const right = placed.filter((line) => line.x === MASTER.flow.x + 70);
    expect(left.map(widthOf)).toEqual(Array.from({ length: 20 }, () => WIDE / 2));
    expect(right.slice(0, 16).map(widthOf)).toEqual(Array.from({ length: 16 }, () => NARROW / 2));
    expect(textOf(placed)).toHaveLength(170 + 12 + 12);
  });

  it('go on in the first of the next page, at its width, where a block has no room in the second', () => {
    const whole = prose('q', 66, { keep: { together: true } });
    const document = laidOut(tree([columns([prose('p', 12 * 10), whole])]));
    const parts = byColumn(document);
    expect(parts.map((part) => part.length)).toEqual([10, 6]);
    expect(parts[1]?.map(widthOf).slice(0, 5)).toEqual([WIDE, WIDE, WIDE, WIDE, WIDE]);
  });

  it('end level when they are balanced', () => {
    const document = laidOut(tree([columns([prose('p', 180)], { balance: true })]));
    const [first = [], second = []] = byColumn(document);
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(1);
    expect(first.length + second.length).toBeLessThanOrEqual(21);
  });

  it('take blocks that were composed for each width', () => {
    const cells = (width: number): Block => ({
      kind: 'row',
      origin: 'o',
      cells: [
        { x: 0, width: width / 2, block: prose('l', 4) },
        { x: width / 2, width: width / 2, block: prose('r', 4) },
      ],
    });
    const blocks = (width: number): readonly Block[] => [prose('p', 12 * 10), cells(width)];
    const document = laidOut(tree([columns(blocks(WIDE), { others: [{ width: NARROW, children: blocks(NARROW) }] })]));
    expect(document.placements.get('r')?.boxes[0]?.x).toBe(MASTER.flow.x + 70 + NARROW / 2);
  });

  it('bring the notes of each column to the foot of its page, once', () => {
    const text = lines('p', 14, {}, { 2: 'a', 13: 'b' });
    const document = laidOut(tree([columns([text])], { notes: notes({ a: 1, b: 1 }) }));
    const all = document.pages.flatMap((page) => linesOn(page).map((line) => line.line.text));
    expect(all.filter((each) => each.startsWith('note-a'))).toHaveLength(1);
    expect(all.filter((each) => each.startsWith('note-b'))).toHaveLength(1);
  });

  it('lose and repeat nothing, stay in their columns, and leave no single lines', () => {
    const part = fc.oneof(
      fc.record({ kind: fc.constant('prose' as const), count: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ kind: fc.constant('table' as const), count: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('box' as const), count: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ kind: fc.constant('cell' as const), count: fc.integer({ min: 1, max: 120 }) }),
    );
    const widths = fc.record({
      first: fc.constantFrom(20, 30, 45, 60),
      second: fc.constantFrom(20, 30, 45, 60),
      balance: fc.boolean(),
      parts: fc.array(part, { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(widths, ({ first, second, balance, parts }) => {
        const children = parts.map((each, i): Block => {
          if (each.kind === 'prose') return prose(`p${i}`, each.count, { before: 4 });
          if (each.kind === 'box') return stack([prose(`b${i}`, each.count)], { box: { pad: [2, 5, 2, 5] } });
          if (each.kind === 'cell') {
            const cells = [{ block: prose(`c${i}`, each.count), tag: { type: 'TD' as const } }];
            return { ...table(`t${i}`, [], 0, { columns: [20] }), columns: [20], body: [{ origin: 'o', cells }] };
          }
          const rows = Array.from({ length: each.count }, (_, at) => [String(at % 10)]);
          return table(`t${i}`, rows, 0, { columns: [20] });
        });
        const places = [
          { x: 0, width: first },
          { x: first + 5, width: second },
        ];
        const document = laidOut(tree([columns(children, { columns: places, balance })]));
        const texts = new Map<number, string>();
        for (const line of document.pages.flatMap(linesOn)) {
          const node = 'node' in line.role ? line.role.node : -1;
          texts.set(node, (texts.get(node) ?? '') + line.line.text);
          const place = line.x < MASTER.flow.x + first ? places[0] : places[1];
          const right = MASTER.flow.x + (place?.x ?? 0) + (place?.width ?? 0);
          expect(line.x + widthOf(line)).toBeLessThanOrEqual(right + 0.01);
          expect(line.y).toBeLessThanOrEqual(MASTER.flow.bottom);
        }
        const whole = laidOut(tree(children));
        const expected = new Map<number, string>();
        for (const line of whole.pages.flatMap(linesOn)) {
          const node = 'node' in line.role ? line.role.node : -1;
          expected.set(node, (expected.get(node) ?? '') + line.line.text);
        }
        expect([...texts].sort(([a], [b]) => a - b)).toEqual([...expected].sort(([a], [b]) => a - b));
      }),
      { numRuns: 100 },
    );
  });
});
