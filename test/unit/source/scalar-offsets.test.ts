import { describe, expect, it } from 'vitest';
import { list, mapping, readYaml, text } from '../../../src/source/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

/** Where a part of the text of `t` stands, as line:column. */
async function placeOf(source: string, part: string): Promise<string> {
  const schema = mapping({ t: text(), l: list(text()).optional() });
  const result = await readYaml(memoryWorkspace({ 'a.yaml': source }), 'a.yaml', schema);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  const at = result.value.value.t.indexOf(part);
  const span = result.value.textSpanOf(['t'], at, at + part.length);
  return `${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column}`;
}

describe('places in texts', () => {
  it.each([
    ['plain', 't: 减排{{m:x}}吨\n', '1:6-1:13'],
    ['double quotes', 't: "减排{{m:x}}吨"\n', '1:7-1:14'],
    ['single quotes with a doubled one', "t: 'it''s {{m:x}}'\n", '1:11-1:18'],
    ['an escape before it', 't: "\\u51cf\\u6392{{m:x}}"\n', '1:17-1:24'],
    ['an escaped quote before it', 't: "say \\"yes\\" {{m:x}}"\n', '1:17-1:24'],
    ['a literal block', 't: |-\n  one line\n  two {{m:x}} here\n', '3:7-3:14'],
    ['a literal block with an indented line', 't: |-\n  one\n    more\n  {{m:x}}\n', '4:3-4:10'],
    ['a folded block', 't: >-\n  one line\n  two {{m:x}} here\n', '3:7-3:14'],
    ['a plain text over two lines', 't: one line\n  two {{m:x}} here\n', '2:7-2:14'],
    ['a quoted text over two lines', 't: "one line\n  two {{m:x}} here"\n', '2:7-2:14'],
    ['a quoted text with a joined line', 't: "one\\\n  {{m:x}} here"\n', '2:3-2:10'],
    ['a quoted text with an empty line', 't: "one\n\n  two {{m:x}}"\n', '3:7-3:14'],
  ])('%s', async (_, source, place) => {
    expect(await placeOf(source, '{{m:x}}')).toBe(place);
  });

  it('points at the whole scalar where the writing and the value do not line up', async () => {
    expect(await placeOf('t: >-\n  one\n\n  two {{m:x}}\n', '{{m:x}}')).toMatch(/^1:4-/);
  });
});
