import { describe, expect, it } from 'vitest';
import { inspectPdf } from '../../../src/inspect/index.ts';
import { documentOf, lineOf, readBack, setRuns, structureBuilder, testFonts } from '../pdf-writer/placed.ts';

const fonts = await testFonts();

describe('inspecting a file', () => {
  it('names a file that is none', async () => {
    const result = await inspectPdf(Buffer.from('not a PDF'));
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['I001']);
  });

  it('leaves the caller’s bytes alone', async () => {
    const bytes = Buffer.from('%PDF-1.7\nbroken');
    await inspectPdf(bytes);
    expect(bytes).toHaveLength(15);
  });

  it('says where text stands, in which font, and whether it is an artifact', async () => {
    const s = structureBuilder();
    const node = s.node(undefined, { type: 'P' });
    const head = lineOf(setRuns(fonts, [{ text: '页眉', size: 7 }], 'zh'), {
      x: 60,
      y: 30,
      role: { artifact: 'Pagination', subtype: 'Header' },
    });
    const text = lineOf(setRuns(fonts, [{ text: '正文' }], 'zh'), { x: 72, y: 100, role: { node } });
    const facts = await readBack(documentOf({ pages: [[head, text]], structure: s.nodes }));
    expect(facts).toMatchObject({ version: '1.7', lang: 'zh-Hans', marked: true });
    const items = facts.pages[0]?.items.filter(({ text: piece }) => piece.trim() !== '') ?? [];
    expect(items.map(({ text: piece, artifact }) => [piece, artifact])).toEqual([
      ['页眉', true],
      ['正文', false],
    ]);
    expect(items[1]?.x).toBeCloseTo(72, 1);
    expect(items[1]?.y).toBeCloseTo(741.89, 1);
    expect(items[1]?.size).toBeCloseTo(10, 1);
    expect(items[1]?.font).toMatch(/^[A-Z]{6}\+NotoSansSC-Regular$/);
    expect(facts.fonts).toEqual([{ name: items[1]?.font, embedded: true, hasUnicode: true }]);
  });

  it('counts the text of a page that has none as empty', async () => {
    const facts = await readBack(documentOf({ pages: [[]] }));
    expect(facts.pages.map(({ text, links, tags }) => [text, links, tags])).toEqual([['', [], []]]);
  });
});
