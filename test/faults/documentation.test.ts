import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES, type CodeEntry, docsPage } from '../../src/core/index.ts';
import { HOME } from '../support/project-files.ts';
import { SEEDED_FAULTS } from '../support/seeded-faults.ts';
import {
  ALL_CODES,
  exampleCase,
  exampleText,
  INDEX_PAGE,
  indexPage,
  levelText,
  readPage,
  withExample,
} from './documentation.ts';

/**
 * Register, pages and seeded faults hold each other. `DOCS=write npx vitest run --project unit test/faults/documentation`
 * puts the examples as they print now into the pages; the words are written by hand.
 */
const WRITE = process.env['DOCS'] === 'write';

describe('the page of each code', () => {
  it.each(ALL_CODES)('%s', async (code) => {
    const entry: CodeEntry = CODES[code];
    const path = docsPage(code);
    const name = exampleCase(code);
    const example = name === undefined ? undefined : await exampleText(name, code);
    if (WRITE && example !== undefined) writeFileSync(`${HOME}${path}`, withExample(readPage(path), example));
    const page = readPage(path);
    expect(page.replaceAll('\n', ' ').startsWith(`# ${code} ${entry.slug}  ${levelText(entry)} `)).toBe(true);
    expect(page).toMatch(/\n\*\*Why it matters\.\*\* \S/);
    expect(page).toMatch(/\n\*\*How to mend it\.\*\* \S/);
    expect(page.includes('--fix')).toBe(entry.fix !== undefined);
    expect(page.split('\n').length).toBeLessThanOrEqual(31);
    if (example === undefined)
      expect(page, 'a seeded fault, or the reason why there is none').toMatch(/\nNo example: \S/);
    else expect(page).toContain(`\n\`\`\`\n${example}\n\`\`\`\n`);
  });

  it('is listed, and no other', () => {
    if (WRITE) writeFileSync(`${HOME}${INDEX_PAGE}`, indexPage());
    expect(readPage(INDEX_PAGE)).toBe(indexPage());
  });
});

it('a seeded fault is named after a code that it fires', () => {
  const codes = new Set<string>(ALL_CODES);
  const strange = SEEDED_FAULTS.filter((name) => !name.startsWith('good-') && !codes.has(name.split('-')[0] ?? ''));
  expect(strange).toEqual([]);
});
