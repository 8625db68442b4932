import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesString, dict, join, name, num, textString } from '../../../src/pdf/writer/file/syntax.ts';
import { documentDate } from '../../../src/pdf/writer/metadata/document-dates.ts';
import { pageLabels } from '../../../src/pdf/writer/page-labels.ts';
import { findObjects, readObjects } from '../../support/read-pdf.ts';
import { documentOf, readBack, structureBuilder, written } from './placed.ts';

describe('syntax', () => {
  it('writes numbers short and exact to the places asked for', () => {
    expect([0, -0, 0.004, 0.5, -0.25, 10, 1.005, 595.2756].map((value) => num(value))).toEqual([
      '0',
      '0',
      '0',
      '.5',
      '-.25',
      '10',
      '1',
      '595.28',
    ]);
  });

  it('parts values only where they would run together', () => {
    expect(join(['1', '2', '(a)', '/B', 'true'])).toBe('1 2(a)/B true');
    expect(dict({ A: 1, B: '/C', D: undefined, E: '[1]', F: 'null' })).toBe('<</A 1/B/C/E[1]/F null>>');
    expect(name('a b/c')).toBe('/a#20b#2fc');
  });

  it('escapes strings so that a reader gets the same bytes', () => {
    const decode = (text: string): string =>
      text.slice(1, -1).replace(/\\([\\()r])/g, (_, c: string) => (c === 'r' ? '\r' : c));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        const string = bytesString(text);
        expect(decode(string)).toBe(text);
        // No bare carriage return, which readers turn into a line feed, and no bracket that could end the string early.
        expect(string.slice(1, -1).replace(/\\[\\()r]/g, '')).not.toMatch(/[\\()\r]/);
      }),
    );
  });

  it('writes text strings in UTF-16 with a mark when ASCII does not do', () => {
    expect(textString('ESG (1)')).toBe('(ESG \\(1\\))');
    expect(textString('报')).toBe('(\u00fe\u00ff\u0062\u00a5)');
  });
});

describe('page labels', () => {
  it('make one range of pages that count on', () => {
    expect(pageLabels(['i', 'ii', 'iii', '1', '2', '3'])).toBe('<</Nums[0<</S/r>> 3<</S/D>>]>>');
    expect(pageLabels(['1', '2', '5', 'A-1', 'A-2'])).toBe('<</Nums[0<</S/D>> 2<</S/D/St 5>> 3<</S/D/P(A-)>>]>>');
  });

  it('come back from a reader as they were', async () => {
    const label = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map(String),
      fc.constantFrom('i', 'iv', 'xlix', 'III', 'A-3', 'cover', 'c', 'd', 'mm', '封面', '附1', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: 1, maxLength: 6 }), async (labels) => {
        const facts = await readBack(documentOf({ pages: labels.map(() => []), labels }));
        expect(facts.pages.map((page) => page.label)).toEqual(labels);
      }),
      { numRuns: 60 },
    );
  });
});

describe('metadata', () => {
  const info = {
    title: 'A & B <“年报”> ]]>',
    author: '编者 & Co',
    subject: 'x < y',
    keywords: 'a; b',
    created: '2024-06-30T08:00:00+08:00',
  };

  it('says the same in both places, whatever the characters', async () => {
    const facts = await readBack(documentOf({ pages: [[]], info }));
    expect(facts.info).toMatchObject({
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords,
    });
    expect(facts.xmp.get('dc:title')).toBe(info.title);
    expect(facts.xmp.get('dc:creator')).toBe(info.author);
    expect(facts.xmp.get('dc:description')).toBe(info.subject);
    expect(facts.xmp.get('pdf:keywords')).toBe(info.keywords);
  });

  it('loses what neither place can hold from both, and keeps the rest', async () => {
    const title = 'A\u0007B\u000b & <i>]]></i> 🌊渡轮\r\nline\ttwo\uffff';
    const facts = await readBack(documentOf({ pages: [[]], info: { ...info, title } }));
    expect(facts.info.Title).toBe('AB & <i>]]></i> 🌊渡轮 line two');
    expect(facts.xmp.get('dc:title')).toBe(facts.info.Title);
  });

  it('has the dates of the report, never of the build', async () => {
    const facts = await readBack(documentOf({ pages: [[]], info }));
    expect(facts.info.CreationDate).toBe("D:20240630080000+08'00");
    expect(facts.xmp.get('xmp:createdate')).toBe('2024-06-30T08:00:00+08:00');
    expect(documentDate('2024-06-30')).toEqual({ pdf: 'D:20240630000000Z', iso: '2024-06-30T00:00:00Z' });
    expect(documentDate('June 2024')).toBeUndefined();
  });

  it('claims the standards only when it may', async () => {
    const claiming = await readBack(documentOf({ pages: [[]] }));
    expect(claiming.xmp.get('pdfuaid:part')).toBe('1');
    expect([claiming.xmp.get('pdfaid:part'), claiming.xmp.get('pdfaid:conformance')]).toEqual(['3', 'A']);
    const silent = await readBack(documentOf({ pages: [[]] }), { conformance: { claim: false } });
    expect([...silent.xmp.keys()].filter((key) => /pdfuaid|pdfaid|extension/.test(key))).toEqual([]);
  });
});

