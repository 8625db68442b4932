import { describe, expect, it } from 'vitest';
import { type Bound, bound, chapter, EVERY_STATUS, inside, paragraph, shown, springs, words } from './bound.ts';

const NOTE = `${paragraph('ch.water.cites', '文{{note:ch.water.note}}', 'Text{{note:ch.water.note}}')}  - {id: ch.water.note, type: note, zh: 注文, en: Note text}\n`;

/** The second paragraph of the chapter in both languages, as markup. */
async function set(zh: string, en: string, more = ''): Promise<readonly [zh: string, en: string]> {
  const files = { ...chapter(paragraph('ch.water.text', zh, en) + NOTE + more), ...springs(EVERY_STATUS) };
  const read = async (edition: 'zh-Hans' | 'en'): Promise<string> => {
    const pair = (await bound(files, edition)).at('ch.water.text');
    return pair.children.map((child) => (child.kind === 'text' ? child.text : inside(child))).join('');
  };
  return [await read('zh-Hans'), await read('en')];
}

/** The same text in both, for what does not depend on the language. */
async function setBoth(text: string): Promise<string> {
  return (await set(`水${text}`, text))[1];
}

describe('inlines', () => {
  it('keeps strong and emphasis, one within the other', async () => {
    expect(await setBoth('a **b *c* d** e')).toBe('a <strong>b <em>c</em> d</strong> e');
  });

  it('makes a link of a link, with its address and its words', async () => {
    expect(await setBoth('see [the log](https://example.org/?a=1&b=2)')).toBe(
      'see <a href="https://example.org/?a=1&b=2">the log</a>',
    );
  });

  it('prints what markup would take for its own', async () => {
    const [, en] = await set('a < b & "c" > d', 'a < b & "c" > d');
    expect(en).toBe('a < b & "c" > d');
  });

  it('prints braces that were escaped', async () => {
    expect(await setBoth('\\{{m:x}}')).toBe('{{m:x}}');
  });
});

describe('figures', () => {
  const cite = async (name: string): Promise<readonly [string, string]> =>
    set(`{{m:spring.${name}@FY2024}}`, `{{m:spring.${name}@FY2024}}`);
  const quantity = (name: string, text: string): string =>
    `<quantity metric="spring.${name}" period="FY2024">${text}</quantity>`;

  it('prints a reported value without a mark', async () => {
    expect(await cite('plain')).toEqual([quantity('plain', '2.13万立方米'), quantity('plain', '21,300~m3')]);
  });

  it('marks a derived value before it, and says about before an estimate', async () => {
    const mark = '<mark kind="derived">◇</mark>';
    expect(await cite('derived')).toEqual([
      quantity('derived', `${mark}2.13万立方米`),
      quantity('derived', `${mark}21,300~m3`),
    ]);
    expect(await cite('estimate')).toEqual([
      quantity('estimate', '约2.13万立方米'),
      quantity('estimate', 'about 21,300~m3'),
    ]);
  });

  it('puts the tag of a disputed or sample value after its unit', async () => {
    expect(await cite('disputed')).toEqual([
      `${quantity('disputed', '2.13万立方米~')}<tag kind="disputed">争议</tag>`,
      `${quantity('disputed', '21,300~m3~')}<tag kind="disputed">Disputed</tag>`,
    ]);
    expect((await cite('sample'))[1]).toBe(`${quantity('sample', '21,300~m3~')}<tag kind="sample">Sample</tag>`);
  });

  it('says in words that a value is not disclosed', async () => {
    expect(await cite('untold')).toEqual([quantity('untold', '未披露'), quantity('untold', 'not disclosed')]);
  });

  it('resolves every kind of figure', async () => {
    const text = (head: string): Promise<string> =>
      setBoth(`{{${head}}}`).then((markup) => markup.replace(/<[^>]*>/g, ''));
    expect(await text('yoy:spring.plain@FY2024|pct')).toBe('6.5%');
    expect(await text('diff:spring.plain@FY2024')).toBe('1,300~m3');
    expect(await text('share:water.reused/water.drawn@FY2024')).toBe('7.8%');
    expect(await text('sum:water.reused+water.drawn@FY2024')).toBe('200,900~m3');
    expect(await text('target:t.water.change|pct')).toBe('30.0%');
    expect(await text('m:spring.plain@FY2024|full')).toBe('21,300~m3');
  });

  it('sets periods, dates and literals as text, without a quantity around them', async () => {
    expect(
      await set(
        '{{period:FY2024}}、{{date:2024-07-22}}、{{lit:3号|门牌}}',
        '{{period:FY2024}}, {{date:2024-07-22}}, {{lit:No. 3|门牌}}',
      ),
    ).toEqual(['2024财年、2024年7月22日、3号', 'FY2024, 22 July 2024, No. 3']);
  });
});

