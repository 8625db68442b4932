import { expect, test } from 'vitest';
import type { Block, PageMaster } from '../../../src/compose/index.ts';
import { everyBlock, faults, read, tree } from './composing.ts';

const furniture =
  '<furniture><motif kind="glyph" class="head-glyph"></motif><p class="head-title">Chapter</p><p class="foot-notice">Notice</p><p class="foot-folio"><page-of to="@self"></page-of></p><motif kind="thumbs" class="thumbs"></motif></furniture>';

const section = (inside: string, attributes = 'master="wide"'): string => `<section ${attributes}>${inside}</section>`;

function master(html: string, edition: 'en' | 'bilingual' = 'en'): PageMaster {
  const [only, ...rest] = tree(html, { edition }).masters.values();
  if (only === undefined || rest.length > 0) throw new Error('expected one master');
  return only;
}

test('a section with a master begins a page and is a part of the structure', () => {
  const { children, masters } = tree(section('<p>x</p>', 'master="wide" id="about" title="About"'));
  expect(children).toMatchObject([
    { kind: 'page', master: 'wide.1' },
    { kind: 'stack', id: 'about', tag: { type: 'Sect', title: 'About' } },
  ]);
  expect([...masters.keys()]).toEqual(['wide.1']);
});

test('a section may count its pages anew, in figures of its own', () => {
  expect(tree(section('<p>x</p>', 'master="wide" label="i"')).children[0]).toMatchObject({ kind: 'page', label: 'i' });
});

test('a section without a master goes on where it stands', () => {
  expect(tree(section('<p>x</p>', '')).children).toMatchObject([{ kind: 'stack', tag: { type: 'Sect' } }]);
});

test('the text page has a margin of three columns, and its notes stand under the text', () => {
  const { flow, notes, width, height } = master(section('<p>x</p>', 'master="text"'));
  expect({ width, height }).toEqual({ width: 595.28, height: 841.89 });
  expect(flow).toEqual({ x: 177.32, width: 366.9, top: 70, bottom: 777 });
  expect(notes).toMatchObject({ x: 177.32, width: 366.9, columns: 1 });
});

test('an edition may move the flow', () => {
  expect(master(section('<p>x</p>', 'master="opener"')).flow.top).toBe(566);
  expect(master(section('<p>x</p>', 'master="opener"'), 'bilingual').flow.top).toBe(572);
});

test('furniture stands outside the structure; only tabs and folio change sides', () => {
  const { recto, verso } = master(section(furniture, 'master="wide" accent="2"'));
  for (const placed of everyBlock([...recto, ...verso])) expect(placed.tag ?? 'artifact').toBe('artifact');
  const places = (side: PageMaster['recto']): readonly (readonly number[])[] => side.map(({ x, y }) => [x, y]);
  expect(places(recto)).toEqual([
    [51.02, 31],
    [67, 33],
    [51.02, 800],
    [51.02, 796],
    [580.28, 150],
  ]);
  expect(places(verso)).toEqual([
    [51.02, 31],
    [67, 33],
    [96.06, 800],
    [51.02, 796],
    [0, 150],
  ]);
});

test('the folio stands on the outer side, the notice on the inner', () => {
  const aligned = (side: PageMaster['recto']): readonly unknown[] =>
    everyBlock(side).flatMap((one) => (one.kind === 'text' ? [one.paragraph.align] : []));
  const { recto, verso } = master(section(furniture));
  expect(aligned(recto)).toEqual(['start', 'start', 'end']);
  expect(aligned(verso)).toEqual(['start', 'end', 'start']);
});

test('the folio prints the page’s own number in the chapter’s colour', () => {
  const { recto } = master(section(furniture, 'master="wide" accent="2"'));
  const pages = everyBlock(recto).flatMap((one) => (one.kind === 'text' ? one.paragraph.items : []));
  expect(pages.find((item) => item.kind === 'page')).toMatchObject({
    target: '@self',
    style: { paint: 'accent.2.deep' },
  });
});

test('furniture may be kept to one side', () => {
  const html = section('<furniture><p side="verso" class="head-title">x</p></furniture>');
  expect(master(html).recto).toEqual([]);
  expect(master(html).verso).toHaveLength(1);
});

test('furniture without a place is a fault', () => {
  expect(faults(section('<furniture><p>x</p></furniture>'))).toEqual([
    'B006 <p> in <furniture> has no place on the page',
  ]);
});

test('ground art lies behind the text of every page of the section', () => {
  const { ground } = master(section('<ground><motif kind="opener"></motif></ground>', 'master="opener" accent="4"'));
  expect(ground).toMatchObject({ width: 595.28, height: 841.89 });
  expect(ground?.ops.some((op) => op.op === 'path' && op.fill === 'accent.4.deep')).toBe(true);
});

test('something with a y stands at that place of the page', () => {
  const { children } = tree(section('<p class="cover-edition">Edition</p>'));
  const placed = everyBlock(children).find((one) => one.kind === 'placed');
  expect(placed).toMatchObject({ x: 51.02, y: 800, width: 493.2 });
});

