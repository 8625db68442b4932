import { expect, test } from 'vitest';
import { block, faults, read, tree } from './composing.ts';

const size = (html: string, setting: Parameters<typeof block>[2] = {}): number | undefined => {
  const item = block('text', html, setting).paragraph.items[0];
  return item?.kind === 'text' ? item.style.size : undefined;
};

test('a class wins over its element, and the class written later over the one before', () => {
  const styles = { p: { size: 10 }, '.a': { size: 11 }, '.b': { size: 12 } };
  expect(size('<p>x</p>', { styles })).toBe(10);
  expect(size('<p class="a">x</p>', { styles })).toBe(11);
  expect(size('<p class="b a">x</p>', { styles })).toBe(11);
  expect(size('<p class="a b">x</p>', { styles })).toBe(12);
});

test('a rule of two classes wins over both alone', () => {
  const styles = { '.a.b': { size: 13 }, '.a': { size: 11 }, '.b': { size: 12 } };
  expect(size('<p class="a b">x</p>', { styles })).toBe(13);
});

test('a rule may ask what an element stands in', () => {
  const styles = { '.a': { size: 11 }, '.box .a': { size: 14 }, '.box': {} };
  expect(size('<p class="a">x</p>', { styles })).toBe(11);
  const [inside] = block('stack', '<div class="box"><div><p class="a">x</p></div></div>', { styles }).children;
  const text = inside?.kind === 'stack' ? inside.children[0] : undefined;
  expect(text?.kind === 'text' && text.paragraph.items[0]).toMatchObject({ style: { size: 14 } });
});

test('an edition has its own values, and so has a language', () => {
  const styles = { '.a': { size: { zh: 9, en: 10 }, '@bilingual': { size: 11 } } };
  expect(size('<p class="a">x</p>', { styles, edition: 'en' })).toBe(10);
  expect(size('<p class="a">x</p>', { styles, edition: 'zh-Hans' })).toBe(9);
  expect(size('<p class="a" lang="en">x</p>', { styles, edition: 'zh-Hans' })).toBe(10);
  expect(size('<p class="a">x</p>', { styles, edition: 'bilingual' })).toBe(11);
});

test('text properties are inherited until a text style begins anew, the colour beyond that', () => {
  const styles = { '.box': { size: 20, weight: 600, paint: 'mark' }, '.new': { text: 'small' } };
  const stack = block('stack', '<div class="box"><p>x</p><p class="new">x</p></div>', { styles });
  const runs = stack.children.map((child) => (child.kind === 'text' ? child.paragraph.items[0] : undefined));
  expect(runs).toMatchObject([
    { style: { size: 20, font: { weight: 600 }, paint: 'mark' } },
    { style: { size: 7.9, font: { weight: 400 }, paint: 'mark' } },
  ]);
});

test('the accent in force names the colour', () => {
  const styles = { '.a': { paint: 'accent.deep' } };
  const paint = (html: string): unknown => {
    const item = block('text', html, { styles }).paragraph.items[0];
    return item?.kind === 'text' ? item.style.paint : undefined;
  };
  expect(paint('<p class="a" accent="3">x</p>')).toBe('accent.3.deep');
  expect(paint('<p class="a" accent="12">x</p>')).toBe('accent.3.deep');
  expect(paint('<p class="a" accent="">x</p>')).toBe('accent.0.deep');
});

test('the larger of two neighbouring spaces holds', () => {
  const styles = { '.a': { after: 10 }, '.b': { before: 4, after: 2 }, '.c': { before: 7 } };
  const { children } = tree('<p class="a">x</p><p class="b">x</p><p class="c">x</p>', { styles });
  expect(children.map(({ before, after }) => [before, after])).toEqual([
    [undefined, undefined],
    [10, undefined],
    [7, 7.5],
  ]);
});

test('an open box passes on the space of its ends, a closed one does not', () => {
  const styles = { '.a': { before: 10, after: 12 }, '.box': { ground: 'paper' } };
  const open = block('stack', '<div><p class="a">x</p></div>', { styles });
  expect([open.before, open.after, open.children[0]?.before]).toEqual([10, 12, undefined]);
  const closed = block('stack', '<div class="box"><p class="a">x</p></div>', { styles });
  expect([closed.before, closed.after, closed.children[0]?.before]).toEqual([undefined, undefined, undefined]);
});

test('x over the grid counts from the page, wherever the element stands', () => {
  const styles = { '.in': { x: 20 }, '.full': { x: 'col(0)', width: 'span(12)' } };
  const stack = block('stack', '<div class="in"><div class="full"><p>x</p></div></div>', { styles });
  expect(stack.children[0]).toMatchObject({ x: -20, width: 493.2 });
});

test('a line that is a little too long for its place shrinks to it, a much longer one wraps', () => {
  const styles = { '.a': { size: 40, width: 100, tracking: 0, fit: 0.7 }, '.b': { size: 20, 'space-before': 10 } };
  // Every character is half as wide as its size: five of 40 pt fit into 100 pt.
  const run = (html: string): unknown => {
    const [text] = block('stack', `<p class="a">${html}</p>`, { styles }).children;
    return text?.kind === 'text' ? text.paragraph.items.map((item) => ('style' in item ? item.style.size : item)) : [];
  };
  expect(run('12345')).toEqual([40]);
  expect(run('123456')).toEqual([33.32]);
  expect(run('12345678')).toEqual([40]);
  expect(run('1234<quantity><span class="b">56</span></quantity>')).toMatchObject([
    36.36,
    { kind: 'space', width: 9.09 },
    36.36,
    18.18,
  ]);
});

test('what a style hides leaves nothing behind', () => {
  const styles = { '.gone': { hide: true }, '.mute': { hidden: true } };
  expect(tree('<div class="gone"><p>x</p></div>', { styles }).children).toEqual([]);
  expect(read(block('text', '<p>a <span class="mute">b</span></p>', { styles }))).toBe('a');
});

test('unknown names are told once, with the nearest', () => {
  expect(faults('<p class="ledde">x</p><p class="ledde">y</p>')).toEqual([
    'B006 the theme has no style for the class `ledde` of <p>',
  ]);
  expect(faults('<blink>x</blink>')).toContain('B006 <blink> is no element of the markup');
  expect(faults('<p colour="red">x</p>')).toEqual(['B006 <p> takes no attribute `colour`']);
  expect(faults('<p><icon name="upp"></icon></p>')).toEqual(['B006 there is no icon `upp`']);
  expect(faults('<motif kind="flour"></motif>')).toEqual(['B006 there is no motif `flour`']);
  expect(faults('<section master="wid"><p>x</p></section>')).toEqual(['B006 the theme has no page master `wid`']);
  expect(faults('<img asset="pier">')).toEqual(['B006 there is no asset `pier` to set as a picture']);
});

test('`none` takes a ground or a stroke back that another rule has set', () => {
  const rules = { ground: 'paper', left: { paint: 'pine', width: 2.4 }, top: { paint: 'ink', width: 1 } };
  const styles = { '.a': rules, '.b': { ground: 'none', left: 'none' } };
  expect(block('stack', '<div class="a b"><p>x</p></div>', { styles }).box).toEqual({
    top: { paint: 'ink', width: 1 },
  });
});
