import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/core/index.ts';
import { Decimal } from '../../../src/core/index.ts';
import { BUILT_IN_UNITS } from '../../../src/metrics/built-in-units.ts';
import type { MetricBook } from '../../../src/metrics/index.ts';
import { openUnits } from '../../../src/metrics/units.ts';
import { bookOf } from './report-builder.ts';

const { units } = openUnits([], { spanOf: () => undefined });

interface Case {
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
}

/** Every pair of a unit and display units of its dimension, in both languages. */
const CASES: readonly Case[] = BUILT_IN_UNITS.flatMap((unit) => {
  const of = (lang: Lang): readonly string[] =>
    units.displays(lang).flatMap(({ dimension, text }) => (dimension === unit.dimension ? [text] : []));
  const english = of('en');
  return of('zh').map((zh, i) => ({ unit: unit.id, zh, en: english[i % english.length] ?? unit.id }));
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([negative, digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0');
    const whole = text.slice(0, text.length - places);
    return `${negative && digits > 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`;
  });

function bookFor(one: Case, value: string): MetricBook {
  return bookOf({ metrics: { it: { ...one, values: { CY2023: `${value} ${one.unit}` } } } });
}

describe('a printed figure read back', () => {
  it('leaves the value open that was printed, in either language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), decimal, fc.constantFrom<Lang>('zh', 'en'), (one, value, lang) => {
        const book = bookFor(one, value);
        const text = book.value('it', 'CY2023', lang, { place: 'prose' }).text;
        const readings = book.read('it', text, lang);
        expect(readings.length).toBeGreaterThan(0);
        const canonical = new Decimal(value);
        for (const { low, high } of readings) {
          expect(canonical.gte(low) && canonical.lte(high), `${value} ${one.unit} printed as ${text}`).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has the digits of the value when the unit is its own', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const book = bookFor({ unit: 'kWh', zh: 'kWh', en: 'kWh' }, value);
        const text = book.value('it', 'CY2023', 'en', { place: 'prose' }).text;
        expect(book.read('it', text, 'en')[0]?.figure).toBe(value);
      }),
    );
  });

  it('is the same amount in Chinese and in English where neither rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (tonnes) => {
        const book = bookFor({ unit: 'tCO2e', zh: '万吨', en: 'million tonnes' }, String(tonnes));
        const read = (lang: Lang): string | undefined =>
          book.read('it', book.value('it', 'CY2023', lang, { place: 'prose' }).text, lang)[0]?.value;
        expect(read('zh')).toBe(String(tonnes));
        expect(read('en')).toBe(String(tonnes));
      }),
    );
  });
});

describe('reading a figure', () => {
  const book = bookOf({
    metrics: {
      gas: { unit: 'tCO2e', zh: '万吨', en: 'million tonnes', values: {} },
      money: { unit: 'HKD', zh: '万港元', en: 'HKD million', values: {} },
      share: { unit: 'percent', zh: '%', en: '%', values: {} },
    },
  });

  it.each([
    ['gas', 'zh', '988.4万吨', '9884000'],
    ['gas', 'zh', '约0.69万吨', '6900'],
    ['gas', 'zh', '◇０.５５亿吨', '55000000'],
    ['gas', 'en', 'about 6.9 thousand tonnes', '6900'],
    ['gas', 'en', '2.32\u00A0million\u00A0tonnes', '2320000'],
    ['gas', 'en', '1 tonne', '1'],
    ['money', 'zh', '−1,890万港元', '-18900000'],
    ['money', 'en', '−HKD 18.9 million', '-18900000'],
    ['share', 'en', '39.0%', '39'],
    ['share', 'zh', '３９.０％', '39'],
  ] as const)('%s in %s: %s', (metric, lang, text, value) => {
    expect(book.read(metric, text, lang).map((reading) => reading.value)).toContain(value);
  });

  it.each([
    ['a unit of the other language', 'gas', 'zh', '2.32 million tonnes'],
    ['a unit of another thing', 'gas', 'en', '2.32 GWh'],
    ['groups that are no thousands', 'gas', 'zh', '98,84万吨'],
    ['words', 'gas', 'en', 'not disclosed'],
  ] as const)('finds nothing in %s', (_name, metric, lang, text) => {
    expect(book.read(metric, text, lang)).toEqual([]);
  });

  it('says what the digits leave open', () => {
    expect(book.read('gas', '988.4万吨', 'zh')[0]).toMatchObject({ low: '9883500', high: '9884500', unit: '万吨' });
    expect(book.interval('gas', { value: '9.884', in: 'MtCO2e' })).toEqual({ low: '9883500', high: '9884500' });
  });
});
