import { expect, test } from 'vitest';
import { block, read } from './composing.ts';

const styles = {
  '.c-name': { pad: [0, 4, 0, 0] },
  '.c-fig': { width: 60, pad: [0, 5, 0, 3] },
  '.c-tint': { width: 50, ground: 'break_tint' },
  '.r': { pad: [3.1, 9, 2.9, 9], bottom: { paint: 'hair', width: 0.4 }, 'min-height': 18.75 },
  '.g': { keep: 'next' },
  '.cell': { pad: [1, 1, 1, 1], ground: 'mark_tint' },
};

const columns = '<colgroup><col class="c-name"><col class="c-fig"><col class="c-tint"></colgroup>';
const row = (name: string, extra = ''): string =>
  `<tr class="r"><th scope="row"><p>${name}</p></th><td><p>1</p></td><td${extra}><p>2</p></td></tr>`;

test('the column without a width takes what the others leave', () => {
  const table = block('table', `<table>${columns}<tbody>${row('a')}</tbody></table>`, { styles });
  expect(table.columns).toEqual([383.2, 60, 50]);
  expect(table.tag).toEqual({ type: 'Table' });
});

test('several open columns are left to their contents', () => {
  expect(block('table', '<table><tr><td>a</td><td>b</td></tr></table>').columns).toEqual(['auto', 'auto']);
});

test('a cell pads by its column at the sides and by its row above and below, unless it says so itself', () => {
  const table = block('table', `<table>${columns}<tbody>${row('a', ' class="cell"')}</tbody></table>`, { styles });
  expect(table.body[0]?.cells.map((cell) => cell?.pad)).toEqual([
    [3.1, 4, 2.9, 0],
    [3.1, 5, 2.9, 3],
    [1, 1, 1, 1],
  ]);
});

test('the ground of a cell is its own, else its column’s', () => {
  const grounds = (extra: string): readonly unknown[] =>
    block('table', `<table>${columns}<tbody>${row('a', extra)}</tbody></table>`, { styles }).body[0]?.cells.map(
      (cell) => cell?.ground,
    ) ?? [];
  expect(grounds('')).toEqual([undefined, undefined, 'break_tint']);
  expect(grounds(' class="cell"')).toEqual([undefined, undefined, 'mark_tint']);
});

test('rows carry their rules, height, and header cells their scope', () => {
  const table = block(
    'table',
    `<table>${columns}<thead><tr><th scope="col"><p>h</p></th><th scope="col"></th><th scope="colgroup"></th></tr></thead><tbody>${row('a')}</tbody></table>`,
    { styles },
  );
  expect(table.body[0]).toMatchObject({ bottom: { paint: 'hair', width: 0.4 }, minHeight: 18.75 });
  expect(table.head[0]?.cells.map((cell) => cell?.tag.scope)).toEqual(['Column', 'Column', 'Column']);
  expect(table.body[0]?.cells.map((cell) => [cell?.tag.type, cell?.tag.scope])).toEqual([
    ['TH', 'Row'],
    ['TD', undefined],
    ['TD', undefined],
  ]);
});

test('a cell of one paragraph holds its text itself', () => {
  const table = block('table', `<table>${columns}<tbody>${row('a')}</tbody></table>`, { styles });
  const first = table.body[0]?.cells[0]?.block;
  expect(first?.kind === 'text' && [read(first), first.tag]).toEqual(['a', undefined]);
});

test('spans leave their places to null', () => {
  const table = block(
    'table',
    '<table><tr><td colspan="2">a</td><td rowspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>',
  );
  const shape = table.body.map((line) =>
    line.cells.map((cell) => (cell === null ? null : [cell.colSpan, cell.rowSpan])),
  );
  expect(shape).toEqual([
    [[2, undefined], null, [undefined, 2]],
    [[undefined, undefined], [undefined, undefined], null],
  ]);
  expect(table.body[0]?.cells[0]?.tag).toMatchObject({ type: 'TD', colSpan: 2 });
});

test('a group’s head stays with its first row, and no row of it stands alone', () => {
  const group = `<tbody><tr class="g"><th colspan="3" scope="colgroup">G</th></tr>${row('a')}${row('b')}${row('c')}${row('d')}</tbody>`;
  const table = block('table', `<table>${columns}${group}${group}</table>`, { styles });
  const kept = table.body.map((line) => line.keepWithNext === true);
  expect(kept).toEqual([true, true, false, true, false, true, true, false, true, false]);
});

test('a row is found by its id, and a caption belongs to the table', () => {
  const table = block('table', '<table><caption>All</caption><tr id="r1"><td>a</td></tr></table>');
  expect(table.body[0]?.cells[0]?.block.id).toBe('r1');
  expect(table.caption).toMatchObject({ tag: { type: 'Caption' } });
});

test('figures stand decimal under decimal; whole numbers end at the point', () => {
  const rule = { '.d': { align: 'decimal', size: 8 } };
  const line = (figure: string): string => `<tr><td><p class="d">${figure}</p></td></tr>`;
  const { body } = block('table', `<table>${['1.25', '12', '3.5', '7 %'].map(line).join('')}</table>`, {
    styles: rule,
  });
  const room = body.map((one) => {
    const cell = one.cells[0]?.block;
    const last = cell?.kind === 'text' ? cell.paragraph.items.at(-1) : undefined;
    return last?.kind === 'space' ? last.width : 0;
  });
  expect(room).toEqual([0, 12, 4, 4]);
});

