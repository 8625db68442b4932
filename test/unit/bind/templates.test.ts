import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../../src/bind/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseText, bindProject, bound, chapter, words } from './bound.ts';

/** What is said of templates, as `layout.hbs:line:column CODE found`. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const paths = Object.entries(files).map(([name, source]) => [`templates/${name}.hbs`, source]);
  const loaded = await loadTemplates(memoryWorkspace(Object.fromEntries(paths)));
  return loaded.diagnostics.map(({ code, found, span }) => {
    const at =
      span === undefined ? '' : `${span.file.replace(/^templates\//, '')}:${span.start.line}:${span.start.column} `;
    return `${at}${code} ${found}`;
  });
}

const page = (source: string): Promise<readonly string[]> => told({ 'layouts/page': source });

describe('B001: what does not parse', () => {
  it('names the character, though the parser shows it without line ends and cut short', async () => {
    expect(await page('<p>\n  x {{title !}}\n</p>')).toEqual(['layouts/page.hbs:2:13 B001 !']);
    expect(await page('<p class="a long beginning of the line">{{lookup title en= }}</p>\n<p></p>')).toEqual([
      'layouts/page.hbs:1:60 B001 }}',
    ]);
  });

  it('names the block that another name closes', async () => {
    expect(await page('a\n\n  {{#each blocks}}\n{{/if}}')).toEqual(['layouts/page.hbs:3:6 B001 {{/if}}']);
  });

  it('names the end of the file for a block that nothing closes', async () => {
    expect(await page('{{#if lede}}\nx\n')).toEqual(['layouts/page.hbs:3:1 B001 the end of the file']);
  });

  it('still checks the other templates', async () => {
    expect(await told({ 'layouts/page': '{{> gone}}', 'partials/broken': '{{/if}}' })).toEqual([
      'partials/broken.hbs:1:1 B001 {{/',
      'layouts/page.hbs:1:1 B002 gone',
    ]);
  });
});

describe('B002: partials', () => {
  it('suggests the nearest one', async () => {
    const loaded = await loadTemplates(
      memoryWorkspace({ 'templates/layouts/page.hbs': 'x\n {{> blcks}}', 'templates/partials/blocks.hbs': '' }),
    );
    expect(loaded.diagnostics).toMatchObject([
      { code: 'B002', span: { start: { line: 2, column: 2, offset: 3 } }, hints: ['did you mean "blocks"?'] },
    ]);
  });

  it('takes a partial that the template defines itself, and one that stands around text', async () => {
    expect(
      await told({
        'layouts/page': '{{#*inline "row"}}<p>{{html}}</p>{{/inline}}{{> row}}{{#> frame}}<p>{{gone}}</p>{{/frame}}',
        'partials/frame': '<div>{{> @partial-block}}</div>',
      }),
    ).toEqual(['layouts/page.hbs:1:71 B004 gone']);
  });

  it('wants every block’s partial where blocks choose theirs', async () => {
    const missing = await page('{{> (block-partial type)}}');
    expect(missing).toContain('layouts/page.hbs:1:1 B002 paragraph');
    expect(missing).toContain('layouts/page.hbs:1:1 B002 sdg_map');
  });

  it('lets nothing else compute a partial’s name', async () => {
    expect(await page('{{> (lookup part "kind")}}')).toEqual(['layouts/page.hbs:1:1 B005 {{> (lookup …)}}']);
  });
});

describe('B003: partials that call each other', () => {
  it('tells the ring once', async () => {
    expect(await told({ 'partials/a': '{{> b}}', 'partials/b': '<p>{{> c}}</p>', 'partials/c': '{{> a}}' })).toEqual([
      'partials/c.hbs:1:1 B003 a → b → c → a',
    ]);
  });

  it('leaves a call under a condition alone: a list within a list', async () => {
    expect(await told({ 'partials/a': '{{#if nested}}{{> a nested}}{{/if}}' })).toEqual([]);
  });
});

describe('B004: names', () => {
  it('finds a slip inside a condition, where Handlebars would drop the section in silence', async () => {
    const loaded = await loadTemplates(
      memoryWorkspace({ 'templates/layouts/page.hbs': '{{#if chapter.ledde}}x{{/if}}' }),
    );
    expect(loaded.diagnostics).toMatchObject([{ code: 'B004', found: 'ledde', hints: ['did you mean "lede"?'] }]);
  });

  it('finds it in an argument, in a parameter and behind dots', async () => {
    expect(await page('{{inline titel}}{{lookup ../byLan lang}}{{@indx}}{{@root.repot}}')).toEqual([
      'layouts/page.hbs:1:10 B004 titel',
      'layouts/page.hbs:1:26 B004 byLan',
      'layouts/page.hbs:1:43 B004 @indx',
      'layouts/page.hbs:1:52 B004 repot',
    ]);
  });

  it('takes the names that templates give each other', async () => {
    expect(
      await told({
        'layouts/page': '{{> box tone="dark"}}{{#each blocks as |piece|}}{{piece.id}}{{/each}}',
        'partials/box': '<div class="{{tone}}"></div>',
      }),
    ).toEqual([]);
  });
});

describe('B005: helpers', () => {
  it('suggests the nearest one', async () => {
    expect(await page('{{inlin title}}')).toEqual(['layouts/page.hbs:1:3 B005 inlin']);
  });

  it('wants as many values as the helper takes', async () => {
    expect(await page('{{#if}}x{{/if}}{{lookup title}}{{#each blocks all}}{{/each}}')).toEqual([
      'layouts/page.hbs:1:4 B005 0',
      'layouts/page.hbs:1:18 B005 1',
      'layouts/page.hbs:1:35 B005 2',
    ]);
  });

  it('opens no block with a helper that prints', async () => {
    expect(await page('{{#all title}}x{{/all}}')).toEqual(['layouts/page.hbs:1:4 B005 {{#all}}']);
  });

  it('refuses decorators of its own', async () => {
    expect(await page('{{* shout title}}')).toEqual(['layouts/page.hbs:1:1 B005 *shout']);
  });
});

describe('what only shows when pages are rendered', () => {
  const faults = async (...given: Parameters<typeof bindProject>): Promise<readonly string[]> =>
    (await bindProject(...given)).diagnostics.map(({ code, message }) => `${code} ${message}`);

  it('B002: a layout that is not there', async () => {
    expect(await faults({}, 'en', ['templates/layouts/glossary.hbs'])).toEqual(['B002 no layout is called "glossary"']);
  });

  it('B006: an element that is closed elsewhere, by a solidus or not at all', async () => {
    const told = async (source: string): Promise<readonly string[]> => {
      const own = { 'templates/partials/break.hbs': source };
      return faults({ ...chapter('  - {id: ch.water.b, type: break, kind: page}\n'), ...own }, 'en');
    };
    expect(await told('<break to="{{kind}}"></break>')).toEqual([]);
    expect(await told('<break to="{{kind}}"/>')).toEqual(['B006 the layout "chapter" closes <break> by a solidus']);
    expect(await told('<row><cell><p>a</p></row>')).toEqual([
      'B006 the layout "chapter" closes <row> where <cell> is open',
    ]);
    expect(await told('<div>')).toEqual(['B006 the layout "chapter" closes <section> where <div> is open']);
    expect(await told('</section>')).toEqual(['B006 the layout "chapter" closes <section> where nothing is open']);
  });

  it('B007: a partial that calls itself under a condition that never ends', async () => {
    const round = { 'templates/partials/break.hbs': '{{#if id}}{{> break}}{{/if}}' };
    expect(await faults({ ...chapter('  - {id: ch.water.b, type: break, kind: page}\n'), ...round }, 'en')).toEqual([
      'B007 the layout "chapter" writes without end',
    ]);
  });

  it('words of the register may be chosen by a name of the view', async () => {
    const own = {
      'templates/partials/break.hbs': '<p class="own">{{inline (word "break" kind)}}</p>',
      'templates/strings.yaml': `${await baseText('templates/strings.yaml')}  break_page: {zh: 换页, en: Turn over}\n`,
    };
    const made = await bound({ ...chapter('  - {id: ch.water.b, type: break, kind: page}\n'), ...own }, 'en');
    expect(words(made.one('p.own'))).toBe('Turn over');
  });

  it('B008: words that the register does not have, each told once', async () => {
    const ask = { 'templates/partials/break.hbs': '<p>{{inline (word "farewell")}}</p>' };
    const two = '  - {id: ch.water.b, type: break, kind: page}\n  - {id: ch.water.c, type: break, kind: page}\n';
    expect(await faults({ ...chapter(two), ...ask }, 'en')).toEqual([
      'B008 the register of words has no key "farewell"',
    ]);
  });
});
