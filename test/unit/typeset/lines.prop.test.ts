import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayNotEnd, mayNotStart } from '../../../src/typeset/prohibition.ts';
import { lines, set } from './setting.ts';

const FRAGMENTS = [
  ...'国家的排放量，。、；：？！（）《》“”·',
  ...['——', '……', '12.5万吨', '2024年', '63.5%', '¥1,234', 'CO₂e', 'm³', '第3版', 'Scope 1', '3元/kWh', '范围1'],
  ...[
    'https://example.com/a/b-c?x=1',
    'sustainability',
    'the',
    'of',
    'non-renewable',
    '2.32 million tonnes',
    ' ',
    ' – ',
  ],
  ...['\u00a0', '\u200b', '\u2060', '\u00ad', '1234567890123456789', '𠮷'],
];

const text = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(''));
const measure = fc.double({ min: 1, max: 45, noNaN: true });
const lang = fc.constantFrom('zh' as const, 'en' as const);
const align = fc.constantFrom('justify' as const, 'start' as const);

/** What a reader sees of a text: no spaces, no controls, no hyphens that a line added. */
const seen = (written: string): string => written.replaceAll(/[\s\u200b\u2060\u00ad]/g, '');
const runs = { numRuns: 300, seed: 20240722 };

describe('any text at any measure', () => {
  it('is there, once and in order', () => {
    fc.assert(
      fc.property(text, measure, lang, align, (written, em, language, alignment) => {
        const set = lines(written, em, { lang: language, align: alignment });
        expect(seen(set.join(''))).toBe(seen(written));
      }),
      runs,
    );
  });

  it('goes on after any line at another measure, nothing lost or repeated', () => {
    fc.assert(
      fc.property(text, measure, measure, fc.nat(), lang, (written, em, other, pick, language) => {
        const first = set(written, em, { lang: language });
        const kept = 1 + (pick % first.lines.length);
        const from = first.lines[kept - 1]?.next;
        const rest = set(written, other, { lang: language, wishes: from === undefined ? {} : { from } });
        const both = [...first.lines.slice(0, kept), ...rest.lines].map((line) => line.text).join('');
        expect(seen(both)).toBe(seen(written));
      }),
      runs,
    );
  });

  it('stays inside the measure, or says so', () => {
    fc.assert(
      fc.property(text, measure, lang, align, (written, em, language, alignment) => {
        const result = set(written, em, { lang: language, align: alignment });
        const wide = result.lines.filter((line) => line.width > em * 10 + 1e-3);
        if (!result.diagnostics.some((fault) => fault.code === 'L002')) expect(wide).toEqual([]);
      }),
      runs,
    );
  });

  it('has no line that starts or ends with a prohibited mark, unless it says so', () => {
    fc.assert(
      fc.property(text, measure, lang, align, (written, em, language, alignment) => {
        const result = set(written, em, { lang: language, align: alignment });
        if (result.diagnostics.some((fault) => fault.code === 'L001' || fault.code === 'L002')) return;
        const texts = result.lines.map((line) => line.text.trim()).filter((line) => line !== '');
        for (const line of texts.slice(1)) {
          // A dash of two may start a line, and inside an address of English text a full stop may.
          const allowed = language === 'zh' ? /^——/.test(line) : /^\.\w/.test(line);
          if (!allowed) expect(mayNotStart(line.codePointAt(0) ?? 0, 'gb')).toBe(false);
        }
        for (const line of texts.slice(0, -1))
          expect(mayNotEnd(line.codePointAt(line.length - 1) ?? 0, 'gb')).toBe(false);
      }),
      runs,
    );
  });

  it('has no more hyphens in a row than the theme allows', () => {
    fc.assert(
      fc.property(text, measure, fc.integer({ min: 1, max: 3 }), (written, em, most) => {
        let row = 0;
        for (const line of set(written, em, { lang: 'en', policy: { maxHyphensInRow: most } }).lines) {
          row = /[-\u00ad]$/u.test(line.text) && line.end !== 'last' ? row + 1 : 0;
          expect(row).toBeLessThanOrEqual(most);
        }
      }),
      runs,
    );
  });

  it('cuts no figure from its unit, and no label from its number, unless it says so', () => {
    fc.assert(
      fc.property(text, measure, lang, align, (written, em, language, alignment) => {
        const result = set(written, em, { lang: language, align: alignment });
        // A typed zero-width space is the author's own leave to break.
        if (result.diagnostics.length > 0 || written.includes('\u200b')) return;
        const broken = result.lines.map((line) => line.text).join('⏎');
        const words = broken.replaceAll('\u00ad⏎', '');
        expect(words).not.toMatch(/\d⏎[\d万吨%年元]|¥⏎|万⏎吨|(?<!\p{Script=Latin})Scope ⏎1|第⏎\d/u);
      }),
      runs,
    );
  });

  it('is set the same twice', () => {
    fc.assert(
      fc.property(text, measure, (written, em) => {
        expect(set(written, em)).toEqual(set(written, em));
      }),
      { ...runs, numRuns: 50 },
    );
  });
});