describe('attachments', () => {
  it('travel with name, kind, description and relationship', async () => {
    const attachment = {
      name: '数据 data.csv',
      bytes: Buffer.from('a,b\n1,2\n'),
      mime: 'text/csv',
      description: '本报告的数据',
      relationship: 'Data',
    } as const;
    const document = documentOf({ pages: [[]] });
    const facts = await readBack(document, { attachments: [attachment] });
    expect(facts.attachments.map(({ name: file, description }) => [file, description])).toEqual([
      ['数据 data.csv', '本报告的数据'],
    ]);
    expect(Buffer.from(facts.attachments[0]?.bytes ?? []).toString()).toBe('a,b\n1,2\n');
    const objects = readObjects((await written(document, { attachments: [attachment] })).bytes);
    expect(findObjects(objects, /\/AFRelationship\/Data/)).toHaveLength(1);
    expect(findObjects(objects, /\/Subtype\/text#2fcsv/)).toHaveLength(1);
    expect(findObjects(objects, /\/Type\/Catalog.*\/AF\[/)).toHaveLength(1);
  });

  it('belong to the figures that draw their data, and to no other figure', async () => {
    const s = structureBuilder();
    const figures = [true, false].map((drawsData) =>
      s.node(undefined, { type: 'Figure', alt: drawsData ? 'chart' : 'photo', drawsData }),
    );
    const drawing = { width: 20, height: 20, ops: [] };
    const items = figures.map((node, i) => ({
      kind: 'drawing' as const,
      ...{ x: 60, y: 80 + 30 * i, drawing, role: { node }, origin: 'test' },
    }));
    const file = (name: string, relationship: 'Data' | 'Source') =>
      ({ name, bytes: Buffer.from('1'), mime: 'text/csv', description: name, relationship }) as const;
    const attachments = [file('a.csv', 'Data'), file('b.csv', 'Source')];
    const { bytes } = await written(documentOf({ pages: [items], structure: s.nodes }), { attachments });
    const objects = readObjects(bytes);
    const data = [...objects].find(([, object]) => object.body.includes('/AFRelationship/Data'))?.[0];
    const named = findObjects(objects, /\/S\/Figure.*\/AF\[/);
    expect(named).toHaveLength(1);
    expect(named[0]?.body).toContain('/Alt(chart)');
    expect(named[0]?.body).toContain(`/AF[${data} 0 R]`);
  });
});

describe('the outline', () => {
  it('nests by level and leads to its pages', async () => {
    const entry = (level: number, title: string, page: number) =>
      ({ level, title, page, lang: 'zh', block: undefined, y: 80 }) as const;
    const outline = [
      entry(1, '一', 0),
      entry(2, '一·甲', 0),
      entry(3, '细', 1),
      entry(2, '一·乙', 1),
      entry(1, '二', 2),
    ];
    const facts = await readBack(documentOf({ pages: [[], [], []], outline }));
    expect(facts.outline).toEqual([
      {
        title: '一',
        page: 0,
        children: [
          { title: '一·甲', page: 0, children: [{ title: '细', page: 1, children: [] }] },
          { title: '一·乙', page: 1, children: [] },
        ],
      },
      { title: '二', page: 2, children: [] },
    ]);
  });
});
