import { describe, expect, it } from 'vitest';
import type { Block, BlockTree, PlacedBlock, TableBlock } from '../../../src/compose/block.ts';
import { originIndex } from '../../../src/content/origins.ts';
import type { Diagnostic } from '../../../src/core/index.ts';
import type { Typeset } from '../../../src/pdf/engine/index.ts';
import { placeDiagnostics } from '../../../src/pipeline/place-diagnostics.ts';
import { list, mapping, readYaml, text } from '../../../src/source/index.ts';
import { measureFault } from '../../../src/typeset/faults.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { fakeTypeset, layout, lines, notes, pageOf, paragraph, run, stack, table, tree, withFaults } from './build.ts';

/** Each named block stands on a line of its own, its id in column 8. */
const FILE = 'content/chapters/a.yaml';
const NAMES = ['before', 'blamed', 'after', 'cell', 'note', 'row'] as const;
const YAML = `blocks:\n${NAMES.map((name) => `  - id: ${name}\n`).join('')}`;
const BLAMED = `${FILE}:3:9`;

function at(name: (typeof NAMES)[number]): string {
  return `${FILE}#/blocks/${NAMES.indexOf(name)}/id`;
}

const read = await readYaml(
  memoryWorkspace({ [FILE]: YAML }),
  FILE,
  mapping({ blocks: list(mapping({ id: text() })) }),
);
const ORIGINS = originIndex(new Map(read.ok ? [[FILE, read.value]] : []));

/** Place, code, what was expected and what was found of each diagnostic; a hint must be there. */
function told(diagnostics: readonly Diagnostic[]): readonly (readonly string[])[] {
  return placeDiagnostics(diagnostics, ORIGINS).map(({ span, code, expected, found, hints }) => {
    expect(hints.join('')).not.toBe('');
    const place = span === undefined ? '-' : `${span.file}:${span.start.line}:${span.start.column}`;
    return [place, code, expected ?? '-', found ?? '-'];
  });
}

function faults(blocks: readonly Block[], extra: Partial<BlockTree> = {}): ReturnType<typeof told> {
  return told(layout(tree(blocks, extra)).diagnostics);
}

const here = { origin: at('blamed') };
const plain = (name: string, count: number): Block => lines(name, count, { origin: at('before') });
const margin = (name: (typeof NAMES)[number], count: number): Block => ({
  kind: 'margin',
  origin: at(name),
  x: 2,
  width: 16,
  block: lines(name.slice(0, 1), count, { tag: { type: 'P' } }),
});
const tabled = (extra: Partial<TableBlock>): Block => table('t', [['a', 'b']], 0, { ...here, ...extra });
const rowsOf = (heights: readonly number[], extra: object = {}): TableBlock['body'] =>
  heights.map((height) => ({
    origin: at('row'),
    cells: [{ block: { kind: 'space', origin: at('cell'), height }, tag: { type: 'TD' } }, null],
    ...extra,
  }));

