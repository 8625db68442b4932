import { expect, test } from 'vitest';
import { block, everyBlock, faults, read, tree } from './composing.ts';

test('a paragraph is set in the body style of its language', () => {
  expect(block('text', '<p>Text</p>')).toMatchObject({
    tag: { type: 'P' },
    after: 7.5,
    paragraph: { lang: 'en', leading: 15, align: 'start', hyphenate: true, hang: 0, indent: 0 },
  });
});

test('an element in the other language says so in the structure', () => {
  expect(block('text', '<p lang="zh">字</p>').tag).toEqual({ type: 'P', lang: 'zh' });
  expect(block('text', '<p lang="en">x</p>').tag).toEqual({ type: 'P' });
});

test('headings keep with what follows and are not hyphenated', () => {
  const heading = block('text', '<h2 id="a">Title</h2>');
  expect(heading).toMatchObject({ id: 'a', tag: { type: 'H1' }, keep: { withNext: true } });
  expect(heading.paragraph).toMatchObject({ balance: true, hyphenate: false });
});

test('heading levels skip none, whatever the templates wrote', () => {
  const { children } = tree('<h2>a</h2><h4>b</h4><h4>c</h4><h3>d</h3><h5>e</h5><h1>f</h1><h6>g</h6>');
  const types = children.map((child) => (typeof child.tag === 'object' ? child.tag.type : ''));
  expect(types).toEqual(['H1', 'H2', 'H2', 'H2', 'H3', 'H1', 'H2']);
});

test('only headings with an outline text enter the outline, at levels of their own', () => {
  const { children } = tree('<h1 outline="A">a</h1><h2>b</h2><h3 outline="C">c</h3>');
  expect(children.map((child) => (child.kind === 'text' ? child.outline : undefined))).toEqual([
    { level: 1, title: 'A', lang: 'en' },
    undefined,
    { level: 2, title: 'C', lang: 'en' },
  ]);
});

test('an empty paragraph sets nothing', () => {
  expect(tree('<p> </p><p><span></span></p>').children).toEqual([]);
});

test('loose text in a box is a paragraph', () => {
  const stack = block('stack', '<div>loose <strong>text</strong><p>more</p></div>');
  expect(stack.children.map((child) => (child.kind === 'text' ? read(child) : ''))).toEqual(['loose text', 'more']);
});

