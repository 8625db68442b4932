import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReport } from '../../../src/content/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject } from '../../support/project-files.ts';

const files = await baseProject();
const paths = Object.keys(files).filter((path) => path.startsWith('content/') && path.endsWith('.yaml'));
const lines = new Map(paths.map((path) => [path, new TextDecoder().decode(files[path] as Uint8Array).split('\n')]));

const junk = fc.constantFrom(
  ...['null', '[]', '{}', '""', '1.5', 'yes', '{{m:a@b}}', '"{{"', '**', '- x', '? y', '&a', '*a', '!!int', '|', '\t'],
  ...['__proto__: 1', '"../../x"', '"1e400"', '2024-13-45', '{zh: x}', '[[[]]]', '#', '---', '"\\ud800"', '\u202e'],
);
const slip = fc.record({
  path: fc.constantFrom(...paths),
  line: fc.nat(),
  at: fc.nat(),
  length: fc.nat({ max: 6 }),
  junk,
});

describe('loadReport on anything', () => {
  it('answers with diagnostics that say what and where, whatever is written into a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 3 }), async (slips) => {
        const over: Record<string, string> = {};
        for (const { path, line, at, length, junk: word } of slips) {
          const source = over[path]?.split('\n') ?? [...(lines.get(path) ?? [])];
          const index = line % source.length;
          const text = source[index] ?? '';
          const start = at % (text.length + 1);
          source[index] = text.slice(0, start) + word + text.slice(start + length);
          over[path] = source.join('\n');
        }
        const result = await loadReport(memoryWorkspace({ ...files, ...over }));
        for (const diagnostic of result.diagnostics) {
          expect(diagnostic.message).not.toBe('');
          expect(diagnostic.span?.file ?? 'content/').toMatch(/^content\//);
        }
      }),
      { numRuns: 60 },
    );
  });
});
