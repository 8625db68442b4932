import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/source/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('drops the byte order mark, carriage returns and decomposed accents', () => {
    const result = decodeText('a', utf8('\ufeffcafe\u0301\r\nb\rc'));
    expect(result.ok && result.value).toBe('caf\u00e9\nb\nc');
  });

  it.each([
    ['a stray continuation byte', [0x61, 0x80], 1],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a cut character', [0x61, 0x62, 0xe8, 0xbf], 2],
  ])('names the byte of %s', (_, bytes, position) => {
    const result = decodeText('a', new Uint8Array(bytes));
    expect(result.diagnostics.map((d) => d.code)).toEqual(['C010']);
    expect(result.diagnostics[0]?.message).toContain(`at position ${position} `);
  });

  it('recognises GBK, and says where on the line it begins', () => {
    const result = decodeText('a', new Uint8Array([...utf8('id: log\nzh: '), 0xd4, 0xcb, 0xd0, 0xd0]));
    expect(result.diagnostics[0]?.hints[0]).toContain('GBK');
    expect(result.diagnostics[0]?.span?.start).toMatchObject({ line: 2, column: 5 });
  });

  it('takes a file of exactly the limit and refuses one byte more', () => {
    expect(decodeText('a', new Uint8Array(2 * 1024 * 1024).fill(0x20)).ok).toBe(true);
    expect(decodeText('a', new Uint8Array(2 * 1024 * 1024 + 1).fill(0x20)).diagnostics[0]?.code).toBe('C011');
  });
});
