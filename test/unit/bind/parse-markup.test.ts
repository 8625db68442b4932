import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../src/bind/parse-markup.ts';
import { elementsOf, shown } from './bound.ts';

const read = (html: string): string => parseMarkup(html, 'top').map(shown).join('');

describe('white space', () => {
  it('between blocks is left out', () => {
    expect(read('<div>\n  <p>a</p>\n\n  <p>b</p>\n</div>')).toBe('<div><p>a</p><p>b</p></div>');
    expect(read('<row> <cell> <p>a</p> </cell> </row>')).toBe('<row><cell><p>a</p></cell></row>');
  });

  it('inside a text is one space, whatever it is made of', () => {
    expect(read('<p>a\n   b\t\r\nc</p>')).toBe('<p>a b c</p>');
  });

  it('between two inlines is one space, and at the ends of a block none', () => {
    expect(read('<p>\n  <strong>a</strong>\n  <em>b</em>\n</p>')).toBe('<p><strong>a</strong> <em>b</em></p>');
    expect(read('<p><span>a</span> <tag kind="sample">b</tag></p>')).toBe(
      '<p><span>a</span> <tag kind="sample">b</tag></p>',
    );
  });

  it('does not take in spaces that are text: no-break and ideographic ones', () => {
    expect(read('<p><span>a</span>\u00a0<span>b</span></p>')).toBe('<p><span>a</span>~<span>b</span></p>');
    expect(read('<p><span>\u3000</span>甲\u3000乙</p>')).toBe('<p><span>\u3000</span>甲\u3000乙</p>');
    expect(read('<p>\u3000<span>甲</span></p>')).toBe('<p>\u3000<span>甲</span></p>');
  });
});

describe('elements', () => {
  it('keep their attributes, with classes as a list', () => {
    const [node] = parseMarkup('<motif kind="petal" class=" a  b " accent="2"></motif>', 'top');
    expect(node).toMatchObject({ tag: 'motif', classes: ['a', 'b'], attributes: { kind: 'petal', accent: '2' } });
  });

  it('come from where they say, else from where the element around them does', () => {
    const [node] = parseMarkup('<div origin="a"><p origin="b"><em>x</em></p><p origin="">y</p></div><p>z</p>', 'top');
    const origins = (node === undefined ? [] : elementsOf(node)).map((one) => `${one.tag} ${one.origin}`);
    expect(origins).toEqual(['div a', 'p b', 'em b', 'p a']);
    expect(parseMarkup('<p>z</p>', 'top')).toMatchObject([{ origin: 'top', attributes: {} }]);
  });

  it('read what is special in markup back as text', () => {
    expect(parseMarkup('<p title="&quot;a&quot;">b &lt;c&gt; &amp;amp;</p>', 'top')).toMatchObject([
      { attributes: { title: '"a"' }, children: [{ text: 'b <c> &amp;' }] },
    ]);
  });

  it('leave comments out', () => {
    expect(read('<p>a<!-- why --></p>')).toBe('<p>a</p>');
  });
});
