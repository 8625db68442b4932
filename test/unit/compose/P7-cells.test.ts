import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/compose/index.ts';
import { block, type Setting } from './composing.ts';

/** Whether the text of a cell of this width, pt, is hyphenated; the cells' text has a size of 10 pt. */
function hyphenated(width: number | undefined, setting: Setting = {}, about = ''): boolean {
  const styles = {
    '.col': width === undefined ? {} : { width },
    td: { text: 'table', size: 10 },
    '.said': { hyphenate: false },
  };
  const html = `<table><colgroup><col class="col"><col></colgroup><tbody><tr><td ${about}>Remuneration</td><td>b</td></tr></tbody></table>`;
  const table = block('table', html, { ...setting, styles: { ...styles, ...setting.styles } });
  const found: Block | undefined = table.body[0]?.cells[0]?.block;
  if (found?.kind !== 'text') throw new Error('no text in the cell');
  return found.paragraph.hyphenate;
}

describe('P7: hyphens in cells', () => {
  it('are allowed in English under 12 em', () => {
    expect(hyphenated(119)).toBe(true);
    expect(hyphenated(121)).toBe(false);
  });

  it('are not decided by width for Chinese, or outside a table', () => {
    expect(hyphenated(60, { edition: 'zh-Hans' })).toBe(false);
    expect(block('text', '<p>Remuneration</p>', { styles: { p: { text: 'caption' } } }).paragraph.hyphenate).toBe(
      false,
    );
  });

  it('stay off where a style says so', () => {
    expect(hyphenated(60, {}, 'class="said"')).toBe(false);
  });

  it('are as the text style says, at any width, where it says it', () => {
    expect(hyphenated(200, { styles: { td: { text: 'body', size: 10 } } })).toBe(true);
  });
});