test('a note goes to the foot of its page: its mark, a space, its text', () => {
  const { notes, children } = tree(
    '<p>x<noteref note="n1">1</noteref></p><note id="n1" label="1"><pair class="note"><p class="note-text">Why.</p></pair></note>',
  );
  expect(children).toHaveLength(1);
  const note = notes.get('n1')?.block;
  expect(note).toMatchObject({ kind: 'stack', tag: { type: 'Note', id: 'n1' } });
  const text = everyBlock(note === undefined ? [] : [note]).find((one) => one.kind === 'text');
  expect(text?.kind === 'text' && read(text)).toBe('1‹space›Why.');
  expect(text?.kind === 'text' && text.paragraph.items[0]).toMatchObject({ tag: { type: 'Lbl' } });
});

test('a numeral of a note is superior, a letter stands on the line', () => {
  const rise = (label: string): number | undefined => {
    const { notes } = tree(`<note id="n" label="${label}"><p class="note-text">Why.</p></note>`);
    const block = notes.get('n')?.block;
    const text = everyBlock(block === undefined ? [] : [block]).find((one) => one.kind === 'text');
    const item = text?.kind === 'text' ? text.paragraph.items[0] : undefined;
    return item?.kind === 'text' ? item.style.rise : undefined;
  };
  expect(rise('2')).toBeGreaterThan(2);
  expect(rise('a')).toBe(0);
});

test('in two languages a note carries its mark in both', () => {
  const html =
    '<note id="n" label="a"><pair class="note"><p lang="zh" class="note-text">因</p><p lang="en" class="note-text">Why.</p></pair></note>';
  const block = tree(html, { edition: 'bilingual' }).notes.get('n')?.block;
  const texts = everyBlock(block === undefined ? [] : [block]).flatMap((one) =>
    one.kind === 'text' ? [read(one)] : [],
  );
  expect(texts).toEqual(['a‹space›因', 'a‹space›Why.']);
});

test('over the notes stands a rule of sixty points', () => {
  expect(tree('<p>x</p>').noteArea).toMatchObject({ ruleWidth: 60, rule: { paint: 'ink', width: 0.6 }, after: 5 });
});

test('pages of several kinds in one section are one element of the structure', () => {
  const pages =
    '<section master="opener" title="A"><h1>A</h1></section><section master="text" title="A"><p>x</p></section>';
  const [section] = tree(`<section title="A">${pages}</section>`).children;
  const tags = everyBlock(section === undefined ? [] : [section]).flatMap((one) =>
    typeof one.tag === 'object' && one.tag.type === 'Sect' ? [one.tag.title] : [],
  );
  expect(tags).toEqual(['A']);
  const kinds = section?.kind === 'stack' ? section.children.map((child) => child.kind) : [];
  expect(kinds).toEqual(['page', 'stack', 'page', 'stack']);
});

test('a figure may float in the flow of a section, and nowhere else', () => {
  const figure = '<figure class="picture"><p>f</p></figure>';
  const floats = (inside: string): number =>
    everyBlock(tree(section(inside)).children).filter((block) => block.kind === 'float').length;
  expect(floats(figure)).toBe(1);
  expect(floats(`<section>${figure}</section>`)).toBe(1);
  expect(floats(`<row class="chart-row"><cell>${figure}</cell></row>`)).toBe(1);
  expect(floats(`<div class="callout">${figure}</div>`)).toBe(0);
  expect(floats(`<columns class="glossary-columns">${figure}</columns>`)).toBe(0);
});

test('a figure takes along what stands beside it right behind it, and stays where that stands elsewhere', () => {
  const figure = '<figure class="picture" id="f"><p>f</p></figure>';
  const floats = (inside: string): readonly Block[] =>
    everyBlock(tree(section(inside)).children).filter((block) => block.kind === 'float');
  const along = floats(`${figure}<aside class="margin-place" beside="f"><p>why</p></aside><p class="body">b</p>`);
  expect(along.map((float) => everyBlock([float]).map((block) => block.kind))).toEqual([
    ['float', 'stack', 'stack', 'text', 'margin', 'stack', 'text'],
  ]);
  expect(
    floats(`${figure}<pair class="side-note-pair" beside="f"><p>why</p></pair><p class="body">b</p>`),
  ).toHaveLength(1);
  expect(floats(`${figure}<p class="body">b</p><aside class="margin-place" beside="f"><p>why</p></aside>`)).toEqual([]);
});

test('text closes up around a figure that floats', () => {
  const inside = '<p class="body">a</p><figure class="picture"><p>f</p></figure><p class="body">b</p>';
  const flow = everyBlock(tree(section(inside)).children);
  const alone = everyBlock(tree(section('<p class="body">a</p><p class="body">b</p>')).children);
  const before = (blocks: typeof flow): number | undefined =>
    blocks.filter((one) => one.kind === 'text').at(-1)?.before;
  expect(before(flow)).toBe(before(alone));
  expect(flow.find((one) => one.kind === 'float')).toMatchObject({ before: 15, after: 15 });
});
