import { expect, test } from 'vitest';
import { spokenMarkup } from '../../../src/bind/language-spans.ts';

test('an English passage inside Chinese says its language, a name does not', () => {
  expect(spokenMarkup('依TCFD recommendations and IFRS S2编制', 'zh')).toBe(
    '依<span lang="en">TCFD recommendations and IFRS S2</span>编制',
  );
  expect(spokenMarkup('采用GRI Standards 2021', 'zh')).toBe('采用GRI Standards 2021');
  expect(spokenMarkup('2.5 TWh, 3 Mt, 4 km', 'zh')).toBe('2.5 TWh, 3 Mt, 4 km');
});

test('Han inside English says its language, with the marks it holds', () => {
  expect(spokenMarkup('the ship 安澜号, built 2019', 'en')).toBe('the ship <span lang="zh">安澜号</span>, built 2019');
  expect(spokenMarkup('see 《规则》（2020年版）.', 'en')).toBe('see <span lang="zh">《规则》（2020年版）</span>.');
});

test('what is special in markup stays text', () => {
  expect(spokenMarkup('a < b & "c"', 'en')).toBe('a &lt; b &amp; &quot;c&quot;');
  expect(spokenMarkup('Smith & Sons Trading Company', 'zh')).toBe(
    '<span lang="en">Smith &amp; Sons Trading Company</span>',
  );
});
