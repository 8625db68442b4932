import { describe, expect, it } from 'vitest';
import { lines } from './setting.ts';

describe('B3: the solidus', () => {
  it('neither starts nor ends a line beside Han', () => {
    for (const text of ['国家国家国家3元/kWh国家国家', '国家国家国家国克／升国家国家', '国家国家国家国吨/百万元国家']) {
      for (const measure of [7, 8, 9, 10]) {
        for (const line of lines(text, measure)) expect(line).not.toMatch(/^[/／]|[/／]$/);
      }
    }
  });

  it('may end a line between long Latin words', () => {
    expect(lines('transmission/distribution losses here', 8, { lang: 'en', hyphenate: false })[0]).toBe(
      'transmission/',
    );
  });

  it('does not part the halves of a short unit', () => {
    for (const measure of [6, 7, 8])
      expect(lines('rate of 12 kg/t here', measure, { lang: 'en' }).join('|')).toContain('kg/t');
  });
});
