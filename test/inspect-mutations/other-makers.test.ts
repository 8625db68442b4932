import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { preflight, readAloud } from '../../src/inspect/index.ts';
import { readFacts } from '../../src/inspect/model/facts.ts';
import { LIMITS, openPdf, TooLarge } from '../../src/inspect/objects/index.ts';

type Body = string | Buffer;

/** Objects from 1 on, with a table of cross-references in the old way, as the settings ask. */
interface Making {
  readonly version?: string;
  /** Objects that stand in an object stream, which only a second cross-reference tells of. */
  readonly hybrid?: Readonly<Record<number, string>>;
  /** Changes appended as an update. */
  readonly update?: Readonly<Record<number, string>>;
}

const stream = (entries: string, data: Body): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`, 'latin1'),
    Buffer.from(data as string, 'latin1'),
    Buffer.from('\nendstream', 'latin1'),
  ]);

function made(objects: readonly Body[], { version = '1.4', hybrid, update }: Making = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const offsets = new Map<number, number>();
  const put = (id: number, body: Body): void => {
    offsets.set(id, length());
    parts.push(Buffer.from(`${id} 0 obj\n`), Buffer.from(body as string, 'latin1'), Buffer.from('\nendobj\n'));
  };
  objects.forEach((body, i) => {
    put(i + 1, body);
  });
  const size = 100;
  let more = '';
  if (hybrid !== undefined) {
    const ids = Object.keys(hybrid).map(Number);
    let at = 0;
    const heads = ids.map((id) => {
      const head = `${id} ${at}`;
      at += (hybrid[id] ?? '').length + 1;
      return head;
    });
    const inner = `${heads.join(' ')} `;
    put(90, stream(`/Type/ObjStm/N ${ids.length}/First ${inner.length}`, `${inner}${Object.values(hybrid).join(' ')}`));
    const rows = Buffer.concat(ids.map((_, i) => Buffer.from([2, 90, i])));
    const start = length();
    put(91, stream(`/Type/XRef/Size ${size}/W[1 1 1]/Index[${ids.map((id) => `${id} 1`).join(' ')}]`, rows));
    more = `/XRefStm ${start}`;
  }
  const table = (ids: readonly number[], trailer: string): void => {
    const start = length();
    const rows = ids.map((id) => `${id} 1\n${String(offsets.get(id)).padStart(10, '0')} 00000 n \n`).join('');
    parts.push(
      Buffer.from(`xref\n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`),
    );
  };
  table([...offsets.keys()], more);
  if (update === undefined) return Buffer.concat(parts);
  const before = length();
  for (const [id, body] of Object.entries(update)) put(Number(id), body);
  const start = Buffer.concat(parts).lastIndexOf('xref\n', before - 40);
  table(Object.keys(update).map(Number), `/Prev ${start}`);
  return Buffer.concat(parts);
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>';
const WORDS = stream('', 'BT /F 12 Tf 20 100 Td (Hello) Tj ET');
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const PLAIN: readonly Body[] = [CATALOG, PAGES, PAGE, WORDS, FONT];

function rules(bytes: Uint8Array): readonly string[] {
  const read = preflight(bytes, ['ua1', 'a3a', 'x4']);
  if (!read.ok) return read.diagnostics.map(({ code }) => code);
  expect(read.value.profiles.map(({ passes }) => passes)).toEqual([false, false, false]);
  return [...new Set(read.value.findings.map(({ rule }) => rule))];
}

describe('files as other programs write them', () => {
  it('a plain old file is read without a fault of syntax, and named for what it lacks', () => {
    const found = rules(made(PLAIN));
    expect(found).toEqual(expect.arrayContaining(['UA-7.1-11', 'UA-7.1-8', 'A-6.6.2.1-1', 'X4-fonts-embedded']));
    expect(found).not.toContain('PDF-syntax');
  });

  it('PDF 2.0 is no file of standards that are made on 1.7', () => {
    expect(rules(made(PLAIN, { version: '2.0' }))).toEqual(
      expect.arrayContaining(['UA-6.1-1', 'A-6.1.2-1', 'X4-6.1-version']),
    );
  });

  it('objects that only the second cross-reference of a hybrid file names are found', () => {
    const [, , , words = '', font = ''] = PLAIN;
    const bytes = made([CATALOG, '', '', words, font].map((body) => (body === '' ? 'null' : body)));
    expect(rules(bytes)).not.toContain('UA-7.1-3');
    const hybrid = made([CATALOG, '<</Type/Pages/Count 1/Kids[30 0 R]>>', 'null', words, font], {
      hybrid: { 30: PAGE },
    });
    expect(rules(hybrid)).toContain('UA-7.1-3');
    expect(rules(hybrid)).not.toContain('PDF-syntax');
  });

  it('the last update of a file holds', () => {
    const bytes = made(PLAIN, { update: { 5: '<</Type/Font/Subtype/Type1/BaseFont/Courier>>' } });
    const read = preflight(bytes, ['ua1']);
    const messages = read.ok ? read.value.findings.map(({ message }) => message) : [];
    expect(messages).toContain('Courier is not embedded');
    expect(messages).not.toContain('Helvetica is not embedded');
  });

  it('a linearized file, whose first cross-reference stands at its head, is read whole', () => {
    const first = `<</Linearized 1/L 1/H[1 1]/O 3/E 1/N 1/T 1>>`;
    expect(rules(made([...PLAIN, first]))).toContain('UA-7.1-3');
  });

  it('what stands before the head, and after the end, is told', () => {
    const bytes = made(PLAIN);
    expect(rules(Buffer.concat([Buffer.from('\r\n\r\n'), bytes]))).toContain('UA-6.1-1');
    expect(rules(Buffer.concat([bytes, Buffer.alloc(40, 0x20)]))).toContain('A-6.1.3-3');
  });

  it.each([
    ['a font program that is noise', '<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>'],
    ['a composite font without descendants', '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H>>'],
    ['a font that is no dictionary', '[1 2 3]'],
    [
      'an encoding with names of nothing',
      '<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[72/constructor/toString/__proto__]>>>>',
    ],
  ])('%s does not stop the reader', (_, font) => {
    const descriptor = '<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R>>';
    const program = stream('', 'no font at all, but long enough to be taken for one');
    expect(rules(made([CATALOG, PAGES, PAGE, WORDS, font, descriptor, program])).length).toBeGreaterThan(3);
  });

  it.each([
    ['a colour space that is called like a method', '/constructor cs 1 scn 0 0 9 9 re f'],
    ['operands without end', `${'1 '.repeat(5000)}re f`],
    ['an operator that there is not', '1 2 fly'],
    ['strings with all escapes', 'BT /F 9 Tf (\\(a\\\\b\\)\\101\\9\\\n\\q) Tj ET'],
    ['marks that do not end', '/P <</MCID 0>> BDC BT /F 9 Tf (a) Tj ET'],
    ['a picture in the text that does not end', 'BI /W 1 /H 1 /BPC 8 /CS /G ID xxxx'],
  ])('%s in the content does not stop the reader', (_, content) => {
    expect(rules(made([CATALOG, PAGES, PAGE, stream('', content), FONT])).length).toBeGreaterThan(3);
  });

  it('is silent, and not at fault, where there is nothing to read aloud', () => {
    const read = readAloud(made(PLAIN));
    expect(read.ok && read.value.pages.map(({ label, spoken }) => [label, spoken.length])).toEqual([['1', 0]]);
  });
});

describe('files that are small and would cost much', () => {
  const stopped = (bytes: Uint8Array): string => {
    const read = preflight(bytes, ['ua1', 'a3a']);
    return read.ok ? 'read' : read.diagnostics.map(({ code }) => code).join();
  };

  it('strings that all seem to go on to the end', () => {
    const body = Array.from({ length: 3000 }, (_, i) => `${i + 10} 0 obj (((\n`).join('');
    expect(stopped(Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${body}`))).toBe('I006');
  });

  it('streams that all seem to go on to the end are read as one search', () => {
    const body = Array.from({ length: 20_000 }, (_, i) => `${i + 10} 0 obj<</Length 1>>stream\n`).join('');
    expect(['read', 'I006']).toContain(
      stopped(Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${body}`)),
    );
  });

  it('one list of annotations that many pages share', () => {
    const kids = Array.from({ length: 3000 }, (_, i) => `${i + 20} 0 R`).join(' ');
    const shared = Array.from({ length: 3000 }, () => '9 0 R').join(' ');
    const pages = Array.from({ length: 3000 }, (_, i) => `${i + 20} 0 obj<</Type/Page/Annots 8 0 R>>endobj\n`).join('');
    const body = `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]>>endobj\n8 0 obj[${shared}]endobj\n9 0 obj<</Subtype/Link>>endobj\n${pages}`;
    expect(stopped(Buffer.from(`%PDF-1.4\n${body}`))).toBe('I006');
  });

  it('one list of children that many elements share', () => {
    const numbers = Array.from({ length: 2000 }, (_, i) => i).join(' ');
    const kids = Array.from({ length: 2000 }, () => '<</S/P/K 8 0 R>>').join(' ');
    const tree = `<</Type/StructTreeRoot/K[${kids}]>>`;
    const body = `1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>endobj\n2 0 obj ${PAGES} endobj\n7 0 obj${tree}endobj\n8 0 obj[${numbers}]endobj\n`;
    expect(stopped(Buffer.from(`%PDF-1.4\n${body}`))).toBe('I006');
  });

  it('a cell that says it is ten thousand columns wide, in every row', () => {
    const cell = '<</S/TD/P 7 0 R/A<</O/Table/ColSpan 9999/RowSpan 9999>>>>';
    const rows = Array.from({ length: 400 }, () => `<</S/TR/K[${cell}]>>`).join(' ');
    const body = `1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>endobj\n2 0 obj ${PAGES} endobj\n7 0 obj<</K<</S/Table/K[${rows}]>>>>endobj\n`;
    expect(stopped(Buffer.from(`%PDF-1.4\n${body}`))).toBe('I006');
  });

  it('content that is long and does nothing, on many pages', () => {
    const blank = deflateSync(Buffer.alloc(4_000_000, 0x20));
    const kids = Array.from({ length: 30 }, (_, i) => `${i + 5} 0 R`).join(' ');
    const pages = Array.from({ length: 30 }, () => '<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>');
    const content = stream('/Filter/FlateDecode', blank);
    const bytes = made([CATALOG, `<</Type/Pages/Count 30/Kids[${kids}]>>`, 'null', content, ...pages]);
    const opened = openPdf(bytes, { ...LIMITS, operators: LIMITS.operators / 10 });
    if (!opened.ok) throw new Error('the file opens');
    const { value: file } = opened;
    expect(() => readFacts(file)).toThrow(TooLarge);
  });
});
