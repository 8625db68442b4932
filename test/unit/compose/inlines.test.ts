import { expect, test } from 'vitest';
import type { InlineItem } from '../../../src/compose/index.ts';
import { block, read, type Setting } from './composing.ts';

const items = (html: string, setting: Setting = {}): readonly InlineItem[] =>
  block('text', `<p>${html}</p>`, setting).paragraph.items;

test('white space is one space, and none stands at the ends', () => {
  expect(read(block('text', '<p>  Two   <strong> words </strong> here </p>'))).toBe('Two words here');
});

test('no space stands beside a forced line end', () => {
  expect(read(block('text', '<p>one <br> two</p>'))).toBe('one‹newline›two');
});

test('an ideographic space is kept', () => {
  expect(read(block('text', '<p>1.1　自身运营</p>', { edition: 'zh-Hans' }))).toBe('1.1　自身运营');
});

test('neighbouring runs of one look are one run', () => {
  expect(items('a<span>b</span><span>c</span>')).toHaveLength(1);
});

test('strong and emphasis say so in look and structure; emphasis is upright in Chinese', () => {
  expect(items('<strong>a</strong>')).toMatchObject([{ style: { font: { weight: 600 } }, tag: { type: 'Strong' } }]);
  expect(items('<em>a</em>')).toMatchObject([{ style: { font: { italic: true } }, tag: { type: 'Em' } }]);
  const bold = { edition: 'zh-Hans', emphasisZh: 'bold' } as const;
  expect(items('<em>字</em>', bold)).toMatchObject([{ style: { font: { family: 'sans', weight: 600 } } }]);
  expect(items('<em>字</em>', bold)).not.toMatchObject([{ style: { dots: true } }]);
});

test('emphasis in Chinese keeps the weight around it and has dots, whatever stands in it', () => {
  const zh = { edition: 'zh-Hans' } as const;
  const dotted = { dots: true, font: { weight: 400 } };
  expect(items('甲<em>乙</em>丙', zh)).toMatchObject([{}, { style: dotted, tag: { type: 'Em' } }, {}]);
  expect(items('甲<em>乙</em>丙', zh).filter((item) => item.kind === 'text' && item.style.dots)).toHaveLength(1);
  expect(items('<em>乙<strong>丙</strong></em>', zh)).toMatchObject([
    { style: dotted },
    { style: { dots: true, font: { weight: 600 } } },
  ]);
  expect(items('<strong>甲<em>乙</em></strong>', zh).map((item) => item.kind === 'text' && item.style)).toMatchObject([
    { font: { weight: 600 } },
    { dots: true, font: { weight: 600 } },
  ]);
});

test('of emphasis in two languages only the Chinese has dots', () => {
  const [en, han] = items('<em>the <span lang="zh">花</span></em>');
  expect(en?.kind === 'text' && en.style.dots).toBeUndefined();
  expect(han).toMatchObject({ style: { dots: true } });
});

test('a language changes the run, not the paragraph', () => {
  const text = block('text', '<p>年 <span lang="en">year</span></p>', { edition: 'zh-Hans' });
  expect(text.paragraph.lang).toBe('zh');
  expect(text.paragraph.items).toMatchObject([{ lang: 'zh' }, { lang: 'en', text: 'year' }]);
});

test('a figure with its unit is never broken', () => {
  expect(items('at <quantity metric="m" period="p" status="reported">2.32 Mt</quantity>')).toMatchObject([
    { text: 'at ' },
    { text: '2.32 Mt', keep: true },
  ]);
});

test('the mark of a derived value stands before it, small and grey, with a fixed space', () => {
  expect(items('<quantity status="derived"><mark kind="derived">◇</mark>27.2</quantity>')).toMatchObject([
    { text: '◇', style: { size: 6.6, paint: 'ink3' }, keep: true },
    { kind: 'space', width: 2 },
    { text: '27.2', keep: true },
  ]);
});

test('a tag keeps no room to the comma or stop after it, in both languages', () => {
  const margins = (html: string): readonly (number | undefined)[] =>
    items(html)
      .map((item) => (item.kind === 'boxed' ? item.box.margin[1] : undefined))
      .filter((width) => width !== undefined);
  expect(margins('a <tag kind="sample">s</tag>, b <tag kind="sample">s</tag> c <tag kind="sample">s</tag>。')).toEqual([
    0, 3, 0,
  ]);
});

test('tags are boxed: a disputed one solid in the mark colour, a sample dashed', () => {
  expect(items('<tag kind="disputed">Disputed</tag>')).toMatchObject([
    {
      kind: 'boxed',
      text: 'Disputed',
      style: { size: 6.6, paint: 'mark', font: { weight: 600 } },
      box: { stroke: { paint: 'mark', width: 0.6 } },
    },
  ]);
  const [disputed] = items('<tag kind="disputed">x</tag>');
  const [sample] = items('<tag kind="sample">x</tag>');
  expect(disputed?.kind === 'boxed' && disputed.box.stroke.dash).toBeUndefined();
  expect(sample?.kind === 'boxed' && sample.box.stroke).toEqual({ paint: 'ink2', width: 0.6, dash: [2.2, 1.4] });
});

