import { describe, expect, it } from 'vitest';
import { readPlainParagraphs } from '../../../src/pipeline/plain-paragraphs.ts';

describe('a file of plain paragraphs', () => {
  it('gives each text as written, with its language and place', () => {
    const read = readPlainParagraphs(
      'a.yaml',
      'zh:\n  - {id: z1, text: 国家 2024}\nmixed:\n  - {id: m1, text: "a 国 b c d"}\n',
    );
    expect(read.ok && read.value).toMatchObject([
      { id: 'z1', text: '国家 2024', lang: 'zh', span: { file: 'a.yaml', start: { line: 2, column: 20 } } },
      { id: 'm1', text: 'a 国 b c d', lang: 'en' },
    ]);
  });

  it('keeps what other readers would make a number, and code points that normalization would join', () => {
    const read = readPlainParagraphs('a.yaml', 'en:\n  - {id: 1, text: 2024.50}\n  - {id: b, text: "e\\u0301"}\n');
    expect(read.ok && read.value.map((paragraph) => paragraph.text)).toEqual(['2024.50', 'e\u0301']);
  });

  it.each([
    ['C001', 'zh: [\n'],
    ['C003', '- a\n'],
    ['C003', 'zh: text\n'],
    ['C003', 'zh: [{id: a}]\n'],
  ])('tells %s for %j', (code, source) => {
    const read = readPlainParagraphs('a.yaml', source);
    expect(read.ok).toBe(false);
    expect(read.diagnostics[0]).toMatchObject({ code, span: { file: 'a.yaml' } });
  });
});
