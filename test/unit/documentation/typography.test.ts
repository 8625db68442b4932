import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/typography.md'), 'utf8');

/** Rows of the tables: rule, done, test. */
const rules = [...page.matchAll(/^\| ([A-Z]\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, rule = '', done = '', test = '']) => ({ rule, done, test }),
);

const COUNTS = { B: 6, K: 11, G: 4, W: 8, J: 8, F: 7, E: 8, P: 14, N: 4, T: 4 } as const;

describe('the page of setting rules', () => {
  it('has every rule once, in order', () => {
    const all = Object.entries(COUNTS).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
    );
    expect(rules.map(({ rule }) => rule)).toEqual(all);
  });

  it.each(rules)('$rule: says whether it is done, and names a test that is there', ({ rule, done, test }) => {
    expect(done).toMatch(/^(?:yes|partly: .{10,}|no: .{10,})$/);
    if (done.startsWith('no')) return;
    const file = join(root, 'test/unit', `${test}.test.ts`);
    expect(existsSync(file), file).toBe(true);
    // A file of one rule is named after it; in others, something has to be tested at all.
    const named = /^typeset\/([A-Z])(\d+)-/.exec(test);
    if (named?.[0].includes(rule)) expect(readFileSync(file, 'utf8')).toContain(`describe('${rule}: `);
    expect(readFileSync(file, 'utf8')).toMatch(/\b(?:it|test)(?:\.each)?\(/);
  });

  it('names each key of a theme that it speaks of as the theme has it', () => {
    const theme = readFileSync(join(root, 'templates/theme/base.yaml'), 'utf8');
    const section = /^setting:\n((?: {2}.+\n)+)/m.exec(theme)?.[1] ?? '';
    const keys = [...section.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);
    expect(keys.length).toBeGreaterThan(6);
    for (const key of keys) expect(page, key).toContain(`\`${key}\``);
  });
});
