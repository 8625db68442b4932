import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/index.ts';
import { editYaml } from '../../../src/source/index.ts';
import { lineMap } from '../../../src/source/line-map.ts';

/** An edit of the one place where a text has something. */
function instead(text: string, find: string, replacement: string): Edit {
  const at = text.indexOf(find);
  if (at < 0 || text.indexOf(find, at + 1) >= 0) throw new Error(`${find} is not there once`);
  return { span: lineMap('x.yaml', text).span(at, at + find.length), text: replacement };
}

function edited(text: string, ...edits: readonly (readonly [find: string, replacement: string])[]): string {
  return editYaml(
    text,
    edits.map(([find, replacement]) => instead(text, find, replacement)),
  ).text;
}

describe('edits in a YAML file', () => {
  it.each([
    ['a plain scalar', 'a: 取水,回用 # note\nb: x\n', ',', '，', 'a: 取水，回用 # note\nb: x\n'],
    ['a quoted scalar', 'a: "一 \\"二\\""\n', '\\"二\\"', '“二”', 'a: "一 “二”"\n'],
    ['a scalar in a flow mapping', 'a: {zh: 取水, en: water！}\n', '！', '!', 'a: {zh: 取水, en: water!}\n'],
    ['a block scalar', 'a: |-\n  取水,\n  回用\nb: x\n', ',', '，', 'a: |-\n  取水，\n  回用\nb: x\n'],
  ])('change %s and nothing else', (_name, text, find, replacement, expected) => {
    expect(edited(text, [find, replacement])).toBe(expected);
  });

  it.each([
    ['a comma in a flow mapping', 'a: {en: water，and so, zh: 水}\n', '，', ', ', 'a: {en: "water, and so", zh: 水}\n'],
    ['a colon and a space', 'a: water：so\nb: x\n', '：', ': ', 'a: "water: so"\nb: x\n'],
    ['a mark of comments', 'a: water＃so\n', '＃', ' #', 'a: "water #so"\n'],
  ])('put a plain scalar in quotes that would be read otherwise: %s', (_name, text, find, replacement, expected) => {
    expect(edited(text, [find, replacement])).toBe(expected);
  });

  it('are made together, whatever their order', () => {
    const text = 'a: {zh: "一,二;三", en: one，two}\n';
    const expected = 'a: {zh: "一，二；三", en: "one, two"}\n';
    expect(edited(text, ['，', ', '], [';', '；'], ['一,', '一，'])).toBe(expected);
  });

  it('are refused where they would break out of their scalar', () => {
    const text = "a: 'one'\n";
    const result = editYaml(text, [instead(text, 'one', "one'\nb: 'two")]);
    expect(result).toMatchObject({ text, made: [] });
    expect(result.refused).toHaveLength(1);
  });

  it('are refused for the second of two that overlap', () => {
    const text = 'a: 一,,二\n';
    const result = editYaml(text, [instead(text, ',,', '，'), instead(text, ',二', '，二')]);
    expect(result.text).toBe('a: 一，二\n');
    expect(result.refused).toHaveLength(1);
  });

  it('insert at the end of a line, behind its comment', () => {
    const text = 'a:\n  - {id: x}   # the first\nb: y\n';
    const at = text.indexOf('}') + 1;
    const span = lineMap('x.yaml', text).span(at, at);
    expect(editYaml(text, [{ span, text: '\n  - {id: z}' }]).text).toBe(
      'a:\n  - {id: x}   # the first\n  - {id: z}\nb: y\n',
    );
  });

  it('leave a file alone that does not parse', () => {
    const text = 'a: [1\n';
    expect(editYaml(text, [instead(text, '1', '2')])).toMatchObject({ text, made: [] });
  });

  it('keep every other scalar, whatever is written into one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('plain', '"', "'"), (replacement, style) => {
        const quote = style === 'plain' ? '' : style;
        const text = `k: {a: ${quote}target${quote}, b: "other, #: value"}\nlist:\n  - c\n`;
        const result = editYaml(text, [instead(text, 'target', replacement)]).text;
        expect(result).toContain('b: "other, #: value"}\nlist:\n  - c\n');
        expect(result.startsWith('k: {a: ')).toBe(true);
      }),
    );
  });
});
