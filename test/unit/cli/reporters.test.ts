import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../src/cli/reporters/github.ts';
import { jsonReport } from '../../../src/cli/reporters/json.ts';
import { prettyReport } from '../../../src/cli/reporters/pretty.ts';
import { sarifReport } from '../../../src/cli/reporters/sarif.ts';
import { type Diagnostic, diagnose, type Span } from '../../../src/core/index.ts';

const LINE = '    zh: 集团自身运营减排{{m:own.reductoin@FY2024}}，同比增长。';

function span(line: number, from: number, to: number, toLine = line): Span {
  return {
    file: 'content/chapters/01-green.yaml',
    start: { line, column: from, offset: 0 },
    end: { line: toLine, column: to, offset: 0 },
  };
}

const dangling = diagnose('D1', 'no metric `own.reductoin` is defined', {
  span: span(2, 17, 43),
  found: 'own.reductoin',
  related: [{ span: span(1, 3, 5), note: 'the block' }],
  hints: ['did you mean `own.reduction`?'],
});
const sources = new Map([['content/chapters/01-green.yaml', ['  - id: ch.green.own', LINE]]]);

describe('pretty', () => {
  it('puts the caret under the place, counting two cells for a Han character', () => {
    const [head, line, caret, ...rest] = prettyReport([dangling], sources).split('\n');
    expect(head).toBe(
      'content/chapters/01-green.yaml:2:17  D1 dead-reference  error  no metric `own.reductoin` is defined',
    );
    expect(line).toBe(`    2 | ${LINE}`);
    // Eight characters of spaces and key, eight Han characters of two cells.
    expect(caret).toBe(`      | ${' '.repeat(8 + 16)}${'^'.repeat('{{m:own.reductoin@FY2024}}'.length)}`);
    expect(rest).toEqual([
      '  found    own.reductoin',
      '  related  content/chapters/01-green.yaml:1:3 the block',
      '  hint     did you mean `own.reduction`?',
      '',
    ]);
  });

  it('prints a place of several lines with one caret, and a diagnostic without a place without a frame', () => {
    const lines = prettyReport([{ ...dangling, span: span(1, 3, 4, 2) }], sources).split('\n');
    expect(lines[2]).toBe('      |   ^');
    expect(prettyReport([diagnose('U002', 'there is no content/report.yaml here')], sources)).toBe(
      'U002 not-a-project  error  there is no content/report.yaml here\n',
    );
  });

  it('shows a long line around the place, with the caret still under it', () => {
    const long = `${'汉'.repeat(200)}X${'字'.repeat(200)}`;
    const at = { ...span(1, 201, 202), file: 'long.yaml' };
    const [, line = '', caret = ''] = prettyReport([{ ...dangling, span: at }], new Map([['long.yaml', [long]]])).split(
      '\n',
    );
    expect(line).toContain('…汉');
    expect(line.length).toBeLessThan(130);
    const cellsBefore = [...line.slice(0, line.indexOf('X'))].reduce((sum, c) => sum + (c === '汉' ? 2 : 1), 0);
    expect(caret.indexOf('^')).toBe(cellsBefore);
  });

  it('lets no control character out of the file onto the terminal', () => {
    const at = { ...span(1, 1, 2), file: 'a.yaml' };
    const text = prettyReport([{ ...dangling, span: at }], new Map([['a.yaml', ['\u001b[31mred\tend']]]));
    expect(text).not.toContain('\u001b');
    expect(text).toContain('[31mred end');
  });
});

describe('json', () => {
  it('is one document that names every field a diagnostic has', () => {
    const parsed = JSON.parse(jsonReport([dangling])) as { schema: string; diagnostics: readonly Diagnostic[] };
    expect(parsed.schema).toBe('diagnostics/1');
    expect(parsed.diagnostics).toEqual([JSON.parse(JSON.stringify(dangling))]);
  });
});

describe('github', () => {
  it('annotates the line, with line ends and percent signs escaped', () => {
    const text = githubReport([{ ...dangling, message: '63.5% is\ntyped', hints: ['a, b: c'] }]);
    expect(text).toBe(
      '::error file=content/chapters/01-green.yaml,line=2,col=17,endLine=2,title=D1 dead-reference::' +
        '63.5%25 is%0Atyped%0Afound own.reductoin%0Ahint: a, b: c\n',
    );
  });

  it('keeps a message from ending its own command', () => {
    expect(
      githubReport([diagnose('D2', 'a\n::error::b')])
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  });
});

describe('sarif', () => {
  it('lists each code once as a rule, and counts columns as editors do', () => {
    const log = JSON.parse(sarifReport([dangling, dangling, diagnose('D2', 'unused')]));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(['D1', 'D2']);
    expect(run.results.map((r: { level: string }) => r.level)).toEqual(['error', 'error', 'note']);
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 17,
      endLine: 2,
      endColumn: 43,
    });
  });
});