describe('references', () => {
  it('prints a term, and its short form in brackets where it is asked for', async () => {
    const terms = `schema: termbase/1
terms:
  - {id: term.reuse, zh: 回用, en: reuse, abbr: {en: RU}}
`;
    const files = {
      ...chapter(paragraph('ch.water.text', '{{term:term.reuse|long}}', '{{term:term.reuse|long}}')),
      'content/termbase.yaml': terms,
    };
    expect(words((await bound(files, 'en')).at('ch.water.text'))).toBe('reuse (RU)');
    expect(words((await bound(files, 'zh-Hans')).at('ch.water.text'))).toBe('回用');
  });

  it('prints title and page of a block that is seen, both linked', async () => {
    const heading = '  - {id: ch.water.h, type: heading, level: 2, zh: 取水, en: Drawing water}\n';
    const page = '<page-of to="ch.water.h"></page-of>';
    expect(await set('见{{see:ch.water.h}}', 'See {{see:ch.water.h}}', heading)).toEqual([
      `见<ref to="ch.water.h">“取水”（第${page}页）</ref>`,
      `See <ref to="ch.water.h">“Drawing water” (page ${page})</ref>`,
    ]);
  });

  it('finds the title of a chapter, a table and a callout too', async () => {
    const callout =
      '  - {id: ch.water.call, type: callout, kind: note, title: {zh: 提示, en: A word}, zh: 文, en: Text}\n';
    const see = async (id: string): Promise<string> =>
      (await set(`{{see:${id}}}`, `{{see:${id}}}`, callout))[1].replace(/<[^>]*>/g, '');
    expect(await see('ch.water')).toBe('“Clear water” (page )');
    expect(await see('data.table')).toBe('“Water and energy” (page )');
    expect(await see('ch.water.call')).toBe('“A word” (page )');
  });

  it('prints a page as a bare number that is a link', async () => {
    expect(await setBoth('{{page:ch.water.drawn}}')).toBe(
      '<ref to="ch.water.drawn"><page-of to="ch.water.drawn"></page-of></ref>',
    );
  });

  it('marks notes by number and sources by key, with a comma between two marks in a row', async () => {
    const marks = '{{src:log}}{{note:ch.water.note}}';
    const note = '  - {id: ch.water.note, type: note, zh: 注文, en: Note text}\n';
    const made = await bound(chapter(paragraph('ch.water.text', `文${marks}`, `a${marks}`) + note), 'en');
    expect(shown(made.at('ch.water.text').children[0] ?? made.root)).toContain(
      '>a<srcref source="log">S1</srcref><sup>, </sup><noteref note="ch.water.note">1</noteref><',
    );
  });
});

describe('plain text', () => {
  it('leaves marks of notes and sources, and tags, out of titles and alternative texts', async () => {
    const heading = `  - {id: ch.water.h, type: heading, level: 2, zh: "泉{{m:spring.disputed@FY2024}}{{src:log}}", en: "Spring {{m:spring.disputed@FY2024}}{{src:log}}"}\n`;
    const made: Bound = await bound({ ...chapter(heading), ...springs(EVERY_STATUS) }, 'en');
    expect(made.at('ch.water.h').attributes['outline']).toBe('Spring 21,300\u00a0m3');
  });
});
