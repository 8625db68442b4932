import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureReader } from '../../../src/call/read-figures.ts';
import { Decimal, type Lang } from '../../../src/core/index.ts';
import { BUILT_IN_UNITS } from '../../../src/metrics/built-in-units.ts';
import { numberWords } from '../../../src/metrics/number-words.ts';
import { openUnits } from '../../../src/metrics/units.ts';
import { bookOf } from '../metrics/report-builder.ts';

const { units } = openUnits([], { spanOf: () => undefined });
const read = figureReader();

/** Every unit in every display unit of its dimension. */
const CASES = BUILT_IN_UNITS.flatMap((unit) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    units
      .displays(lang)
      .filter(({ dimension }) => dimension === unit.dimension)
      .map(({ text }) => ({ unit: unit.id, factor: unit.factor, lang, display: text })),
  ),
);

/** From 1e-6 to 1e13, with up to six places, of either sign, each power of ten as likely as the others. */
const decimal = fc
  .tuple(fc.boolean(), fc.integer({ min: -6, max: 13 }), fc.bigInt({ min: 1n, max: 9_999_999n }), fc.nat({ max: 6 }))
  .map(([negative, power, digits, places]) => {
    const value = new Decimal(digits.toString()).times(new Decimal(10).pow(power - 6)).toDecimalPlaces(places);
    return `${negative && !value.isZero() ? '-' : ''}${value.toFixed(Math.min(places, 6))}`;
  });

const AROUND: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  zh: [
    ['全年共计', '。'],
    ['（', '），'],
    ['为', '，较上一财年有所变动'],
    ['', ''],
  ],
  en: [
    ['In total ', '.'],
    ['(', '), as stated'],
    ['came to ', ' in all'],
    ['', ''],
  ],
};

/** A whole figure may have been rounded left of the point: what its trailing zeros leave open. */
function openZeros(number = ''): Decimal {
  const zeros = number.includes('.') ? '' : (/0*$/.exec(number)?.[0] ?? '');
  return new Decimal(10).pow(zeros.length);
}

describe('a figure that is printed and read back from running text', () => {
  it('is one figure that leaves the value open, in every unit of both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), decimal, fc.nat({ max: 3 }), (one, value, frame) => {
        const sketch = { unit: one.unit, zh: '', en: '', [one.lang]: one.display };
        const other = one.lang === 'zh' ? 'en' : 'zh';
        const display = { ...sketch, [other]: one.unit };
        const book = bookOf({ metrics: { it: { ...display, values: { CY2023: `${value} ${one.unit}` } } } });
        const printed = book.value('it', 'CY2023', one.lang, { place: 'prose' }).text;
        const [before = '', after = ''] = AROUND[one.lang][frame] ?? [];
        const found = read(`${before}${printed}${after}`);
        expect(found.map(({ text }) => text)).toEqual([printed]);
        const half = new Decimal(found[0]?.grain ?? 0).times(openZeros(found[0]?.number)).div(2);
        const size = one.unit === 'percentage_points' || one.unit === 'multiple' ? '1' : one.factor;
        const gap = new Decimal(found[0]?.value ?? NaN).minus(new Decimal(value).times(size)).abs();
        expect(gap.lte(half), `${value} ${one.unit} printed as ${printed}, read as ${found[0]?.value}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('has one value in Chinese and in English where neither rounds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (tonnes) => {
        const values = { CY2023: `${tonnes} t` };
        const book = bookOf({ metrics: { it: { unit: 't', zh: '亿吨', en: 'thousand tonnes', values } } });
        const of = (lang: Lang): readonly (string | undefined)[] =>
          read(book.value('it', 'CY2023', lang, { place: 'prose' }).text).map(({ value, unit }) => `${value} ${unit}`);
        expect(of('zh')).toEqual([`${tonnes} t`]);
        expect(of('en')).toEqual([`${tonnes} t`]);
      }),
      { numRuns: 300 },
    );
  });

  it('survives being written out in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 200 }), fc.integer({ min: 0, max: 999_999_999_999 })), (value) => {
        for (const text of [`${numberWords(value, 'zh')}个`, numberWords(value, 'en')]) {
          const found = read(text);
          expect(found.map((figure) => [figure.text, figure.value])).toEqual([[text, String(value)]]);
        }
      }),
      { numRuns: 600 },
    );
  });
});