test('lists hang their text beside the marker, nested ones deeper and with another', () => {
  const list = block('stack', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>');
  expect(list.tag).toEqual({ type: 'L', listNumbering: 'Disc' });
  const [item] = list.children;
  expect(item).toMatchObject({
    kind: 'row',
    level: true,
    tag: { type: 'LI' },
    cells: [
      { x: 0, width: 12, block: { tag: { type: 'Lbl' } } },
      { x: 12, width: 481.2, block: { tag: { type: 'LBody' } } },
    ],
  });
  const texts = everyBlock([list]).flatMap((one) => (one.kind === 'text' ? [read(one)] : []));
  expect(texts).toEqual(['•', 'a', '–', 'b']);
});

test('what leads into a nested list stays with it', () => {
  const list = block('stack', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>');
  const texts = everyBlock([list]).flatMap((one) => (one.kind === 'text' ? [one] : []));
  expect(texts.filter((one) => one.keep?.withNext === true).map(read)).toEqual(['a']);
});

test('ordered lists count', () => {
  const list = block('stack', '<ol start="3"><li>a</li><li>b</li></ol>');
  const texts = everyBlock([list]).flatMap((one) => (one.kind === 'text' ? [read(one)] : []));
  expect(texts).toEqual(['3.', 'a', '4.', 'b']);
  expect(list.tag).toMatchObject({ listNumbering: 'Decimal' });
});

test('cells of a row share it equally', () => {
  const row = block('row', '<row><cell><p>a</p></cell><cell><p>b</p></cell><cell><p>c</p></cell></row>');
  expect(row.cells.map(({ x, width }) => [x, width])).toEqual([
    [0, 156.4],
    [168.4, 156.4],
    [336.8, 156.4],
  ]);
});

test('a row of three columns puts further cells below', () => {
  const styles = { '.tiles': { columns: 3, 'row-gap': 13.5 } };
  const stack = block('stack', `<row class="tiles">${'<cell><p>a</p></cell>'.repeat(5)}</row>`, { styles });
  expect(stack.children.map((row) => (row.kind === 'row' ? row.cells.length : 0))).toEqual([3, 2]);
  expect(stack.children[1]).toMatchObject({ before: 13.5 });
});

test('cells may state their places, over the page’s grid', () => {
  const styles = { '.no': { x: 'col(5)', width: 30 }, '.rest': { x: 'col(6) - 6' } };
  const row = block('row', '<row><cell class="no"><p>1</p></cell><cell class="rest"><p>a</p></cell></row>', { styles });
  expect(row.cells.map(({ x, width }) => [x, width])).toEqual([
    [210.5, 30],
    [246.6, 246.6],
  ]);
});

test('a row holds cells only', () => {
  expect(faults('<row><p>x</p></row>')).toEqual(['B006 <p> stands in <row>, which holds <cell>s only']);
});

test('a divider between cells is as high as the row', () => {
  const styles = { '.two': { divider: { paint: 'ink', width: 0.6 } } };
  const stack = block('stack', '<row class="two"><cell><p>a</p></cell><cell><p>b</p></cell></row>', { styles });
  expect(stack).toMatchObject({
    width: 246.6,
    box: { right: { paint: 'ink', width: 0.6 } },
    children: [{ kind: 'row' }],
  });
});

test('a chart is as wide as its place and is a figure with words', () => {
  const styles = { '.half': { width: 'span(6)', pad: [0, 6, 0, 6] } };
  const stack = block('stack', '<div class="half"><chart block="c" alt="It fell."></chart></div>', { styles });
  expect(stack.children[0]).toMatchObject({
    kind: 'drawing',
    drawing: { width: 228.6 },
    tag: { type: 'Figure', alt: 'It fell.' },
  });
});

test('an image keeps its ratio, and decoration is an artifact', () => {
  expect(block('image', '<img asset="harbour" alt="A pier">')).toMatchObject({
    width: 493.2,
    height: 123.3,
    tag: { type: 'Figure', alt: 'A pier' },
  });
  expect(block('image', '<img asset="harbour" alt="A pier" decorative="true">').tag).toBe('artifact');
});

test('a picture says what it shows in both languages of a bilingual edition, and in one of any other', () => {
  const chart = '<chart block="c" alt="下降了。" alt-second="It fell."></chart>';
  expect(block('drawing', chart, { edition: 'bilingual' }).tag).toMatchObject({
    alt: '下降了。',
    altSecond: { lang: 'en', text: 'It fell.' },
  });
  expect(block('drawing', chart, { edition: 'zh-Hans' }).tag).not.toHaveProperty('altSecond');
});

test('the theme figure and rules are decoration', () => {
  expect(block('drawing', '<motif kind="leaf" accent="2"></motif>').tag).toBe('artifact');
  expect(block('drawing', '<motif kind="flower" alt="Seven directions"></motif>').tag).toEqual({
    type: 'Figure',
    alt: 'Seven directions',
  });
  const styles = { '.line': { bottom: { paint: 'ink', width: 0.8 }, height: 8 } };
  expect(block('drawing', '<rule class="line"></rule>', { styles })).toMatchObject({
    tag: 'artifact',
    drawing: {
      width: 493.2,
      height: 8,
      ops: [
        {
          segments: [
            ['M', 0, 7.6],
            ['L', 493.2, 7.6],
          ],
        },
      ],
    },
  });
});

test('a margin note stands beside its block, at its place on the page', () => {
  const styles = { '.side': { x: 'col(0)', width: 'span(3)' } };
  const margin = block('margin', '<aside class="side" beside="p1"><p>why</p></aside>', { styles });
  expect(margin).toMatchObject({ beside: 'p1', x: 51.02, width: 114.3 });
});

test('without a place in the margin it stays in the flow', () => {
  expect(tree('<aside><p>why</p></aside>').children).toMatchObject([{ kind: 'stack', children: [{ kind: 'text' }] }]);
});

test('columns share the width and end level where the style says so', () => {
  const styles = { '.two': { columns: 2, gap: 24, balance: true } };
  expect(block('columns', '<columns class="two"><p>a</p></columns>', { styles })).toMatchObject({
    columns: [
      { x: 0, width: 234.6 },
      { x: 258.6, width: 234.6 },
    ],
    balance: true,
  });
});

test('columns of unequal width have their blocks composed for each', () => {
  const styles = {
    '.uneven': {
      columns: [
        [0, 300],
        [320, 173.2],
      ],
      gap: 20,
    },
    '.pair': { columns: 2, 'row-gap': 6, gap: 10 },
  };
  const markup = '<columns class="uneven"><row class="pair"><cell><p>a</p></cell><cell><p>b</p></cell></row></columns>';
  expect(block('columns', markup, { styles })).toMatchObject({
    children: [{ kind: 'row', cells: [{ width: 145 }, { x: 155, width: 145 }] }],
    others: [{ width: 173.2, children: [{ kind: 'row', cells: [{ width: 81.6 }, { x: 91.6, width: 81.6 }] }] }],
  });
  const equal = block('columns', '<columns class="two"><p>a</p></columns>', { styles: { '.two': { columns: 2 } } });
  expect(equal).not.toHaveProperty('others');
});

test('a note under a table has the table keep with it, and notes with each other', () => {
  const styles = { '.note': { keep: 'previous' } };
  const { children } = tree('<p>a</p><p>b</p><p class="note">c</p><p class="note">d</p><p>e</p>', { styles });
  expect(children.map((child) => child.keep?.withNext ?? false)).toEqual([false, true, true, false, false]);
});

test('breaks go to a page or a column', () => {
  expect(tree('<break to="page"></break><break to="column"></break>').children).toMatchObject([
    { kind: 'break', to: 'page' },
    { kind: 'break', to: 'column' },
  ]);
});

test('roles are structure', () => {
  const { children } = tree(
    '<div role="toc"><row role="toci"><cell><p>a</p></cell></row></div><div role="aside"><p>b</p></div>',
  );
  const types = everyBlock(children).map((one) => (typeof one.tag === 'object' ? one.tag.type : undefined));
  expect(types).toEqual(['TOC', 'TOCI', undefined, 'P', 'Aside', 'P']);
});

test('a smaller text keeps the baseline of the size that its strut states', () => {
  const { paragraph } = block('text', '<p class="unit">kWh</p>', { styles: { '.unit': { size: 7, strut: 7.9 } } });
  expect(paragraph.items).toMatchObject([
    { text: '\u2060', style: { size: 7.9 } },
    { text: 'kWh', style: { size: 7 } },
  ]);
});
