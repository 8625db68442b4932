import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import { editionFacts } from '../support/built-editions.ts';

describe.each(['showcase', 'ferry'] as const)('text of the %s', (project) => {
  it.each(EDITIONS)('%s: every font is embedded and maps to Unicode', async (edition) => {
    const { fonts } = await editionFacts(project, edition);
    expect(fonts.filter((font) => !font.embedded || !font.hasUnicode)).toEqual([]);
    expect(fonts.length).toBeGreaterThan(3);
  });

  it.each(EDITIONS)('%s: formulas have their subscripts, and nothing is left unresolved', async (edition) => {
    const text = (await editionFacts(project, edition)).pages.map((page) => page.text).join('\n');
    expect(text).toContain('CO₂');
    expect(text).not.toMatch(/CO\s?2(?!\d)/);
    expect(text).not.toMatch(/\{\{|\}\}|\bNaN\b|\[object|\ufffd|\*\*/);
  });

  it.each(EDITIONS)('%s: no radical stands for a character', async (edition) => {
    const text = (await editionFacts(project, edition)).pages.map((page) => page.text).join('');
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/u);
  });
});
