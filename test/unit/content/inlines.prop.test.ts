import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../src/content/inlines.ts';
import { maskedSource, textReferences } from '../../../src/content/text-parts.ts';
import type { Inline } from '../../../src/content/types.ts';

const piece = fc.constantFrom(
  '**',
  '*',
  '[',
  '](',
  ')',
  '{{',
  '}}',
  '\\{{',
  'm:a@P',
  '|pct',
  '汉',
  'a',
  ' ',
  '\n',
  'https://x.y',
  '😀',
);
const source = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

function characters(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => {
    if (inline.kind === 'chars') return sum + inline.text.length;
    return sum + (inline.kind === 'ref' ? inline.ref.end - inline.ref.start : characters(inline.children));
  }, 0);
}

describe('parseText on anything', () => {
  it('always gives a text, with faults and references inside it', () => {
    fc.assert(
      fc.property(source, (written) => {
        const { text, faults } = parseText(written, 'en', 'o');
        expect(characters(text.inlines)).toBeLessThanOrEqual(written.length);
        for (const { start, end } of faults) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
        }
        for (const ref of textReferences(text)) {
          expect(written.slice(ref.start, ref.start + 2)).toBe('{{');
          expect(written.slice(ref.end - 2, ref.end)).toBe('}}');
        }
        expect(maskedSource(text)).toHaveLength(written.length);
      }),
    );
  });

  it('loses no character of a text without marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z汉字，。0-9 ]{0,40}$/u), (written) => {
        const { text, faults } = parseText(written, 'zh', 'o');
        expect(faults).toEqual([]);
        expect(text.inlines.map((i) => (i.kind === 'chars' ? i.text : '?')).join('')).toBe(written);
      }),
    );
  });
});
