import { beforeAll, describe, expect, it } from 'vitest';
import type { FontBook } from '../../../src/fonts/index.ts';
import { baselineOf } from '../../../src/typeset/index.ts';
import { installedBook } from '../fonts/installed.ts';

let book: FontBook;
beforeAll(async () => {
  book = await installedBook();
});

describe('the first baseline', () => {
  it('stands where a browser puts it: half the leading over the box of the first family', () => {
    const sans = { family: 'sans', weight: 400 } as const;
    expect(baselineOf(sans, 9.75, 'en', 15, book)).toBeCloseTo((15 - 1.424 * 9.75) / 2 + 1.024 * 9.75);
    expect(baselineOf(sans, 9.25, 'zh', 15, book)).toBeCloseTo((15 - 1.424 * 9.25 * 1.06) / 2 + 1.024 * 9.25 * 1.06);
    const serif = { family: 'serif', weight: 600 } as const;
    expect(baselineOf(serif, 22, 'zh', 30, book)).toBeCloseTo((30 - 1.371 * 22 * 1.04) / 2 + 1.036 * 22 * 1.04);
  });
});