test('the mark of a note is superior and calls its note', () => {
  const html = 'x<noteref note="n1">2</noteref>';
  expect(items(html)).toMatchObject([
    { text: 'x' },
    { text: '2', note: 'n1', keep: true, tag: { type: 'Reference', target: 'n1' }, style: { font: { weight: 600 } } },
  ]);
  const mark = items(html)[1];
  expect(mark?.kind === 'text' && mark.style.size).toBeCloseTo(0.68 * 9.75, 3);
  expect(mark?.kind === 'text' && mark.style.rise).toBeCloseTo(0.42 * 9.75, 3);
});

test('a mark without text of its own prints the label of its note', () => {
  const html = '<p>x<noteref note="n1"></noteref></p><note id="n1" label="b"><p>why</p></note>';
  expect(read(block('text', html))).toBe('xb');
});

test('links lead out, references lead to blocks and sources', () => {
  expect(items('<a href="https://example.com/">e</a>')).toMatchObject([
    { tag: { type: 'Link', href: 'https://example.com/' } },
  ]);
  expect(items('<ref to="b">e</ref>')).toMatchObject([{ tag: { type: 'Reference', target: 'b' } }]);
  expect(items('<srcref source="log">S1</srcref>')[1]).toMatchObject({
    tag: { type: 'Reference', target: 'source.log' },
  });
});

test('a page number waits for the pages, and knows those listed before it', () => {
  expect(items('<ref to="b"><page-of to="b" after="a c"></page-of></ref>')).toMatchObject([
    { kind: 'page', target: 'b', after: ['a', 'c'], tag: { type: 'Reference', target: 'b' } },
  ]);
});

test('an abbreviation carries its expansion', () => {
  expect(items('<abbr expansion="power usage effectiveness">PUE</abbr>')).toMatchObject([
    { text: 'PUE', tag: { type: 'Span', expansion: 'power usage effectiveness' } },
  ]);
});

test('a triangle takes the colour of its text, or of its judgement', () => {
  const fill = (html: string): unknown => {
    const item = items(html, { styles: { '.red': { paint: 'mark' } } }).find((one) => one.kind === 'drawing');
    const op = item?.kind === 'drawing' ? item.drawing.ops[0] : undefined;
    return op?.op === 'path' ? op.fill : undefined;
  };
  expect(fill('<span class="red"><icon name="up"></icon></span>')).toBe('mark');
  expect(fill('<icon name="down-better"></icon>')).toBe('good');
  expect(fill('<icon name="up-worse"></icon>')).toBe('bad');
});

test('a picture on the line is silent unless it has words', () => {
  const alt = (html: string): unknown => items(`x ${html}`).find((one) => one.kind === 'drawing');
  expect(alt('<icon name="disclosed" alt="disclosed"></icon>')).toMatchObject({ alt: 'disclosed' });
  expect(alt('<icon name="disclosed"></icon>')).not.toHaveProperty('alt');
  const icon = '<icon name="disclosed" alt="已披露" alt-second="disclosed"></icon>';
  const both = items(icon, { edition: 'bilingual' }).find((one) => one.kind === 'drawing');
  expect(both).toMatchObject({ alt: '已披露', altSecond: { lang: 'en', text: 'disclosed' } });
  expect(alt('<icon name="disclosed" alt="disclosed" alt-second=""></icon>')).not.toHaveProperty('altSecond');
});

test('a line of pictures alone stands where text of its style would', () => {
  expect(items('<icon name="disclosed"></icon>')[0]).toMatchObject({ text: '\u2060', style: { size: 9.75 } });
  expect(items('x <icon name="disclosed"></icon>')[0]).toMatchObject({ text: 'x ' });
});

test('a struck value is struck in grey', () => {
  expect(items('<s>118.0</s>')).toMatchObject([{ text: '118.0', style: { paint: 'ink3', strike: { paint: 'ink3' } } }]);
});

test('space beside an inline, and a space of its own', () => {
  const styles = { '.unit': { 'space-before': 4 }, '.gap': { space: 9 } };
  const html = '<p><quantity>2<span class="unit">t</span></quantity><span class="gap"></span>x</p>';
  expect(read(block('text', html, { styles }))).toBe('2‹space›t‹space›x');
});

test('the line may end in the space before an inline, but not within a quantity', () => {
  const styles = { '.apart': { 'space-before': 4 } };
  expect(read(block('text', '<p>2<span class="apart">or 3</span></p>', { styles }))).toBe('2‹space›\u200bor 3');
  const second = '<quantity><span class="apart">3</span><span class="apart">t</span></quantity>';
  expect(read(block('text', `<p>2${second}</p>`, { styles }))).toBe('2‹space›\u200b3‹space›t');
});

test('a label with a width hangs before its text, as one paragraph', () => {
  const row = block('row', '<p><span class="no">7</span>Clean energy</p>', { styles: { '.no': { width: 16 } } });
  expect(row).toMatchObject({
    level: true,
    tag: { type: 'P' },
    cells: [
      { x: 0, width: 16 },
      { x: 16, width: 477.2 },
    ],
  });
  expect(row.cells.map((cell) => (cell.block.kind === 'text' ? read(cell.block) : ''))).toEqual(['7', 'Clean energy']);
});
