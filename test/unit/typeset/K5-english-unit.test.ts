import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';
import { lines, set } from './setting.ts';

describe('K5: figure and unit in English', () => {
  it.each(['2.32 million tonnes', '12 kWh', '1,200 t', '5 per cent', '28 mg/m³', '7 basis points'])(
    '%s stays whole',
    (text) => {
      expect(partings('some words before ', text, ' and more words after', { lang: 'en', hyphenate: false })).toEqual(
        [],
      );
    },
  );

  it('a formula may part from its unit when that saves a line', () => {
    expect(lines('about 12 tonnes CO₂e of it', 8, { lang: 'en' })).toEqual(['about 12 tonnes', 'CO₂e of it']);
  });

  it('hyphenates the magnitude before it makes a loose line, and says so', () => {
    const result = set('Emissions of our own were 2.32 million tonnes in the year.', 18, { lang: 'en' });
    expect(result.lines[0]?.text).toBe('Emissions of our own were 2.32 mil\u00ad');
    expect(result.diagnostics.map((fault) => fault.code)).toEqual(['L001']);
  });
});
