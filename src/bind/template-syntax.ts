import { type Diagnostic, diagnose } from '../core/index.ts';
import { templatePoint } from './template-file.ts';

/**
 * What Handlebars' parser throws, as a diagnostic with its place. Emits B001.
 * @param path of the template
 */
export function syntaxFault(path: string, source: string, fault: unknown): Diagnostic {
  const text = fault instanceof Error ? fault.message : String(fault);
  const [line, column] = faultPlace(source, text);
  const start = templatePoint(source, line, column);
  return diagnose('B001', 'the template does not parse', {
    span: { file: path, start, end: templatePoint(source, line, column + 1) },
    ...wordsOf(text, source.split('\n')[line - 1]?.charAt(column) ?? ''),
    hints: ['check that each {{#block}} has its {{/block}} and each {{ its }}'],
  });
}

/** What the parser calls the pieces of a template, as an author writes them. */
const PIECES: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  CONTENT: 'text',
  COMMENT: '{{! }}',
  ID: 'a name',
  STRING: 'a text in quotes',
  NUMBER: 'a number',
  BOOLEAN: 'true or false',
  UNDEFINED: 'undefined',
  NULL: 'null',
  DATA: '@',
  SEP: 'a dot or slash',
  EQUALS: '=',
  OPEN: '{{',
  CLOSE: '}}',
  OPEN_UNESCAPED: '{{{',
  CLOSE_UNESCAPED: '}}}',
  OPEN_RAW_BLOCK: '{{{{',
  CLOSE_RAW_BLOCK: '}}}}',
  END_RAW_BLOCK: '{{{{/ }}}}',
  OPEN_SEXPR: '(',
  CLOSE_SEXPR: ')',
  OPEN_BLOCK: '{{#',
  OPEN_INVERSE: '{{^',
  OPEN_INVERSE_CHAIN: '{{else …}}',
  INVERSE: '{{else}}',
  OPEN_ENDBLOCK: '{{/',
  OPEN_PARTIAL: '{{>',
  OPEN_PARTIAL_BLOCK: '{{#>',
  OPEN_BLOCK_PARAMS: 'as |',
  CLOSE_BLOCK_PARAMS: '|',
};

/** What the parser expected and found. @param there the character at the place of the fault */
function wordsOf(text: string, there: string): { readonly found: string; readonly expected?: string } {
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(text) ?? [];
  if (open !== undefined) return { found: `{{/${close}}}`, expected: `{{/${open}}}` };
  const [, expected, found] = /Expecting (.*?), got '(.*?)'/s.exec(text) ?? [];
  if (expected === undefined || found === undefined) return { found: text.split('\n')[0] ?? text };
  const names = [...expected.matchAll(/'(.*?)'/g)].map(([, name = '']) => PIECES[name] ?? name);
  return { found: PIECES[found] ?? there, expected: [...new Set(names)].join(', ') };
}

/**
 * A block closed by another's name is told with line and column. Any other fault is shown by a few characters around it, in
 * which line ends are left out, and a row of dashes that ends below it: the place is where those characters stand.
 * @returns line from 1, column from 0
 */
function faultPlace(source: string, text: string): readonly [number, number] {
  const given = / - (\d+):(\d+)/.exec(text);
  if (given) return [Number(given[1]), Number(given[2])];
  const [, number = '1', shown = '', dashes = ''] = /on line (\d+):\n(.*)\n(-*)\^/.exec(text) ?? [];
  const before = shown.slice(0, dashes.length).replace(/^\.\.\./, '');
  const after = shown.slice(dashes.length).replace(/\.\.\.$/, '');
  const lines = source.split('\n');
  for (let line = Math.min(Number(number), lines.length); line > 0; line -= 1) {
    const text = lines[line - 1] ?? '';
    for (let column = text.length; column >= 0; column -= 1) {
      const above = `${lines.slice(0, line - 1).join('')}${text.slice(0, column)}`;
      const below = `${text.slice(column)}${lines.slice(line).join('')}`;
      if (above.endsWith(before) && below.startsWith(after)) return [line, column];
    }
  }
  return [Number(number), 0];
}
