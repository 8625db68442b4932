import { describe, expect, it } from 'vitest';
import { parseText } from '../../../src/content/inlines.ts';
import type { Inline } from '../../../src/content/types.ts';
import type { Lang } from '../../../src/core/index.ts';

/** Inlines as a short notation: `S(…)` strong, `E(…)` emphasis, `L<href>(…)` link, `{head}` reference. */
function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'chars') return inline.text;
      if (inline.kind === 'ref') return `{${inline.ref.head}}`;
      if (inline.kind === 'link') return `L<${inline.href}>(${shown(inline.children)})`;
      return `${inline.kind === 'strong' ? 'S' : 'E'}(${shown(inline.children)})`;
    })
    .join('');
}

const parse = (source: string, lang: Lang = 'en') => parseText(source, lang, 'a.yaml#/t');

describe('parseText', () => {
  it.each([
    ['a **b** c', 'a S(b) c'],
    ['*下一个班次*未能到岗', 'E(下一个班次)未能到岗'],
    ['**{{term:t.x}}**指', 'S({term:t.x})指'],
    ['***both***', 'S(E(both))'],
    ['**a *b* c**', 'S(a E(b) c)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a \\*star\\*', 'a *star*'],
    ['[label](https://example.com/a?b=1)', 'L<https://example.com/a?b=1>(label)'],
    ['[**l** {{term:t.x}}](mailto:a@example.com)', 'L<mailto:a@example.com>(S(l) {term:t.x})'],
    ['[待核]', '[待核]'],
    ['\\{{x}} stays', '{{x}} stays'],
    ['a {{m:x@P}}b{{yoy:x@P|pct}}', 'a {m:x@P}b{yoy:x@P}'],
  ])('%s', (source, expected) => {
    const { text, faults } = parse(source);
    expect(faults).toEqual([]);
    expect(shown(text.inlines)).toBe(expected);
    expect(text.source).toBe(source);
  });

  it.each([
    ['a **b', 'C023', 2, 4],
    ['a *b', 'C023', 2, 3],
    ['**a *b** c', 'C023', 4, 5],
    ['[label](https://example.com', 'C023', 0, 8],
    ['[label](ftp://example.com)', 'C018', 7, 26],
    ['[label](javascript:alert)', 'C018', 7, 25],
    ['a {{m:x@P b', 'C018', 2, 4],
    ['a {{m:x {{m:x@P}}', 'C018', 2, 4],
    ['a }} b', 'C018', 2, 4],
    ['a {{x:y}} b', 'C018', 2, 9],
  ])('tells what is wrong in %s, at its place', (source, code, start, end) => {
    expect(parse(source).faults).toMatchObject([{ code, start, end }]);
  });

  it('gives each reference its offsets, and an origin that holds them', () => {
    const { text } = parse('so {{m:x@P}}');
    expect(text.inlines[1]).toMatchObject({ ref: { start: 3, end: 12, origin: 'a.yaml#/t@3-12' } });
  });

  it.each([
    ['zh', '按水表\n读数', '按水表读数'],
    ['zh', '按水表，\n读数', '按水表，读数'],
    ['zh', '{{m:x@P}}\n{{m:y@P}}', '{m:x@P}{m:y@P}'],
    ['zh', 'the meter\nreads', 'the meter reads'],
    ['en', 'read from\n  the meter', 'read from the meter'],
  ] as const)('closes a line end up in %s: %s', (lang, source, expected) => {
    expect(shown(parse(source, lang).text.inlines)).toBe(expected);
  });
});
