import { type Diagnostic, diagnose } from '../core/index.ts';
import { templatePoint } from './template-file.ts';

/**
 * What Handlebars' parser throws, as a diagnostic with its place. Emits B001.
 * @param path of the template
 */
export function syntaxFault(path: string, source: string, fault: unknown): Diagnostic {
  const text = fault instanceof Error ? fault.message : String(fault);
  const expecting = /Expecting (.*?), got '(.*?)'/s.exec(text);
  const [line, column] = faultPlace(source, text);
  const start = templatePoint(source, line, column);
  return diagnose('B001', 'the template does not parse', {
    span: { file: path, start, end: templatePoint(source, line, column + 1) },
    found: expecting?.[2] ?? text.split('\n')[0] ?? text,
    ...(expecting?.[1] ? { expected: expecting[1] } : {}),
    hints: ['check that each {{#block}} has its {{/block}} and each {{ its }}'],
  });
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
