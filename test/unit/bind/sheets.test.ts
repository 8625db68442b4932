import { describe, expect, it } from 'vitest';
import { type Bound, bound, chapter, elementsOf, paragraph as textOf } from './bound.ts';

const paragraph = (id: string): string => textOf(id, '文', 'Text');

const heading = (id: string, level = 3): string =>
  `  - {id: ${id}, type: heading, level: ${level}, zh: 标题, en: Heading}\n`;

const wide = (id: string): string => `  - id: ${id}
    type: table
    orientation: landscape
    title: {zh: 表, en: Table}
    columns: [{zh: 甲, en: A}, {zh: 乙, en: B}]
    rows: [[{zh: 子, en: a}, {zh: 丑, en: b}]]
`;

/** Ids of what stands on each sheet. */
function sheetsOf(made: Bound): readonly (readonly string[])[] {
  return made
    .all('sheet')
    .map((sheet) =>
      elementsOf(sheet).flatMap((one) =>
        /^(?:h[1-6]|div)$/.test(one.tag) && one.attributes['id'] !== undefined ? [one.attributes['id']] : [],
      ),
    );
}

describe('wide tables', () => {
  it('stand on a landscape sheet, those that follow one another on one', async () => {
    const made = await bound(
      chapter(`${paragraph('p1')}${wide('t1')}${wide('t2')}${paragraph('p2')}${wide('t3')}`),
      'en',
    );
    expect(sheetsOf(made)).toEqual([['t1', 't2'], ['t3']]);
    expect(made.all('sheet').map((sheet) => sheet.attributes['master'])).toEqual(['landscape', 'landscape']);
  });

  it('take a heading along that has nothing else to stand over', async () => {
    const blocks = [paragraph('p1'), heading('h1'), heading('h2', 4), wide('t1'), heading('h3'), paragraph('p2')];
    expect(sheetsOf(await bound(chapter(blocks.join('')), 'en'))).toEqual([['h1', 'h2', 't1']]);
    const last = await bound(chapter([paragraph('p1'), heading('h1'), wide('t1')].join('')), 'en');
    expect(sheetsOf(last)).toEqual([['h1', 't1']]);
  });

  it('leave a heading with the text that follows them', async () => {
    const blocks = [paragraph('p1'), heading('h1'), wide('t1'), paragraph('p2')];
    expect(sheetsOf(await bound(chapter(blocks.join('')), 'en'))).toEqual([['t1']]);
  });

  it('make the pages of a chapter landscape that holds nothing else', async () => {
    const path = 'content/chapters/01-water.yaml';
    const written = String(chapter(wide('ch.water.drawn'))[path]);
    const made = await bound({ [path]: written.replace(/^ {2}- \{id: ch\.water\.drawn.*\n/m, '') }, 'en');
    expect(made.all('sheet').length).toBe(0);
    expect(made.all('section').map((section) => section.attributes['master'])).toContain('landscape');
  });
});
