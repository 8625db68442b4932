import { describe, expect, it } from 'vitest';
import { type DrawnGlyph, readGlyphs } from '../../../src/inspect/index.ts';

/** A page of one font whose A is 500 and whose space is 250 thousandths wide. */
function page(content: string): readonly DrawnGlyph[] {
  const widths = Array.from({ length: 34 }, (_, i) => (i === 0 ? 250 : 500)).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    `<</Type/Font/Subtype/TrueType/BaseFont/F/FirstChar 32/LastChar 65/Widths[${widths}]>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const start = file.length;
  const rows = offsets.map((at) => `${at} 00000 n \n`).join('');
  file += `xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  const read = readGlyphs(new TextEncoder().encode(file));
  if (!read.ok) throw new Error(read.diagnostics[0]?.message);
  return read.value;
}

describe('glyphs with their places', () => {
  it('stand where the strings and the numbers between them put them', () => {
    const glyphs = page('BT /F 10 Tf 20 100 Td [(AA) -1000 (A)] TJ ET');
    expect(glyphs.map(({ text }) => text).join('')).toBe('AAA');
    expect(glyphs.map(({ x }) => x)).toEqual([20, 25, 40]);
    expect(glyphs[0]).toMatchObject({ page: 0, y: 100, width: 5, size: 10 });
  });

  it('follow the spacing of characters and words, which is no part of their width', () => {
    const glyphs = page('BT /F 10 Tf 1 Tc 4 Tw 0 0 Td (A A) Tj ET');
    expect(glyphs.map(({ x }) => x)).toEqual([0, 6, 13.5]);
    expect(glyphs.map(({ width }) => width)).toEqual([5, 2.5, 5]);
  });

  it('follow matrix, rise, and the operator before on the same line', () => {
    const glyphs = page('2 0 0 2 0 0 cm BT /F 10 Tf 3 Ts 1 0 0 1 10 20 Tm (A) Tj (A) Tj ET');
    expect(glyphs.map(({ x }) => x)).toEqual([20, 30]);
    expect(glyphs[0]).toMatchObject({ y: 46, width: 10, size: 20 });
  });

  it('are none in what is no PDF', () => {
    expect(readGlyphs(new TextEncoder().encode('hello')).ok).toBe(false);
  });
});
