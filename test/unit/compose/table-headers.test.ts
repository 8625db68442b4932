import { describe, expect, test } from 'vitest';
import type { TableBlock, TableRow } from '../../../src/compose/block.ts';
import { block, read } from './composing.ts';

/** The text of the header cells that a reader of each cell hears, cell by cell; header cells by their own text too. */
function heard(table: TableBlock): readonly string[] {
  const rows = [...table.head, ...table.body];
  const texts = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell?.tag.id, textOf(row, cell)] as const)));
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      if (cell === null) return [];
      const over = (cell.tag.headers ?? []).map((id) => texts.get(id) ?? `missing ${id}`);
      return [`${textOf(row, cell)} < ${over.join(' > ')}`];
    }),
  );
}

function textOf(_row: TableRow, cell: TableRow['cells'][number]): string {
  return cell?.block.kind === 'text' ? read(cell.block) : '';
}

const table = (html: string): TableBlock => block('table', `<table>${html}</table>`);

describe('the header cells of a cell', () => {
  test('are its year, the head of its group, and its row', () => {
    const found = heard(
      table(`
        <thead><tr><th scope="col">Indicator</th><th scope="col">2022</th><th scope="col">2023</th></tr></thead>
        <tbody>
          <tr><th scope="colgroup" colspan="3">Water</th></tr>
          <tr><th scope="row">Taken</th><td>1</td><td>2</td></tr>
        </tbody>
        <tbody>
          <tr><th scope="colgroup" colspan="3">Waste</th></tr>
          <tr><th scope="row">Burnt</th><td>3</td><td>4</td></tr>
        </tbody>`),
    );
    expect(found.slice(3)).toEqual([
      'Water < ',
      'Taken < Water',
      '1 < 2022 > Water > Taken',
      '2 < 2023 > Water > Taken',
      'Waste < ',
      'Burnt < Waste',
      '3 < 2022 > Waste > Burnt',
      '4 < 2023 > Waste > Burnt',
    ]);
  });

  test('are both levels of a head of two rows', () => {
    const found = heard(
      table(`
        <thead>
          <tr><th scope="col" rowspan="2">Scope</th><th scope="colgroup" colspan="2">2023</th></tr>
          <tr><th scope="col">own</th><th scope="col">bought</th></tr>
        </thead>
        <tbody><tr><th scope="row">One</th><td>1</td><td>2</td></tr></tbody>`),
    );
    expect(found).toEqual([
      'Scope < ',
      '2023 < ',
      'own < 2023',
      'bought < 2023',
      'One < ',
      '1 < 2023 > own > One',
      '2 < 2023 > bought > One',
    ]);
  });

  test('are those of all rows and columns that it or they span', () => {
    const found = heard(
      table(`
        <thead><tr><th scope="col" colspan="2">Site</th><th scope="col">2022</th><th scope="col">2023</th></tr></thead>
        <tbody>
          <tr><th scope="rowgroup" rowspan="2">North</th><th scope="row">Pier</th><td>1</td><td>2</td></tr>
          <tr><th scope="row">Dock</th><td colspan="2">3</td></tr>
          <tr><th scope="row" colspan="2">South</th><td>4</td><td>5</td></tr>
        </tbody>`),
    );
    expect(found.slice(3)).toEqual([
      'North < ',
      'Pier < North',
      '1 < 2022 > North > Pier',
      '2 < 2023 > North > Pier',
      'Dock < North',
      '3 < 2022 > 2023 > North > Dock',
      'South < ',
      '4 < 2022 > South',
      '5 < 2023 > South',
    ]);
  });

  test('are told by scope alone in a plain table', () => {
    const plain = table(`
      <thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
      <tbody><tr><th scope="row">c</th><td>d</td></tr></tbody>`);
    expect(heard(plain)).toEqual(['a < ', 'b < ', 'c < ', 'd < ']);
    expect(plain.head[0]?.cells[0]?.tag.id).toBeUndefined();
  });

  test('have other ids in every table', () => {
    const one =
      '<thead><tr><th scope="colgroup" colspan="2">a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody>';
    const both = block('stack', `<div id="two"><table>${one}</table><table>${one}</table></div>`);
    const ids = both.children.map((child) => (child.kind === 'table' ? child.head[0]?.cells[0]?.tag.id : ''));
    expect(new Set(ids).size).toBe(2);
  });

  test('do not fail where rows are ragged: what is missing is nobody’s', () => {
    const found = heard(
      table(`
        <thead><tr><th scope="col">a</th><th scope="colgroup" colspan="9">b</th></tr></thead>
        <tbody><tr><th scope="row">c</th></tr><tr><th scope="row" rowspan="7">d</th><td colspan="4">e</td></tr></tbody>`),
    );
    expect(found).toContain('c < ');
    expect(found).toContain('e < b > d');
  });
});

test('a header cell that shows nothing says its hidden text', () => {
  const { head } = block(
    'table',
    '<table><tr><td>x</td></tr><thead><tr><th scope="col"><p><span class="hidden">State</span></p></th></tr></thead></table>',
    {
      styles: { '.hidden': { hidden: true } },
    },
  );
  expect(head[0]?.cells[0]?.tag).toMatchObject({ type: 'TH', actualText: 'State' });
});

describe('the caption of a table', () => {
  test('is one line in one language', () => {
    const { caption } = table('<caption>Water</caption><tr><td>x</td></tr>');
    expect(caption).toMatchObject({ kind: 'text', tag: { type: 'Caption' } });
  });

  test('holds the title in both languages, the second with its own', () => {
    const { caption } = block(
      'table',
      '<table><caption><pair><p lang="zh">水</p><p lang="en">Water</p></pair></caption><tr><td>x</td></tr></table>',
      { edition: 'bilingual' },
    );
    expect(caption).toMatchObject({ kind: 'stack', tag: { type: 'Caption' } });
    const said = JSON.stringify(caption);
    expect(said.indexOf('水')).toBeLessThan(said.indexOf('Water'));
    expect(said).toContain('"tag":{"type":"P","lang":"en"}');
  });
});
