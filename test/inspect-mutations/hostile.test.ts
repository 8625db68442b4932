import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/inspect/index.ts';
import { readFacts } from '../../src/inspect/model/facts.ts';
import { dictOf, isStream, LIMITS, nameOf, openPdf, TooLarge } from '../../src/inspect/objects/index.ts';
import { goodScreenFile } from './good-files.ts';
import { dict, name, operate } from './surgery.ts';

const good = await goodScreenFile();

/** `pass`, `fail`, or the code of what stops the reader. */
function verdictOf(bytes: Uint8Array): string {
  const read = preflight(bytes, ['ua1', 'a3a']);
  if (!read.ok) return read.diagnostics.map(({ code }) => code).join();
  return read.value.profiles.every(({ passes }) => passes) ? 'pass' : 'fail';
}

function rulesOf(bytes: Uint8Array): readonly string[] {
  const read = preflight(bytes, ['ua1', 'a3a']);
  return read.ok ? [...new Set(read.value.findings.map(({ rule }) => rule))] : [];
}

const pdf = (body: string): Uint8Array => Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${body}`, 'latin1');

describe('files that are no PDF', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a PDF at all')],
    ['zeros', Buffer.alloc(4096)],
    ['a head alone', pdf('')],
    ['a head and noise', pdf(Array.from({ length: 2000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''))],
  ])('%s: says so', (_, bytes) => {
    expect(verdictOf(bytes)).toBe('I001');
  });
});

describe('a good file that was damaged on its way', () => {
  it('is never read as good when its end is missing', () => {
    for (let share = 1; share < 16; share += 1) {
      expect(verdictOf(good.subarray(0, Math.floor((good.length * share) / 16)))).not.toBe('pass');
    }
  });

  it('is read by its objects when its cross-reference is lost, and that is told', () => {
    const source = Buffer.from(operate(good, () => undefined)).toString('latin1');
    const bytes = Buffer.from(source.slice(0, source.lastIndexOf('xref\n0 ')), 'latin1');
    expect(rulesOf(bytes)).toEqual(expect.arrayContaining(['PDF-syntax', 'A-6.1.3-1']));
    expect(rulesOf(bytes)).not.toContain('UA-7.1-11');
  });

  it('is read by its objects when packed ones are lost from sight', () => {
    const at = Buffer.from(good).lastIndexOf('startxref');
    expect(rulesOf(good.subarray(0, at))).toContain('PDF-syntax');
    expect(rulesOf(good.subarray(0, at))).not.toContain('UA-7.1-11');
  });

  it('never stops the reader, wherever bytes are changed', () => {
    for (let i = 0; i < 300; i += 1) {
      const copy = Buffer.from(good);
      for (let k = 0; k < 8; k += 1) copy[(i * 104_729 + k * 7919) % copy.length] = (i * 31 + k) % 256;
      expect(['pass', 'fail', 'I001', 'I006']).toContain(verdictOf(copy));
    }
  });

  it('is told to be encrypted, and nothing else is said of it', () => {
    const locked = operate(good, (p) => p.set(p.trailer, 'Encrypt', dict({ Filter: name('Standard') })));
    const source = Buffer.from(locked).toString('latin1');
    expect(rulesOf(Buffer.from(source, 'latin1'))).toEqual(['UA-7.16-1', 'A-6.1.3-2']);
  });
});

describe('bombs', () => {
  it('streams that unpack without end stop the reader', () => {
    const packed = deflateSync(Buffer.alloc(5_000_000));
    const bytes = operate(good, (p) => {
      const stream = p.add({ dict: dict({ Filter: name('FlateDecode') }), raw: packed });
      p.set(p.page(0), 'Contents', stream);
    });
    const opened = openPdf(bytes, { ...LIMITS, stream: 1_000_000 });
    if (!opened.ok) throw new Error('the file opens');
    const file = opened.value;
    const page = file.ids
      .map((id) => file.object(id))
      .find((value) => nameOf(dictOf(value)?.entries.get('Type')) === 'Page');
    const content = file.get(dictOf(page), 'Contents');
    if (!isStream(content)) throw new Error('the page has content');
    expect(() => file.data(content)).toThrow(TooLarge);
  });

  it('forms that paint each other without end stop the reader', () => {
    const bytes = operate(good, (p) => {
      let inner = p.add({
        dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 9, 9] }),
        raw: Buffer.from('0 0 9 9 re f\n'),
      });
      for (let level = 0; level < 24; level += 1) {
        const resources = dict({ XObject: dict({ F: inner }) });
        inner = p.add({
          dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 9, 9], Resources: resources }),
          raw: Buffer.from('/F Do /F Do /F Do /F Do\n'),
        });
      }
      p.set(p.dict(p.page(0), 'Resources'), 'XObject', dict({ F: inner }));
      p.content(0, (before) => `${before}/F Do\n`);
    });
    const opened = openPdf(bytes, { ...LIMITS, operators: LIMITS.operators / 10 });
    if (!opened.ok) throw new Error('the file opens');
    const { value: file } = opened;
    expect(() => readFacts(file)).toThrow(TooLarge);
  });

  it('a form that paints itself is told', () => {
    const bytes = operate(good, (p) => {
      const form = p.add({
        dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 9, 9] }),
        raw: Buffer.from('/F Do\n'),
      });
      p.set(p.dict(p.page(0), 'Resources'), 'XObject', dict({ F: form }));
      p.content(0, (before) => `${before}/F Do\n`);
    });
    expect(rulesOf(bytes)).toContain('PDF-syntax');
  });

  it('a page tree that leads back into itself ends', () => {
    const bytes = operate(good, (p) => {
      const pages = p.dict(p.catalog, 'Pages');
      p.set(pages, 'Kids', [
        p.catalog.entries.get('Pages') ?? null,
        ...Array.from({ length: 100 }, () => p.catalog.entries.get('Pages') ?? null),
      ]);
    });
    expect(verdictOf(bytes)).toBe('fail');
  });

  it('a page tree without bottom ends', () => {
    let body = '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n';
    for (let id = 2; id < 5000; id += 1) body += `${id} 0 obj <</Type/Pages/Count 1/Kids[${id + 1} 0 R]>> endobj\n`;
    expect(verdictOf(pdf(body))).toBe('fail');
  });

  it('brackets without end are no PDF', () => {
    expect(verdictOf(pdf(`1 0 obj ${'['.repeat(200_000)} endobj`))).toBe('I001');
  });

  it('a structure tree that leads back into itself ends', () => {
    const bytes = operate(good, (p) =>
      p.set(p.element('Sect'), 'K', [p.dict(p.catalog, 'StructTreeRoot').entries.get('K') ?? null]),
    );
    expect(rulesOf(bytes)).toContain('UA-7.1-12');
  });

  it('references that chase each other are nothing', () => {
    const body = '1 0 obj 2 0 R endobj\n2 0 obj 1 0 R endobj\ntrailer <</Root 1 0 R>>';
    expect(verdictOf(pdf(body))).toBe('I001');
  });

  it('a cross-reference stream that claims a thousand million objects is not believed', () => {
    const body = `1 0 obj <</Type/XRef/Size 1000000000/W[1 2 1]/Index[0 1000000000]/Root 2 0 R/Length 4>> stream\n\x01\x00\x00\x00\nendstream endobj\n2 0 obj <</Type/Catalog>> endobj\nstartxref\n15\n%%EOF`;
    expect(['fail', 'I001']).toContain(verdictOf(pdf(body)));
  });
});

describe('a file that only claims', () => {
  it('is found out: pdfmake writes its labels over an empty tree', async () => {
    const require = createRequire(import.meta.url);
    const pdfmake = require('pdfmake');
    const face = require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
    pdfmake.setFonts({ Sans: { normal: face, bold: face, italics: face, bolditalics: face } });
    pdfmake.setUrlAccessPolicy?.(() => false);
    const made = pdfmake.createPdf({
      version: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      lang: 'en',
      language: 'en',
      displayTitle: true,
      info: { title: 'A table' },
      defaultStyle: { font: 'Sans' },
      content: [
        'Heading',
        {
          table: {
            body: [
              ['a', 'b'],
              ['1', '2'],
            ],
          },
        },
        { text: 'link', link: 'https://example.org' },
      ],
    });
    const bytes: Uint8Array = await made.getBuffer();
    expect(verdictOf(bytes)).toBe('fail');
    expect(rulesOf(bytes)).toEqual(expect.arrayContaining(['UA-7.1-11', 'UA-7.1-3', 'UA-7.18.5-1', 'A-6.6.4-1']));
  });
});