test('marks of notes hang outside the alignment, as far as their cell has padding', () => {
  const rule = { '.d': { align: 'decimal', size: 8 }, '.pad': { pad: [0, 3, 0, 0] } };
  const mark = '<noteref note="n"></noteref>';
  const line = (figure: string): string => `<tr><td class="pad"><p class="d">${figure}</p></td></tr>`;
  const roomOf = (figures: readonly string[], note: string): readonly number[] =>
    block('table', `<table>${figures.map(line).join('')}</table>${note}`, {
      styles: { ...rule, noteref: { scale: 0.5 } },
    }).body.map((one) => {
      const cell = one.cells[0]?.block;
      const last = cell?.kind === 'text' ? cell.paragraph.items.at(-1) : undefined;
      return last?.kind === 'space' ? last.width : 0;
    });
  const note = '<note id="n" label="1"><p>x</p></note>';
  const wide = '<note id="n" label="123"><p>x</p></note>';
  expect(roomOf([`1.25${mark}`, '12', '3.5'], note)).toEqual([-2, 12, 4]);
  expect(roomOf([`1.25${mark}`, '12', '3.5'], wide)).toEqual([-3, 15, 7]);
});

test('a figure that fills its cell is not pushed out of it by the tail of another', () => {
  const line = (figure: string): string => `<tr><td><p class="d">${figure}</p></td></tr>`;
  const figures = ['1.25', '12', '12345678'].map(line).join('');
  const { body } = block('table', `<table><colgroup><col class="c"></colgroup>${figures}</table>`, {
    styles: { '.d': { align: 'decimal', size: 8 }, '.c': { width: 36 } },
  });
  const room = body.map((one) => {
    const cell = one.cells[0]?.block;
    const last = cell?.kind === 'text' ? cell.paragraph.items.at(-1) : undefined;
    return last?.kind === 'space' ? last.width : 0;
  });
  expect(room).toEqual([0, 12, 4]);
});

test('a raised mark behind a figure hangs outside the alignment, with the space that it takes back', () => {
  const line = (figure: string): string => `<tr><td class="pad"><p class="d">${figure}</p></td></tr>`;
  const roomOf = (figures: readonly string[]): readonly number[] =>
    block('table', `<table>${figures.map(line).join('')}</table>`, {
      styles: { '.d': { align: 'decimal', size: 8 }, '.pad': { pad: [0, 5, 0, 0] }, '.m': { 'space-after': -4 } },
    }).body.map((one) => {
      const cell = one.cells[0]?.block;
      const items = cell?.kind === 'text' ? cell.paragraph.items : [];
      const raised = items.findIndex((item) => item.kind === 'text' && item.style.rise > 0);
      const spaces = items.slice(raised + 1).flatMap((item) => (item.kind === 'space' ? [item.width] : []));
      return spaces.reduce((sum, width) => sum + width, 0);
    });
  const [bare = 0] = roomOf(['1.25<sup>R</sup>', '12', '3.5']);
  const [taken = 0, ...others] = roomOf(['1.25<sup class="m">R</sup>', '12', '3.5']);
  expect(bare).toBeLessThan(0);
  expect(taken).toBeCloseTo(bare, 2);
  expect(others).toEqual([12, 4]);
});

test('figures of two languages in a cell are aligned each', () => {
  const pair = (figure: string): string =>
    `<tr><td><p lang="zh" class="d">${figure}</p><p lang="en" class="d">${figure}</p></td></tr>`;
  const { body } = block('table', `<table>${['1.25', '3.5'].map(pair).join('')}</table>`, {
    styles: { '.d': { align: 'decimal', size: 8 } },
  });
  const rooms = body.map((one) => {
    const cell = one.cells[0]?.block;
    const children = cell?.kind === 'stack' ? cell.children : [];
    return children.map((child) => (child.kind === 'text' ? child.paragraph.items.at(-1) : undefined)?.kind);
  });
  expect(rooms).toEqual([
    ['text', 'text'],
    ['space', 'space'],
  ]);
});

test('ragged rows are as wide as the table: what is missing is empty, and spans end at its edges', () => {
  const { body } = block(
    'table',
    `<table>${columns}<tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td></tr>
     <tr><td>e</td><td rowspan="9">f</td><td>g</td></tr><tr><td colspan="9">h</td></tr></table>`,
    { styles },
  );
  const shape = body.map((line) =>
    line.cells.map((cell) => (cell === null ? null : [cell.tag.type, cell.tag.colSpan ?? 1, cell.tag.rowSpan ?? 1])),
  );
  const plain = ['TD', 1, 1];
  expect(shape).toEqual([
    [plain, plain, plain],
    [plain, plain, plain],
    [plain, ['TD', 1, 2], plain],
    [plain, null, plain],
  ]);
});

test('what stands in a foot is no row, and stands under the table with the space over it', () => {
  const table = block(
    'table',
    `<table><tr><td>a</td></tr><tfoot><tr><td><p class="f">Under</p></td></tr></tfoot></table>`,
    {
      styles: { '.f': { before: 4 } },
    },
  );
  expect(table.body).toHaveLength(1);
  expect(table.foot).toMatchObject({ kind: 'stack', before: 4, children: [{ kind: 'text' }] });
  expect(block('table', `<table><tr><td>a</td></tr><tfoot><tr><td></td></tr></tfoot></table>`).foot).toBeUndefined();
});
