import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import { builtFile } from '../support/built-editions.ts';

interface Glyph {
  readonly originalCharCode: number;
  readonly unicode: string;
}

/** Every glyph that the page draws: what pdf.js hands to its renderer. Numbers among them are positions. */
async function glyphsOf(name: string, project: 'showcase' | 'ferry'): Promise<readonly Glyph[]> {
  const data = new Uint8Array(await builtFile(project, name));
  const document = await getDocument({ data, useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  const glyphs: Glyph[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operator, index) => {
      if (operator !== OPS.showText) return;
      const shown: unknown = argsArray[index]?.[0];
      if (Array.isArray(shown))
        glyphs.push(...shown.filter((one): one is Glyph => typeof one === 'object' && one !== null));
    });
  }
  await document.destroy();
  return glyphs;
}

describe.each(['showcase', 'ferry'] as const)('glyphs of the %s', (project) => {
  it.each(EDITIONS)('%s: no glyph is the empty box, and each stands for a character', async (edition) => {
    const glyphs = await glyphsOf(`report.${edition}.pdf`, project);
    expect(glyphs.length).toBeGreaterThan(5000);
    expect(glyphs.filter((glyph) => glyph.originalCharCode === 0)).toEqual([]);
    expect(glyphs.filter((glyph) => glyph.unicode === '\u0000' || glyph.unicode === '\ufffd')).toEqual([]);
  });
});