describe('what the layout reports stands at the block to blame', () => {
  it('K001: a margin note beside nothing', () => {
    expect(faults([margin('blamed', 1)])).toEqual([
      [BLAMED, 'K001', 'a block before it in its section, or the id of one in `beside`', 'neither'],
    ]);
  });

  it('K001: margin notes higher than the page, at the highest of them', () => {
    expect(faults([plain('a', 1), margin('before', 4), margin('blamed', 9)])).toEqual([
      [BLAMED, 'K001', 'at most 100.0 pt of them', '130.0 pt, of which this one takes 90.0 pt'],
    ]);
  });

  it('K001: text outside its page', () => {
    const block = { ...lines('x', 1), paragraph: { ...paragraph([run('x')]), origin: at('blamed') } };
    const placed: PlacedBlock = { kind: 'placed', origin: at('before'), x: 0, y: 145, width: 50, block };
    expect(faults([placed])).toEqual([
      [BLAMED, 'K001', 'baselines from 0 to 150.0 pt below the head of the page', '153.0 pt'],
    ]);
  });

  it('K001: columns wider than their place', () => {
    expect(faults([tabled({ columns: [70, 70] })])).toEqual([
      [BLAMED, 'K001', 'at most 100.0 pt of columns', '140.0 pt'],
    ]);
  });

  it('K001: a box, a place and a picture that are too small', () => {
    const block = lines('a', 3);
    const place: PlacedBlock = { kind: 'placed', ...here, x: 0, y: 20, width: 50, height: 20, block };
    const drawing: Block = {
      kind: 'drawing',
      ...here,
      drawing: { width: 120, height: 9, ops: [] },
      tag: { type: 'P' },
    };
    const box = stack([lines('a', 3)], { ...here, box: { height: 20 } });
    expect([box, place, drawing].flatMap((one) => faults([one]))).toEqual([
      [BLAMED, 'K001', 'at most 20.0 pt', '30.0 pt'],
      [BLAMED, 'K001', 'at most 20.0 pt', '30.0 pt'],
      [BLAMED, 'K001', 'at most 100.0 pt', '120.0 pt'],
    ]);
  });

  it('K002: a block that cannot break, wherever its origin is kept', () => {
    const tall = lines('b', 11, { ...here, keep: { together: true } });
    const unnamed: Block = { kind: 'row', origin: at('before'), cells: [{ x: 0, width: 50, block: tall }] };
    const expected = [BLAMED, 'K002', 'at most 100.0 pt', '110.0 pt'];
    expect(faults([plain('a', 2), tall])).toEqual([expected]);
    expect(faults([plain('a', 2), { ...unnamed, ...here }])).toEqual([expected]);
  });

  it('K002: a row of a table, and a table of nothing but its head', () => {
    const body = rowsOf([120]);
    const expected = 'at most 100.0 pt, head and foot of the table included';
    expect(faults([tabled({ body })])).toEqual([[`${FILE}:7:9`, 'K002', expected, '120.0 pt']]);
    expect(faults([tabled({ head: body, body: [] })])).toEqual([[BLAMED, 'K002', expected, '120.0 pt']]);
  });

  it('K003: lines, blocks and rows that could not stay together', () => {
    const cited = lines('a', 4, here, { 2: 'n' });
    const kept = Array.from({ length: 11 }, (_, i) =>
      lines(`h${i}`, 1, { keep: { withNext: true }, origin: at(i === 9 ? 'blamed' : 'before') }),
    );
    const rows = tabled({ body: rowsOf([30, 30, 30, 30], { keepWithNext: true }) });
    const tall = { id: 'n', block: stack([lines('n', 8)], { keep: { together: true } }) };
    expect(faults([cited], { notes: new Map([['n', tall]]) })[0]).toEqual([
      BLAMED,
      'K003',
      'at least 2 lines before the break and 2 after it',
      '1 and 3',
    ]);
    expect(faults(kept)).toEqual([
      [
        BLAMED,
        'K003',
        'the block and the head of the next on one page',
        '100.0 pt of page, in which nothing of the next fits below it',
      ],
    ]);
    expect(faults([rows])).toEqual([[`${FILE}:7:9`, 'K003', 'these rows on one page', 'a break behind row 3 of 4']]);
  });

  it('K003: notes that begin on a later page, and a break without effect', () => {
    const marked = { ...lines('a', 2, {}, { 1: ['m', 'n'] }), origin: at('before') };
    const cited = { ...marked, paragraph: { ...marked.paragraph, origin: at('blamed') } };
    const late = faults([cited], { notes: notes({ m: 12, n: 2 }) });
    expect(late).toEqual([
      [
        BLAMED,
        'K003',
        'each note on the page of its mark, its first two lines at least',
        'a foot of the page that has no room for 1 of them',
      ],
    ]);
    const inside: Block = { kind: 'break', ...here, to: 'page' };
    expect(faults([stack([plain('a', 1), inside], { keep: { together: true } })])).toEqual([
      [
        BLAMED,
        'K003',
        'a break between the blocks of a section',
        'one inside a cell, a column, or a box that stays whole',
      ],
    ]);
  });

  it('K004: a page, or a number of a note, that never settles', () => {
    const items = Array.from({ length: 20 }, () => ({ ...pageOf('b'), origin: at('blamed') }));
    const reference: Block = { kind: 'text', origin: at('before'), paragraph: paragraph(items) };
    const first: Block = { kind: 'page', origin: at('before'), master: 'text', label: 'viii' };
    const whole = stack([lines('a', 7)], { keep: { together: true } });
    const inTable = tabled({
      body: [{ origin: at('row'), cells: [{ block: reference, tag: { type: 'TD' } }, null] }],
      columns: [100, 0],
    });
    for (const holder of [reference, stack([reference]), inTable]) {
      expect(faults([first, holder, whole, lines('b', 1)])).toEqual([[BLAMED, 'K004', 'ix', 'viii']]);
    }
  });

  it('K005: a note that no page can hold, at the note', () => {
    const note = { id: 'n', block: stack([lines('x', 11)], { keep: { together: true }, ...here }) };
    const found = faults([lines('a', 2, {}, { 1: 'n' })], { notes: new Map([['n', note]]) });
    expect(found).toContainEqual([
      BLAMED,
      'K005',
      'at most 100.0 pt, with the rule over the notes',
      '110.0 pt that cannot break',
    ]);
  });
});

describe('text without any room', () => {
  const real: Typeset = {
    ...fakeTypeset,
    typesetParagraph: (content, measure, ...more) => {
      if (measure > 0) return fakeTypeset.typesetParagraph(content, measure, ...more);
      return { lines: [], leading: 10, baseline: 8, diagnostics: [measureFault(content, measure)] };
    },
  };

  it('L003: is reported although nothing of it is placed', () => {
    const block = { ...lines('m', 1), paragraph: { ...paragraph([run('m')]), origin: at('blamed') } };
    const none: Block = { kind: 'margin', origin: at('before'), x: 2, width: 0, block };
    expect(told(withFaults(real, tree([plain('a', 1), none])))).toEqual([[BLAMED, 'L003', 'a length above 0 pt', '0']]);
  });

  it('K001: cells whose padding leaves none are told of once, at their table', () => {
    const cell = { block: lines('c', 1, { origin: at('cell') }), tag: { type: 'TD' as const } };
    const cells = Array.from({ length: 20 }, () => ({ ...cell, pad: [0, 4, 0, 4] as const }));
    const narrow: Block = tabled({
      columns: cells.map(() => 'auto' as const),
      head: [{ origin: at('row'), cells }],
      body: Array.from({ length: 20 }, () => ({ origin: at('row'), cells })),
    });
    expect(told(withFaults(real, tree([narrow])))).toEqual([
      [BLAMED, 'K001', 'columns of more than 8.0 pt', '20 columns, the narrowest 5.0 pt'],
    ]);
  });
});
