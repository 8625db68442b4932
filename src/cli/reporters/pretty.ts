import type { Diagnostic, Span } from '../../core/index.ts';
import type { SourceLines } from './source-lines.ts';
import { terminalCells } from './terminal-cells.ts';

/** Longest stretch of a source line that a frame shows, in characters. */
const FRAME_LENGTH = 110;

/**
 * One paragraph a diagnostic: `file:line:col  CODE slug  severity  message`, the source line with a caret under the place,
 * then what was expected and found, related places and hints.
 */
export function prettyReport(diagnostics: readonly Diagnostic[], sources: SourceLines): string {
  return diagnostics.map((one) => `${paragraph(one, sources).join('\n')}\n`).join('\n');
}

function paragraph(one: Diagnostic, sources: SourceLines): readonly string[] {
  const place = one.span ? `${placeOf(one.span)}  ` : one.page ? `page ${one.page}  ` : '';
  const lines = [`${place}${one.code} ${one.slug}  ${one.severity}  ${one.message}`];
  if (one.span) lines.push(...frame(one.span, sources));
  if (one.expected !== undefined) lines.push(`  expected ${one.expected}`);
  if (one.found !== undefined) lines.push(`  found    ${one.found}`);
  for (const related of one.related) lines.push(`  related  ${placeOf(related.span)} ${related.note}`);
  for (const hint of one.hints) lines.push(`  hint     ${hint}`);
  return lines;
}

export function placeOf(span: Span): string {
  return `${span.file}:${span.start.line}:${span.start.column}`;
}

/** The source line with carets. A long line is shown around the place; the caret counts cells, since a Han character takes two. */
function frame(span: Span, sources: SourceLines): readonly string[] {
  const line = sources.get(span.file)?.[span.start.line - 1];
  if (line === undefined) return [];
  const at = span.start.column - 1;
  const from = at > FRAME_LENGTH / 2 && line.length > FRAME_LENGTH ? at - Math.floor(FRAME_LENGTH / 2) : 0;
  const shown = printable(line.slice(from, from + FRAME_LENGTH));
  const before = printable(line.slice(from, at));
  const sameLine = span.end.line === span.start.line;
  const marked = printable(line.slice(at, sameLine ? Math.min(span.end.column - 1, from + FRAME_LENGTH) : at + 1));
  const number = String(span.start.line).padStart(5);
  const lead = from > 0 ? '…' : '';
  const carets = '^'.repeat(Math.max(1, terminalCells(marked)));
  return [
    `${number} | ${lead}${shown}${from + FRAME_LENGTH < line.length ? '…' : ''}`,
    `      | ${' '.repeat(terminalCells(lead + before))}${carets}`,
  ];
}

/** Tabs as one space, other control characters as a replacement mark: a frame is one line. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
