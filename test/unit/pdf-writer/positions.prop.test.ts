import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FontBook } from '../../../src/fonts/index.ts';
import { createFontTable } from '../../../src/pdf/writer/font/glyph-codes.ts';
import { lineTexts } from '../../../src/pdf/writer/paint/line-text.ts';
import type { PlacedRun } from '../../../src/typeset/types.ts';
import { setRuns, testFonts } from './placed.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await testFonts();
});

/** Where a viewer draws each glyph, from the codes, the widths of the font, the character spacing and the numbers. */
function drawnAt(runs: readonly PlacedRun[]): readonly number[] {
  const table = createFontTable(fonts);
  return lineTexts(runs, table).flatMap(({ origin, shown }) => {
    const font = table.all.find((candidate) => `/${candidate.resource}` === shown.font);
    const places: number[] = [];
    let pen = origin;
    for (const piece of shown.pieces) {
      if (typeof piece === 'number') {
        pen -= (piece * shown.size) / 1000;
        continue;
      }
      const bytes = piece.slice(1, -1).replace(/\\([\\()r])/g, (_, c: string) => (c === 'r' ? '\r' : c));
      for (let i = 0; i < bytes.length; i += 2) {
        const coded = font?.coded[(bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1)];
        const points = shown.size / (font?.face.unitsPerEm ?? 1000);
        places.push(pen + (coded?.components[0]?.dx ?? 0) * points);
        pen += (coded?.advance ?? 0) * points + shown.spacing;
      }
    }
    return places;
  });
}

function meantAt(runs: readonly PlacedRun[]): readonly number[] {
  return runs.flatMap((run) => {
    let pen = run.x;
    return run.glyphs.map((_, i) => {
      const x = pen + (run.xOffsets?.[i] ?? 0);
      pen += run.advances[i] ?? 0;
      return x;
    });
  });
}

describe('glyph positions', () => {
  it('stay within 0.05 pt of the layout, whatever the advances', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'温室气体排放，。（）GHGavoid 2024.5%'),
      minLength: 1,
      maxLength: 60,
    });
    const stretch = fc.double({ min: -0.5, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        text,
        fc.array(stretch, { minLength: 60, maxLength: 60 }),
        fc.constantFrom(6, 9.5, 10, 31),
        (line, extra, size) => {
          let shift = 0;
          let k = 0;
          const runs = setRuns(fonts, [{ text: line, size }], 'zh').map((run): PlacedRun => {
            const x = run.x + shift;
            const advances = run.advances.map((advance) => {
              const more = (extra[k++ % extra.length] ?? 0) * size * 0.4;
              shift += more;
              return advance + more;
            });
            return { ...run, x, advances };
          });
          const drawn = drawnAt(runs);
          meantAt(runs).forEach((x, i) => {
            expect(Math.abs((drawn[i] ?? Number.NaN) - x)).toBeLessThan(0.05);
          });
        },
      ),
    );
  });

  it('never let spread Han say to be wider than they stand apart', () => {
    const thousandths = fc.integer({ min: 0, max: 790 });
    fc.assert(
      fc.property(thousandths, fc.constantFrom(9.5, 10.5), (gap, size) => {
        const apart = gap / 1000;
        const runs = setRuns(fonts, [{ text: '的排放浓度', size }], 'zh').map((run) => ({
          ...run,
          advances: run.advances.map((advance) => advance + apart * size),
        }));
        const table = createFontTable(fonts);
        lineTexts(runs, table);
        const widths = (table.all[0]?.coded ?? []).slice(1).map(({ advance }) => advance / 1000);
        for (const width of widths.slice(0, -1)) expect(width).toBeLessThanOrEqual(1 + apart + 0.021);
        for (const width of widths.slice(0, -1)) expect(width).toBeGreaterThanOrEqual(1 + apart - 0.091);
      }),
    );
  });

  it('need no numbers when every glyph stands as the font says', () => {
    const runs = setRuns(fonts, [{ text: '温室气体排放总量与强度' }], 'zh');
    const [only] = lineTexts(runs, createFontTable(fonts));
    expect(only?.shown.pieces.filter((piece) => typeof piece === 'number')).toEqual([]);
  });

  it('spread a justified line by one spacing instead of a number at each glyph', () => {
    const runs = setRuns(fonts, [{ text: '温室气体排放总量与强度' }], 'zh').map((run) => ({
      ...run,
      advances: run.advances.map((advance) => advance + 0.214),
    }));
    const [only] = lineTexts(runs, createFontTable(fonts));
    expect(only?.shown.spacing).toBeCloseTo(0.214, 3);
    expect(only?.shown.pieces).toHaveLength(1);
  });
});
